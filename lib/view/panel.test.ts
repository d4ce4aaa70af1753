import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { writeTab } from "@/lib/store";
import { followTabs, openPanel, openRecord } from "./panel";

const URL_OF_MES = "https://acme.lightning.force.com/lightning/r/Opportunity/006/view";
const KEY_OF_MES = "salesforce:acme:opportunity:006" as const;

const opened = vi.fn<(options: { windowId: number }) => Promise<void>>();

beforeEach(() => {
  opened.mockReset().mockResolvedValue(undefined);
  vi.spyOn(browser.sidePanel, "open").mockImplementation(opened as never);
  vi.spyOn(browser.windows, "getCurrent").mockResolvedValue({ id: 1 } as never);
  vi.spyOn(browser.windows, "update").mockResolvedValue({} as never);
  vi.spyOn(browser.tabs, "create").mockResolvedValue({} as never);
  vi.spyOn(browser.tabs, "update").mockResolvedValue({} as never);
});

const withTabs = (...tabs: { id: number; windowId: number; url?: string }[]) => {
  vi.spyOn(browser.tabs, "query").mockResolvedValue(tabs as never);
  return followTabs();
};

test("the panel opens in the turn of the click, in this window", async () => {
  await withTabs();
  void openPanel();
  expect(opened).toHaveBeenCalledExactlyOnceWith({ windowId: 1 });
});

test("a browser that refuses is no error", async () => {
  await withTabs();
  opened.mockRejectedValue(new Error("may only be called in response to a user gesture"));
  expect(await openPanel()).toBe(false);
});

test("a record that no tab shows gets a new one, with the panel", async () => {
  await withTabs({
    id: 5,
    windowId: 1,
    url: "https://acme.lightning.force.com/lightning/page/home",
  });
  const done = openRecord({ key: KEY_OF_MES, url: URL_OF_MES });
  expect(opened).toHaveBeenCalledExactlyOnceWith({ windowId: 1 });
  await done;
  expect(browser.tabs.create).toHaveBeenCalledExactlyOnceWith({ url: URL_OF_MES });
  expect(browser.tabs.update).not.toHaveBeenCalled();
});

test("the tab that shows the record is taken, and the panel opens in its window", async () => {
  await withTabs({ id: 5, windowId: 2, url: URL_OF_MES });
  const done = openRecord({ key: KEY_OF_MES, url: URL_OF_MES });
  expect(opened).toHaveBeenCalledExactlyOnceWith({ windowId: 2 });
  await done;
  expect(browser.tabs.create).not.toHaveBeenCalled();
  expect(browser.tabs.update).toHaveBeenCalledExactlyOnceWith(5, { active: true });
  expect(browser.windows.update).toHaveBeenCalledExactlyOnceWith(2, { focused: true });
});

test("a tab that shows the record under another address is taken too; one that left it is not", async () => {
  const other = `${URL_OF_MES}?ws=console`;
  const state = { sequence: 1, place: null, key: KEY_OF_MES, state: "read" } as const;
  await writeTab(5, { ...state, url: "https://left.example/" });
  await writeTab(6, { ...state, url: other });
  await withTabs(
    { id: 6, windowId: 1, url: other },
    { id: 5, windowId: 1, url: "https://acme.lightning.force.com/lightning/page/home" },
  );
  await openRecord({ key: KEY_OF_MES, url: URL_OF_MES });
  expect(browser.tabs.update).toHaveBeenCalledExactlyOnceWith(6, { active: true });
});
