/**
 * The centre stage of a standard app: one host per page, only the newest visible. The hosts of the
 * last records stay in the document, hidden, with everything that they showed.
 */
import { h } from "./dom.js";
import { homePage } from "./home.js";
import { listView } from "./listview.js";
import { recordPage } from "./record.js";
import { relatedPage } from "./relatedpage.js";
import { switches } from "./switches.js";

/** Hidden hosts that are kept. */
const KEPT = 5;

/** Builds the page of a route into a host. */
export function fill(host, route) {
  host.pageTitle = "Salesforce";
  host.addEventListener("titlechange", () => {
    if (host.checkVisibility()) document.title = host.pageTitle;
  });
  if (route.page === "record") recordPage(host, route.id);
  else if (route.page === "related") relatedPage(host, route.kind, route.id, route.relation);
  else if (route.page === "list") listView(host, route.kind, route.filter);
  else homePage(host);
}

/** @returns the stage's element and `show(route)` */
export function createStage() {
  const center = h("div", { class: "oneCenterStage lafSinglePaneWindowManager" });
  const element = h("div", { class: "slds-template__container" }, center);
  /** Least recently shown first. */
  const hosts = new Map();
  let navigation = 0;

  async function show(route) {
    const mine = ++navigation;
    if (switches.linger) await new Promise((resolve) => setTimeout(resolve, switches.linger));
    if (mine !== navigation) return;
    const known = hosts.get(route.key);
    const host = known ?? h("div", { class: "windowViewMode-normal oneContent lafPageHost" });
    for (const other of hosts.values()) other.classList.remove("active");
    hosts.delete(route.key);
    hosts.set(route.key, host);
    host.classList.add("active");
    if (known) {
      known.refresh?.();
    } else {
      center.append(host);
      fill(host, route);
    }
    document.title = host.pageTitle;
    for (const [key, old] of hosts) {
      if (hosts.size <= KEPT + 1) break;
      hosts.delete(key);
      old.remove();
    }
  }
  return { element, show };
}
