import { browser } from "wxt/browser";
import { reportAlive } from "@/lib/messages";

/**
 * Reports that this side panel is on screen, so that whoever opened it knows that the browser shows one. The
 * same page in a tab is not asked.
 */
export async function followCalls(document: Document): Promise<void> {
  if (new URLSearchParams(document.location.search).has("tab")) return;
  const { id } = await browser.windows.getCurrent();
  if (id !== undefined) reportAlive(id, () => document.visibilityState === "visible");
}
