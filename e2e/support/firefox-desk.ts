import { copyFileSync, existsSync } from "node:fs";
import type { Page } from "puppeteer-core";
import { launchFirefox, type Firefox } from "../browser/firefox.ts";
import type { FirefoxView } from "../browser/firefox-chrome.ts";
import { builds, test as base } from "../browser/test.ts";
import { startDemoCrm, type DemoCrm } from "../demo-crm/server.ts";

/**
 * The seller's desk of `desk.ts`, with Firefox on it: one browser for all tests of a file, and a demo
 * CRM of its own for each test. Pages are puppeteer's here, and the sidebar is a FirefoxView.
 */
export const test = base.extend<
  { crm: DemoCrm; tab: Page; sidebar: FirefoxView; kept: void },
  { desk: Firefox }
>({
  desk: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it
    async ({}, use) => {
      const desk = await launchFirefox({ extension: builds.firefox });
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
  tab: async ({ desk, kept: _ }, use) => {
    await use(await desk.page());
  },
  /** The page in the real sidebar, just started. */
  sidebar: async ({ desk, tab }, use) => {
    await tab.bringToFront();
    await desk.closeSidebar();
    await use(await desk.openSidebar());
  },
  // A failed test ends its worker, and the desk with it.
  kept: async ({ desk }, use, info) => {
    await use();
    if (info.status === info.expectedStatus) return;
    const name = info.outputPath("desk");
    await desk.screenshot(`${name}.png`).catch(() => {}); // it may have been killed
    if (existsSync(desk.log)) copyFileSync(desk.log, `${name}.log`);
  },
});

/** Goes to a page of the demo CRM, and waits until its late parts are there. */
export async function open(tab: Page, url: string): Promise<void> {
  await tab.goto(url);
  await complete(tab);
}

/** Waits until the visible record of the demo CRM is whole. */
export async function complete(tab: Page): Promise<void> {
  await tab.waitForSelector('.lafPageHost.active[data-loaded="true"]');
}
