import { effect } from "@preact/signals";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { forgetTab, writeTab } from "@/lib/store";
import { followSites, takenAway } from "./sites";
import { activeUrl, followTab, hiddenUrl, tabState } from "./tab";

/** What the page asked to be told of. */
const heard: Record<"added" | "removed", () => void> = {
  added: () => undefined,
  removed: () => undefined,
};

beforeEach(() => {
  const { onAdded, onRemoved } = browser.permissions;
  vi.spyOn(onAdded, "addListener").mockImplementation(((tell: () => void) => {
    heard.added = tell;
  }) as never);
  vi.spyOn(onRemoved, "addListener").mockImplementation(((tell: () => void) => {
    heard.removed = tell;
  }) as never);
  vi.spyOn(browser.windows, "getCurrent").mockResolvedValue({ id: 1 } as never);
});

const URL_OF_MES = "https://acme.lightning.force.com/lightning/r/Opportunity/006/view";

test("access that is taken away or given while the tab stays is seen at once", async () => {
  const tab: { id: number; url?: string } = { id: 7, url: URL_OF_MES };
  vi.spyOn(browser.tabs, "query").mockResolvedValue([tab] as never);
  vi.spyOn(browser.tabs, "get").mockImplementation((async () => ({ ...tab })) as never);
  await writeTab(7, {
    url: URL_OF_MES,
    sequence: 1,
    place: null,
    key: "salesforce:acme:opportunity:006",
    state: "read",
  });
  await followTab("");
  await vi.waitFor(() => expect(tabState.value).toMatchObject({ state: "read" }));

  delete tab.url;
  heard.removed();
  await vi.waitFor(() => expect(tabState.value).toBe("none"));
  expect(activeUrl.value).toBeNull();
  expect(hiddenUrl.value).toBe(URL_OF_MES);

  tab.url = URL_OF_MES;
  heard.added();
  await vi.waitFor(() => expect(tabState.value).toMatchObject({ state: "read" }));
});

describe("a page beside a tab that is no more says so", () => {
  /** Of one page, which is beside one tab for its whole life. */
  const page = async () => {
    vi.resetModules();
    return import("./tab");
  };

  test("from the start, as when a browser opens its last tabs again", async () => {
    vi.spyOn(browser.tabs, "get").mockRejectedValue(new Error("No tab with id: 99."));
    const { followTab, isTabClosed, tabState } = await page();
    await followTab("?tab=99");
    expect(isTabClosed.value).toBe(true);
    expect(tabState.value).toBe("none");
  });

  test("when it is closed, and not when another is", async () => {
    const closing: ((id: number) => void)[] = [];
    vi.spyOn(browser.tabs.onRemoved, "addListener").mockImplementation(((one: never) => {
      closing.push(one);
    }) as never);
    vi.spyOn(browser.tabs, "get").mockResolvedValue({ id: 9, url: URL_OF_MES } as never);
    const { followTab, isTabClosed, tabState } = await page();
    await followTab("?tab=9");
    for (const tell of closing) tell(8);
    expect(isTabClosed.value).toBe(false);
    for (const tell of closing) tell(9);
    expect(isTabClosed.value).toBe(true);
    expect(tabState.value).toBe("none");
  });
});

