import type { Page } from "@playwright/test";
import { IDS } from "./demo-crm/server.ts";
import { expect, open, test } from "./support/desk.ts";
import {
  heading,
  holder,
  notice,
  openPerson,
  person,
  reasons,
  roleChoice,
  statedTags,
} from "./support/panel.ts";
import { toastIn } from "./support/toast.ts";

const deal = "Plant-wide MES licence, phase 2";

test.beforeEach(async ({ desk }) => {
  // The browser starts to save menus some seconds after its first start; one without ours has other items in its place.
  await expect.poll(() => desk.registeredMenu().length, { timeout: 30_000 }).toBeGreaterThan(0);
});

test("a contact is tagged by a right-click, and is so after a restart of the browser", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  for (const name of ["Chen Hao", "Li Wei", "Wang Fang", "Zhao Min", "Liu Yang"]) {
    await expect(person(panel, name)).toBeVisible();
  }
  await expect(person(panel, "Li Wei")).toContainText("primary contact");
  await expect(holder(panel, "decision maker")).not.toHaveText("Chen Hao");
  await expect(panel.getByRole("list", { name: "What is missing" })).toContainText(
    "Decision maker not found",
  );

  await desk.rightClick(tab.getByRole("link", { name: "Chen Hao" }).first());
  await desk.pickMenu(["Powermap", "Tag as decision maker"], {
    screenshot: "test-results/main-menu.png",
  });

  await toastIn(tab).says("Chen Hao: tagged as decision maker");
  await expect(statedTags(panel, "Chen Hao")).toHaveText("decision maker");
  await expect(holder(panel, "decision maker")).toHaveText("Chen Hao");
  await expect(panel.getByRole("list", { name: "What is missing" })).not.toContainText(
    "Decision maker not found",
  );

  await desk.screenshot("test-results/main-panel.png");

  await desk.restart();
  const popup = await desk.openPopup();
  const url = crm.url("opportunity", IDS.phase2);
  // The browser knows other demo CRMs from other tests: the link tells which one this is.
  const account = popup.getByRole("group", { name: "Huadong Manufacturing Group" });
  const option = account.locator(`a[role="option"][href="${url}"]`);
  await expect(option).toContainText(deal);
  await expect(option.getByTitle("decision maker: Chen Hao")).toBeVisible();
  await expect(option.getByTitle("opinion leader: perhaps Li Wei")).toBeVisible();
  await desk.screenshot("test-results/main-popup.png");
  await option.click();
  const panelAgain = await desk.sidePanelOpened();
  await expect(heading(panelAgain)).toHaveText(deal);
  await expect(holder(panelAgain, "decision maker")).toHaveText("Chen Hao");
  await expect(statedTags(panelAgain, "Chen Hao")).toHaveText("decision maker");
  expect(desk.context.pages().map((page) => page.url())).toContain(url);
});

test("the notice in the page takes the tag back", async ({ crm, tab, panel, desk }) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(person(panel, "Li Wei")).toBeVisible();
  const before = await holder(panel, "opinion leader").innerText();
  await desk.rightClick(tab.getByRole("link", { name: "Wang Fang" }).first());
  await desk.pickMenu(["Powermap", "Tag as opinion leader"]);
  await toastIn(tab).says("Wang Fang: tagged as opinion leader");
  await expect(holder(panel, "opinion leader")).toHaveText("Wang Fang");
  const history = () => panel.evaluate(() => localStorage.getItem("powermap.history") ?? "");
  expect(await history()).toContain("Wang Fang: opinion leader");

  await toastIn(tab).press("Undo");
  await toastIn(tab).says("Undone");
  await expect(holder(panel, "opinion leader")).toHaveText(before);
  await expect(statedTags(panel, "Wang Fang")).toHaveCount(0);
  // Nor can the panel take back what is taken back already.
  await expect.poll(history).not.toContain("Wang Fang");
});

test("the panel's notice and its keys undo and redo, also what was tagged in the page", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await desk.rightClick(tab.getByRole("link", { name: "Chen Hao" }).first());
  await desk.pickMenu(["Powermap", "Tag as decision maker"]);
  await expect(statedTags(panel, "Chen Hao")).toHaveText("decision maker");

  await openPerson(panel, "Chen Hao");
  await roleChoice(panel, "opinion leader").getByRole("radio", { name: "Yes" }).check();
  await expect(notice(panel)).toContainText("Saved. Chen Hao: opinion leader");
  await notice(panel).getByRole("button", { name: "Undo" }).click();
  await expect(notice(panel)).toContainText("Undone. Chen Hao: opinion leader");
  await expect(
    roleChoice(panel, "opinion leader").getByRole("radio", { name: "not stated" }),
  ).toBeChecked();
  await notice(panel).getByRole("button", { name: "Redo" }).click();
  await expect(
    roleChoice(panel, "opinion leader").getByRole("radio", { name: "Yes" }),
  ).toBeChecked();

  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker", "opinion leader"]);
  await panel.keyboard.press("Control+z");
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
  await panel.keyboard.press("Control+z"); // the tag that the page's menu made
  await expect(statedTags(panel, "Chen Hao")).toHaveCount(0);
  await expect(notice(panel)).toContainText("Undone. Chen Hao: decision maker");
  await panel.keyboard.press("Control+Shift+z");
  await panel.keyboard.press("Control+Shift+z");
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker", "opinion leader"]);
});

