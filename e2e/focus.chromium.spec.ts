import type { Locator, Page } from "@playwright/test";
import { IDS } from "./demo-crm/server.ts";
import { expect, open, test } from "./support/desk.ts";
import { openPerson, person, reasons, roleChoice, unfold } from "./support/panel.ts";

/** By the keyboard, after an act that takes its own button away: the focus is never lost. */

/** Presses a button as keys do. */
async function enter(button: Locator): Promise<void> {
  await button.focus();
  await button.press("Enter");
}
const focusIsLost = (panel: Page) =>
  panel.evaluate(() => document.activeElement === null || document.activeElement === document.body);

test("what is said of a person leaves the focus where one goes on", async ({ crm, tab, panel }) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await openPerson(panel, "Zhao Min");
  const name = panel.getByRole("heading", { level: 2, name: "Zhao Min" });
  await expect(name).toBeFocused();

  const accept = panel.getByRole("button", { name: /^Accept: / });
  await expect(accept.first()).toBeVisible();
  for (let left = await accept.count(); left > 0; left--) {
    await enter(accept.first());
    await expect(accept).toHaveCount(left - 1);
    await expect(left > 1 ? accept.first() : name).toBeFocused();
  }

  const why = await reasons(panel, "purchaser");
  await enter(why.getByRole("button", { name: "Withdraw" }));
  // What the title says is a reason still.
  const row = panel.locator(".role-row").filter({ has: roleChoice(panel, "purchaser") });
  await expect(row.getByText("1 reason", { exact: true })).toBeFocused();

  for (const [part, field, save] of [
    ["Notes", "Note", "Save"],
    ["Objections", "In their words", "Add objection"],
  ] as const) {
    await unfold(panel, part);
    const words = panel.getByRole("textbox", { name: field, exact: true });
    await words.focus();
    await panel.keyboard.type("Asks for three offers");
    await panel.keyboard.press("Tab");
    await expect(panel.getByRole("button", { name: save, exact: true })).toBeFocused();
    await panel.keyboard.press("Enter");
    await expect(words).toHaveValue("");
    await expect(words).toBeFocused();
  }

  await unfold(panel, "Reports to, influences");
  const whom = panel.getByLabel("Somebody they influence");
  await whom.selectOption("Chen Hao");
  await enter(panel.getByRole("button", { name: "Add", exact: true }));
  const remove = panel.getByRole("button", { name: "Remove Chen Hao" });
  await expect(remove).toBeVisible();
  await expect(whom).toBeFocused();
  await enter(remove);
  await expect(remove).toHaveCount(0);
  expect(await focusIsLost(panel)).toBe(false);
});

test("what is answered on the map leaves the focus with the next", async ({ crm, tab, panel }) => {
  await open(tab, crm.url("account", IDS.account));
  await expect(person(panel, "Sun Lei")).toBeVisible();
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(person(panel, "Chen Hao")).toBeVisible();

  await enter(panel.getByText(/^\d+ suggestions wait$/));
  const accept = panel.locator(".waiting li").getByRole("button", { name: /^Accept: / });
  await expect(accept.first()).toBeVisible();
  const before = await accept.count();
  await enter(accept.first());
  await expect(accept).toHaveCount(before - 1);
  await expect(accept.first()).toBeFocused();

  await panel.getByText(/^Also at/).press("Enter");
  const involve = panel.getByRole("button", { name: /^Involve .* in this decision$/ });
  await expect(involve.first()).toBeVisible();
  for (let left = await involve.count(); left > 0; left--) {
    await enter(involve.first());
    await expect(involve).toHaveCount(left - 1);
    const next = left > 1 ? involve.first() : panel.getByRole("heading", { name: /^People/ });
    await expect(next).toBeFocused();
  }
});

test("who was added and is taken away again leaves the focus with the people", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await enter(panel.getByRole("button", { name: "Add a person" }));
  await panel.getByLabel("Name", { exact: true }).fill("Tang Bo");
  await panel.keyboard.press("Enter");
  await openPerson(panel, "Tang Bo");
  await enter(panel.getByRole("button", { name: "Remove", exact: true }));
  await expect(person(panel, "Tang Bo")).toHaveCount(0);
  await expect(panel.getByRole("heading", { level: 2, name: /^People/ })).toBeFocused();
});
