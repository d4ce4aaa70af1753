import type { CDPSession, Page } from "@playwright/test";
import { launchChromium, type Chromium } from "../e2e/browser/chromium.ts";

/** Starts a real Chromium, hands it over and closes it. */
export async function withChromium<T>(
  extension: string,
  use: (browser: Chromium) => Promise<T>,
): Promise<T> {
  const browser = await launchChromium({ extension });
  try {
    return await use(browser);
  } finally {
    await browser.close();
  }
}

/** Goes to a page of the demo CRM by a load of its own, and waits until the record is whole. */
export async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForFunction(
    () => document.querySelector('.lafPageHost.active[data-loaded="true"]') !== null,
    null,
    { timeout: 120_000 },
  );
}

/** Evaluates a script in a page, whatever its content security policy; calls must await the page. */
export async function inject(page: Page, script: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { exceptionDetails } = await session.send("Runtime.evaluate", { expression: script });
  if (exceptionDetails)
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  await session.detach();
}

/** Lets layout and leftovers of loading finish, and collects garbage, so that they are not in what is timed. */
export async function settle(page: Page, session: CDPSession): Promise<void> {
  await session.send("HeapProfiler.collectGarbage");
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 2_000 })));
}
