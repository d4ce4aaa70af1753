/** A list view: the older Aura grid, which many standard lists still are. */
import { fetchList } from "./api.js";
import { clear, h, objectIcon } from "./dom.js";
import { label, listName, pluralName, t } from "./language.js";
import { navigate } from "./router.js";
import { rawValue, recordPath, typeOf } from "./schema.js";
import { wait } from "./switches.js";
import { valueElement, valueText } from "./values.js";
import { ROW_HEIGHT, sorted, virtualRows } from "./virtual.js";

const COLUMNS = {
  Opportunity: ["Name", "AccountId", "Amount", "CloseDate", "StageName", "OwnerId"],
  Contact: ["Name", "AccountId", "Title", "Phone", "Email", "OwnerId"],
  Account: ["Name", "Industry", "Type", "Phone", "OwnerId"],
};
const FILTERS = {
  Opportunity: ["AllOpportunities", "MyOpportunities", "Open", "Won"],
  Contact: ["AllContacts", "MyContacts"],
  Account: ["AllAccounts", "MyAccounts"],
};
const SORT = {
  Opportunity: ["CloseDate", false],
  Contact: ["Name", false],
  Account: ["Name", false],
};

export async function listView(host, kind, filter) {
  const answer = fetchList(kind, filter);
  await wait(200);
  const { rows, refs } = await answer;
  let [by, descending] = SORT[kind];
  host.pageTitle = `${listName(filter)} | ${pluralName(kind)} | Salesforce`;
  host.dispatchEvent(new Event("titlechange"));

  const meta = h("p", { class: "list-meta", role: "status" });
  const head = h("tr", {});
  const body = h("tbody", {});
  const table = h(
    "table",
    {
      class: "slds-table uiVirtualDataTable",
      role: "grid",
      "aria-label": listName(filter),
      style: `--row:${ROW_HEIGHT}px`,
    },
    h("thead", {}, head),
    body,
  );
  const scroller = h("div", { class: "slds-scrollable_y", tabindex: 0 }, table);
  const show = virtualRows({
    scroller,
    table,
    body,
    render: (row, i) => gridRow(kind, row, i, refs),
  });
  const lookups = (column) => ["lookup", "owner"].includes(typeOf(kind, column));
  const render = () => {
    meta.textContent = `${t("items", { n: rows.length })} • ${t("sortedBy", { field: label(kind, by) })}`;
    head.replaceChildren(
      h("th", { class: "row-number", scope: "col" }),
      ...COLUMNS[kind].map((column) =>
        h(
          "th",
          {
            scope: "col",
            title: label(kind, column),
            "aria-sort": by === column ? (descending ? "descending" : "ascending") : "none",
          },
          h(
            "button",
            {
              type: "button",
              onclick: () => {
                descending = by === column && !descending;
                by = column;
                render();
              },
            },
            h("span", { class: "slds-truncate" }, label(kind, column)),
          ),
        ),
      ),
    );
    show(
      sorted(
        rows,
        (row) => (lookups(by) ? valueText(row, by, refs) : rawValue(row, by)),
        descending,
      ),
    );
  };

  const chooser = h(
    "select",
    {
      class: "list-chooser",
      "aria-label": pluralName(kind),
      onchange: (event) => navigate(`/lightning/o/${kind}/list?filterName=${event.target.value}`),
    },
    FILTERS[kind].map((name) =>
      h("option", { value: name, selected: name === filter }, listName(name)),
    ),
  );
  clear(host).append(
    h(
      "div",
      { class: "forceListViewManager" },
      h(
        "div",
        { class: "list-header" },
        h(
          "div",
          { class: "list-title" },
          objectIcon(kind),
          h("div", {}, h("span", { class: "list-kind" }, pluralName(kind)), chooser),
        ),
        meta,
      ),
      h("div", { class: "list-body forceListViewManagerGrid" }, scroller),
    ),
  );
  render();
  host.dataset.loaded = "true";
}

function gridRow(kind, row, index, refs) {
  const cells = COLUMNS[kind].map((column) => {
    if (column === "Name") {
      const name = String(row.fields.Name);
      return h("th", { scope: "row", class: "slds-cell-edit" }, link(kind, row.id, name));
    }
    const text = valueText(row, column, refs);
    const target = typeOf(kind, column) === "lookup" ? refs[rawValue(row, column)] : null;
    const content = target
      ? link(target.kind, rawValue(row, column), text)
      : typeOf(kind, column) === "owner"
        ? h("span", {}, text)
        : valueElement(row, column, refs);
    return h(
      "td",
      { class: column === "Amount" ? "slds-text-align_right" : null },
      h("span", { class: "slds-truncate", title: text.slice(0, 300) }, content),
    );
  });
  return h("tr", {}, h("td", { class: "row-number" }, h("span", {}, index + 1)), cells);
}

function link(kind, id, text) {
  return h(
    "a",
    {
      href: recordPath(kind, id),
      class: "slds-truncate outputLookupLink",
      "data-refid": "recordId",
      "data-recordid": id,
      "data-special-link": "true",
      title: text.slice(0, 300),
    },
    text,
  );
}
