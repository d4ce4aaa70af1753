import { test as base, expect } from "@playwright/test";
import { copyFileSync, existsSync } from "node:fs";
import { launchChromium, type Chromium, type ChromiumOptions } from "./chromium.ts";
import { launchFirefox, type Firefox, type FirefoxOptions } from "./firefox.ts";

/** The builds that `npm run build:e2e` makes. */
export const builds = {
  /** Host access to 127.0.0.1 from the start; nothing else differs from what users get. */
  chromium: ".output/chrome-mv3-loopback",
  firefox: ".output/firefox-mv3-loopback",
  /** What users get: no host access until they allow it. */
  chromiumAsShipped: ".output/chrome-mv3",
};

/**
 * Playwright's `test` with real browsers of ours. Everything launched is closed at the end of the
 * test; a failed one leaves the screen, the trace and the browser's log in its output folder.
 *
 * ```ts
 * import { builds, expect, test } from "./browser/test.ts";
 *
 * test("tags a contact", async ({ chromium }) => {
 *   const browser = await chromium();                     // or chromium({ lang: "zh-CN", dark: true })
 *   const page = await browser.page();
 * });
 * ```
 */
export const test = base.extend<{
  chromium: (options?: Partial<ChromiumOptions>) => Promise<Chromium>;
  firefox: (options?: Partial<FirefoxOptions>) => Promise<Firefox>;
}>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it
  chromium: async ({}, use, info) => {
    const launched: Chromium[] = [];
    await use(async (options) => {
      const browser = await launchChromium({ extension: builds.chromium, trace: true, ...options });
      launched.push(browser);
      return browser;
    });
    const failed = info.status !== info.expectedStatus;
    for (const [number, browser] of launched.entries()) {
      const name = info.outputPath(`chromium-${number}`);
      if (failed) await browser.saveTrace(`${name}.zip`).catch(() => {}); // it may have been killed
      await finish(browser, name, failed);
    }
  },
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it
  firefox: async ({}, use, info) => {
    const launched: Firefox[] = [];
    await use(async (options) => {
      const browser = await launchFirefox({ extension: builds.firefox, ...options });
      launched.push(browser);
      return browser;
    });
    const failed = info.status !== info.expectedStatus;
    for (const [number, browser] of launched.entries()) {
      await finish(browser, info.outputPath(`firefox-${number}`), failed);
    }
  },
});

async function finish(browser: Chromium | Firefox, name: string, failed: boolean): Promise<void> {
  if (failed) {
    await browser.screenshot(`${name}.png`).catch(() => {}); // the test may have closed it
    if (existsSync(browser.log)) copyFileSync(browser.log, `${name}.log`);
  }
  await browser.close();
}

export { expect };
