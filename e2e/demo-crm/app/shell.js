/** What surrounds every page: the global header and the app's navigation. */
import { search, session } from "./api.js";
import { h, icon, objectIcon } from "./dom.js";
import { LANGUAGES, language, pluralName, setLanguage, t } from "./language.js";
import { recordPath } from "./schema.js";

const NAVIGATION = [
  ["home", "/lightning/page/home"],
  ["Opportunity", "/lightning/o/Opportunity/list?filterName=AllOpportunities"],
  ["Contact", "/lightning/o/Contact/list?filterName=AllContacts"],
  ["Account", "/lightning/o/Account/list?filterName=AllAccounts"],
];

/** @returns the header and `mark(route)`, which shows where one is */
export function createShell(inConsole) {
  const items = NAVIGATION.map(([name, href]) =>
    h(
      "one-app-nav-bar-item-root",
      { class: "navItem", "data-nav": name },
      h(
        "a",
        { href, class: "slds-context-bar__label-action" },
        h("span", { class: "slds-truncate" }, name === "home" ? t("home") : pluralName(name)),
      ),
    ),
  );
  const header = h(
    "header",
    { class: "slds-global-header_container", id: "oneHeader" },
    h("a", { href: "#main", class: "skip-link" }, t("skip")),
    h(
      "div",
      { class: "slds-global-header" },
      h("span", { class: "brand" }, icon("grid"), h("strong", {}, session.name)),
      searchBox(),
      languageChooser(),
      h("span", { class: "avatar user", title: session.me.name }, session.me.name.slice(0, 1)),
    ),
    h(
      "one-appnav",
      { class: "slds-context-bar" },
      h("span", { class: "app-name" }, inConsole ? t("console") : t("app")),
      h("nav", { "aria-label": t("app") }, items),
    ),
  );
  const mark = (route) => {
    const name = route.page === "home" ? "home" : route.kind;
    for (const item of items) {
      const current = item.dataset.nav === name;
      item.classList.toggle("slds-is-active", current);
      item.firstChild.toggleAttribute("aria-current", current);
    }
  };
  return { header, mark };
}

function languageChooser() {
  return h(
    "select",
    {
      class: "language",
      "aria-label": t("language"),
      onchange: (event) => setLanguage(event.target.value),
    },
    Object.entries(LANGUAGES).map(([tag, name]) =>
      h("option", { value: tag, lang: tag, selected: tag === language }, name),
    ),
  );
}

function searchBox() {
  const results = h("ul", { class: "search-results", hidden: true });
  const show = async (event) => {
    const found = await search(event.target.value);
    results.hidden = found.length === 0;
    results.replaceChildren(
      ...found.map(({ kind, id, name }) =>
        h(
          "li",
          {},
          h(
            "a",
            { href: recordPath(kind, id), onclick: () => (results.hidden = true) },
            objectIcon(kind),
            h("span", { class: "slds-truncate" }, name),
          ),
        ),
      ),
    );
  };
  const input = h("input", {
    type: "search",
    placeholder: t("search"),
    "aria-label": t("search"),
    oninput: show,
    onkeydown: (event) => {
      if (event.key === "Escape") results.hidden = true;
    },
  });
  return h("div", { class: "search", role: "search" }, icon("search"), input, results);
}
