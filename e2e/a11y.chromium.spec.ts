import { axeFaults, cutOff, hardCoded } from "./look/faults.ts";
import { expect, test } from "./support/gallery.ts";

/**
 * Every state of the gallery is accessible as axe sees it, in both themes, with contrast measured; every text of it
 * comes from the locales, and none is cut where texts are longer and the panel is narrow.
 */
test.describe.configure({ timeout: 480_000 });

/** Where no record is shown yet there is no name to be the heading. */
const NO_RECORD = /-(?:loading|newer)$/u;

/** How a page is looked at: by its theme, with more contrast, and in the colours of the system alone. */
const EYES = [
  { colorScheme: "light" },
  { colorScheme: "dark" },
  { colorScheme: "light", contrast: "more" },
  { colorScheme: "dark", forcedColors: "active" },
] as const;
const USUAL = { contrast: null, forcedColors: null };

test("axe finds nothing in any state, in any colours, and nothing is cut at any width", async ({
  gallery,
  show,
}) => {
  for (const scene of gallery.scenes) {
    const page = await show(scene);
    const but = NO_RECORD.test(scene) ? ["page-has-heading-one"] : [];
    for (const [turn, eyes] of EYES.entries()) {
      await page.emulateMedia({ ...USUAL, ...eyes });
      const how = Object.values(eyes).join(", ");
      const faults = await axeFaults(page, { but, coloursOnly: turn > 0 });
      expect.soft(faults, `${scene}, ${how}`).toEqual([]);
    }
    await page.emulateMedia(USUAL);
    for (const width of [320, 480, 800]) {
      await page.setViewportSize({ width, height: 640 });
      expect.soft(await cutOff(page), `${scene}, ${width} px`).toEqual([]);
    }
    // Letters twice as large on a screen of twice 320 px are what a zoom of 200 % is.
    await page.setViewportSize({ width: 640, height: 640 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "32px";
    });
    expect.soft(await cutOff(page), `${scene}, 200 %`).toEqual([]);
  }
});

test("with longer texts nothing is left untranslated, and nothing is cut at 320 px", async ({
  gallery,
  show,
}) => {
  for (const scene of gallery.scenes) {
    const page = await show(scene, { locale: "pseudo" });
    expect.soft(await hardCoded(page), `${scene}: not out of the locales`).toEqual([]);
    expect.soft(await cutOff(page), `${scene}: cut`).toEqual([]);
    await page.evaluate(() => {
      document.documentElement.dir = "rtl";
    });
    expect.soft(await cutOff(page), `${scene}: cut, from right to left`).toEqual([]);
  }
});

test("the checks find what is wrong", async ({ show }) => {
  const page = await show("pieces", { locale: "pseudo" });
  await page.evaluate(() => {
    const grey = document.createElement("p");
    grey.append("Hard-coded");
    grey.style.color = "#bbb";
    const narrow = document.createElement("div");
    narrow.append("Donaudampfschifffahrtsgesellschaft");
    narrow.style.cssText =
      "width: 40px; overflow: hidden; overflow-wrap: normal; white-space: nowrap";
    document.querySelector("main")?.append(grey, narrow);
  });
  expect((await axeFaults(page)).join("\n")).toMatch(/color-contrast/u);
  expect(await hardCoded(page)).toContain("Hard-coded");
  expect((await cutOff(page)).join("\n")).toMatch(/hides a part/u);
});
