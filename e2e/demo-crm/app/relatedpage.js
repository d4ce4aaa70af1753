/** The full page of a related list ("View All"): a lightning-datatable, virtualised. */
import { fetchRecord } from "./api.js";
import { clear, h, nest, objectIcon } from "./dom.js";
import { label, pluralName, relatedName, t } from "./language.js";
import { LISTS, titleTarget } from "./related.js";
import { rawValue, recordPath, typeOf } from "./schema.js";
import { wait } from "./switches.js";
import { lookup, valueElement, valueText } from "./values.js";
import { ROW_HEIGHT, sorted, virtualRows } from "./virtual.js";

export async function relatedPage(host, kind, id, relation) {
  const list = LISTS[`${kind}.${relation}`];
  const answer = fetchRecord(id);
  await wait(300);
  const page = await answer;
  const gone = !page || !list || page.record.kind !== kind;
  if (gone) {
    host.append(h("div", { class: "gone", role: "alert" }, t("gone")));
    return;
  }
  const { record, refs, related } = page;
  const name = valueText(record, "Name", refs);
  const rows = related[relation];
  host.pageTitle = `${relatedName(relation)} | Salesforce`;
  host.dispatchEvent(new Event("titlechange"));

  const header = h(
    "div",
    { class: "list-header" },
    h(
      "nav",
      { class: "slds-breadcrumb", "aria-label": "Breadcrumbs" },
      h(
        "a",
        {
          href: `/lightning/o/${kind}/list?filterName=All${kind === "Opportunity" ? "Opportunities" : `${kind}s`}`,
        },
        pluralName(kind),
      ),
      h("span", { "aria-hidden": "true" }, " › "),
      h(
        "a",
        { href: recordPath(kind, record.id), class: "slds-truncate", title: name.slice(0, 300) },
        name.slice(0, 80),
      ),
    ),
    h(
      "div",
      { class: "list-title" },
      objectIcon(list.icon),
      h(
        "h1",
        { class: "slds-page-header__title", title: relatedName(relation) },
        relatedName(relation),
      ),
    ),
    h("p", { class: "list-meta" }, t("items", { n: rows.length })),
  );
  const body = h("div", { class: "list-body" });
  const outside = nest(
    ["lst-related-list-desktop", "lst-related-list-view-manager", "lst-common-list-internal"],
    [header, body],
  );
  clear(host).append(outside);
  await wait(400);
  body.append(rows.length ? datatable(list, rows, refs) : h("p", { class: "empty" }, t("noItems")));
  host.dataset.loaded = "true";
}

function datatable(list, rows, refs) {
  const body = h("tbody", { "data-rowgroup-body": true });
  const head = h("tr", { "data-row-key-value": "HEADER", role: "row" });
  const table = h(
    "table",
    {
      class: "slds-table slds-table_bordered",
      role: "grid",
      "data-num-rows": rows.length,
      style: `--row:${ROW_HEIGHT}px`,
    },
    h("thead", { "data-rowgroup-header": true }, head),
    body,
  );
  const scroller = h("div", { class: "slds-scrollable_y", tabindex: 0 }, table);
  const show = virtualRows({
    scroller,
    table,
    body,
    render: (row, i) => dataRow(list, row, i, refs),
  });

  let by = null;
  let descending = false;
  const sort = (column) => {
    descending = by === column && !descending;
    by = column;
    header();
    const text = typeOf(list.kind, column) === "lookup";
    show(
      sorted(
        rows,
        (row) => (text ? valueText(row, column, refs) : rawValue(row, column)),
        descending,
      ),
    );
  };
  const header = () =>
    head.replaceChildren(
      h("th", { class: "row-number", scope: "col" }),
      ...list.columns.map((column) => {
        const name = label(list.kind, column);
        return h(
          "th",
          {
            scope: "col",
            "aria-label": name,
            "data-col-key-value": `${column}-${cellType(list, column)}`,
            "aria-sort": by === column ? (descending ? "descending" : "ascending") : "none",
          },
          h(
            "lightning-primitive-header-factory",
            {},
            h(
              "button",
              { type: "button", onclick: () => sort(column) },
              h("span", { class: "slds-truncate", title: name }, name),
            ),
          ),
        );
      }),
    );
  header();
  // The height is known only once the table is in the page.
  requestAnimationFrame(() => show(rows));
  show(rows);
  return h("lightning-datatable", {}, h("div", { class: "dt-outer-container" }, scroller));
}

const cellType = (list, column) =>
  column === list.title
    ? "lookup"
    : ({
        boolean: "boolean",
        money: "currency",
        date: "date-local",
        email: "email",
        phone: "phone",
        lookup: "lookup",
      }[typeOf(list.kind, column)] ?? "text");

function dataRow(list, row, index, refs) {
  const cells = list.columns.map((column) => {
    const text = valueText(row, column, refs);
    const type = typeOf(list.kind, column);
    const title = column === list.title;
    // As in the base component: the cell's own value, not its display text.
    const value = rawValue(row, column);
    const { id, ref } = titleTarget(row, list, refs);
    const content = title ? lookup("force-lookup", ref, id) : valueElement(row, column, refs);
    const attributes = {
      role: title ? "rowheader" : "gridcell",
      scope: title ? "row" : null,
      "data-label": label(list.kind, column),
      "data-col-key-value": `${column}-${cellType(list, column)}`,
      "data-cell-value":
        type === "boolean" ? String(value === true) : type === "lookup" ? text : (value ?? ""),
    };
    return h(
      title ? "th" : "td",
      attributes,
      h(
        "span",
        {
          class: "slds-grid slds-truncate",
          title: text.slice(0, 300),
          "data-cell-type": cellType(list, column),
        },
        content,
      ),
    );
  });
  return h(
    "tr",
    { role: "row", "data-row-key-value": row.id, "data-row-number": index + 1 },
    h("td", { class: "row-number" }, h("span", {}, index + 1)),
    cells,
  );
}
