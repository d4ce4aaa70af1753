import type { Page } from "@playwright/test";
import type { Chromium } from "./browser/chromium.ts";
import { IDS, type DemoCrm } from "./demo-crm/server.ts";
import { expectAccessible, expectNoSidewaysScrolling } from "./support/checks.ts";
import { expect, open, test } from "./support/desk.ts";
import { heading, people, statedTags } from "./support/panel.ts";

// A browser of its own: what other files left behind would be seen.
test.use({ setting: { lang: "en" } });

/** The popup as a palette of opportunities, and the number on the toolbar button. */

const deal = "Plant-wide MES licence, phase 2";
const service = "MES service contract 2027";
const chinese = "全厂MES许可二期";

/** What the browser's toolbar button shows for a tab. */
async function button(desk: Chromium, url: string): Promise<{ text: string; title: string }> {
  const worker = await desk.worker();
  return worker.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        tabs: { query(of: object): Promise<{ id: number; url?: string }[]> };
        action: Record<"getBadgeText" | "getTitle", (of: { tabId: number }) => Promise<string>>;
      };
    };
    const tab = (await chrome.tabs.query({})).find((one) => one.url === url);
    if (!tab) return { text: "no tab", title: "" };
    const of = { tabId: tab.id };
    const [text, title] = await Promise.all([
      chrome.action.getBadgeText(of),
      chrome.action.getTitle(of),
    ]);
    return { text, title };
  }, url);
}

async function readSome(tab: Page, panel: Page, crm: DemoCrm): Promise<void> {
  for (const id of [IDS.service, IDS.phase2Zh, IDS.phase2]) {
    await open(tab, crm.url("opportunity", id));
  }
  await expect(heading(panel)).toHaveText(deal);
  await expect(people(panel)).toHaveCount(5);
}

/** Of this test's CRM only: the browser knows those of other tests too. */
const option = (popup: Page, crm: DemoCrm, id: string) =>
  popup.locator(`a[role="option"][href="${crm.url("opportunity", id)}"]`);

test("pinyin, filters and the keyboard alone lead to an opportunity with the panel", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await readSome(tab, panel, crm);
  await desk.rightClick(tab.getByRole("link", { name: "Chen Hao" }).first());
  await desk.pickMenu(["Powermap", "Tag as decision maker"]);
  await expect(statedTags(panel, "Chen Hao")).toHaveText("decision maker");
  await panel.evaluate(() => close());
  await expect.poll(() => desk.sidePanel()).toBeUndefined();

  const popup = await desk.openPopup();
  await expect(option(popup, crm, IDS.phase2)).toContainText(/Next step:/);
  // Who decides is known of the one, and not of the other of the same account.
  await popup.getByRole("button", { name: "No decision maker" }).click();
  await expect(option(popup, crm, IDS.service)).toBeVisible();
  await expect(option(popup, crm, IDS.phase2)).toHaveCount(0);
  await popup.getByRole("button", { name: "No decision maker" }).click();
  await expect(option(popup, crm, IDS.phase2)).toBeVisible();
  await popup.getByRole("combobox", { name: "Order" }).selectOption("By name");

  // What is typed goes to the search at once, though the focus is in the menu's button.
  await popup.getByRole("button", { name: "Settings" }).focus();
  await desk.display.type("hdzz");
  const box = popup.getByRole("combobox", { name: "Search accounts and opportunities" });
  await expect(box).toHaveValue("hdzz");
  await expect(option(popup, crm, IDS.phase2Zh)).toBeVisible();
  await expect(option(popup, crm, IDS.phase2)).toHaveCount(0);
  await expect(popup.getByRole("listbox").getByRole("option", { selected: true })).toContainText(
    chinese,
  );
  await desk.display.keys("Escape");
  await expect(box).toHaveValue("");
  await desk.display.type("service");
  const chosen = popup.getByRole("listbox").getByRole("option", { selected: true });
  // Others of that name come from other tests: down to this one's.
  for (let i = 0; i < 20; i++) {
    if ((await chosen.getAttribute("href")) === crm.url("opportunity", IDS.service)) break;
    await desk.display.keys("Down");
  }
  await expect(chosen).toContainText(service);
  expect(await box.getAttribute("aria-activedescendant")).toBe(await chosen.getAttribute("id"));
  await desk.display.keys("Return");
  await expect(heading(await desk.sidePanelOpened())).toHaveText(service);

  const again = await desk.openPopup();
  await expect(again.getByRole("combobox", { name: "Order" })).toHaveValue("name");
  await again.getByRole("combobox", { name: "Order" }).selectOption("By urgency");
  await desk.display.keys("Escape");
  await expect.poll(() => again.isClosed()).toBe(true);
});

