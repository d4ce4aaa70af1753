import "@/lib/store/testing";
import { beforeEach, describe, expect, test, vi, type MockInstance } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { settings } from "@/lib/store";
import { startBackground } from "./index";
import { locate, orgOf, ownUrl } from "./testing";

interface Script {
  id: string;
}
let registered: Script[] = [];
const menus = vi.fn();
let menuUpdate: MockInstance;
const listeners = new Map<string, (...args: never[]) => unknown>();

/** An event of the browser that remembers who listens. */
function hear(name: string, event: object) {
  vi.spyOn(
    event as { addListener: (listener: (...args: never[]) => unknown) => void },
    "addListener",
  ).mockImplementation((listener) => void listeners.set(name, listener));
}
const fire = (name: string, ...args: unknown[]) => listeners.get(name)?.(...(args as never[]));

beforeEach(() => {
  fakeBrowser.reset();
  registered = [];
  listeners.clear();
  menus.mockReset();
  const { commands, scripting, permissions, contextMenus, runtime, tabs, alarms, i18n } = browser;
  hear("message", runtime.onMessage);
  hear("installed", runtime.onInstalled);
  hear("startup", runtime.onStartup);
  hear("granted", permissions.onAdded);
  hear("revoked", permissions.onRemoved);
  hear("menu", contextMenus.onClicked);
  hear("command", commands.onCommand);
  hear("updated", tabs.onUpdated);
  hear("removed", tabs.onRemoved);
  hear("alarm", alarms.onAlarm);
  vi.spyOn(i18n, "getUILanguage").mockReturnValue("en");
  vi.spyOn(permissions, "getAll").mockResolvedValue({ origins: ["https://a.example/*"] } as never);
  vi.spyOn(permissions, "contains").mockImplementation(
    (async ({ origins }: { origins: string[] }) =>
      origins[0] === "https://acme.crm.example/*") as never,
  );
  vi.spyOn(scripting, "getRegisteredContentScripts").mockImplementation(
    (async () => registered) as never,
  );
  vi.spyOn(scripting, "registerContentScripts").mockImplementation((async (scripts: Script[]) => {
    if (registered.length > 0) throw new Error("Duplicate script ID");
    registered = scripts;
  }) as never);
  vi.spyOn(scripting, "updateContentScripts").mockResolvedValue(undefined as never);
  vi.spyOn(scripting, "executeScript").mockResolvedValue([] as never);
  vi.spyOn(contextMenus, "removeAll").mockResolvedValue(undefined as never);
  vi.spyOn(contextMenus, "create").mockImplementation(menus);
  menuUpdate = vi.spyOn(contextMenus, "update").mockResolvedValue(undefined as never);
  vi.spyOn(tabs, "query").mockResolvedValue([] as never);
});
const start = () =>
  startBackground({
    locate,
    orgOf,
    ownUrl,
    understand: (snapshot) => snapshot,
    understandPerson: (person) => person,
  });