test("between two tabs nothing is said that is true of neither", async () => {
  const urlOf = (id: number) =>
    `https://acme.lightning.force.com/lightning/r/Opportunity/${id}/view`;
  const tabs = new Map([5, 6].map((id) => [id, { id, windowId: 1, url: urlOf(id) }]));
  let activated: (at: { tabId: number; windowId: number }) => unknown = () => undefined;
  vi.spyOn(browser.tabs.onActivated, "addListener").mockImplementation(((tell: never) => {
    activated = tell;
  }) as never);
  let updated: (id: number, change: { url: string }, tab: { url: string }) => unknown = () =>
    undefined;
  vi.spyOn(browser.tabs.onUpdated, "addListener").mockImplementation(((tell: never) => {
    updated = tell;
  }) as never);
  let removed: (id: number) => unknown = () => undefined;
  vi.spyOn(browser.tabs.onRemoved, "addListener").mockImplementation(((tell: never) => {
    removed = tell;
  }) as never);
  vi.spyOn(browser.tabs, "query").mockResolvedValue([tabs.get(5)] as never);
  const { promise: late, resolve: tell } = Promise.withResolvers<void>();
  vi.spyOn(browser.tabs, "get").mockImplementation((async (id: number) => {
    if (id === 6) await late; // later than what is known of the tab
    return tabs.get(id);
  }) as never);
  for (const id of tabs.keys()) {
    const key = `salesforce:acme:opportunity:${id}` as const;
    await writeTab(id, { url: urlOf(id), sequence: 1, place: null, key, state: "read" });
  }
  await followTab("");
  await vi.waitFor(() => expect(tabState.value).toMatchObject({ url: urlOf(5) }));
  const said = new Set<unknown>();
  const stop = effect(() => {
    const state = tabState.value;
    said.add(state === null || state === "none" ? state : state.url);
    said.add(hiddenUrl.value);
  });
  activated({ tabId: 6, windowId: 1 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  tell();
  await vi.waitFor(() => expect(tabState.value).toMatchObject({ url: urlOf(6) }));
  stop();
  expect([...said]).toEqual([urlOf(5), null, urlOf(6)]);

  // Back at a tab that is known the browser need not be asked first.
  vi.spyOn(browser.tabs, "get").mockReturnValue(new Promise(() => undefined) as never);
  activated({ tabId: 5, windowId: 1 });
  expect(tabState.value).toMatchObject({ url: urlOf(5) });
  // What happened in it meanwhile was told.
  const next = { url: urlOf(7), sequence: 2, place: null, key: null, state: "elsewhere" } as const;
  await writeTab(6, next);
  updated(6, { url: urlOf(7) }, { ...tabs.get(6)!, url: urlOf(7) });
  activated({ tabId: 6, windowId: 1 });
  expect(tabState.value).toEqual(next);
  // Of a tab that is closed nothing is kept.
  removed(6);
  activated({ tabId: 6, windowId: 1 });
  expect(tabState.value).toBeNull();
  activated({ tabId: 5, windowId: 1 });
  // What was asked of a page before it was gone is answered after that was told.
  const { promise: asked, resolve: answer } = Promise.withResolvers<object>();
  vi.spyOn(browser.storage.session, "get").mockReturnValueOnce(asked as never);
  updated(9, { url: urlOf(9) }, { ...tabs.get(5)!, url: urlOf(9) });
  activated({ tabId: 9, windowId: 1 });
  const left = { url: urlOf(9), sequence: 1, place: null, key: null, state: "elsewhere" } as const;
  await writeTab(9, left);
  await forgetTab(9);
  answer({ "tab:9": left });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(tabState.value).toBe("none");
  // With the access to a site what is known of it may go.
  heard.removed();
  activated({ tabId: 5, windowId: 1 });
  expect(tabState.value).toBeNull();
});

test("an address that a click names for the moment opens nothing that was closed", async () => {
  const origins = [URL_OF_MES.replace(/lightning\/r.*/u, "*")];
  vi.spyOn(browser.permissions, "getAll").mockImplementation((async () => ({ origins })) as never);
  const tab = { id: 8, url: URL_OF_MES };
  vi.spyOn(browser.tabs, "query").mockResolvedValue([tab] as never);
  vi.spyOn(browser.tabs, "get").mockResolvedValue(tab as never);
  const key = "salesforce:acme:opportunity:006";
  await writeTab(8, { url: URL_OF_MES, sequence: 1, place: null, key, state: "read" });
  await followSites();
  const sitesChanged = heard.removed;
  await followTab("");
  await vi.waitFor(() => expect(tabState.value).toMatchObject({ state: "read" }));
  // After a click on our context menu the browser tells the tab's address all the same (`activeTab`).
  origins.pop();
  sitesChanged();
  await vi.waitFor(() => expect(tabState.value).toBe("none"));
  expect(hiddenUrl.value).toBe(URL_OF_MES);
  expect(takenAway.value?.host).toBe("acme.lightning.force.com");
});

// Last: the page is about that record from then on.
test("a record in the page's own address is shown whatever the tab beside it does", async () => {
  await followTab("?record=no-key");
  expect(tabState.value).not.toMatchObject({ key: "no-key" });
  await followTab("?record=sample%3Asample%3Aopportunity%3Aplanning");
  expect(tabState.value).toMatchObject({
    key: "sample:sample:opportunity:planning",
    state: "read",
  });
});
