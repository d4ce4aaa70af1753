import { browser } from "wxt/browser";
import type { RecordKey } from "@/lib/domain";
import { send } from "@/lib/messages";
import { readTab } from "@/lib/store/reading";

/** What Firefox has in place of a side panel. */
interface SidebarAction {
  open(): Promise<void>;
}

interface OpenTab {
  tabId: number;
  windowId: number;
}

let here: number | undefined;
let tabOfRecord: ReadonlyMap<string, OpenTab> = new Map();

/**
 * Learns which window this is and which tabs show which record, so that a click need not ask: the side
 * panel opens in the turn of a click only.
 */
export async function followTabs(): Promise<void> {
  const [current, tabs] = await Promise.all([browser.windows.getCurrent(), browser.tabs.query({})]);
  here = current.id;
  const found = await Promise.all(
    tabs.map(async ({ id, url, windowId }): Promise<[string, OpenTab][]> => {
      // The browser names the URL only of sites that the user opened to us.
      if (id === undefined || windowId === undefined || !url) return [];
      const tab = { tabId: id, windowId };
      const state = await readTab(id);
      return state?.key && state.url === url
        ? [
            [url, tab],
            [state.key, tab],
          ]
        : [[url, tab]];
    }),
  );
  tabOfRecord = new Map(found.flat());
}

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox). Call it in the turn of the user's click.
 * Resolves to whether the browser agreed.
 */
export async function openPanel(windowId = here): Promise<boolean> {
  try {
    const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction };
    if (sidebarAction) await sidebarAction.open();
    else if (windowId === undefined) return false;
    else {
      await browser.sidePanel.open({ windowId });
      // Some browsers agree and show nothing: the background, which outlives this page, sees to that.
      void send("panel.expect", { windowId });
    }
    return true;
  } catch {
    return false;
  }
}

/**
 * Shows a record's page with the panel beside it: in the tab that shows it already, or in a new one.
 * Call it in the turn of the click.
 */
export async function openRecord({ key, url }: { key: string; url: string }): Promise<void> {
  const open = tabOfRecord.get(key) ?? tabOfRecord.get(url);
  // Started, not awaited: whoever comes first uses the click up.
  const panel = openPanel(open?.windowId);
  if (open === undefined) {
    await browser.tabs.create({ url });
  } else {
    await Promise.all([
      browser.tabs.update(open.tabId, { active: true }),
      open.windowId === here ? null : browser.windows.update(open.windowId, { focused: true }),
    ]);
  }
  await panel;
}

/** The address of the panel's page that shows one record, whatever the tab beside it shows. */
export function panelPage(record: RecordKey): string {
  return browser.runtime.getURL(`/sidepanel.html?record=${encodeURIComponent(record)}`);
}

/** Opens the welcome page, or one of its steps: `crm` is where the user chooses what Powermap may read. */
export async function openWelcome(step?: "data" | "crm"): Promise<void> {
  const page = browser.runtime.getURL("/welcome.html");
  await browser.tabs.create({ url: step === undefined ? page : `${page}#${step}` });
}
