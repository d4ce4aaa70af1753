import { freshName } from "@/lib/store/testing";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { key, link, record } from "@/lib/domain/testing";
import type { RecordKey } from "@/lib/domain";
import {
  askForPerson,
  DATABASE_NAME,
  openDatabase,
  readAsked,
  rememberSeen,
  writeTab,
  type TabState,
} from "@/lib/store";
import { askedIsOpen, askedPerson, followAsked, leaveAsked } from "./asked";
import { followTab, shownInstead, tabState } from "./tab";

void freshName; // the module that brings IndexedDB
const [deal, customer] = [key("opportunity", "deal"), key("account", "customer")];
const [li, stranger] = [key("contact", "li"), key("contact", "stranger")];
const TAB = 7;
const url = "https://acme.lightning.force.com/lightning/r/Opportunity/006/view";
const tab: { id: number; url: string } = { id: TAB, url };
const page = { visibilityState: "visible", addEventListener: vi.fn<() => void>() };
let updated: (id: number, change: { url?: string }, tab: { url: string }) => void;

const shows = (state: Partial<TabState> = {}) =>
  writeTab(TAB, { url, sequence: 1, place: null, key: deal, state: "read", ...state });
const ask = (person: RecordKey<"contact">, more = {}) =>
  askForPerson({ windowId: 1, tabId: TAB, url, person, at: Date.now(), ...more });
/** What was heard has been looked at. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

beforeAll(async () => {
  const database = await openDatabase(DATABASE_NAME);
  await rememberSeen(database, {
    records: [
      record(customer, "Huadong"),
      record(deal, "MES licence", { account: customer }),
      record(li, "Li Wei", { account: customer }),
      record(stranger, "Somebody Else"),
    ],
    links: [link(deal, li)],
  });
  database.close();
  vi.spyOn(browser.runtime, "sendMessage").mockResolvedValue({ ok: true, value: null } as never);
  vi.spyOn(browser.windows, "getCurrent").mockResolvedValue({ id: 1 } as never);
  vi.spyOn(browser.tabs, "query").mockResolvedValue([tab] as never);
  vi.spyOn(browser.permissions.onAdded, "addListener").mockReturnValue(undefined as never);
  vi.spyOn(browser.permissions.onRemoved, "addListener").mockReturnValue(undefined as never);
  vi.spyOn(browser.tabs.onUpdated, "addListener").mockImplementation(((tell: typeof updated) => {
    updated = tell;
  }) as never);
  await shows();
  await followTab("");
  await followAsked(page as never);
});
beforeEach(async () => {
  askedIsOpen();
  leaveAsked();
  await shows();
});

test("who belongs to the record that is shown is opened in it, once", async () => {
  await ask(li);
  await vi.waitFor(() => expect(askedPerson.value).toEqual({ record: deal, person: li }));
  expect(shownInstead.value).toBeNull();
  await vi.waitFor(async () => expect(await readAsked()).toBeNull());
});

test("who does not is shown on their own, until the user goes back or the tab elsewhere", async () => {
  await ask(stranger);
  await vi.waitFor(() => expect(tabState.value).toMatchObject({ key: stranger, state: "read" }));
  expect(askedPerson.value).toBeNull();
  leaveAsked();
  expect(tabState.value).toMatchObject({ key: deal });

  await ask(stranger);
  await vi.waitFor(() => expect(tabState.value).toMatchObject({ key: stranger }));
  const other = `${url}?other`;
  updated(TAB, { url: other }, { url: other });
  await shows({ url: other, key: customer });
  await vi.waitFor(() => expect(tabState.value).toMatchObject({ key: customer }));
  updated(TAB, { url }, { url });
  await shows();
  await vi.waitFor(() => expect(tabState.value).toMatchObject({ key: deal }));
});

test("on a page that is about no record they are shown on their own", async () => {
  await shows({ key: null, state: "elsewhere" });
  await ask(li);
  await vi.waitFor(() => expect(tabState.value).toMatchObject({ key: li }));
});

test("while the page is being read it is waited for who is named on it", async () => {
  await shows({ state: "reading", key: key("opportunity", "unread") });
  await ask(li);
  await settled();
  expect([askedPerson.value, shownInstead.value]).toEqual([null, null]);
  await shows();
  await vi.waitFor(() => expect(askedPerson.value).toEqual({ record: deal, person: li }));
});

test.for([
  ["another window", { windowId: 2 }],
  ["another tab", { tabId: 8 }],
  ["a page that the tab has left", { url: `${url}?left` }],
  ["a panel that was opened long ago", { at: Date.now() - 60_000 }],
])("who was asked for in %s is left alone", async ([, more]) => {
  await ask(li, more as object);
  await settled();
  expect([askedPerson.value, shownInstead.value]).toEqual([null, null]);
  expect(await readAsked()).toMatchObject({ person: li });
});
