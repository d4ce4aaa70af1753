import { browser } from "wxt/browser";
import { stepsOf } from "@/lib/advice";
import { kindOf, type RecordKey } from "@/lib/domain";
import {
  arePeopleToCome,
  isOpenOpportunity,
  readAccount,
  readOpportunity,
  readTab,
  watchTabs,
  watchWrites,
  type Reader,
  type TabState,
} from "@/lib/store";
import { currentTexts } from "./menus";
import { readPreferences, watchPreferences } from "./preferences";
import { reading } from "./reading";

/** The accent colour of the light theme (`--accent`), on which the browser sets white. */
const COLOUR = "#3457d5";
/** Changes of a tab come in pairs (navigation, then what was read): one look serves both (ms). */
const SOON = 250;
/** More than this does not fit the icon. */
const MOST = 99;

/**
 * Keeps a number on the toolbar button: how many steps are due on the record in the tab (as
 * `lib/advice/due.ts` has it), and nothing where none is or the tab shows no record. Each tab has its own. Call it
 * in the first turn of the worker.
 */
export function followBadge(): void {
  const due = new Map<number, ReturnType<typeof setTimeout>>();
  const soon = (tabId: number) => {
    clearTimeout(due.get(tabId));
    const timer = setTimeout(() => {
      due.delete(tabId);
      void showBadge(tabId);
    }, SOON);
    due.set(tabId, timer);
  };
  watchTabs((tabId, state) => {
    // A number must not outlive its record.
    if (state === null || state.key === null) void write(tabId, 0);
    soon(tabId);
  });
  browser.tabs.onActivated.addListener(({ tabId }) => soon(tabId));
  // Whatever was written, the tabs in front may show it; the others are looked at when they come to the front.
  const inFront = async () => {
    const tabs = await browser.tabs.query({ active: true });
    for (const { id } of tabs) if (id !== undefined) soon(id);
  };
  watchWrites(inFront);
  watchPreferences(() => void inFront());
}

/** Counts the due steps of what a tab shows, and puts the number on the button. */
export async function showBadge(tabId: number): Promise<void> {
  try {
    const shown = await readTab(tabId);
    const count = await reading((reader) => countDue(reader, shown, Date.now()));
    // The tab has moved on: whoever moved it asks again.
    if ((await readTab(tabId))?.key === shown?.key) await write(tabId, count);
  } catch {
    // The database cannot be read, which the panel says; a number would be a guess.
    await write(tabId, 0);
  }
}

async function countDue(reader: Reader, tab: TabState | null, now: number): Promise<number> {
  const key = tab?.key;
  // With a record that the CRM shows no more there is nothing to do.
  if (!key || tab.gone) return 0;
  const set = await readPreferences();
  if (kindOf(key) === "opportunity") {
    const data = await readOpportunity(reader, key as RecordKey<"opportunity">);
    return data && isOpenOpportunity(data.opportunity) ? dueOn(tab, stepsOf(data, now, set)) : 0;
  }
  // Of a person the panel proposes no steps.
  if (kindOf(key) === "contact") return 0;
  const data = await readAccount(reader, key as RecordKey<"account">);
  return dueOn(tab, stepsOf({ ...data, opportunity: null, links: [] }, now, set));
}

/** Where nobody is known, who is to be asked about is not known before the page has named its people. */
function dueOn(tab: TabState, { beliefs, due }: ReturnType<typeof stepsOf>): number {
  return beliefs.size === 0 && arePeopleToCome(tab) ? 0 : due.length;
}

async function write(tabId: number, count: number): Promise<void> {
  const { badge } = (await currentTexts()).popup;
  const text = count === 0 ? "" : count > MOST ? `${MOST}+` : String(count);
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text }),
      browser.action.setTitle({ tabId, title: count === 0 ? "Powermap" : badge(count) }),
      count > 0 && browser.action.setBadgeBackgroundColor({ tabId, color: COLOUR }),
    ]);
  } catch {
    // The tab has been closed.
  }
}
