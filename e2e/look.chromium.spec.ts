import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { builds } from "./browser/test.ts";
import { expect, test } from "./support/gallery.ts";

/**
 * How everything looks, as pictures: each scene of the gallery and each surface, in English and Chinese, light and
 * dark, 320 and 600 px wide. `npm run look:update` takes them anew; look at each that changed before it is committed.
 */
test.describe.configure({ timeout: 240_000 });

/** A picture of the popup is as high as the popup gets. */
const POPUP_HEIGHT = 600;
/** What differs from the panel's own picture is to be seen in its first screen. */
const FIRST_SCREEN = /^panel-(?:menu|capture|offline|said|unsaved|refused)$/u;
/** Of these there is a picture of every variant. */
const SURFACES = new Set(["panel", "popup", "welcome", "settings", "people"]);

/** Of the rest there are half of them, so chosen that every two of language, theme and width meet. */
const isTaken = (scene: string, locale: string, width: number, colorScheme: string) =>
  SURFACES.has(scene) ||
  [locale === "en", width === 320, colorScheme === "light"].filter(Boolean).length % 2 === 1;

for (const locale of ["en", "zh_CN"] as const) {
  test(`every scene looks as it did (${locale})`, async ({ gallery, show }) => {
    for (const scene of gallery.scenes) {
      const page = await show(scene, { locale });
      for (const width of [320, 600]) {
        const least = scene.startsWith("popup") ? POPUP_HEIGHT : 640;
        await page.setViewportSize({ width, height: least });
        if (!scene.startsWith("popup") && !FIRST_SCREEN.test(scene)) {
          const height = await page.evaluate(() => document.documentElement.scrollHeight);
          await page.setViewportSize({ width, height });
        }
        for (const colorScheme of ["light", "dark"] as const) {
          if (!isTaken(scene, locale, width, colorScheme)) continue;
          await page.emulateMedia({ colorScheme });
          const picture = `${scene}-${locale}-${width}-${colorScheme}.png`;
          await expect.soft(page).toHaveScreenshot(picture, TOLERANCE);
        }
      }
    }
  });
}

/**
 * A point counts as different from an eighth of the range of brightness on, edges of letters apart; a few such
 * points may be. A button that moves by one point changes more (see below).
 */
const TOLERANCE = {
  threshold: 0.12,
  maxDiffPixels: 40,
  animations: "disabled",
  caret: "hide",
} as const;

test("the pictures tell a moved element, and a colour that is off", async ({ show }) => {
  const page = await show("pieces", { locale: "en" });
  const button = page.locator(".button").nth(1);
  const differs = () =>
    expect(page)
      .toHaveScreenshot("pieces-en-320-light.png", { ...TOLERANCE, timeout: 2_000 })
      .then(
        () => false,
        () => true,
      );
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: 320, height });
  await button.evaluate((one) => one.style.setProperty("transform", "translateX(1px)"));
  expect(await differs(), "moved by a point").toBe(true);
  await button.evaluate((one) => one.style.setProperty("transform", "none"));
  expect(await differs(), "as it was").toBe(false);
  await button.evaluate((one) => one.style.setProperty("background", "#ccc"));
  expect(await differs(), "of another colour").toBe(true);
});

test("the gallery is in no build of the extension", () => {
  for (const build of Object.values(builds)) {
    const files = readdirSync(build, { recursive: true, encoding: "utf8" });
    expect(files.filter((file) => /gallery/iu.test(file))).toEqual([]);
    const told = files
      .filter((file) => /\.(?:js|css|html)$/u.test(file))
      .filter((file) => /specimen|Powermap gallery/u.test(readFileSync(join(build, file), "utf8")));
    expect(told, build).toEqual([]);
  }
});
