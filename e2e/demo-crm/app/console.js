/**
 * A console app: workspace tabs, each with its own subtabs. Hidden workspaces keep their sections
 * and hosts in the document, and inside them the marks of what was active last.
 */
import { h, icon, objectIcon } from "./dom.js";
import { navigate, routeOf } from "./router.js";
import { fill } from "./stage.js";

const absolute = (path) => routeOf(new URL(path, location.origin).href);

/** @returns the console's element and `show(route)` */
export function createConsole() {
  const bar = h("ul", { class: "tabBarItems workspace-tabs", role: "tablist" });
  const area = h("div", { class: "navexConsoleContentArea" });
  const element = h(
    "div",
    { class: "oneConsole navexConsole" },
    h("div", { class: "navexConsoleTabContainer" }, bar),
    area,
  );
  const workspaces = new Map();

  function show(route) {
    const owner = route.workspace ? absolute(route.workspace) : route;
    // Lists and home replace each other in one nameless workspace, as the navigation item does.
    const key = owner.page === "record" || owner.page === "related" ? owner.key : "navigation";
    let workspace = workspaces.get(key);
    if (!workspace) workspaces.set(key, (workspace = createWorkspace(key, owner)));
    for (const other of workspaces.values()) other.setActive(other === workspace);
    workspace.show(route, owner);
  }

  function createWorkspace(key, owner) {
    const tabs = h("ul", { class: "tabBarItems sub-tabs", role: "tablist" });
    const wrapper = h("div", { class: "oneWorkspaceTabWrapper" }, tabs);
    const section = h("section", { class: "tabContent oneConsoleTab", role: "tabpanel" }, wrapper);
    const item = tabItem(owner, () => navigate(last));
    const subtabs = new Map();
    let last = owner.path;
    area.append(section);
    if (key !== "navigation") bar.append(item);

    function setActive(active) {
      section.classList.toggle("active", active);
      item.classList.toggle("active", active);
    }

    function showTab(route, owner) {
      last = location.pathname + location.search;
      const id = key === "navigation" ? "navigation" : route.key;
      let tab = subtabs.get(id);
      if (tab && key === "navigation" && tab.route.key !== route.key) {
        tab.section.remove();
        subtabs.delete(id);
        tab = undefined;
      }
      if (!tab) {
        subtabs.set(id, (tab = createTab(route, owner)));
        fill(tab.host, route);
      } else {
        tab.host.refresh?.();
      }
      for (const other of subtabs.values()) {
        other.section.classList.toggle("active", other === tab);
        other.item.classList.toggle("active", other === tab);
      }
      tabs.hidden = subtabs.size < 2;
      document.title = tab.host.pageTitle;
    }

    function createTab(route, owner) {
      const host = h("div", { class: "windowViewMode-maximized oneContent active lafPageHost" });
      const tabSection = h(
        "section",
        { class: "tabContent oneConsoleTab", role: "tabpanel" },
        host,
      );
      const main = route.key === owner.key;
      const item = tabItem(route, () =>
        navigate(main ? route.path : `${route.path}?ws=${encodeURIComponent(owner.path)}`),
      );
      const name = () => {
        const text = host.pageTitle.split(" | ")[0];
        item.setName(text);
        if (main) section.dispatchEvent(new CustomEvent("name", { detail: text }));
      };
      host.addEventListener("titlechange", name);
      wrapper.append(tabSection);
      tabs.append(item);
      return { section: tabSection, host, item, route };
    }
    section.addEventListener("name", (event) => item.setName(event.detail));
    return { setActive, show: showTab };
  }

  // A link inside a record opens as a subtab of that record's workspace.
  element.addEventListener("click", (event) => {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const target = link.origin === location.origin ? routeOf(link.href) : null;
    const here = routeOf(location.href);
    const inRecord = here.page === "record" || here.page === "related";
    if (!inRecord || !link.pathname.startsWith("/lightning/r/")) return;
    if (!link.closest(".oneWorkspaceTabWrapper") || target.workspace) return;
    event.preventDefault();
    const owner = here.workspace ?? here.path;
    navigate(target.path === owner ? owner : `${target.path}?ws=${encodeURIComponent(owner)}`);
  });
  return { element, show };
}

function tabItem(route, open) {
  const name = h("span", { class: "title slds-truncate" }, "…");
  const item = h(
    "li",
    { class: "oneConsoleTabItem tabItem", role: "presentation" },
    h(
      "a",
      {
        class: "tabHeader",
        role: "tab",
        href: route.path,
        onclick: (event) => (event.preventDefault(), open()),
      },
      route.kind ? objectIcon(route.kind) : icon("home"),
      name,
    ),
  );
  item.setName = (text) => {
    name.textContent = text.slice(0, 60);
    name.title = text.slice(0, 300);
  };
  return item;
}
