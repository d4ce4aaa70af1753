import { IDS } from "./demo-crm/server.ts";
import { expect, open, test } from "./support/desk.ts";
import { notice, openPerson, person, unfold } from "./support/panel.ts";

/** What a person holds against us: raised, shown where it comes from, answered, and open again. */

test("an objection is shown at its source and is a step until it is answered", async ({
  crm,
  tab,
  panel,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await openPerson(panel, "Zhao Min");
  await unfold(panel, "Objections");
  const form = panel.getByLabel("In their words");
  await panel.getByLabel("About").selectOption("price");
  await form.fill("30 % dearer than what <b>we</b> have");
  await panel.getByRole("button", { name: "Add objection" }).click();
  await expect(form).toHaveValue("");
  await expect(panel.getByText("What to answer")).toBeVisible();
  await panel.getByRole("button", { name: "Back to the list" }).click();

  const mark = person(panel, "Zhao Min").getByText("1 open objection");
  await expect(mark).toBeVisible();
  await panel.getByRole("button", { name: /^Show all/ }).click();
  const step = panel
    .locator(".steps")
    .getByRole("listitem")
    .filter({ has: panel.getByRole("heading", { name: /^Answer Zhao Min’s objection/ }) });
  await expect(step).toContainText("30 % dearer than what <b>we</b> have");
  await step.getByRole("button", { name: "Done…" }).click();
  await step.getByRole("button", { name: "Answered", exact: true }).click();
  await expect(mark).toHaveCount(0);
  await expect(step).toHaveCount(0);

  // The answer and the step are one act: undone together, and there after a new start of the panel.
  await notice(panel).getByRole("button", { name: "Undo" }).click();
  await expect(mark).toBeVisible();
  await panel.reload();
  await expect(mark).toBeVisible();
  await openPerson(panel, "Zhao Min");
  await unfold(panel, "Objections");
  await panel.getByRole("button", { name: /^Answered: 30 % dearer/ }).click();
  await expect(panel.getByText(/^answered on /)).toBeVisible();
  await panel.getByRole("button", { name: /^Open again: 30 % dearer/ }).click();
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(mark).toBeVisible();
});