test("at risk and closing this month are found, and lead to the opportunity", async ({
  crm,
  tab,
  desk,
}) => {
  const now = new Date();
  const day = (year: number, month: number, day: number) =>
    new Date(Date.UTC(now.getFullYear() + year, now.getMonth() + month, day))
      .toISOString()
      .slice(0, 10);
  const closes = {
    [IDS.phase2]: day(0, -2, 15), // overdue
    [IDS.service]: day(0, 1, 0), // the last day of this month
    [IDS.phase2Zh]: day(1, 1, 15),
  };
  for (const [id, date] of Object.entries(closes)) {
    crm.org().get(id)!.fields.CloseDate = date;
    await open(tab, crm.url("opportunity", id));
  }
  const popup = await desk.openPopup();
  const shows = async (there: string[]) => {
    for (const id of Object.keys(closes)) {
      await expect(option(popup, crm, id)).toHaveCount(there.includes(id) ? 1 : 0);
    }
  };
  const filter = (popup: Page, name: string) => popup.getByRole("button", { name, exact: true });
  await shows(Object.keys(closes));
  await filter(popup, "This month").click();
  await shows([IDS.service]);
  await filter(popup, "This month").click();
  await filter(popup, "At risk").click();
  await expect(option(popup, crm, IDS.phase2Zh)).toHaveCount(0);
  await option(popup, crm, IDS.phase2).click();
  await expect(heading(await desk.sidePanelOpened())).toHaveText(deal);
  expect(desk.context.pages().map((page) => page.url())).toContain(
    crm.url("opportunity", IDS.phase2),
  );

  // What the list is narrowed to is remembered, until it is taken off.
  const again = await desk.openPopup();
  await expect(filter(again, "At risk")).toHaveAttribute("aria-pressed", "true");
  await filter(again, "At risk").click();
  await expect(option(again, crm, IDS.phase2Zh)).toBeAttached();
});

test("the button says how many steps are due on the tab's record, until they are done", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  const url = crm.url("opportunity", IDS.phase2);
  await open(tab, url);
  await expect(people(panel)).toHaveCount(5);
  await expect.poll(async () => (await button(desk, url)).text).toMatch(/^[1-9]\d?$/);
  const before = await button(desk, url);
  expect(before.title).toMatch(/^Powermap: \d+ steps? (is|are) due here$/);
  await desk.screenshot("test-results/popup-badge.png");

  const step = panel.locator(".step").first();
  await step.getByRole("button", { name: "Later" }).click();
  await step.getByRole("button", { name: "1 month" }).click();
  const less = String(Number(before.text) - 1);
  await expect.poll(async () => (await button(desk, url)).text).toBe(less === "0" ? "" : less);

  // Elsewhere there is no number; another tab has its own.
  const other = await desk.context.newPage();
  await open(other, crm.url("opportunity", IDS.service));
  await expect.poll(async () => (await button(desk, other.url())).title).toMatch(/due here$/);
  await other.goto(`${crm.origin}/lightning/page/home`);
  await expect
    .poll(() => button(desk, `${crm.origin}/lightning/page/home`))
    .toEqual({ text: "", title: "Powermap" });
  await other.close();
});

// English and light are among the scenes of the gallery.
for (const [lang, dark] of [["zh-CN", true]] as const) {
  test(`it passes axe and fits from 320 to 600 pixels (${lang}${dark ? ", dark" : ""})`, async ({
    crm,
    chromium,
  }) => {
    const browser = await chromium({ lang, dark });
    const tab = await browser.page();
    for (const id of [IDS.service, IDS.phase2Zh, IDS.phase2]) {
      await open(tab, crm.url("opportunity", id));
    }
    const popup = await browser.extensionPage("popup.html");
    await expect(option(popup, crm, IDS.phase2)).toBeVisible();
    await expect(popup.locator(".next-step").first()).toBeVisible();
    for (const width of [320, 440, 600]) {
      await popup.setViewportSize({ width, height: 600 });
      await expectNoSidewaysScrolling(popup);
      await expectAccessible(popup);
      await popup.screenshot({ path: `test-results/popup-${lang}-${width}.png` });
    }
    await popup.keyboard.press("ArrowDown");
    await popup.locator(".filter").first().click();
    await expectAccessible(popup);
    await popup.screenshot({ path: `test-results/popup-${lang}-risk.png` });
    await popup.keyboard.type("zzz");
    await expectAccessible(popup);
    await popup.screenshot({ path: `test-results/popup-${lang}-none.png` });
  });
}
