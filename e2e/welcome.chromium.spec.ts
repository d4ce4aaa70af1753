import type { Page } from "@playwright/test";
import type { Chromium } from "./browser/chromium.ts";
import { builds, expect, test } from "./browser/test.ts";
import { IDS, startDemoCrm } from "./demo-crm/server.ts";
import { expectAccessible, expectChinese, expectNoSidewaysScrolling } from "./support/checks.ts";
import { complete, open } from "./support/desk.ts";
import {
  heading,
  notice,
  openPerson,
  people,
  person,
  roleChoice,
  statedTags,
} from "./support/panel.ts";

/** The way from the installation to the user's own CRM, and around it with sample data. */

const deal = "Plant-wide MES licence, phase 2";
const sample = {
  planning: "Planning software for three plants",
  cold: "Cold store monitoring, pilot",
};

const welcomeOf = (browser: Chromium): Page =>
  browser.context.pages().find((page) => page.url() === browser.url("welcome.html"))!;

test("three steps lead from the installation to the user's own CRM, with the panel open", async ({
  chromium,
}) => {
  const crm = await startDemoCrm();
  const browser = await chromium({ extension: builds.chromiumAsShipped });
  const welcome = welcomeOf(browser);
  await welcome.bringToFront();
  await expect(heading(welcome)).toHaveText("See who really decides");
  await expect(welcome.getByRole("link", { name: /Step 1 of 3/ })).toHaveAttribute(
    "aria-current",
    "step",
  );

  // By keyboard alone, to the choice of the CRM.
  const next = welcome.getByRole("link", { name: "Next" });
  await next.focus();
  await welcome.keyboard.press("Enter");
  await expect(heading(welcome)).toHaveText("Nothing leaves this browser");
  await expect(heading(welcome)).toBeFocused();
  await expect(welcome.getByRole("radio", { name: "24 months" })).toBeChecked();
  await welcome.getByRole("radio", { name: "24 months" }).focus();
  await welcome.keyboard.press("ArrowLeft");
  await expect(welcome.getByRole("radio", { name: "12 months" })).toBeChecked();
  await next.focus();
  await welcome.keyboard.press("Enter");
  await expect(heading(welcome)).toHaveText("Choose your CRM");

  await welcome.goBack();
  await expect(heading(welcome)).toHaveText("Nothing leaves this browser");
  await expect(welcome.getByRole("radio", { name: "12 months" })).toBeChecked();
  await welcome.goForward();
  await expect(heading(welcome)).toHaveText("Choose your CRM");
  await welcome.reload();
  await expect(heading(welcome)).toHaveText("Choose your CRM");

  const address = welcome.getByRole("textbox", { name: "Address of your CRM" });
  await address.fill(`${crm.origin}/lightning/page/home`);
  await browser.allowPermission(welcome.locator("form").getByRole("button", { name: "Allow" }));
  await expect(heading(welcome)).toHaveText("Choose your CRM");
  const go = welcome.getByRole("button", { name: "Open http://127.0.0.1 with the panel" });
  await welcome.reload(); // what was typed is not asked for again
  await browser.click(go);
  const panel = await browser.sidePanelOpened();
  const tab = await expect
    .poll(() => browser.context.pages().find((page) => page.url().startsWith(crm.origin)))
    .toBeTruthy()
    .then(() => browser.context.pages().find((page) => page.url().startsWith(crm.origin))!);
  expect(tab.url()).toBe(`${crm.origin}/lightning/page/home`);
  await complete(tab);
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  await browser.screenshot("test-results/welcome-ends.png");

  // And again, now that the tab is open: it is shown, and not opened twice.
  const count = browser.context.pages().length;
  await welcome.bringToFront();
  await browser.click(go);
  await expect.poll(() => tab.evaluate(() => document.visibilityState)).toBe("visible");
  expect(browser.context.pages().length).toBe(count);
  await crm.stop();
});

