import type { Chromium } from "../browser/chromium.ts";

/**
 * Terminates the service worker if it runs, however busy it is, and resolves when it is dead. It may be
 * started again at once by whoever sends it something. False when none ran.
 */
export async function terminateWorker(browser: Chromium): Promise<boolean> {
  const worker = browser.context.serviceWorkers().find((one) => one.url().startsWith(browser.url("")));
  if (!worker) return false;
  const dead = new Promise<void>((resolve) => worker.once("close", () => resolve()));
  const session = await browser.context.browser()!.newBrowserCDPSession();
  const { targetInfos } = await session.send("Target.getTargets");
  const target = targetInfos.find(
    ({ type, url }) => type === "service_worker" && url.startsWith(browser.url("")),
  );
  if (target) await session.send("Target.closeTarget", { targetId: target.targetId });
  await dead;
  await session.detach();
  return true;
}

/** Keeps the worker from answering, as one does that hangs; it is over when it is terminated. */
export async function occupyWorker(browser: Chromium): Promise<void> {
  const worker = await browser.worker();
  // Rejects when the worker is terminated, which is how this ends.
  worker.evaluate(() => {
    for (const end = Date.now() + 30_000; Date.now() < end; );
  }).catch(() => undefined);
}
