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
  unfold,
} from "./support/panel.ts";

/** What the user says about one person, and what follows from it. */

const choose = (panel: Page, group: string, option: string) =>
  roleChoice(panel, group).getByRole("radio", { name: option, exact: true }).check();
const chosen = (panel: Page, group: string) => roleChoice(panel, group).locator("input:checked");
const back = (panel: Page) => panel.getByRole("button", { name: "Back to the list" }).click();
const gaps = (panel: Page) => panel.getByRole("list", { name: "What is missing" });
const steps = (panel: Page) => panel.locator(".steps").getByRole("listitem");
/** The step of this title. */
const step = (panel: Page, title: string) =>
  steps(panel).filter({ has: panel.getByRole("heading", { name: title, exact: true }) });
const showAllSteps = (panel: Page) => panel.getByRole("button", { name: /^Show all/ }).click();

test("roles, stance, power and access are said, shown, and taken back", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await openPerson(panel, "Chen Hao");
  await expect(panel.getByText("My judgement · likely")).toBeVisible();
  await panel.getByText("My judgement · likely").click();
  await panel.getByLabel("How I know").selectOption("They said so");
  await panel.getByLabel("How sure").selectOption("certain");
  await choose(panel, "decision maker", "Yes");
  await choose(panel, "user", "No");
  await panel.getByText("More roles").click();
  await choose(panel, "champion", "Yes");
  await choose(panel, "Stance", "supporter");
  await choose(panel, "Access", "multiple");
  await unfold(panel, "Power");
  await choose(panel, "Power", "inner circle");

  const why = await reasons(panel, "decision maker");
  await expect(why.getByRole("listitem").first()).toContainText("They said so");
  await expect(why.getByRole("listitem").first()).toContainText("certain");

  await back(panel);
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker", "champion"]);
  const row = person(panel, "Chen Hao");
  await expect(row).toContainText("stance: supporter, power: inner circle, access: multiple");
  await expect(row.locator(".avatar")).toHaveAttribute("data-stance", "for");
  // Nothing was said about the others: that is shown as unknown, not as neutral.
  await expect(person(panel, "Li Wei")).toContainText(
    "stance: unknown, power: unknown, access: unknown",
  );
  await expect(person(panel, "Li Wei").locator(".avatar")).toHaveAttribute(
    "data-stance",
    "unknown",
  );

  await openPerson(panel, "Chen Hao");
  await choose(panel, "decision maker", "not stated");
  await expect(notice(panel)).toContainText("Chen Hao: decision maker no longer stated");
  await choose(panel, "Stance", "enemy");
  await choose(panel, "Power", "not stated");
  await back(panel);
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["champion"]);
  await expect(row).toContainText("power: unknown, access: multiple");
  await expect(row.locator(".avatar")).toHaveAttribute("data-stance", /against|neutral/);
});

test("a claim is withdrawn where it stands among the reasons", async ({ crm, tab, panel }) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await openPerson(panel, "Wang Fang");
  await choose(panel, "purchaser", "Yes");
  await (await reasons(panel, "purchaser")).getByRole("button", { name: "Withdraw" }).click();
  await expect(notice(panel)).toContainText("Claim withdrawn");
  await expect(chosen(panel, "purchaser")).toHaveAccessibleName("not stated");
  await back(panel);
  await expect(statedTags(panel, "Wang Fang")).toHaveCount(0);
});