test("sample data shows what Powermap does, is marked, and goes whole", async ({ chromium }) => {
  const crm = await startDemoCrm();
  const browser = await chromium();
  const tab = await browser.page();
  await open(tab, crm.url("opportunity", IDS.phase2));
  const own = await browser.openSidePanel();
  await expect(heading(own)).toHaveText(deal);
  await expect.poll(() => browser.registeredMenu().length).toBeGreaterThan(0);
  await browser.rightClick(tab.getByRole("link", { name: "Chen Hao" }).first());
  await browser.pickMenu(["Powermap", "Tag as decision maker"]);
  await expect(statedTags(own, "Chen Hao")).toHaveText("decision maker");
  const before = await rowsOf(own);
  await own.evaluate(() => close());

  const welcome = welcomeOf(browser);
  await welcome.bringToFront();
  const opened = browser.context.waitForEvent("page");
  await welcome.getByRole("button", { name: "Try it with sample data" }).click();
  const panel = await opened;
  await expect(heading(panel)).toHaveText(sample.planning);
  const mark = panel.getByRole("complementary", { name: "Sample data" });
  await expect(mark).toContainText("An invented customer");
  await expect(people(panel)).toHaveCount(9);
  await expect(statedTags(panel, "David Okafor")).toHaveText("decision maker");
  await panel.setViewportSize({ width: 400, height: 900 });
  await expectNoSidewaysScrolling(panel);
  await expectAccessible(panel);
  await panel.screenshot({ path: "test-results/sample-400.png", fullPage: true });

  await mark.getByRole("link", { name: sample.cold }).click();
  await expect(heading(panel)).toHaveText(sample.cold);
  await expect(mark.getByRole("link", { name: sample.cold })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(person(panel, "Ian Foster")).toBeVisible();
  await expect(panel.locator("main")).toContainText(/Decision maker not found/);
  await panel.screenshot({ path: "test-results/sample-cold.png", fullPage: true });

  // The user's own word about it goes with it.
  await openPerson(panel, "Ian Foster");
  await roleChoice(panel, "opinion leader").getByRole("radio", { name: "Yes" }).check();
  await expect(notice(panel)).toContainText("Ian Foster");
  // So does what is only typed yet.
  await panel
    .locator(".capture")
    .locator("textarea, input")
    .first()
    .fill("Ian waits for his chief");
  await expect
    .poll(async () => (await left(panel)).toSorted())
    .toEqual([
      "changes",
      "claims",
      "links",
      "local",
      "localStorage",
      "records",
      "session",
      "sessionStorage",
    ]);

  const remove = mark.getByRole("button", { name: "Remove sample data" });
  await remove.click();
  const dialog = panel.getByRole("dialog", { name: "Remove the sample data?" });
  await expect(dialog).toBeVisible();
  await expectAccessible(panel);
  await panel.screenshot({ path: "test-results/sample-remove.png" });
  await panel.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(remove).toBeFocused();
  await remove.click();
  await dialog.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(heading(panel)).toHaveText("Choose your CRM");
  await expect(panel.getByRole("status").filter({ hasText: "removed" })).toBeVisible();

  expect(await left(panel)).toEqual([]);
  expect(await rowsOf(panel)).toEqual(before);
  // Its address leads nowhere now, and says so.
  await panel.goto(browser.url("sidepanel.html?record=sample%3Asample%3Aopportunity%3Aplanning"));
  await expect(heading(panel)).toHaveText("Nothing to read here");
  await crm.stop();
});

for (const { lang, dark } of [
  // The other two are among the pictures of the gallery.
  { lang: "en", dark: false },
  { lang: "zh-CN", dark: true },
] as const) {
  const look = `${lang}-${dark ? "dark" : "light"}`;
  test(`welcome looks right: ${look}`, async ({ chromium }) => {
    const browser = await chromium({ lang, dark });
    const page = welcomeOf(browser);
    await page.bringToFront(); // a tab behind draws no picture
    for (const step of ["", "#data", "#crm"]) {
      await page.goto(browser.url(`welcome.html${step}`));
      for (const width of [320, 640, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        await expect(heading(page)).toBeVisible();
        await expectNoSidewaysScrolling(page);
        const name = `test-results/welcome-${look}-${step.slice(1) || "what"}-${width}.png`;
        if (width !== 640) await page.screenshot({ path: name, fullPage: true });
        else await expectUncut(page);
      }
      await expectAccessible(page);
      if (lang === "zh-CN") await expectChinese(page);
    }
  });
}

/** Nothing that can be pressed, and no word of the picture, is cut off. */
async function expectUncut(page: Page): Promise<void> {
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll("button, .button, .picture b, .picture-tag, .picture-next")]
      .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0)
      .map((one) => one.textContent),
  );
  expect(cut).toEqual([]);
}

/** Everything that the database holds. */
function rowsOf(page: Page): Promise<Record<string, unknown[]>> {
  return page.evaluate(async () => {
    const request = indexedDB.open("powermap");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
    const names = [...database.objectStoreNames];
    const rows = await Promise.all(
      names.map(
        (name) =>
          new Promise<[string, unknown[]]>((resolve) => {
            const all = database.transaction(name).objectStore(name).getAll();
            all.onsuccess = () => resolve([name, all.result]);
          }),
      ),
    );
    database.close();
    return Object.fromEntries(rows);
  });
}

/** Where anything of the sample account is left in what the extension keeps. */
async function left(page: Page): Promise<string[]> {
  const rows = await rowsOf(page);
  const kept = await page.evaluate(async () => {
    const { chrome } = globalThis as never as Storages;
    return {
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
      localStorage: { ...localStorage },
      sessionStorage: { ...sessionStorage },
      databases: (await indexedDB.databases()).map(({ name }) => name),
    };
  });
  return Object.entries({ ...rows, ...kept }).flatMap(([place, all]) =>
    JSON.stringify(all).includes("sample:sample") ? [place] : [],
  );
}

interface Storages {
  chrome: Record<"storage", Record<"local" | "session", { get(keys: null): Promise<object> }>>;
}
