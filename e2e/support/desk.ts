import { copyFileSync, existsSync } from "node:fs";
import type { Page } from "@playwright/test";
import { launchChromium, type Chromium, type ChromiumOptions } from "../browser/chromium.ts";
import { builds, expect, test as base } from "../browser/test.ts";
import { startDemoCrm, type DemoCrm } from "../demo-crm/server.ts";

/**
 * A seller's desk: one Chromium for all tests of a file, since starting it takes seconds, and for each
 * test a demo CRM of its own. Each has its own address and so is another organisation to Powermap:
 * nothing that an earlier test read or said is there.
 *
 * ```ts
 * import { expect, open, test } from "./support/desk.ts";
 *
 * test.use({ setting: { lang: "zh-CN" } });            // for the whole file, when needed
 * test("…", async ({ crm, tab, panel, desk }) => {
 *   await open(tab, crm.url("opportunity", IDS.phase2));
 *   await expect(panel.getByRole("heading", { level: 1 })).toHaveText("…");
 * });
 * ```
 */
export const test = base.extend<
  {
    crm: DemoCrm;
    /** The one tab that is open at the start, on the CRM's home page. */
    tab: Page;
    /** The page in the real side panel, just started. */
    panel: Page;
    kept: void;
  },
  { desk: Chromium; setting: Partial<ChromiumOptions> }
>({
  setting: [{}, { option: true, scope: "worker" }],
  desk: [
    async ({ setting }, use) => {
      const desk = await launchChromium({ extension: builds.chromium, trace: true, ...setting });
      await use(desk);
      await desk.close();
    },
    { scope: "worker" },
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it
  crm: async ({}, use) => {
    const crm = await startDemoCrm({ dataset: "all" });
    await use(crm);
    await crm.stop();
  },
  tab: async ({ desk, crm, kept: _ }, use) => {
    const tab = await onlyTab(desk);
    await tab.goto(`${crm.origin}/lightning/page/home`);
    await use(tab);
  },
  panel: async ({ desk, tab }, use) => {
    const panel = await desk.openSidePanel();
    await panel.reload();
    await tab.bringToFront();
    await use(panel);
  },
  // A failed test ends its worker, so the trace may be ended too.
  kept: async ({ desk }, use, info) => {
    await use();
    if (info.status === info.expectedStatus) return;
    const name = info.outputPath("desk");
    await desk.screenshot(`${name}.png`).catch(() => {}); // it may have been killed
    await desk.saveTrace(`${name}.zip`).catch(() => {});
    if (existsSync(desk.log)) copyFileSync(desk.log, `${name}.log`);
  },
});

/** Closes every tab but a fresh one: what an earlier test left open, and the welcome page. */
export async function onlyTab(browser: Chromium): Promise<Page> {
  const tab = await browser.context.newPage();
  const panel = await browser.sidePanel();
  for (const page of browser.context.pages()) {
    if (page !== tab && page !== panel) await page.close();
  }
  await tab.bringToFront();
  return tab;
}

/** Goes to a page of the demo CRM, and waits until its late parts are there. */
export async function open(tab: Page, url: string): Promise<void> {
  await tab.goto(url);
  await complete(tab);
}

/** Waits until the visible record of the demo CRM is whole. */
export async function complete(tab: Page): Promise<void> {
  await expect(tab.locator('.lafPageHost.active[data-loaded="true"]').first()).toBeAttached();
}

/** Has the demo CRM show the newest data of the visible record in place, as a pushed change would. */
export async function refresh(tab: Page): Promise<void> {
  await tab.evaluate(() => (globalThis as unknown as { demoRefresh(): void }).demoRefresh());
}

export { expect };
