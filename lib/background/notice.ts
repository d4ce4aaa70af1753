import { browser } from "wxt/browser";
import { askPage, type Notice } from "@/lib/messages";

/** Shows a notice in the page of a tab. Its script is started only now: most pages never need it. */
export async function showNotice(tabId: number, notice: Notice): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ["/toast.js"] });
    await askPage({ tabId }, "toast.show", notice);
  } catch {
    // The page has gone, or access to it: there is nobody to tell.
  }
}