test("who reports to whom and who moves whom", async ({ crm, tab, panel }) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await openPerson(panel, "Li Wei");
  await unfold(panel, "Reports to, influences");
  await panel.getByLabel("Reports to").selectOption("Zhao Min");
  await panel.getByLabel("Somebody they influence").selectOption("Chen Hao");
  await panel.getByLabel("How strongly").selectOption("decisively");
  await panel.getByRole("button", { name: "Add", exact: true }).click();
  await expect(panel.locator(".ties > li > span")).toHaveText("Chen Hao decisively");
  await back(panel);
  // The list is in reporting order: Li Wei stands right under Zhao Min now, one step in.
  const names = panel.locator(".people b");
  await expect
    .poll(async () => {
      const all = await names.allInnerTexts();
      return all[all.indexOf("Zhao Min") + 1];
    })
    .toBe("Li Wei");
  await expect(person(panel, "Li Wei")).toHaveAttribute("data-depth", "1");

  await openPerson(panel, "Li Wei");
  await unfold(panel, "Reports to, influences");
  await panel.getByRole("button", { name: "Remove Chen Hao" }).click();
  await expect(panel.locator(".ties > li")).toHaveCount(0);
  await panel.getByLabel("Reports to").selectOption("nobody: at the top");
  await back(panel);
  await expect(person(panel, "Li Wei")).toHaveAttribute("data-depth", "0");
});

test("what the titles and the CRM suggest is accepted or dismissed in one act, and undone as one", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  const waiting = panel.getByText(/^\d+ suggestions wait$/);
  const count = Number.parseInt(await waiting.innerText(), 10);
  await panel.getByRole("button", { name: `Accept all ${count}` }).click();
  await expect(notice(panel)).toContainText(`${count} suggestions accepted`);
  await expect(waiting).toHaveCount(0);
  await expect(panel.locator('.people .tag[data-state="stated"]').first()).toBeVisible();
  await notice(panel).getByRole("button", { name: "Undo" }).click();
  await expect(waiting).toHaveText(`${count} suggestions wait`);
  await expect(panel.locator('.people .tag[data-state="stated"]')).toHaveCount(0);

  await waiting.click();
  await panel.getByRole("button", { name: "Dismiss all", exact: true }).click();
  await expect(notice(panel)).toContainText(`${count} suggestions dismissed`);
  await expect(waiting).toHaveCount(0);
  await expect(panel.locator('.people .tag[data-state="stated"]')).toHaveCount(0);
  // They do not come back by themselves; undone, all are there again, for good too.
  await panel.reload();
  await expect(person(panel, "Chen Hao")).toBeVisible();
  await expect(person(panel, "Chen Hao")).not.toContainText("suggestion");
  await expect(waiting).toHaveCount(0);
  await panel.keyboard.press("Control+z");
  await expect(waiting).toHaveText(`${count} suggestions wait`);
  await panel.reload();
  await expect(waiting).toHaveText(`${count} suggestions wait`);

  await waiting.click();
  const first = panel.locator(".waiting li").first();
  await first.getByRole("button", { name: /^Dismiss: / }).click();
  await expect(panel.getByText(new RegExp(`^${count - 1} suggestions? waits?$`))).toBeVisible();
});

test("the account's other people are found and involved by one tap", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("account", IDS.account));
  await expect(person(panel, "Sun Lei")).toBeVisible();
  await open(tab, crm.url("opportunity", IDS.phase2));
  // Until somebody is named here the list of the others stands open.
  await expect(person(panel, "Chen Hao")).toBeVisible();
  await panel.getByText(/^Also at/).click();
  await panel.getByRole("button", { name: "Involve Sun Lei in this decision" }).click();
  await expect(person(panel, "Sun Lei")).toBeVisible();
  await notice(panel).getByRole("button", { name: "Undo" }).click();
  await expect(person(panel, "Sun Lei")).toHaveCount(0);

  await openPerson(panel, "Sun Lei");
  await panel.getByRole("button", { name: "Involve", exact: true }).click();
  await expect(panel.getByText("Involved in this decision by you.")).toBeVisible();
  await panel.getByRole("button", { name: "Remove", exact: true }).click();
  // A role says as much.
  await choose(panel, "user", "Yes");
  await back(panel);
  await panel.reload();
  await expect(statedTags(panel, "Sun Lei")).toHaveText("user");
});

