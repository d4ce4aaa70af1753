/** A record page, arriving in three steps as the real one does: header, details, related lists. */
import { fetchRecord } from "./api.js";
import { clear, h, nest } from "./dom.js";
import { highlights, path } from "./highlights.js";
import { kindName, t } from "./language.js";
import { addFiller } from "./load.js";
import { recordLayout } from "./layout.js";
import { openNewContact } from "./overlays.js";
import { relatedCard } from "./related.js";
import { LAYOUT } from "./schema.js";
import { switches, wait } from "./switches.js";

/** Milliseconds after navigation. */
const ARRIVES = { header: 100, details: 300, related: 700 };
/** The related lists beside the tabs, and those inside the Related tab. */
const SIDE = {
  Opportunity: ["OpportunityContactRoles"],
  Account: ["Contacts"],
  Contact: ["OpportunityContactRoles"],
};
const TAB = {
  Opportunity: ["OpportunityContactRoles"],
  Account: ["Opportunities", "Contacts"],
  Contact: ["OpportunityContactRoles"],
};

/** Fills a page host with a record; the host gets `pageTitle` and `refresh()`. */
export function recordPage(host, id) {
  const slots = skeleton(host);
  const view = {
    editing: false,
    tab: switches.tab === "related" ? "related" : "details",
    opened: new Set(),
  };
  let page = null;

  const refresh = async () => {
    const next = await fetchRecord(id);
    if (JSON.stringify(next) === JSON.stringify(page)) return;
    page = next;
    if (!page) return gone();
    view.opened.clear();
    showHeader();
    showDetails();
    showRelated();
  };
  const gone = () => {
    host.pageTitle = "Salesforce";
    host.dispatchEvent(new Event("titlechange"));
    clear(host).append(h("div", { class: "gone", role: "alert" }, t("gone")));
  };

  const edit = (editing) => {
    view.editing = editing;
    view.tab = "details";
    view.opened.delete("details");
    showTabs();
  };

  function showHeader() {
    const { record } = page;
    const follow = (event) => {
      event.target.textContent =
        event.target.textContent === t("follow") ? t("following") : t("follow");
    };
    const account = record.kind === "Account" ? record.id : record.fields.AccountId;
    clear(slots.header).append(
      highlights(page, [
        ["Follow", t("follow"), follow],
        ["NewContact", t("newContact"), () => openNewContact(record.id, account)],
        ["Edit", t("edit"), () => edit(true)],
      ]),
    );
    clear(slots.path);
    if (record.kind === "Opportunity") slots.path.append(path(page, refresh));
    host.pageTitle = `${String(record.fields.Name).slice(0, 200)} | ${kindName(record.kind)} | Salesforce`;
    host.dispatchEvent(new Event("titlechange"));
  }

  function showTabs() {
    const button = (name, text) =>
      h(
        "li",
        {
          class: `slds-tabs_default__item ${view.tab === name ? "slds-is-active" : ""}`,
          role: "presentation",
        },
        h(
          "a",
          {
            class: "slds-tabs_default__link",
            role: "tab",
            href: "javascript:void(0)",
            "data-tab-value": `${name}Tab`,
            "aria-selected": String(view.tab === name),
            onclick: (event) => {
              event.preventDefault();
              view.tab = name;
              showTabs();
            },
          },
          text,
        ),
      );
    clear(slots.tabs).append(button("details", t("details")), button("related", t("relatedTab")));
    // A tab's content exists from the first time that the tab was opened, and then stays.
    if (!view.opened.has(view.tab)) {
      view.opened.add(view.tab);
      const panel = clear(view.tab === "details" ? slots.details : slots.related);
      if (view.tab === "details") panel.append(detailsContent());
      else panel.append(...TAB[page.record.kind].map((relation) => relatedCard(page, relation)));
    }
    for (const [name, panel] of [
      ["details", slots.details],
      ["related", slots.related],
    ]) {
      panel.classList.toggle("slds-show", view.tab === name);
      panel.classList.toggle("slds-hide", view.tab !== name);
    }
  }

  function detailsContent() {
    const layout = recordLayout(page, {
      editing: view.editing,
      actions: {
        edit: () => edit(true),
        cancel: () => edit(false),
        saved: () => {
          edit(false);
          refresh();
        },
      },
    });
    return switches.shadow === "open" ? inShadow(layout) : layout;
  }

  function showDetails() {
    for (const panel of [slots.details, slots.related]) clear(panel);
    showTabs();
  }

  function showRelated() {
    clear(slots.side).append(
      ...SIDE[page.record.kind].map((relation) => relatedCard(page, relation)),
      activityCard(),
    );
  }

  const load = async () => {
    const answer = fetchRecord(id);
    await wait(ARRIVES.header);
    page = await answer;
    if (!page || !LAYOUT[page.record.kind]) return gone();
    showHeader();
    await wait(ARRIVES.details - ARRIVES.header);
    showDetails();
    await wait(ARRIVES.related - ARRIVES.details);
    showRelated();
    addFiller(host);
    host.dataset.loaded = "true";
  };
  host.refresh = refresh;
  load();
}

/** The page's empty frame: what stays while its parts come and go. */
function skeleton(host) {
  const stencil = (lines) =>
    h(
      "div",
      { class: "stencil", "aria-label": t("loading") },
      Array.from({ length: lines }, () => h("span", {})),
    );
  const slots = {
    header: h("div", { class: "record-header" }, stencil(2)),
    path: h("div", { class: "record-path" }),
    tabs: h("ul", { class: "slds-tabs_default__nav", role: "tablist" }),
    details: h(
      "div",
      { class: "slds-tabs_default__content slds-show", role: "tabpanel" },
      stencil(6),
    ),
    related: h("div", { class: "slds-tabs_default__content slds-hide", role: "tabpanel" }),
    side: h("div", { class: "record-side" }, stencil(4)),
  };
  const tabset = h(
    "flexipage-tabset2",
    { class: "slds-card record-main" },
    h(
      "lightning-tabset",
      {},
      h("div", { class: "slds-tabs_default" }, slots.tabs, slots.details, slots.related),
    ),
  );
  const frame = h(
    "div",
    { class: "record-page" },
    h("flexipage-component2", { "data-component-id": "force_highlightsPanel" }, slots.header),
    h(
      "flexipage-component2",
      { "data-component-id": "runtime_sales_pathassistant_pathAssistant" },
      slots.path,
    ),
    h("div", { class: "record-columns" }, tabset, slots.side),
  );
  host.append(
    nest(
      [
        "one-record-home-flexipage2",
        "flexipage-record-page-decorator",
        "flexipage-record-home-template-desktop2",
      ],
      frame,
    ),
  );
  return slots;
}

function activityCard() {
  return h(
    "article",
    { class: "slds-card activity", "aria-label": t("activity") },
    h(
      "div",
      { class: "slds-card__header" },
      h("h2", { class: "slds-card__header-title" }, t("activity")),
    ),
    h(
      "div",
      { class: "slds-card__body activity-body" },
      h("h3", {}, t("upcoming")),
      h("p", {}, t("noActivity")),
    ),
  );
}

/** Native shadow DOM, as some orgs have it: page styles do not reach in, so it brings its own. */
function inShadow(content) {
  const host = h("records-lwc-shadow-host", {});
  const root = host.attachShadow({ mode: "open" });
  for (const sheet of document.querySelectorAll('link[rel="stylesheet"]'))
    root.append(sheet.cloneNode());
  root.append(content);
  return host;
}
