import { expect } from "./support/desk.ts";
import {
  heading,
  holder,
  openPerson,
  people,
  person,
  roleChoice,
  statedTags,
} from "./support/panel.ts";
import { toastIn } from "./support/toast.ts";
import { test } from "./support/tryton.ts";
import { activePane, openParty, openRecord, openRelations, recordShown } from "./tryton/login.ts";

/**
 * On a CRM that nobody here wrote. Tryton's pages name people without their ids: as text in an
 * opportunity's field, and as relations of a party.
 */

test("from an opportunity to its people, a tag, and a restart", async ({
  tryton,
  tab,
  panel,
  desk,
}) => {
  const { platform } = tryton.records.opportunities;
  await openRecord(tab, tryton, "sale.opportunity", platform!.id);
  await expect(heading(panel)).toHaveText("Manufacturing execution platform");
  await expect(people(panel)).toHaveCount(1);
  await openPerson(panel, "Grace Lin");
  await expect(panel.getByLabel("From the CRM")).toContainText("g.lin@huadong.example");
  await panel.getByRole("button", { name: "Back to the list" }).click();

  await openParty(tab, tryton, "huadong");
  await expect(heading(panel)).toHaveText("Huadong Manufacturing Group");
  for (const name of ["David Chen", "Emma Zhou", "Helen Xu", "Tom Becker"]) {
    await expect(person(panel, name)).toBeVisible();
  }
  await expect(person(panel, "David Chen")).toContainText("IT department manager");

  const relations = await openRelations(tab);
  await desk.rightClick(relations.getByRole("link", { name: "David Chen", exact: true }));
  await desk.pickMenu(["Powermap", "Tag as opinion leader"]);
  await toastIn(tab).says("David Chen: tagged as opinion leader");
  await expect(statedTags(panel, "David Chen")).toHaveText("opinion leader");

  // Back at the opportunity the account's people are at hand, and the contact field can be tagged.
  await openRecord(tab, tryton, "sale.opportunity", platform!.id);
  await expect(heading(panel)).toHaveText("Manufacturing execution platform");
  await expect(panel.getByText("Also at Huadong Manufacturing Group")).toBeVisible();
  await desk.rightClick(activePane(tab).locator("input[name=contact]"));
  await desk.pickMenu(["Powermap", "Tag as decision maker"]);
  await toastIn(tab).says("Grace Lin: tagged as decision maker");
  await expect(statedTags(panel, "Grace Lin")).toHaveText("decision maker");
  await expect(holder(panel, "decision maker")).toHaveText("Grace Lin");

  await desk.restart();
  const popup = await desk.openPopup();
  const option = popup
    .getByRole("group", { name: "Huadong Manufacturing Group" })
    .getByRole("option", { name: "Manufacturing execution platform" });
  await expect(option).toContainText("€480,000");
  await expect(option.getByTitle("decision maker: Grace Lin")).toBeVisible();
  await option.click();
  await expect(holder(await desk.sidePanelOpened(), "decision maker")).toHaveText("Grace Lin");
  const again = desk.context.pages().find((page) => page.url().startsWith(tryton.origin))!;
  await recordShown(again, tryton, "sale.opportunity", platform!.id);
});

test("a person listed by name is joined to their own record, and can be split off again", async ({
  tryton,
  tab,
  panel,
  desk,
}) => {
  const { platform } = tryton.records.opportunities;
  await openRecord(tab, tryton, "sale.opportunity", platform!.id);
  await expect(person(panel, "Grace Lin")).toBeVisible();
  await desk.rightClick(activePane(tab).locator("input[name=contact]"));
  await desk.pickMenu(["Powermap", "Tag as decision maker"]);
  await expect(statedTags(panel, "Grace Lin")).toHaveText("decision maker");

  await openParty(tab, tryton, "huadong");
  await expect(heading(panel)).toHaveText("Huadong Manufacturing Group");
  const relations = await openRelations(tab);
  await relations.getByRole("link", { name: "Grace Lin", exact: true }).click();
  await recordShown(tab, tryton, "party.party", tryton.records.customers.huadong!.people.grace!.id);
  await expect(heading(panel)).toHaveText("Grace Lin");
  await expect(panel.getByText("Taken for one with “Grace Lin”")).toBeVisible();

  await openRecord(tab, tryton, "sale.opportunity", platform!.id);
  await expect(heading(panel)).toHaveText("Manufacturing execution platform");
  await expect(people(panel)).toHaveCount(1);
  await expect(statedTags(panel, "Grace Lin")).toHaveText("decision maker");
  await openPerson(panel, "Grace Lin");
  await expect(panel.getByText("Taken for one with “Grace Lin”")).toBeVisible();
  await panel.getByRole("button", { name: "Not the same person" }).click();
  // Two people now: the one whom the opportunity names, who keeps the tag, and the one with a record.
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(statedTags(panel, "Grace Lin")).toHaveText("decision maker");
  await panel.getByText("Also at Huadong Manufacturing Group").click();
  const also = panel.getByRole("button", { name: "Grace Lin Technical director", exact: true });
  await expect(also).toBeVisible();
  await also.click();
  await expect(
    roleChoice(panel, "decision maker").getByRole("radio", { name: "not stated" }),
  ).toBeChecked();

  await panel.getByRole("button", { name: "They are one person" }).click();
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(people(panel)).toHaveCount(1);
  await expect(statedTags(panel, "Grace Lin")).toHaveText("decision maker");
  await expect(also).toHaveCount(0);
});

test("two people of one name are never taken for one", async ({ tryton, tab, panel }) => {
  const { quality } = tryton.records.opportunities;
  const { wei1, wei2 } = tryton.records.customers.huadong!.people;
  await openParty(tab, tryton, "huadong");
  await openPerson(panel, "Wei Zhang");
  await expect(panel.getByText("This page lists two people of this name")).toBeVisible();

  for (const { id, email } of [wei1!, wei2!]) {
    await openRecord(tab, tryton, "party.party", id);
    await expect(panel.getByLabel("From the CRM")).toContainText(email);
  }
  await openRecord(tab, tryton, "sale.opportunity", quality!.id);
  await expect(heading(panel)).toHaveText("Quality analytics pilot");
  await expect(people(panel)).toHaveCount(1);
  await openPerson(panel, "Wei Zhang");
  await expect(panel.getByText("may be any of 2 people of that name")).toBeVisible();

  // The seller knows which: one of the two it is from then on.
  await panel.getByRole("button", { name: "It is Wei Zhang, Quality engineer" }).click();
  await expect(panel.getByText("as you said")).toBeVisible();
  await expect(panel.getByLabel("From the CRM")).toContainText("Quality engineer");
});

test("a party of which the page tells neither is asked about once", async ({
  tryton,
  tab,
  panel,
}) => {
  await openRecord(tab, tryton, "party.party", vendor);
  await expect(heading(panel)).toHaveText("Is Lumen Software a company or a person?");
  await panel.getByRole("button", { name: "A company" }).click();
  await expect(heading(panel)).toHaveText("Lumen Software");
  await openParty(tab, tryton, "huadong");
  await expect(heading(panel)).toHaveText("Huadong Manufacturing Group");
  await openRecord(tab, tryton, "party.party", vendor);
  await expect(heading(panel)).toHaveText("Lumen Software");
});

/** Our own company, the first party that the seed makes; it has no relations. */
const vendor = 1;
