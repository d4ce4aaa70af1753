import { browser } from "wxt/browser";
import { rolesIn, type AddedRole, type Role, type SeenPerson } from "@/lib/domain";
import { askPage, Refusal, type AnswerTo, type Origin, type Request } from "@/lib/messages";
import { readVocabulary } from "@/lib/store";
import { withDatabase } from "./database";
import { sameOrigin, type OrgOf } from "./pages";
import { aroundOf, ownSubject, subjectsOn, type Held } from "./roles";
import type { Target } from "./tagging";

/** The menu's item of a role, and of a role of the user's own. */
export const roleItem = (role: Role) => `role:${role}`;
export const addedItem = ({ id }: AddedRole) => `added:${id}`;

/** Makes values of the texts that a page's script read of a person. */
export type UnderstandPerson = (person: SeenPerson, url: string) => SeenPerson;

/** Whether each item was last given a check; of this worker's life, since a redundant update harms nobody. */
let shownChecks: string | null = null;

/**
 * Gives the menu's roles the checks that are true of a person, so that the next menu shows them: the browser
 * draws it without asking anybody.
 *
 * @returns whether anything changed
 */
export async function showChecks(target: Target, orgOf: OrgOf): Promise<boolean> {
  const [vocabulary, held] = await Promise.all([
    readVocabulary(),
    heldByTarget(target, orgOf).catch(() => []),
  ]);
  const checks = [
    ...rolesIn(vocabulary, "first").map((role): [string, boolean] => [
      roleItem(role),
      held.some((one) => one.role === role),
    ]),
    ...vocabulary.added.map((one): [string, boolean] => [
      addedItem(one),
      held.some(({ role, called }) => role === one.as && called.includes(one.name)),
    ]),
  ];
  const next = JSON.stringify(checks);
  if (next === shownChecks) return false;
  shownChecks = next;
  await Promise.allSettled(
    checks.map(([id, checked]) => browser.contextMenus.update(id, { checked })),
  );
  return true;
}

async function heldByTarget(target: Target, orgOf: OrgOf): Promise<readonly Held[]> {
  const { tabId, url, person } = target;
  return withDatabase(async (database) => {
    const around = await aroundOf(database, tabId, url, orgOf);
    if (!around) return [];
    const now = Date.now();
    const subject = person
      ? (await subjectsOn(database, around, [person], now))[0]
      : await ownSubject(database, around, now);
    return subject?.held ?? [];
  });
}

/** What Firefox offers besides: to be asked when the menu opens, and to draw it anew. */
interface ShowingMenus {
  onShown?: { addListener(listener: (info: object, tab?: { id?: number }) => void): void };
  refresh?(): Promise<void>;
}

/** Whether the browser asks when it opens the menu; then it always shows what is true. */
export function menuAsks(): boolean {
  return (browser.contextMenus as ShowingMenus).onShown !== undefined;
}

/** In Firefox the menu asks when it opens. Call it in the first turn of the background. */
export function followMenu(orgOf: OrgOf, understandPerson: UnderstandPerson): void {
  const menus = browser.contextMenus as ShowingMenus;
  menus.onShown?.addListener((_, tab) => {
    const tabId = tab?.id;
    if (tabId === undefined) return;
    void askPage({ tabId }, "cursor.person", {}).then(async (at) => {
      if (!at) return;
      const person = at.person && understandPerson(at.person, at.url);
      if (await showChecks({ tabId, url: at.url, person }, orgOf)) await menus.refresh?.();
    });
  });
}

/** The page says whom the menu may be opened on next. */
export async function cursorAt(
  { url, person }: Request<"cursor.at">,
  { tabId, url: from }: Origin,
  orgOf: OrgOf,
  understandPerson: UnderstandPerson,
): Promise<AnswerTo<"cursor.at">> {
  if (tabId === null || !sameOrigin(url, from)) {
    throw new Refusal("foreign", "the URL is not the sender's");
  }
  const known = person && understandPerson(person, url);
  return { shown: !(await showChecks({ tabId, url, person: known }, orgOf)) };
}

/** The menu was made anew, or the browser turned a check by itself: what it shows is not known. */
export function forgetChecks(): void {
  shownChecks = null;
}
