import type { Page } from "@playwright/test";
import { IDS, type DemoCrm } from "./demo-crm/server.ts";
import { expectAccessible, expectNoSidewaysScrolling } from "./support/checks.ts";
import { complete, expect, open, test } from "./support/desk.ts";
import { heading, openPerson, people } from "./support/panel.ts";

/** The popup and the welcome page, and what holds for every page: axe, small widths. */

const deal = "Plant-wide MES licence, phase 2";

async function readSome(tab: Page, panel: Page, crm: DemoCrm, last = deal): Promise<void> {
  for (const id of [IDS.service, IDS.phase2Zh, IDS.phase1Won, IDS.handheldsLost, IDS.phase2]) {
    await open(tab, crm.url("opportunity", id));
  }
  await expect(heading(panel)).toHaveText(last);
  await expect(people(panel)).toHaveCount(5);
}

test("the popup lists open opportunities by account, finds them, and opens one with the panel", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  // The browser knows other demo CRMs from other tests: these names are this one's own.
  const mine = `Retrofit of line ${crm.port}`;
  crm.org().get(IDS.phase2)!.fields.Name = mine;
  await readSome(tab, panel, crm, mine);
  await panel.evaluate(() => close());
  await expect.poll(() => desk.sidePanel()).toBeUndefined();

  const popup = await desk.openPopup();
  const option = popup.getByRole("option", { name: mine });
  const account = popup
    .getByRole("group", { name: "Huadong Manufacturing Group" })
    .filter({ has: option });
  await expect(account.getByRole("option")).toHaveCount(2); // the won and the lost one are not open
  await expect(option).toContainText("CN¥1,200,000"); // a yen has no hundredths
  await expect(option).toContainText("Dec 18");
  await expect(option).toContainText("Proposal/Price Quote");
  await expect(option.getByTitle("decision maker: perhaps Chen Hao")).toBeVisible();

  await popup.keyboard.type("华东");
  await expect(option).toHaveCount(0);
  await expect(popup.getByRole("option", { name: "全厂MES许可二期" }).first()).toBeVisible();
  await popup.keyboard.press("Escape");
  await popup.keyboard.type(mine.toLowerCase());
  await expect(popup.getByRole("listbox").getByRole("option", { selected: true })).toContainText(
    mine,
  );
  await desk.display.keys("Return"); // the real key: a click or key of the user lets the panel open
  const opened = await desk.sidePanelOpened();
  await expect(heading(opened)).toHaveText(mine);
  await expect.poll(() => tab.url()).toBe(crm.url("opportunity", IDS.phase2));
});

test("panel, popup and welcome page at 320 pixels, and what axe says", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await readSome(tab, panel, crm);
  await expectAccessible(panel);
  await openPerson(panel, "Chen Hao");
  await expectAccessible(panel);

  // The panel's page beside the same tab, at a width that the browser's own panel does not get.
  const id = await tab.evaluate(() => location.href);
  const worker = await desk.worker();
  const tabId = await worker.evaluate(
    async (url) =>
      (await (globalThis as never as Tabs).chrome.tabs.query({ url: `${url}*` }))[0]!.id,
    id,
  );
  const pages = [`sidepanel.html?tab=${tabId}`, "popup.html", "welcome.html"];
  for (const path of pages) {
    const page = await desk.extensionPage(path);
    await page.setViewportSize({ width: 320, height: 700 });
    await expect(page.getByRole("heading").first()).toBeVisible();
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    if (path.startsWith("sidepanel")) {
      await expect(heading(page)).toHaveText(deal);
      await openPerson(page, "Chen Hao");
      await page.getByText("More roles").click();
      await expectNoSidewaysScrolling(page);
      await page.screenshot({ path: "test-results/panel-320.png", fullPage: true });
    }
    await page.close();
  }
  await complete(tab);
});

interface Tabs {
  chrome: { tabs: { query(query: object): Promise<{ id: number }[]> } };
}