test("somebody who is not in the CRM is added, is one with the record that it shows later, and goes by undo", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  const add = panel.getByRole("button", { name: "Add a person" });
  const form = panel.getByRole("form", { name: "Somebody who is not in the CRM" });
  await add.click();
  await expect(form.getByLabel("Name", { exact: true })).toBeFocused();
  await form.getByLabel("Name", { exact: true }).fill("li wei");
  await expect(form).toContainText("Li Wei is here already:");
  await expect(form.getByRole("button", { name: "Add" })).toBeDisabled();
  await form.getByLabel("Name", { exact: true }).fill("Tang Bo");
  await form.getByLabel("Title, if you know it").fill("Adviser to the board");
  await panel.keyboard.press("Enter");
  await expect(notice(panel)).toContainText("Tang Bo: added");
  await expect(person(panel, "Tang Bo")).toContainText("Adviser to the board");
  await notice(panel).getByRole("button", { name: "Undo" }).click();
  await expect(person(panel, "Tang Bo")).toHaveCount(0);
  await notice(panel).getByRole("button", { name: "Redo" }).click();

  await openPerson(panel, "Tang Bo");
  await expect(panel.getByText("Not in the CRM: added by you.")).toBeVisible();
  await choose(panel, "opinion leader", "Yes");
  await back(panel);
  await panel.reload();
  await expect(statedTags(panel, "Tang Bo")).toHaveText(["opinion leader"]);
  // In every opportunity of the account, and on its own page.
  await open(tab, crm.url("account", IDS.account));
  await expect(person(panel, "Tang Bo")).toBeVisible();

  // The CRM has them from now on.
  const org = crm.org();
  const id = org.add("Contact", "TangBo", {
    Name: "Tang Bo",
    AccountId: IDS.account,
    Title: "Board secretary",
  });
  await open(tab, crm.url("contact", id));
  await expect(heading(panel)).toHaveText("Tang Bo");
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(person(panel, "Tang Bo")).toHaveCount(1);
  await expect(person(panel, "Tang Bo")).toContainText("Board secretary");
  await expect(statedTags(panel, "Tang Bo")).toHaveText(["opinion leader"]);
});

test("another of a name that somebody here bears is added, and stays another", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  const both = person(panel, "Li Wei");
  await expect(both).toHaveCount(1);
  await panel.getByRole("button", { name: "Add a person" }).click();
  const form = panel.getByRole("form", { name: "Somebody who is not in the CRM" });
  await form.getByLabel("Name", { exact: true }).fill("Li Wei");
  await form.getByLabel("Title, if you know it").fill("Night shift");
  // Folded, it waits, and says so; cancelled, it can be brought back.
  await panel.keyboard.press("Escape");
  await expect(form).toHaveCount(0);
  await panel.getByRole("button", { name: "Add a person draft" }).click();
  await form.getByRole("button", { name: "Cancel" }).click();
  await panel.getByRole("button", { name: "Bring it back" }).click();
  await expect(form.getByLabel("Title, if you know it")).toHaveValue("Night shift");
  await form.getByRole("button", { name: "Another person of this name" }).click();
  await expect(both).toHaveCount(2);
  const other = both.filter({ hasText: "Night shift" });
  await other.getByRole("button").click();
  await choose(panel, "user", "Yes");
  await back(panel);
  await panel.reload();
  await expect(both).toHaveCount(2);
  await expect(other.locator('.tag[data-state="stated"]')).toHaveText("user");
  await expect(statedTags(panel, "Li Wei")).toHaveCount(1);
});

test("what somebody gains is said, and shows where one talks to them", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await openPerson(panel, "Wang Fang");
  await unfold(panel, "Personal win");
  await panel.getByLabel("What they gain by it themselves").fill("Fewer night shifts");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(notice(panel)).toContainText("Wang Fang: personal win");
  await unfold(panel, "How to talk to them");
  await expect(panel.getByText("They gain: Fewer night shifts")).toBeVisible();
});

