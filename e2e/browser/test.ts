import { test as base, expect, type TestInfo } from "@playwright/test";
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
  firefoxAsShipped: ".output/firefox-mv3",
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
    for (const [number, browser] of launched.entries()) {
      await finish(browser, info, `chromium-${number}`);
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
    for (const [number, browser] of launched.entries()) {
      await finish(browser, info, `firefox-${number}`);
    }
  },
});

/** Closes the browser; a failed test leaves what there is to see in its output folder. */
async function finish(browser: Chromium | Firefox, info: TestInfo, name: string): Promise<void> {
  if (info.status !== info.expectedStatus) {
    // Each may be missing, where the test has killed or closed the browser itself.
    await browser.screenshot(info.outputPath(`${name}.png`)).catch(() => {});
    if ("saveTrace" in browser) {
      await browser.saveTrace(info.outputPath(`${name}.zip`)).catch(() => {});
    }
    if (existsSync(browser.log)) copyFileSync(browser.log, info.outputPath(`${name}.log`));
  }
  await browser.close();
}

export { expect };
