import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { panelAnswers } from "@/lib/messages";
import { expectPanel, openPanel } from "./panel";

vi.mock("@/lib/messages", { spy: true });
const answers = vi.mocked(panelAnswers);

interface Tab {
  id: number;
  url?: string;
  index?: number;
}
let active: Tab;
let fallback: Tab[];
const own = () => browser.runtime.getURL("/sidepanel.html" as never);
const created = vi.fn<(tab: object) => void>();
const updated = vi.fn<(id: number, change: object) => void>();
const removed = vi.fn<(id: number) => void>();

beforeEach(() => {
  fakeBrowser.reset();
  for (const spy of [created, updated, removed]) spy.mockReset();
  active = { id: 7, url: "https://acme.crm.example/", index: 2 };
  fallback = [];
  vi.spyOn(browser.tabs, "query").mockImplementation((async ({ url }: { url?: string }) =>
    url === undefined ? [active] : fallback.filter((tab) => tab.url === url)) as never);
  vi.spyOn(browser.tabs, "create").mockImplementation((async (tab: object) => {
    created(tab);
    return { id: 8 };
  }) as never);
  vi.spyOn(browser.tabs, "update").mockImplementation((async (id: number, change: object) =>
    updated(id, change)) as never);
  vi.spyOn(browser.tabs, "remove").mockImplementation((async (id: number) => removed(id)) as never);
});
afterEach(() => answers.mockReset());
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

describe("a panel that was opened", () => {
  test("and is alive opens nothing in its place", async () => {
    answers.mockResolvedValue(true);
    await expectPanel({ windowId: 3 });
    await settled();
    expect(answers).toHaveBeenCalledExactlyOnceWith(3, 1_000);
    expect(created).not.toHaveBeenCalled();
  });

  test("and does not show opens as a page beside the tab, about that tab", async () => {
    answers.mockResolvedValue(false);
    await expectPanel({ windowId: 3 });
    await settled();
    expect(created).toHaveBeenCalledExactlyOnceWith({
      url: `${own()}?tab=7`,
      windowId: 3,
      index: 3,
      openerTabId: 7,
    });
    expect(removed).not.toHaveBeenCalled();
  });

  test("and comes late takes the place of that page again", async () => {
    answers.mockResolvedValueOnce(false).mockResolvedValueOnce(true);
    await expectPanel({ windowId: 3 });
    await settled();
    expect(removed).toHaveBeenCalledExactlyOnceWith(8);
  });

  test("shows the page that is there already, and none about itself", async () => {
    answers.mockResolvedValue(false);
    fallback = [{ id: 9, url: `${own()}?tab=7` }];
    await expectPanel({ windowId: 3 });
    await settled();
    expect(updated).toHaveBeenCalledExactlyOnceWith(9, { active: true });
    active = fallback[0]!;
    await expectPanel({ windowId: 3 });
    await settled();
    expect(updated).toHaveBeenCalledOnce();
    expect(created).not.toHaveBeenCalled();
  });

  test("is not waited for where the browser refused to open it", async () => {
    vi.spyOn(browser.sidePanel, "open").mockRejectedValue(new Error("no gesture"));
    await openPanel(3);
    await settled();
    expect(answers).not.toHaveBeenCalled();
    expect(created).not.toHaveBeenCalled();
  });
});