test("a note is kept in the user's words", async ({ crm, tab, panel }) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await openPerson(panel, "Zhao Min");
  await unfold(panel, "Notes");
  const note = panel.getByRole("textbox", { name: "Note" });
  // Half said, it waits, and the list says of whom.
  await note.fill("Asks for");
  await back(panel);
  await panel.reload();
  const draft = panel.locator(".people").getByText("draft", { exact: true });
  await expect(draft).toHaveCount(1);
  await expect(person(panel, "Zhao Min").getByRole("button", { name: /draft/ })).toBeVisible();
  await openPerson(panel, "Zhao Min");
  await expect(note).toHaveValue("Asks for");
  await note.fill("Asks for <b>three</b> offers; 下周三再谈");
  await panel.getByRole("button", { name: "Save" }).click();
  await expect(note).toHaveValue("");
  // Who was open is open again.
  await panel.reload();
  await expect(panel.getByRole("heading", { level: 2, name: "Zhao Min" })).toBeVisible();
  const notes = panel.locator(".fold").filter({ hasText: "Notes" });
  await expect(notes).toContainText("Asks for <b>three</b> offers; 下周三再谈");
  await unfold(panel, "Notes");
  await notes.getByText("1 reason").click();
  await expect(notes).toContainText("Asks for <b>three</b> offers; 下周三再谈");
});

test("what a name says is offered, and counts only when it is accepted", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.service));
  // "Zhou Jie (DM)" in the CRM.
  await expect(person(panel, "Zhou Jie")).toContainText("1 suggestion");
  await expect(statedTags(panel, "Zhou Jie")).toHaveCount(0);
  await expect(holder(panel, "decision maker")).not.toHaveText("Zhou Jie");
  await openPerson(panel, "Zhou Jie");
  await expect(panel.getByText("The name says “DM”: decision maker?")).toBeVisible();
  await panel.getByRole("button", { name: /^Accept: The name says “DM”/ }).click();
  await expect(panel.getByText("The name says “DM”")).toHaveCount(0);
  await back(panel);
  await expect(holder(panel, "decision maker")).toContainText("Zhou Jie");
  await expect(statedTags(panel, "Zhou Jie")).toHaveText("decision maker");

  await open(tab, crm.url("opportunity", IDS.phase2));
  // "Liu Yang (GONE)": still counted among the people until somebody agrees.
  // Their title says something, too.
  await expect(person(panel, "Liu Yang")).toContainText("2 suggestions");
  await expect(person(panel, "Liu Yang").getByText("left", { exact: true })).toHaveCount(0);
  await openPerson(panel, "Liu Yang");
  await panel.getByRole("button", { name: /^Dismiss: The name says/ }).click();
  await expect(panel.getByText("The name says")).toHaveCount(0);
  await panel.reload();
  await back(panel);
  await expect(person(panel, "Liu Yang")).toContainText("1 suggestion");
  // What was done can be undone over a reload too.
  await panel.keyboard.press("Control+z");
  await expect(person(panel, "Liu Yang")).toContainText("2 suggestions");
  await panel.keyboard.press("Control+Shift+z");
  await expect(person(panel, "Liu Yang")).toContainText("1 suggestion");

  await openPerson(panel, "Liu Yang");
  await panel.getByRole("button", { name: "Has left the company" }).click();
  await back(panel);
  await expect(person(panel, "Liu Yang").getByText("left", { exact: true })).toBeVisible();
});

