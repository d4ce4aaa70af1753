import { fileURLToPath } from "node:url";
import { chromium, test as base, type Page } from "@playwright/test";
import { serveGallery } from "../../scripts/gallery.ts";

/** The moment at which every picture is taken, so that "in 25 days" stays what it is. */
export const MOMENT = new Date("2026-11-20T12:00:00Z");

/** The fonts of the pictures, and how they are drawn, whatever the machine is set to. */
export const FONTS = fileURLToPath(new URL("../look/fonts.conf", import.meta.url));
export const DRAWING = ["--font-render-hinting=none", "--disable-lcd-text", "--hide-scrollbars"];

export interface Variant {
  locale?: "en" | "zh_CN" | "pseudo";
  dir?: "rtl";
  width?: number;
}

/**
 * The gallery (`gallery/`), built and served once for a file, in Debian's Chromium.
 *
 * ```ts
 * test("…", async ({ show }) => {
 *   const page = await show("people", { locale: "zh_CN", width: 320 });
 * });
 * ```
 */
export const test = base.extend<
  { show: (scene: string, variant?: Variant) => Promise<Page> },
  { gallery: { origin: string; page: Page; scenes: readonly string[] } }
>({
  gallery: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from it
    async ({}, use) => {
      const server = await serveGallery();
      const browser = await chromium.launch({
        executablePath: "/usr/bin/chromium",
        args: DRAWING,
        env: { ...process.env, FONTCONFIG_FILE: FONTS },
      });
      const context = await browser.newContext({
        locale: "en-US",
        timezoneId: "UTC",
        colorScheme: "light",
        reducedMotion: "reduce",
      });
      const page = await context.newPage();
      await page.clock.setFixedTime(MOMENT);
      await page.goto(server.origin);
      const names = page.locator("h2");
      // On a busy machine the list may not be there yet, and of no scenes every check would hold.
      await names.first().waitFor();
      const scenes = await names.allTextContents();
      await use({ origin: server.origin, page, scenes });
      await browser.close();
      await server.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  show: async ({ gallery: { origin, page } }, use) => {
    const session = await page.context().newCDPSession(page);
    const faults: string[] = [];
    const note = (error: Error) => void faults.push(error.message);
    page.on("pageerror", note);
    await use(async (scene, { locale = "en", dir, width = 320 } = {}) => {
      await page.setViewportSize({ width, height: 640 });
      await page.emulateMedia({ colorScheme: "light", contrast: null, forcedColors: null });
      // Each look begins with nothing stored. On a host of its own it would too, but would fetch every file anew.
      await page.goto("about:blank");
      await session.send("Storage.clearDataForOrigin", {
        origin,
        storageTypes: "indexeddb,local_storage",
      });
      const query = new URLSearchParams({ scene, locale, ...(dir && { dir }) });
      await page.goto(`${origin}/?${query.toString()}`);
      const ready = page.locator("html[data-ready]").waitFor({ timeout: 20_000 });
      await ready.catch((error: unknown) => void faults.push(String(error)));
      if (faults.length > 0) throw new Error(`${scene}, ${locale}: ${faults.join("\n")}`);
      return page;
    });
    page.off("pageerror", note);
    await session.detach();
  },
});

export { expect } from "@playwright/test";
