import { browser } from "wxt/browser";
import { panelAnswers, type Request } from "@/lib/messages";

/** What Firefox has in place of a side panel. */
interface SidebarAction {
  open(): Promise<void>;
}

/** A panel that was opened reports alive within this time, or the page opens in a tab (ms). */
const ALIVE_WITHIN = 1_000;
/** One that reports later than that, on a slow machine, is waited for: then the tab goes again (ms). */
const LATE_WITHIN = 10_000;

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox) of a window. Call it in the turn of the
 * user's gesture, before anything is awaited: later the browser refuses.
 */
export async function openPanel(windowId: number | undefined): Promise<void> {
  const { sidebarAction, sidePanel } = browser as unknown as {
    sidebarAction?: SidebarAction;
    sidePanel?: typeof browser.sidePanel;
  };
  try {
    if (sidebarAction) await sidebarAction.open();
    else if (windowId !== undefined) await sidePanel?.open({ windowId });
  } catch {
    // No gesture: the toolbar button stays.
    return;
  }
  if (!sidebarAction && windowId !== undefined) void expectPanel({ windowId });
}

/** Somebody has opened the panel of a window: sees to it that it is there, or its page in a tab. */
export async function expectPanel({ windowId }: Request<"panel.expect">): Promise<null> {
  // Not awaited: whoever asks (the popup) is about to close.
  void openTabUnlessAlive(windowId);
  return null;
}

/** Some browsers have the API and show nothing: then the same page opens beside the tab that it is about. */
async function openTabUnlessAlive(windowId: number): Promise<void> {
  if (await panelAnswers(windowId, ALIVE_WITHIN)) return;
  const own = browser.runtime.getURL("/sidepanel.html");
  const [active] = await browser.tabs.query({ active: true, windowId });
  // It is in front already.
  if (active?.id === undefined || active.url?.startsWith(own)) return;
  const url = `${own}?tab=${active.id}`;
  const [there] = await browser.tabs.query({ url, windowId });
  if (there?.id !== undefined) {
    await browser.tabs.update(there.id, { active: true });
    return;
  }
  const opened = await browser.tabs.create({
    url,
    windowId,
    index: active.index + 1,
    openerTabId: active.id,
  });
  if (opened.id !== undefined && (await panelAnswers(windowId, LATE_WITHIN))) {
    await browser.tabs.remove(opened.id).catch(() => undefined); // the user closed it first
  }
}
