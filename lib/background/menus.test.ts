import { atCommit, failCommits } from "@/lib/store/testing";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { keyOf, nameId, type RecordKind, type SeenPerson, type StatedClaim } from "@/lib/domain";
import { LOCALES } from "@/lib/i18n";
import { newClaimId } from "@/lib/messages";
import { appendClaims, readAsked, readTab, settings } from "@/lib/store";
import { withDatabase } from "./database";
import { cursorAt, forgetChecks } from "./checks";
import { createMenus, menuClicked } from "./menus";
import { pageRead, pageSeen } from "./pages";
import { locate, orgOf, page, snapshotOf, tabsAt, urlOf } from "./testing";

const of = <K extends RecordKind>(kind: K, id: string) =>
  keyOf({ crm: "demo", org: "acme", kind, id });
const TAB = { id: 7, windowId: 3 };
const { menu, role, failure, undo } = LOCALES.en;
const li: SeenPerson = { id: "L", name: "Li Wei", markers: [], in: "opportunity", hook: "a" };

interface Asked {
  powermapPage: string;
  data: { text: string; tone: string; undo?: { claims: string[]; label: string } };
}
let cursor: { url: string; person: SeenPerson | null; ready?: boolean } | null;
const asked = vi.fn<(message: Asked) => void>();
const updated = vi.fn<(id: string, change: { checked: boolean }) => Promise<void>>();
/** The items that have a check now, by their updates. */
const checked = () =>
  [...new Map(updated.mock.calls.map(([id, change]) => [id, change.checked]))].flatMap(
    ([id, has]) => (has ? [id] : []),
  );
const notices = () =>
  asked.mock.calls
    .map(([message]) => message)
    .filter(({ powermapPage }) => powermapPage === "toast.show");

beforeEach(async () => {
  fakeBrowser.reset();
  asked.mockReset();
  updated.mockReset();
  vi.spyOn(browser.contextMenus, "update").mockImplementation(updated as never);
  forgetChecks();
  cursor = null;
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en-GB");
  vi.spyOn(browser.scripting, "executeScript").mockResolvedValue([] as never);
  vi.spyOn(browser.tabs, "sendMessage").mockImplementation((async (_: number, message: Asked) => {
    asked(message);
    return message.powermapPage === "cursor.person" ? cursor && { ready: true, ...cursor } : null;
  }) as never);
  await withDatabase((database) =>
    Promise.all([database.records.clear(), database.links.clear(), database.claims.clear()]),
  );
});

/** The tab shows a page that was read. */
async function at(url: string, values = {}, people: Partial<SeenPerson>[] = []) {
  tabsAt({ [TAB.id]: url });
  await pageSeen({ url, sequence: 1 }, page(url), locate);
  if (locate(url))
    await pageRead({ sequence: 1, snapshot: snapshotOf(url, values, people) }, page(url), locate);
}
const same = (person: SeenPerson) => person;
const choose = (menuItemId: string, wasChecked?: boolean) =>
  menuClicked({ menuItemId, wasChecked }, TAB, orgOf, same);
const log = () => withDatabase(async ({ claims }) => (await claims.toArray()) as StatedClaim[]);

