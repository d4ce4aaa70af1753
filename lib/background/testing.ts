/** A small CRM for tests of the background: `https://ORG.crm.example/KIND/ID`, and lists of nothing. */
import { vi } from "vitest";
import { browser } from "wxt/browser";
import type { PageSnapshot, Place, SeenPerson } from "@/lib/domain";
import type { Origin } from "@/lib/messages";
import type { Locate, OrgOf, OwnUrl } from "./pages";

export const orgOf: OrgOf = (url) => {
  const org = /^https:\/\/(\w+)\.crm\.example\//.exec(url)?.[1];
  return org === undefined ? null : { crm: "demo", org, ownHost: true };
};

export const locate: Locate = (url) => {
  const site = orgOf(url);
  const [, kind, id] = /\/(opportunity|account|contact|party)\/(\w+)/.exec(url) ?? [];
  if (!site || !kind || !id) return null;
  const { crm, org } = site;
  return { crm, org, kind: kind as Place["kind"], id };
};

/** `…/list/KIND/ID` is a list of the record at `…/KIND/ID`. */
export const ownUrl: OwnUrl = (url) => url.replace("/list/", "/");

export const urlOf = (path: string, org = "acme") => `https://${org}.crm.example/${path}`;

export const page = (url: string, tabId: number | null = 7): Origin => ({
  from: "page",
  url,
  tabId,
});
export const panel: Origin = {
  from: "extension",
  url: "chrome-extension://powermap/sidepanel.html",
  tabId: null,
};

/** What a page shows of the record that its URL names. */
export function snapshotOf(
  url: string,
  values: Partial<Record<string, string>> = {},
  people: Partial<SeenPerson>[] = [],
): PageSnapshot {
  const place = locate(url);
  if (!place) throw new Error(`no record at ${url}`);
  const fields = Object.entries({ name: "ERP", ...values }).map(([name, text]) => {
    const [value, ref] = String(text).split("#");
    return [name, { value, hook: `[${name}]`, ...(ref ? { ref } : {}) }];
  });
  return {
    place,
    url,
    language: "en",
    markers: [],
    fields: Object.fromEntries(fields) as PageSnapshot["fields"],
    people: people.map((one) => ({
      name: "Li Wei",
      markers: [],
      in: "opportunity",
      hook: "tr",
      ...one,
    })),
    notFound: ["stage"],
    limits: [],
  };
}

/** The tabs of the browser, by number and address. */
export function tabsAt(tabs: Record<number, string>): void {
  vi.spyOn(browser.tabs, "get").mockImplementation((async (id: number) => {
    if (!(id in tabs)) throw new Error("No tab with id");
    return { id, url: tabs[id] };
  }) as never);
}