test("gaps and next steps follow from what is said", async ({ crm, tab, panel }) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(gaps(panel)).toContainText("Decision maker not found");
  await expect(gaps(panel)).toContainText("You have met nobody here yet");
  await expect(steps(panel)).toHaveCount(3);
  const find = step(panel, "Find out who has the final say");
  await find.getByRole("button", { name: "Done…" }).click();
  await find
    .getByRole("group", { name: "Who is the decision maker?" })
    .getByRole("button", { name: "Chen Hao" })
    .click();
  await expect(holder(panel, "decision maker")).toHaveText("Chen Hao");
  await expect(gaps(panel)).not.toContainText("Decision maker not found");

  await showAllSteps(panel);
  const meet = step(panel, "Meet Chen Hao");
  await meet.getByRole("button", { name: "Done…" }).click();
  await meet.getByRole("button", { name: "Met: for us" }).click();
  await expect(person(panel, "Chen Hao")).toContainText("stance: supporter");
  await expect(person(panel, "Chen Hao")).toContainText("access: brief");
  await expect(gaps(panel)).toContainText("Single-threaded: Chen Hao is the only one");
  await expect(meet).toHaveCount(0);

  // A step about a person leads to them, where everything can be said.
  const again = step(panel, "Meet Chen Hao again");
  await again.getByRole("button", { name: "Open Chen Hao" }).click();
  await expect(panel.getByRole("heading", { level: 2, name: "Chen Hao" })).toBeFocused();
  await back(panel);
  await showAllSteps(panel);
  const stance = step(panel, "Ask Chen Hao where Li Wei stands");
  await stance.getByRole("button", { name: "Open Li Wei" }).click();
  await choose(panel, "Access", "multiple");
  await back(panel);
  await expect(gaps(panel)).toHaveCount(0);
  await expect(heading(panel)).toHaveText("Plant-wide MES licence, phase 2");
});

test("a step waits or is dismissed, with why, and comes back when it is asked to", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  const find = step(panel, "Find out who has the final say");
  await find.getByRole("button", { name: "Later" }).click();
  await find.getByRole("button", { name: "1 week" }).click();
  await expect(find).toHaveCount(0);
  await panel.reload();
  await expect(steps(panel)).toHaveCount(3);
  await expect(find).toHaveCount(0);
  await panel.getByText("Done, later, dismissed (1)").click();
  await panel.getByRole("button", { name: "Bring back: Find out who" }).click();
  await expect(find).toBeVisible();

  await find.getByRole("button", { name: "Dismiss" }).click();
  await find.getByRole("textbox", { name: "Another reason" }).fill("The board decides in May");
  await find.getByRole("button", { name: "Dismiss" }).last().click();
  await expect(find).toHaveCount(0);
  await panel.getByText("Done, later, dismissed (1)").click();
  await expect(panel.getByText(/dismissed on .*: The board decides in May/)).toBeVisible();
  await notice(panel).getByRole("button", { name: "Undo" }).click();
  await expect(find).toBeVisible();
});

test("who decides is one line, and what is set of the customer changes it", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  const bar = panel.getByRole("list", { name: "Shares of the decision" });
  await expect(bar.getByRole("listitem")).toHaveCount(6);
  await expect(bar).toContainText("Decision maker not found yet");
  await bar
    .getByRole("button", { name: /^Chen Hao: \d+% of the decision, stance unknown$/ })
    .click();
  await expect(panel.getByRole("heading", { level: 2, name: "Chen Hao" })).toBeFocused();
  await choose(panel, "decision maker", "Yes");
  await choose(panel, "Stance", "supporter");

  // What if: it moves, and nothing is kept of it.
  await panel.getByText("What if (nothing is saved)").click();
  await panel.getByLabel("If their stance were").fill("-2");
  const then = panel.locator("output");
  await expect(then).toContainText(/Support \+[\d.]+ ±[\d.]+ → −[\d.]+ ±[\d.]+/);
  await back(panel);
  await openPerson(panel, "Chen Hao");
  await expect(then).not.toContainText("→");
  await expect(chosen(panel, "Stance")).toHaveAccessibleName("supporter");
  await back(panel);

  await panel.getByText("How this customer decides").click();
  await choose(panel, "Who has a say", "one decides");
  await expect(panel.locator(".profile-effect").first()).toContainText(
    /What this changes: .*Chen Hao \d+% → \d+%/,
  );
  await expect(panel.locator(".profile summary")).toContainText("one decides (stated)");
  await open(tab, crm.url("account", IDS.account));
  await expect(panel.locator(".profile summary")).toContainText("one decides (stated)");
});
