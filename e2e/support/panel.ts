import type { Locator, Page } from "@playwright/test";

/** The heading: which record the panel is about. */
export const heading = (panel: Page): Locator => panel.getByRole("heading", { level: 1 });

/** The people of the decision, in the list that is the map. */
export const people = (panel: Page): Locator => panel.locator(".people").getByRole("listitem");

/** One person's row of that list. */
export const person = (panel: Page, name: string): Locator =>
  people(panel).filter({ has: panel.getByText(name, { exact: true }) });

/** Roles that somebody stated, as tags on a person's row; guesses are not among them. */
export const statedTags = (panel: Page, name: string): Locator =>
  person(panel, name).locator('.tag[data-state="stated"]');

/** Who holds a role, in the summary of the default roles. */
export const holder = (panel: Page, role: string): Locator =>
  panel
    .locator(".coverage > div")
    .filter({ has: panel.getByText(role, { exact: true }) })
    .getByRole("definition")
    .first(); // after it stands whether we reach them

/** Opens one person from the list (or from "Also at …"). */
export async function openPerson(panel: Page, name: string): Promise<void> {
  await panel
    .locator(".people, .also")
    .getByRole("button", { name: new RegExp(`^(${initials})?\\s*${name}`) })
    .click();
  await panel.getByRole("heading", { level: 2, name }).waitFor();
}
const initials = "\\S{1,2}";

/** The row of one role in an opened person: a choice of Yes, No and not stated. */
export const roleChoice = (panel: Page, role: string): Locator =>
  panel.getByRole("group", { name: role, exact: true });

/** The notice at the foot of the panel. */
export const notice = (panel: Page): Locator => panel.locator(".toast-place").getByRole("status");

/** Unfolds why a role of the opened person is believed; resolves to the list of reasons. */
export async function reasons(panel: Page, role: string): Promise<Locator> {
  const row = panel.locator(".role-row").filter({ has: roleChoice(panel, role) });
  await row.getByText(/^\d+ reasons?$/).click();
  return row.getByRole("list");
}

/** Opens a part of the opened person that is folded; one that is open stays so. */
export async function unfold(panel: Page, title: string): Promise<void> {
  const part = panel.locator(".fold").filter({
    has: panel.getByRole("heading", { level: 3, name: title, exact: true }),
  });
  if ((await part.getAttribute("open")) === null) await part.locator("summary").first().click();
}
