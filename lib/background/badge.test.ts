import "@/lib/store/testing";
import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { stepsOf } from "@/lib/advice";
import type { RecordKey } from "@/lib/domain";
import { claim, fields, key, link, record } from "@/lib/domain/testing";
import {
  appendClaims,
  forgetTab,
  openDatabase,
  readerOf,
  readOpportunity,
  rememberSeen,
  settings,
  writeTab,
  type TabState,
} from "@/lib/store";
import { followBadge, showBadge } from "./badge";

const database = await openDatabase();
const account = record(key("account", "1"), "Huadong");
const deal = record(key("opportunity", "1"), "MES", {
  account: account.key,
  fields: fields({ closeDate: new Date(Date.now() + 864e6).toISOString().slice(0, 10) }),
});
const lost = record(key("opportunity", "2"), "Lost", {
  account: account.key,
  fields: fields({ status: "lost" }),
});
const chen = record(key("contact", "1"), "Chen", {
  account: account.key,
  fields: fields({ title: "Technical Director" }),
});

const badges = new Map<number, string>();
const titles = new Map<number, string>();
let activated: (info: { tabId: number }) => void = () => undefined;

beforeEach(async () => {
  fakeBrowser.reset();
  badges.clear();
  titles.clear();
  const { action, tabs, i18n } = browser;
  vi.spyOn(i18n, "getUILanguage").mockReturnValue("en");
  Object.assign(action, {
    setBadgeText: async (one: { tabId: number; text: string }) => badges.set(one.tabId, one.text),
    setTitle: async (one: { tabId: number; title: string }) => titles.set(one.tabId, one.title),
    setBadgeBackgroundColor: async () => undefined,
  });
  vi.spyOn(tabs.onActivated, "addListener").mockImplementation(((listener: typeof activated) => {
    activated = listener;
  }) as never);
  vi.spyOn(tabs, "query").mockResolvedValue([{ id: 7 }] as never);
  await Promise.all([database.records.clear(), database.claims.clear(), database.links.clear()]);
  await rememberSeen(database, {
    records: [account, deal, lost, chen],
    links: [link(deal.key, chen.key)],
  });
});

const showing = (
  tabId: number,
  record: RecordKey | null,
  more: Partial<TabState> = {},
): Promise<void> =>
  writeTab(tabId, {
    url: "https://acme.crm.example/",
    sequence: 1,
    place: null,
    key: record,
    state: record === null ? "elsewhere" : "read",
    ...more,
  } satisfies TabState);

/** How many steps are due on the deal by now, as the panel reckons it. */
async function due(): Promise<string> {
  const data = await readOpportunity(readerOf(database), deal.key);
  return String(stepsOf(data!, Date.now()).due.length);
}
const decides = () =>
  claim(
    1,
    chen.key,
    { aspect: "role", role: "decision-maker", holds: true },
    {
      scope: deal.key,
      at: Date.now(),
      how: "interview",
      sure: "certain",
    },
  );

test("the button says how many steps are due on the tab's record, in number and words", async () => {
  await showing(7, deal.key);
  await showBadge(7);
  expect(badges.get(7)).toBe(await due());
  expect(Number(badges.get(7))).toBeGreaterThan(0);
  expect(titles.get(7)).toMatch(/^Powermap: \d+ steps? (is|are) due here$/);
  await settings.locale.setValue("zh_CN");
  await showBadge(7);
  expect(titles.get(7)).toContain("个步骤");
});

test("a record that its CRM shows no more has no number, though it is known", async () => {
  await writeTab(7, {
    url: "https://acme.crm.example/",
    sequence: 1,
    place: null,
    key: deal.key,
    state: "unread",
    gone: true,
  });
  await showBadge(7);
  expect(badges.get(7)).toBe("");
});

test.for([
  ["no record", null],
  ["a closed opportunity", lost.key],
  ["a person", chen.key],
  ["a record that was never read", key("opportunity", "9")],
] as const)("a tab that shows %s has no number", async ([, shown]) => {
  await showing(7, shown);
  await showBadge(7);
  expect([badges.get(7), titles.get(7)]).toEqual(["", "Powermap"]);
});

test.for([
  ["is being read", { state: "reading" }],
  ["still loads", { toCome: true }],
] as const)("a page that %s has no number before somebody is known", async ([, state]) => {
  await showing(7, deal.key, state);
  await showBadge(7);
  expect(Number(badges.get(7))).toBeGreaterThan(0);
  await database.links.clear();
  await showBadge(7);
  expect(badges.get(7)).toBe("");
  await showing(7, deal.key);
  await showBadge(7);
  expect(Number(badges.get(7))).toBeGreaterThan(0);
});

test("it follows tabs, what they show, and what is written", async () => {
  followBadge();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await showing(7, deal.key);
  await vi.waitFor(async () => expect(badges.get(7)).toBe(await due()));
  const before = badges.get(7);
  await appendClaims(database, [decides()]);
  // What a context tells first is that anything may have been written; here as in the browser.
  await vi.waitFor(async () => expect(badges.get(7)).toBe(await due()));
  expect(badges.get(7)).not.toBe(before);
  // Another tab, which was not in front when that was said.
  await showing(8, deal.key);
  await vi.waitFor(() => expect(badges.get(8)).toBe(badges.get(7)));
  badges.set(8, "9");
  activated({ tabId: 8 });
  await vi.waitFor(() => expect(badges.get(8)).toBe(badges.get(7)));
  // Away from the record the number goes at once, and so it does with the tab.
  await showing(7, null);
  await vi.waitFor(() => expect(badges.get(7)).toBe(""), { timeout: 200 });
  await forgetTab(8);
  await vi.waitFor(() => expect(badges.get(8)).toBe(""));
});

test("a database that cannot be read gives no number", async () => {
  await showing(7, deal.key);
  vi.spyOn(browser.storage.session, "get").mockRejectedValueOnce(new Error("gone"));
  badges.set(7, "3");
  await showBadge(7);
  expect(badges.get(7)).toBe("");
});
