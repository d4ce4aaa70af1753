import { browser } from "wxt/browser";

/** What Firefox has in place of a side panel. */
interface SidebarAction {
  open(): Promise<void>;
}

/**
 * Opens the side panel (Chromium) or the sidebar (Firefox) of a window. Call it in the turn of the
 * user's gesture, before anything is awaited: later the browser refuses.
 */
export async function openPanel(windowId: number | undefined): Promise<void> {
  try {
    const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction };
    if (sidebarAction) await sidebarAction.open();
    else if (windowId !== undefined) await browser.sidePanel.open({ windowId });
  } catch {
    // No gesture, or a browser that shows no panel: the toolbar button stays.
  }
}
