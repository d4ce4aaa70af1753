/** A panel beside one tab with the page of an opportunity, for tests of what follows from the tab and the store. */
import { vi } from "vitest";
import { browser } from "wxt/browser";
import { key } from "@/lib/domain/testing";
import {
  DATABASE_NAME,
  openDatabase,
  rememberSeen,
  writeTab,
  type PowermapDatabase,
  type TabState,
} from "@/lib/store";
import { freshName } from "@/lib/store/testing";
import { connect } from "./database";
import { followTab } from "./tab";

void freshName; // the module that brings IndexedDB
const TAB = 7;
export const deal = key("opportunity", "deal");
export const url = "https://acme.lightning.force.com/lightning/r/Opportunity/deal/view";
const place = { crm: "salesforce", org: "acme", kind: "opportunity", id: "deal" } as const;
let sequence = 0;
let database: PowermapDatabase | undefined;

/** What the page in the tab is about from now on. */
export function showInTab(
  record: TabState["key"],
  state: TabState["state"],
  more: Partial<TabState> = {},
): Promise<void> {
  return writeTab(TAB, { url, sequence: ++sequence, place, key: record, state, ...more });
}

/** Follows the tab, with what was seen of its opportunity; resolves to where that is kept. */
export async function besideTab(
  seen: Parameters<typeof rememberSeen>[1],
): Promise<PowermapDatabase> {
  database ??= await openDatabase(DATABASE_NAME);
  await rememberSeen(database, seen);
  vi.spyOn(browser.runtime, "sendMessage").mockResolvedValue({ ok: true, value: null } as never);
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    vi.spyOn(event, "addListener").mockImplementation((() => undefined) as never);
  }
  vi.spyOn(browser.tabs, "get").mockResolvedValue({ id: TAB, url } as never);
  await connect();
  await showInTab(deal, "read");
  await followTab(`?tab=${TAB}`);
  return database;
}