test("what is undone while another record is shown is told with the name of its own", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await openPerson(panel, "Chen Hao");
  await roleChoice(panel, "user").getByRole("radio", { name: "Yes" }).check();
  await expect(notice(panel)).toContainText("Saved. Chen Hao: user");
  await open(tab, crm.url("opportunity", IDS.service));
  await expect(heading(panel)).toHaveText("MES service contract 2027");
  await panel.keyboard.press("Control+z");
  await expect(notice(panel)).toContainText(`Undone. Chen Hao: user · ${deal}`);
});

test("a right-click where nobody is says so, and tags nobody", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(person(panel, "Li Wei")).toBeVisible();
  await desk.rightClick(tab.getByRole("heading", { name: deal }).first());
  await desk.pickMenu(["Powermap", "Tag as decision maker"]);
  await toastIn(tab).says("No contact under the cursor");
  await expect(panel.locator('.tag[data-state="stated"]')).toHaveCount(0);
});

test("a contact tagged on their own page holds the role in every opportunity of the account", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  for (const id of [IDS.phase2, IDS.service]) await open(tab, crm.url("opportunity", id));
  await open(tab, crm.url("contact", IDS.liWei));
  await expect(heading(panel)).toHaveText("Li Wei");
  await desk.rightClick(tab.getByRole("heading", { level: 1 }).getByText("Li Wei"));
  await desk.pickMenu(["Powermap", "Tag as opinion leader"]);
  await toastIn(tab).says("Li Wei: tagged as opinion leader");
  await expect(
    roleChoice(panel, "opinion leader").getByRole("radio", { name: "Yes" }),
  ).toBeChecked();

  for (const id of [IDS.phase2, IDS.service]) {
    await open(tab, crm.url("opportunity", id));
    await expect(statedTags(panel, "Li Wei")).toContainText(["opinion leader"]);
  }
  // It is the account's word, not this opportunity's own.
  await openPerson(panel, "Li Wei");
  await expect(
    roleChoice(panel, "opinion leader").getByRole("radio", { name: "not stated" }),
  ).toBeChecked();
  await expect(await reasons(panel, "opinion leader")).toContainText("account default");
});

test("a contact in the account's list of contacts is tagged for the account", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(person(panel, "Zhao Min")).toBeVisible();
  await open(tab, crm.url("contacts", IDS.account));
  await expect(heading(panel)).toHaveText("Huadong Manufacturing Group");
  await desk.rightClick(tab.getByRole("link", { name: "Zhao Min" }).first());
  await desk.pickMenu(["Powermap", "Tag as purchaser"]);
  await toastIn(tab).says("Zhao Min: tagged as purchaser");
  await expect(statedTags(panel, "Zhao Min")).toContainText(["purchaser"]);
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(holder(panel, "purchaser")).toHaveText("Zhao Min");
});

test("More… opens the panel at the contact under the cursor, also where it is open already", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  const moreOf = async (name: string) => {
    await desk.rightClick(tab.getByRole("link", { name }).first());
    await desk.pickMenu(["Powermap", "More…"]);
  };
  const opened = (panel: Page) => panel.getByRole("heading", { level: 2 }).first();
  await open(tab, crm.url("opportunity", IDS.phase2));
  await panel.evaluate(() => close());
  await expect.poll(() => desk.sidePanel()).toBeUndefined();
  await moreOf("Chen Hao");
  const again = await desk.sidePanelOpened();
  await expect(heading(again)).toHaveText(deal);
  await expect(opened(again)).toHaveText("Chen Hao");
  await expect(roleChoice(again, "decision maker")).toBeVisible();
  await expect(again.getByRole("button", { name: "Back to the list" }).first()).toBeVisible();
  await desk.screenshot("test-results/main-more.png");

  await moreOf("Li Wei");
  await expect(opened(again)).toHaveText("Li Wei");
  await again.getByRole("button", { name: "Back to the list" }).first().click();
  await expect(person(again, "Li Wei")).toBeVisible();
  // It was asked for once: not again with the next panel.
  await again.reload();
  await expect(person(again, "Li Wei")).toBeVisible();
});

test("More… shows a contact on a page that is about no record on their own, and goes back", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  await open(tab, `${crm.origin}/lightning/o/Contact/list?filterName=AllContacts`);
  await expect(panel.getByText("Nothing to read here")).toBeVisible();
  // Nobody whom Powermap had read of before.
  await desk.rightClick(tab.getByRole("link", { name: "Amelie Duarte" }).first());
  await desk.pickMenu(["Powermap", "More…"]);
  await expect(heading(panel)).toHaveText("Amelie Duarte");
  await expect(roleChoice(panel, "decision maker")).toBeVisible();
  await desk.screenshot("test-results/main-more-own.png");
  await panel.getByRole("button", { name: "Back" }).press("Enter");
  await expect(panel.getByText("Nothing to read here")).toBeFocused();
});