describe("the background", () => {
  test("listens to everything in its first turn", () => {
    const watched = vi.spyOn(settings.locale, "watch");
    start();
    expect([...listeners.keys()].toSorted()).toEqual([
      "alarm",
      "command",
      "granted",
      "installed",
      "menu",
      "message",
      "removed",
      "revoked",
      "startup",
      "updated",
    ]);
    expect(watched).toHaveBeenCalled();
  });

  test("has its alarms at every start, and leaves those that are there", async () => {
    const create = vi.spyOn(browser.alarms, "create");
    start();
    await vi.waitFor(async () => expect(await browser.alarms.getAll()).toHaveLength(2));
    start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(create).toHaveBeenCalledTimes(2);
    await browser.alarms.clearAll();
    start();
    await vi.waitFor(async () => expect(await browser.alarms.getAll()).toHaveLength(2));
  });

  test("opens the welcome page when it is installed, and not when it is updated", async () => {
    const open = vi.spyOn(browser.tabs, "create").mockResolvedValue({} as never);
    start();
    fire("installed", { reason: "update" });
    expect(open).not.toHaveBeenCalled();
    fire("installed", { reason: "install" });
    expect(open).toHaveBeenCalledOnce();
    await vi.waitFor(() => expect(registered).toHaveLength(1));
  });

  test("follows what is granted, also when two events ask for it at once", async () => {
    start();
    fire("startup");
    fire("granted", {});
    await vi.waitFor(() => expect(browser.scripting.updateContentScripts).toHaveBeenCalledOnce());
    await vi.waitFor(() => expect(menus).toHaveBeenCalledTimes(14));
    expect(registered).toHaveLength(1);
  });

  test("comes back after it was switched off and on, which only the missing menu tells", async () => {
    menuUpdate.mockRejectedValue(new Error("Cannot find menu item with id powermap"));
    start();
    await vi.waitFor(() => expect(registered).toHaveLength(1));
    await vi.waitFor(() => expect(menus).toHaveBeenCalledTimes(7));
    await vi.waitFor(() =>
      expect(browser.tabs.query).toHaveBeenCalledWith({ url: ["https://a.example/*"] }),
    );
  });

  test("leaves the menu alone that is there", async () => {
    start();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(menus).not.toHaveBeenCalled();
  });

  test("mends registrations when its alarm wakes it, and no other", async () => {
    start();
    fire("alarm", { name: "of somebody else" });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(registered).toEqual([]);
    fire("alarm", { name: "upkeep" });
    await vi.waitFor(() => expect(registered).toHaveLength(1));
    expect(browser.scripting.executeScript).not.toHaveBeenCalled();
  });

  test("makes the menu again in a new language", async () => {
    start();
    await settings.locale.setValue("zh_CN");
    await vi.waitFor(() => expect(menus).toHaveBeenCalledTimes(7));
  });

  test("of two changes at once the later names are what stays in the menu", async () => {
    // As browsers do it: what has an id already is not made again.
    const shown = new Map<string, string>();
    vi.spyOn(browser.contextMenus, "removeAll").mockImplementation((async () =>
      shown.clear()) as never);
    menus.mockImplementation((({ id, title }: { id: string; title: string }) => {
      if (!shown.has(id)) shown.set(id, title);
    }) as never);
    // And reading takes a while.
    let reads = 0;
    vi.spyOn(settings.locale, "getValue").mockImplementation(async () => {
      await new Promise((resolve) => setTimeout(resolve, 30 * ++reads));
      return "en";
    });
    start();
    const names = { names: {}, places: {}, added: [] };
    await settings.vocabulary.setValue({ ...names, skin: "blue-sheet" });
    await new Promise((resolve) => setTimeout(resolve, 10));
    await settings.vocabulary.setValue({ ...names, skin: "four-roles" });
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(shown.get("role:decision-maker")).toBe("Tag as decision maker");
    await settings.vocabulary.removeValue();
  });

  test("answers its own messages and leaves others alone", async () => {
    start();
    const sender = { id: browser.runtime.id, url: browser.runtime.getURL("/sidepanel.html") };
    expect(fire("message", { type: "ping" }, sender, () => undefined)).toBeUndefined();
    const answer = (from: object) =>
      new Promise((respond) => {
        const later = fire("message", { powermap: "store.check", data: {} }, from, respond);
        expect(later, "the answer comes later").toBe(true);
      });
    expect(await answer(sender)).toEqual({ ok: true, value: null });
    expect(await answer({ ...sender, id: "other" })).toMatchObject({
      ok: false,
      failure: "foreign",
    });
  });

  test("forgets a tab that is closed, and follows one that goes elsewhere", async () => {
    start();
    fire("updated", 7, { url: "https://acme.crm.example/opportunity/1" });
    const stored = async () =>
      Object.keys(await browser.storage.session.get(null)).filter((key) => key.startsWith("tab:"));
    await vi.waitFor(async () => expect(await stored()).toEqual(["tab:7"]));
    fire("updated", 8, { status: "complete" });
    // A site without access: the browser names its address after a click on the toolbar button.
    fire("updated", 9, { url: "https://other.crm.example/opportunity/1" });
    fire("removed", 7);
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });
});
