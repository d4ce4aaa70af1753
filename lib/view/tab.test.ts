import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { writeTab } from "@/lib/store";
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
