import { beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { followSites, grantedSites, startInOpenTabs } from "./sites";

interface Script {
  id: string;
  matches: string[];
  js: string[];
}
let origins: string[] = [];
let registered: Script[] = [];
const executed = vi.fn<(injection: { target: { tabId: number } }) => Promise<unknown>>();

beforeEach(() => {
  fakeBrowser.reset();
  [origins, registered] = [[], []];
  executed.mockReset();
  vi.spyOn(browser.permissions, "getAll").mockImplementation((async () => ({ origins })) as never);
  const { scripting } = browser;
  vi.spyOn(scripting, "getRegisteredContentScripts").mockImplementation(
    (async () => registered) as never,
  );
  vi.spyOn(scripting, "registerContentScripts").mockImplementation((async (scripts: Script[]) => {
    // As the browser does: one id is registered once.
    if (registered.length > 0) throw new Error(`Duplicate script ID '${registered[0]?.id}'`);
    registered = scripts;
  }) as never);
  vi.spyOn(scripting, "updateContentScripts").mockImplementation((async (scripts: Script[]) => {
    if (registered.length === 0) throw new Error("no such script");
    registered = scripts;
  }) as never);
  vi.spyOn(scripting, "unregisterContentScripts").mockImplementation((async () => {
    if (registered.length === 0) throw new Error("no such script");
    registered = [];
  }) as never);
  vi.spyOn(scripting, "executeScript").mockImplementation(executed as never);
});

describe("the page script is registered", () => {
  test("on exactly the granted web sites, as they come and go", async () => {
    origins = ["https://b.example/*", "https://a.example/*", "chrome://favicon/*", "file:///*"];
    expect(await grantedSites()).toEqual(["https://a.example/*", "https://b.example/*"]);
    await followSites();
    expect(registered).toMatchObject([{ matches: ["https://a.example/*", "https://b.example/*"] }]);
    origins = ["https://a.example/*"];
    await followSites();
    expect(registered).toMatchObject([{ matches: ["https://a.example/*"] }]);
    origins = [];
    await followSites();
    expect(registered).toEqual([]);
    await followSites();
    expect(registered).toEqual([]);
  });
});

describe("the page script is started", () => {
  test("in tabs that were open before, those that refuse notwithstanding", async () => {
    const queried = vi
      .spyOn(browser.tabs, "query")
      .mockResolvedValue([
        { id: 1 },
        { id: 2, discarded: true },
        { id: undefined },
        { id: 3 },
      ] as never);
    executed.mockRejectedValueOnce(new Error("Cannot access contents of the page"));
    await startInOpenTabs(["https://a.example/*"]);
    expect(queried).toHaveBeenCalledWith({ url: ["https://a.example/*"] });
    expect(executed.mock.calls.map(([{ target }]) => target.tabId)).toEqual([1, 3]);
  });

  test("nowhere without a granted site", async () => {
    const queried = vi.spyOn(browser.tabs, "query");
    await startInOpenTabs([]);
    expect(queried).not.toHaveBeenCalled();
  });
});
