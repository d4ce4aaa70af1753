import type { Page } from "@playwright/test";
import { loginTryton } from "../tryton/login.ts";
import { startTryton, type Lang, type Tryton } from "../tryton/server.ts";
import { onlyTab, test as atDesk } from "./desk.ts";

/**
 * The desk beside a real Tryton: each test gets a server of its own, and so an organisation of its
 * own, with the seeded records of `e2e/tryton/seed.py`. The tab is logged in, and shows no record yet.
 */
export const test = atDesk.extend<{ tryton: Tryton; user: Lang; tab: Page }>({
  user: ["en", { option: true }],
  tryton: async ({ user }, use) => {
    const tryton = await startTryton({ lang: user });
    await use(tryton);
    await tryton.stop();
  },
  tab: async ({ desk, tryton, kept: _ }, use) => {
    // Tryton asks to show notifications; that question would take the keys meant for a menu.
    const browser = await desk.context.browser()!.newBrowserCDPSession();
    const permission = { name: "notifications" };
    await browser.send("Browser.setPermission", {
      permission,
      setting: "denied",
      origin: tryton.origin,
    });
    const tab = await onlyTab(desk);
    await loginTryton(tab, tryton);
    await use(tab);
  },
});
