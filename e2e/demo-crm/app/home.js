/** The home page: the quarter, the day, the newest deals. */
import { fetchList, session } from "./api.js";
import { clear, h, objectIcon } from "./dom.js";
import { label, money, t } from "./language.js";
import { isClosed, rawValue, recordPath } from "./schema.js";
import { wait } from "./switches.js";
import { valueText } from "./values.js";

export async function homePage(host) {
  const answer = fetchList("Opportunity", "MyOpportunities");
  await wait(200);
  const { rows, refs } = await answer;
  const sum = (wanted) =>
    rows
      .filter(wanted)
      .filter((row) => row.fields.CurrencyIsoCode === session.currency)
      .reduce((total, row) => total + row.fields.Amount, 0);
  const closed = sum((row) => row.fields.StageName === "Closed Won");
  const open = sum((row) => !isClosed(row.fields.StageName) && rawValue(row, "Probability") > 70);
  host.pageTitle = `${t("home")} | Salesforce`;
  host.dispatchEvent(new Event("titlechange"));
  clear(host).append(
    h(
      "div",
      { class: "home" },
      h(
        "div",
        { class: "home-greeting" },
        h("h1", {}, t("greeting", { name: session.me.name.split(" ")[0] })),
      ),
      card(t("performance"), performance(closed, open), "home-wide"),
      card(
        t("today"),
        h(
          "ul",
          { class: "events" },
          t("events").map(([time, what]) => h("li", {}, h("time", {}, time), h("span", {}, what))),
        ),
      ),
      card(t("keyDeals"), dealTable(rows, refs), "home-wide"),
      card(
        t("recent"),
        h(
          "ul",
          { class: "recent" },
          rows.slice(0, 6).map((row) => h("li", {}, objectIcon("Opportunity"), link(row))),
        ),
      ),
    ),
  );
  host.dataset.loaded = "true";
}

const link = (row) =>
  h(
    "a",
    {
      href: recordPath(row.kind, row.id),
      class: "slds-truncate",
      title: String(row.fields.Name).slice(0, 300),
    },
    String(row.fields.Name),
  );

function card(title, body, className = "") {
  return h(
    "article",
    { class: `slds-card ${className}` },
    h("div", { class: "slds-card__header" }, h("h2", { class: "slds-card__header-title" }, title)),
    h("div", { class: "slds-card__body" }, body),
  );
}

function performance(closed, open) {
  const goal = 2_500_000;
  const amount = (value) => money(value, session.currency, session.currency);
  const bar = (value, className) => {
    const part = h("span", { class: className });
    part.style.width = `${Math.min(100, (value / goal) * 100)}%`;
    return part;
  };
  const figure = (name, value) =>
    h("div", {}, h("span", { class: "figure-name" }, name), h("strong", {}, amount(value)));
  return h(
    "div",
    { class: "performance" },
    h(
      "div",
      { class: "figures" },
      figure(t("closedSum"), closed),
      figure(t("openSum"), open),
      figure(t("goal"), goal),
    ),
    h(
      "div",
      {
        class: "progress",
        role: "img",
        "aria-label": `${amount(closed + open)} / ${amount(goal)}`,
      },
      bar(closed, "won"),
      bar(open, "open"),
    ),
  );
}

function dealTable(rows, refs) {
  const columns = ["Name", "Amount", "CloseDate", "StageName"];
  const open = rows.filter((row) => !isClosed(row.fields.StageName)).slice(0, 8);
  return h(
    "table",
    { class: "slds-table" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        columns.map((column) => h("th", { scope: "col" }, label("Opportunity", column))),
      ),
    ),
    h(
      "tbody",
      {},
      open.map((row) =>
        h(
          "tr",
          {},
          columns.map((column) =>
            column === "Name"
              ? h("th", { scope: "row" }, link(row))
              : h("td", {}, valueText(row, column, refs)),
          ),
        ),
      ),
    ),
  );
}
