import type { Page } from "@playwright/test";
import type { Chromium } from "../browser/chromium.ts";
import { waitFor } from "../browser/wait.ts";

/** The running life of the service worker: when it was started (ms). Waits for the next between two. */
export async function workerLife(browser: Chromium): Promise<number> {
  return waitFor("the service worker's life", async () => {
    const worker = await browser.worker();
    return worker.evaluate(() => performance.timeOrigin).catch(() => undefined); // it ends just now
  });
}

/**
 * Terminates the service worker, however busy it is. It is started again by whoever sends it something,
 * which may be at once, so nothing is waited for here.
 */
export async function terminateWorker(browser: Chromium): Promise<void> {
  const session = await browser.context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets");
  const worker = targetInfos.find(
    ({ type, url }) => type === "service_worker" && url.startsWith(browser.url("")),
  );
  if (worker) await session.send("Target.closeTarget", { targetId: worker.targetId });
  await session.detach();
}

/** Sends the worker something, so that it is started when it does not run. */
export async function wakeWorker(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    };
    await chrome.runtime.sendMessage({ powermap: "store.check", data: {} }).catch(() => undefined);
  });
}

/**
 * Keeps the worker from answering, as one does that hangs; it is over when it is terminated. It hangs in a task of
 * its own: within a call of the debugger's it is not ended by force, and keeps what it had begun from its successor.
 */
export async function occupyWorker(browser: Chromium): Promise<void> {
  const worker = await browser.worker();
  await worker.evaluate(() => {
    setTimeout(() => {
      for (const end = Date.now() + 30_000; Date.now() < end;);
    });
  });
}
