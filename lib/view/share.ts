import { browser } from "wxt/browser";
import { policyNow } from "./policy";
import { activeTab } from "./tab";

/**
 * Whether a map may be passed on, as the administrator has it now. Asked wherever something goes out: what is on
 * screen may be older than the policy, and then says so too.
 */
export async function mayPassOn(): Promise<boolean> {
  return !(await policyNow()).exportDisabled;
}

/**
 * Copies a map as text. Call it in the turn of the click.
 * @returns whether it was copied; null where an administrator forbids it
 */
export async function copyMap(content: string): Promise<boolean | null> {
  if (!(await mayPassOn())) return null;
  try {
    await navigator.clipboard.writeText(content);
    return true;
  } catch {
    return false;
  }
}

/**
 * Gives the user a table as a CSV file that no spreadsheet computes, by the browser's own download. What makes it is
 * fetched when it is asked for. Does nothing where an administrator forbids it.
 *
 * @param table a head, and rows of as many cells
 */
export async function saveTable(
  title: string,
  [columns = [], ...rows]: readonly (readonly string[])[],
): Promise<void> {
  if (!(await mayPassOn())) return;
  const [{ toCsv }, { download }] = await Promise.all([
    import("@/lib/exchange/tables"),
    import("./data/files"),
  ]);
  const extension = ".csv";
  // What no file system takes in a name.
  const name = `${title}${extension}`.replace(/[\\/:*?"<>|\p{Cc}]/gu, "_");
  const type = "text/csv;charset=utf-8";
  const content = toCsv({ columns, rows: rows.map((row) => [...row]) });
  await download({ name, type, extension }, new Blob([content], { type }));
}

/**
 * Opens a page that is there to be printed, in a tab beside the one that this panel is about.
 * @returns false in a tab, which can be printed itself: Chromium prints no side panel, and does not say so
 */
export async function openToPrint(): Promise<boolean> {
  if (await browser.tabs.getCurrent()) return false;
  const tab = activeTab.peek();
  if (tab === null) return false;
  const url = browser.runtime.getURL("/sidepanel.html");
  await browser.tabs.create({ url: `${url}?tab=${tab}&print`, openerTabId: tab });
  return true;
}

/** Closes the tab that this page is in. */
export async function closeOwnTab(): Promise<void> {
  const own = await browser.tabs.getCurrent();
  if (own?.id !== undefined) await browser.tabs.remove(own.id);
}
