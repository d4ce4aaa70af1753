import { expect } from "./support/desk.ts";
import { heading, holder, openPerson, people, person, statedTags } from "./support/panel.ts";
import { toastIn } from "./support/toast.ts";
import { test } from "./support/tryton.ts";
import { activePane, openParty, openRecord, openRelations } from "./tryton/login.ts";

test.use({ setting: { lang: "zh-CN" }, user: "zh_CN" });

test("the main path in Chinese, on a Tryton in Chinese", async ({ tryton, tab, panel, desk }) => {
  const { dataZh, platformZh } = tryton.records.opportunities;
  await openRecord(tab, tryton, "sale.opportunity", platformZh!.id);
  await expect(heading(panel)).toHaveText("制造执行平台");
  await expect(panel.getByRole("banner").or(panel.locator("header"))).toContainText("华东制造集团");
  await openParty(tab, tryton, "huadongZh");
  await expect(heading(panel)).toHaveText("华东制造集团");
  for (const name of ["王芳", "陈明", "赵磊", "孙丽", "刘敏"]) {
    await expect(person(panel, name)).toBeVisible();
  }
  await expect(person(panel, "陈明")).toContainText("信息技术部门经理");
  const relations = await openRelations(tab);
  await desk.rightClick(relations.getByRole("link", { name: "陈明", exact: true }));
  await desk.pickMenu(["Powermap", "标记为意见领袖"]);
  await toastIn(tab).says("陈明：已标记为意见领袖");
  await expect(statedTags(panel, "陈明")).toHaveText("意见领袖");

  // What a seller wrote into the name is offered, and counts only when it is accepted.
  await openRecord(tab, tryton, "sale.opportunity", dataZh!.id);
  await expect(heading(panel)).toHaveText("设备数据采集二期");
  await expect(people(panel)).toHaveCount(1);
  await expect(person(panel, "王芳")).toContainText("1 条建议");
  await expect(statedTags(panel, "王芳")).toHaveCount(0);
  await openPerson(panel, "王芳");
  await panel.getByRole("button", { name: "接受" }).click();
  await panel.getByRole("button", { name: "返回名单" }).click();
  await expect(holder(panel, "决策者")).toHaveText("王芳");

  await openRecord(tab, tryton, "sale.opportunity", platformZh!.id);
  await desk.rightClick(activePane(tab).locator("input[name=contact]"));
  await desk.pickMenu(["Powermap", "标记为采购者"]);
  await toastIn(tab).says("刘敏：已标记为采购者");
  await expect(holder(panel, "采购者")).toHaveText("刘敏");

  await desk.restart();
  const popup = await desk.openPopup();
  const option = popup
    .getByRole("group", { name: "华东制造集团" })
    .getByRole("option", { name: "制造执行平台" });
  await expect(option.getByTitle("采购者：刘敏")).toBeVisible();
  await option.click();
  await expect(holder(await desk.sidePanelOpened(), "采购者")).toHaveText("刘敏");
});