describe("tagging the person under the cursor", () => {
  test("on an opportunity's page is said of that opportunity", async () => {
    const url = urlOf("opportunity/1");
    await at(url, { account: "Acme#A1" });
    cursor = { url, person: li };
    await choose("role:decision-maker");
    const [one] = await log();
    expect(await log()).toHaveLength(1);
    expect(one).toMatchObject({
      scope: of("opportunity", "1"),
      about: of("contact", "L"),
      says: { aspect: "role", role: "decision-maker", holds: true },
      how: "judgement",
      sure: "likely",
      by: "me",
    });
    expect(await withDatabase(({ records }) => records.get(of("contact", "L")))).toMatchObject({
      name: "Li Wei",
      account: of("account", "A1"),
    });
    expect(notices()).toHaveLength(1);
    expect(notices()[0]?.data).toMatchObject({
      tone: "done",
      text: menu.tagged("Li Wei", role["decision-maker"]),
      undo: { claims: [one?.id], label: undo.label },
    });
  });

  test.for([
    ["the account's", "account/A1", { name: "Acme" }, of("account", "A1")],
    ["the person's own", "contact/L", { name: "Li Wei", account: "Acme#A1" }, of("account", "A1")],
    ["a list's", "list", {}, of("contact", "L")],
  ] as const)(
    "on %s page is said of the account, as far as that is known",
    async ([, path, values, scope]) => {
      const url = urlOf(path);
      await at(url, values);
      cursor = { url, person: li };
      await choose("role:user");
      expect(await log()).toMatchObject([{ scope, about: of("contact", "L") }]);
    },
  );

  test("who has no id is the same person as in the page's list", async () => {
    const url = urlOf("opportunity/1");
    const { id: _, ...bare } = li;
    await at(url, { account: "Acme" }, [bare]);
    cursor = { url, person: bare };
    await choose("role:user");
    const about = of("contact", nameId("Li Wei", "Acme"));
    expect(await log()).toMatchObject([{ about, scope: of("opportunity", "1") }]);
    expect(
      await withDatabase(({ records }) => records.where("kind").equals("contact").count()),
    ).toBe(1);
  });

  test("on a page that the tab's state is not of falls back to the organisation of its address", async () => {
    await at(urlOf("opportunity/1"), { account: "Acme#A1" });
    cursor = { url: urlOf("opportunity/2"), person: li };
    await choose("role:user");
    expect(await log()).toMatchObject([{ scope: of("contact", "L") }]);
  });

  test("shows the toast only after the claim is on disk", async () => {
    const url = urlOf("opportunity/1");
    await at(url);
    cursor = { url, person: li };
    const commits: (() => void)[] = [];
    const restore = atCommit((_, commit) => commits.push(commit));
    const done = choose("role:user");
    // First the person is remembered, then the claim is written.
    await vi.waitFor(() => expect(commits).toHaveLength(1));
    commits.shift()?.();
    await vi.waitFor(() => expect(commits).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(notices()).toEqual([]);
    commits.shift()?.();
    await done;
    restore();
    expect(notices()).toHaveLength(1);
  });

  test("says so when the disk is full", async () => {
    const url = urlOf("opportunity/1");
    await at(url);
    cursor = { url, person: li };
    const restore = failCommits();
    await choose("role:user");
    restore();
    expect(notices()[0]?.data).toMatchObject({ tone: "error", text: failure["storage-full"] });
    expect(notices()[0]?.data).not.toHaveProperty("undo");
    expect(await log()).toEqual([]);
  });

  test("says so when nobody is under the cursor, the page does not answer, or it is of no CRM", async () => {
    const elsewhere = { url: "https://evil.example/", person: li };
    for (const one of [{ url: urlOf("list"), person: null }, null, elsewhere]) {
      cursor = one;
      await choose("role:user");
    }
    expect(notices().map(({ data }) => [data.tone, data.text])).toEqual(
      Array.from({ length: 3 }, () => ["error", menu.nobodyHere]),
    );
    expect(await log()).toEqual([]);
    expect(await withDatabase(({ records }) => records.count())).toBe(0);
  });

  test("by a role of the user's own is said of the role that it counts as", async () => {
    const url = urlOf("opportunity/1");
    await at(url, { account: "Acme#A1" });
    cursor = { url, person: li };
    await settings.vocabulary.setValue({
      skin: "four-roles",
      names: {},
      places: {},
      added: [{ id: "1", name: "Budget owner", as: "decision-maker" }],
    });
    await choose("added:1");
    expect((await log())[0]?.says).toEqual({
      aspect: "role",
      role: "decision-maker",
      holds: true,
      called: "Budget owner",
    });
    expect(notices()[0]?.data.text).toBe("Li Wei: tagged as Budget owner");
  });

  test("speaks the user's language", async () => {
    await settings.locale.setValue("zh_CN");
    await choose("role:user");
    expect(notices()[0]?.data.text).toBe(LOCALES.zh_CN.menu.nobodyHere);
  });

  test("does nothing without a tab", async () => {
    await menuClicked({ menuItemId: "role:user" }, undefined, orgOf, same);
    expect(asked).not.toHaveBeenCalled();
  });
});

describe("what is set already", () => {
  const url = urlOf("opportunity/1");
  const over = (person: SeenPerson | null, at = url) =>
    cursorAt({ url: at, person }, page(at), orgOf, same);
  const zhao: SeenPerson = { ...li, id: "Z", name: "Zhao Min" };

  beforeEach(async () => {
    await at(url, { account: "Acme#A1" }, [li, zhao]);
    cursor = { url, person: li };
  });

  test("has a check in the menu of whoever has it, and of nobody else", async () => {
    await choose("role:decision-maker");
    expect(checked()).toEqual(["role:decision-maker"]);
    await over(zhao);
    expect(checked()).toEqual([]);
    await over(li);
    expect(checked()).toEqual(["role:decision-maker"]);
    await over(null);
    expect(checked()).toEqual([]);
    // Nothing is written to the browser's menu that it shows already.
    updated.mockReset();
    await over(zhao);
    expect(updated).not.toHaveBeenCalled();
  });

  test("is nothing where it is only guessed from the CRM's role or the title", async () => {
    await at(urlOf("opportunity/2"), {}, [{ ...li, role: "Decision Maker", title: "CEO" }]);
    await over(li, urlOf("opportunity/2"));
    expect(checked()).toEqual([]);
  });

  test("is that of the page's own contact, where nobody else is under the cursor", async () => {
    await choose("role:user");
    const own = urlOf("contact/L");
    await at(own, { name: "Li Wei", account: "Acme#A1" });
    cursor = { url: own, person: null };
    await choose("role:purchaser");
    expect(checked()).toEqual(["role:purchaser"]);
    expect((await log()).at(-1)).toMatchObject({
      about: of("contact", "L"),
      scope: of("account", "A1"),
    });
  });

  test("is taken back by choosing it again, and the toast takes that back", async () => {
    await choose("role:decision-maker", false);
    await choose("role:decision-maker", true);
    const [claim, withdrawal] = await withDatabase(({ claims }) => claims.toArray());
    expect(withdrawal).toMatchObject({
      withdraws: claim?.id,
      scope: claim?.scope,
      about: claim?.about,
    });
    expect(notices().at(-1)?.data).toMatchObject({
      tone: "done",
      text: menu.untagged("Li Wei", role["decision-maker"]),
      undo: { claims: [withdrawal?.id] },
    });
    expect(checked()).toEqual([]);
  });

  test("by the account's default is denied in this opportunity, and holds in others", async () => {
    await at(urlOf("account/A1"), { name: "Acme" }, [li]);
    cursor = { url: urlOf("account/A1"), person: li };
    await choose("role:purchaser");
    await at(url, { account: "Acme#A1" }, [li]);
    cursor = { url, person: li };
    await over(li);
    expect(checked()).toEqual(["role:purchaser"]);
    await choose("role:purchaser", true);
    expect(checked()).toEqual([]);
    expect((await log()).at(-1)).toMatchObject({
      scope: of("opportunity", "1"),
      says: { role: "purchaser", holds: false },
    });
    await at(urlOf("account/A1"), { name: "Acme" }, [li]);
    await over(li, urlOf("account/A1"));
    expect(checked()).toEqual(["role:purchaser"]);
  });

  test.for([
    ["the menu showed without the role", true, false],
    ["had no check yet when the menu was drawn", false, true],
  ] as const)("of whom %s is neither taken back nor said again", async ([, ready, wasChecked]) => {
    await choose("role:user");
    cursor = { url, person: li, ready };
    await choose("role:user", wasChecked);
    expect((await log()).map(({ says }) => says)).toEqual([
      { aspect: "role", role: "user", holds: true },
    ]);
    expect(notices().at(-1)?.data).toMatchObject({
      tone: "done",
      text: menu.taggedAlready("Li Wei", role.user),
    });
    expect(notices().at(-1)?.data).not.toHaveProperty("undo");
  });

  test("is said again where the user has denied it since, or calls it by another name", async () => {
    const added = [{ id: "1", name: "Budget owner", as: "user" as const }];
    await settings.vocabulary.setValue({ skin: "four-roles", names: {}, places: {}, added });
    await choose("role:user");
    await choose("added:1");
    await choose("added:1");
    const [, second] = await log();
    const denies = { aspect: "role", role: "user", holds: false } as const;
    await withDatabase((database) =>
      appendClaims(database, [
        { ...second!, id: newClaimId(Date.now() + 1), at: Date.now() + 1, says: denies },
      ]),
    );
    await new Promise((resolve) => setTimeout(resolve, 5));
    await choose("added:1");
    expect((await log()).map(({ says }) => says)).toEqual([
      { aspect: "role", role: "user", holds: true },
      { aspect: "role", role: "user", holds: true, called: "Budget owner" },
      denies,
      { aspect: "role", role: "user", holds: true, called: "Budget owner" },
    ]);
  });

  test("tells the page whether the menu showed it before", async () => {
    await choose("role:user");
    expect(await over(li)).toEqual({ shown: true });
    expect(await over(zhao)).toEqual({ shown: false });
    expect(await over(li)).toEqual({ shown: false });
    expect(await over(li)).toEqual({ shown: true });
  });

  test("of a role of the user's own is told from the role that it counts as", async () => {
    const added = [{ id: "1", name: "Budget owner", as: "decision-maker" as const }];
    await settings.vocabulary.setValue({ skin: "four-roles", names: {}, places: {}, added });
    await choose("role:decision-maker");
    expect(checked()).toEqual(["role:decision-maker"]);
    await choose("added:1");
    expect(checked()).toEqual(["role:decision-maker", "added:1"]);
  });

  test("in an opportunity of which only the list of people was seen is of that opportunity", async () => {
    const list = urlOf("opportunity/9");
    tabsAt({ [TAB.id]: list });
    await pageSeen({ url: list, sequence: 2 }, page(list), locate);
    cursor = { url: list, person: li };
    await choose("role:user");
    expect((await log()).at(-1)).toMatchObject({ scope: of("opportunity", "9") });
    expect(checked()).toEqual(["role:user"]);
    await over(li);
    expect(checked()).toEqual([]);
  });

  test("is not told to a page of another site", async () => {
    await expect(
      cursorAt({ url, person: li }, page("https://evil.example/"), orgOf, same),
    ).rejects.toThrow("not the sender's");
  });
});

describe("more…", () => {
  test("opens the panel in the click's own turn, and remembers the person without a claim", async () => {
    const url = urlOf("opportunity/1");
    await at(url);
    cursor = { url, person: li };
    const open = vi.fn().mockResolvedValue(undefined);
    vi.spyOn(browser.sidePanel, "open").mockImplementation(open);
    const done = choose("more");
    expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: TAB.windowId });
    await done;
    expect(await log()).toEqual([]);
    expect(await withDatabase(({ records }) => records.get(of("contact", "L")))).toBeDefined();
    expect(notices()).toEqual([]);
    expect(await readTab(TAB.id)).toMatchObject({ key: of("opportunity", "1") });
    expect(await readAsked()).toEqual({
      windowId: TAB.windowId,
      tabId: TAB.id,
      url,
      person: of("contact", "L"),
      at: expect.any(Number),
    });
  });

  test("is for the page's own contact, where nobody else is under the cursor; else for nobody", async () => {
    vi.spyOn(browser.sidePanel, "open").mockResolvedValue(undefined);
    await at(urlOf("opportunity/1"));
    cursor = { url: urlOf("opportunity/1"), person: null };
    await choose("more");
    expect(await readAsked()).toBeNull();
    await at(urlOf("contact/L"), { name: "Li Wei" });
    cursor = { url: urlOf("contact/L"), person: null };
    await choose("more");
    expect(await readAsked()).toMatchObject({ person: of("contact", "L") });
  });
});

