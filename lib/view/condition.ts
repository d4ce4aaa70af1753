import { signal } from "@preact/signals";
import { browser } from "wxt/browser";

/** Whether the browser has a network. */
export const online = signal(true);

/** Whether a new version waits to be installed: it comes with the next start of the browser, or at once. */
export const updateReady = signal(false);

/** Follows both. */
export function followCondition(): void {
  const look = () => {
    online.value = navigator.onLine;
  };
  addEventListener("online", look);
  addEventListener("offline", look);
  look();
  browser.runtime.onUpdateAvailable.addListener(() => {
    updateReady.value = true;
  });
}

/** Installs the new version. What is not saved yet is kept, and sent by it. */
export function updateNow(): void {
  browser.runtime.reload();
}
