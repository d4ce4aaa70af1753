import { IDS } from "./demo-crm/server.ts";
import { expectAccessible, expectChinese } from "./support/checks.ts";
import { expect, open, test } from "./support/desk.ts";
import { heading, holder, openPerson, person, statedTags } from "./support/panel.ts";
import { toastIn } from "./support/toast.ts";

/** In a Chinese browser everything is in Chinese; here also everything is dark. */
test.use({ setting: { lang: "zh-CN", dark: true } });

const deal = "全厂MES许可二期";

test("menu, notice, panel, popup and welcome page are Chinese, dark, and pass axe", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, `${crm.url("opportunity", IDS.phase2Zh)}`);
  await expect(heading(panel)).toHaveText(deal);
  expect(await panel.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(true);
  await desk.rightClick(tab.getByRole("link", { name: "陈浩" }).first());
  await desk.pickMenu(["Powermap", "标记为决策者"], { screenshot: "test-results/zh-menu.png" });
  await toastIn(tab).says("陈浩：已标记为决策者");
  await expect(statedTags(panel, "陈浩")).toHaveText("决策者");
  await expect(holder(panel, "决策者")).toHaveText("陈浩");
  await expect(person(panel, "刘洋")).toContainText("2 条建议");
  await panel
    .locator("summary")
    .evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
  await desk.screenshot("test-results/zh-panel.png");
  await expectAccessible(panel);
  await expectChinese(panel);

  await panel.reload();
  await openPerson(panel, "陈浩");
  await panel
    .locator("summary")
    .evaluateAll((all) => all.forEach((one) => (one as HTMLElement).click()));
  await expectChinese(panel);
  await expectAccessible(panel);
  await desk.screenshot("test-results/zh-person.png");

  await tab.goto(`${crm.origin}/lightning/page/home`);
  await expect(panel.getByText("最近的商机")).toBeVisible();
  await expectChinese(panel);

  const popup = await desk.openPopup();
  await expect(popup.getByRole("option", { name: deal })).toBeVisible();
  await expect(popup.getByTitle("决策者：陈浩")).toBeVisible();
  await expectChinese(popup);
  await expectAccessible(popup);
  await desk.screenshot("test-results/zh-popup.png");
  await popup.close();

  const welcome = await desk.extensionPage("welcome.html");
  await expect(heading(welcome)).toHaveText("看清谁真正做决定");
  await expectChinese(welcome);
  await expectAccessible(welcome);
  await desk.screenshot("test-results/zh-welcome.png");
});