describe("the menu", () => {
  const created = vi.fn();
  beforeEach(() => {
    created.mockReset();
    vi.spyOn(browser.contextMenus, "create").mockImplementation(created);
    vi.spyOn(browser.contextMenus, "removeAll").mockImplementation((async () =>
      created("removed")) as never);
  });

  test("has an item per core role, on the granted sites only", async () => {
    await createMenus(["https://*.crm.example/*"]);
    const [first, ...items] = created.mock.calls.map(
      ([item]) => item as { id: string; title?: string; documentUrlPatterns: string[] },
    );
    expect(first).toBe("removed");
    expect(items.map(({ id }) => id)).toEqual([
      "powermap",
      "role:decision-maker",
      "role:opinion-leader",
      "role:user",
      "role:purchaser",
      "line",
      "more",
    ]);
    for (const item of items) expect(item.documentUrlPatterns).toEqual(["https://*.crm.example/*"]);
    expect(items[1]?.title).toBe(menu.tagAs(role["decision-maker"]));
  });

  test("names and offers the roles as the user's vocabulary does", async () => {
    await settings.vocabulary.setValue({
      skin: "blue-sheet",
      names: { user: "R&D user" },
      places: { coach: "hidden" },
      added: [{ id: "1", name: "Budget owner", as: "decision-maker" }],
    });
    await createMenus(["https://*.crm.example/*"]);
    const titles = created.mock.calls.map(([item]) => (item as { title?: string }).title);
    expect(titles.slice(2)).toEqual([
      "Tag as economic buyer",
      "Tag as R&&D user",
      "Tag as technical buyer",
      "Tag as Budget owner",
      undefined,
      "More…",
    ]);
  });

  test("is nowhere while no site is granted", async () => {
    await createMenus([]);
    expect(created.mock.calls).toEqual([["removed"]]);
  });
});
