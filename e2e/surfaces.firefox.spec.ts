/** The other surfaces in real Firefox: the quick capture by real keys, the settings, and one's data out and in. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import type { Firefox } from "./browser/firefox.ts";
import type { FirefoxView } from "./browser/firefox-chrome.ts";
import { expect } from "./browser/test.ts";
import { IDS } from "./demo-crm/server.ts";
import { open, test } from "./support/firefox-desk.ts";
import { shows } from "./support/sidebar.ts";

const deal = "Plant-wide MES licence, phase 2";
const box = ".capture textarea";

test("a line typed into the sidebar is on the map, and a draft outlives the sidebar", async ({
  crm,
  tab,
  sidebar,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await shows(sidebar, { heading: deal });
  await capture(desk, sidebar, "chen hao is dm, supports us");
  const said = {
    holders: { "decision maker": "Chen Hao" },
    people: { "Chen Hao": ["decision maker"] },
  };
  await shows(sidebar, { holders: said.holders });
  await desk.display.type("li wei sup");
  const typed = () => document.querySelector<HTMLTextAreaElement>("textarea")?.value ?? "";
  await expect.poll(() => sidebar.evaluate(typed)).toBe("li wei sup");

  await desk.closeSidebar();
  const again = await desk.openSidebar();
  await shows(again, { heading: deal, holders: said.holders });
  await expect.poll(() => again.evaluate(typed)).toBe("li wei sup");
});

test("the settings speak Chinese to every surface at once; what is backed up, erased and brought in is the same", async ({
  crm,
  tab,
  sidebar,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await shows(sidebar, { heading: deal });
  await capture(desk, sidebar, "chen hao is dm");
  const known = { heading: deal, holders: { "decision maker": "Chen Hao" } };
  await shows(sidebar, known);

  const settings = await desk.extensionPage("options.html");
  await press(settings, "label", "简体中文");
  await sidebar.waitForText("这里没有可读取的内容"); // the settings are in front
  await says(settings, "已更改：语言");
  await press(settings, "label", "English");
  await sidebar.waitForText("Nothing to read here");

  await press(settings, "button", "Back up everything");
  await says(settings, "Saved: powermap-");
  const folder = join(desk.profile, "downloads");
  const saved = () =>
    (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith(".json"));
  await expect.poll(saved).toHaveLength(1);

  await press(settings, "button", "Erase everything…");
  await press(settings, "dialog button", "Erase for good");
  await says(settings, "Everything is erased.");
  await says(settings, "Nothing is stored yet.");
  await expect.poll(() => sidebar.text()).not.toContain(deal);

  const input = (await settings.waitForSelector(
    "input[type=file]",
  )) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(join(folder, saved()[0]!));
  await says(settings, "Chen Hao");
  await press(settings, "button", "Bring it in");
  await says(settings, "Brought in: "); // with what other tests said
  await settings.close();
  await tab.bringToFront();
  await shows(sidebar, known);
});

/** Types a line into the quick capture, sees what was understood, and saves it. */
async function capture(desk: Firefox, sidebar: FirefoxView, line: string): Promise<void> {
  await expect
    .poll(() => sidebar.evaluate((box: string) => document.querySelector(box) !== null, box))
    .toBe(true);
  await sidebar.click(box);
  await desk.display.type(line);
  await expect.poll(() => sidebar.evaluate(chips)).toContain("Chen Hao decision maker");
  await desk.display.keys("Return");
  await desk.display.keys("Return");
}
const chips = () =>
  document.querySelector<HTMLElement>(".capture-chips")?.innerText.replace(/\s+/gu, " ");

/** Clicks the first that says so, by the page's own click: the mouse is for what the browser itself shows. */
async function press(page: Page, selector: string, words: string): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(
        (selector, words) => {
          const all = [...document.querySelectorAll<HTMLElement>(selector)];
          const found = all.find((one) => one.textContent?.trim() === words);
          found?.click();
          return found !== undefined;
        },
        selector,
        words,
      ),
    )
    .toBe(true);
}

/** Waits until a page shows these words. */
async function says(page: Page, words: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.body.innerText)).toContain(words);
}
