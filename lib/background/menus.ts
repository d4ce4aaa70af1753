import { browser } from "wxt/browser";
import { ROLES, rolesIn } from "@/lib/domain";
import type { WorkerTexts } from "@/lib/i18n";
import { askPage } from "@/lib/messages";
import { askForPerson, readVocabulary } from "@/lib/store";
import {
  addedItem,
  forgetChecks,
  menuAsks,
  roleItem,
  showChecks,
  type UnderstandPerson,
} from "./checks";
import type { OrgOf } from "./pages";
import { openPanel } from "./panel";
import { tagAndSay } from "./tagging";
import { currentTexts } from "./texts";

export type { UnderstandPerson } from "./checks";
export { currentTexts } from "./texts";

/** The types ask for a title where the browser wants none, of a separator. */
type Item = Parameters<typeof browser.contextMenus.create>[0];

const ROOT = "powermap";
const MORE = "more";

/** Creates the context menu, on the pages that the user opened to Powermap. */
export async function createMenus(patterns: readonly string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  if (patterns.length === 0) return;
  const [{ menu, role }, vocabulary] = await Promise.all([currentTexts(), readVocabulary()]);
  const common = {
    contexts: ["page", "link", "selection", "editable", "image"] as const,
    documentUrlPatterns: [...patterns],
  };
  // What a person has is checked by `showChecks`; the menu is new, so is what it shows.
  forgetChecks();
  const add = (item: {
    id: string;
    title?: string;
    parentId?: string;
    type?: "separator" | "checkbox";
  }) =>
    browser.contextMenus.create(
      { ...common, ...item, contexts: [...common.contexts] } as Item,
      () => {
        // A second start at the same time may have made it already.
        void browser.runtime.lastError;
      },
    );
  add({ id: ROOT, title: "Powermap" });
  for (const one of rolesIn(vocabulary, "first")) {
    add({
      id: roleItem(one),
      parentId: ROOT,
      type: "checkbox",
      title: titleOf(menu.tagAs(role[one])),
    });
  }
  for (const one of vocabulary.added) {
    add({
      id: addedItem(one),
      parentId: ROOT,
      type: "checkbox",
      title: titleOf(menu.tagAs(one.name)),
    });
  }
  add({ id: "line", parentId: ROOT, type: "separator" });
  add({ id: MORE, parentId: ROOT, title: menu.more });
}

/** Whether the browser still has the menu: it drops it when it is told to switch us off, and on again. */
export async function menusAreThere(): Promise<boolean> {
  try {
    await browser.contextMenus.update(ROOT, { title: "Powermap" });
    return true;
  } catch {
    return false;
  }
}

/** In a menu an ampersand marks a key, and a percent sign with an s the selected text. */
function titleOf(text: string): string {
  return text.replaceAll("&", "&&").replaceAll("%s", "%\u200bs");
}

/** A choice from the menu. */
interface Clicked {
  menuItemId: string | number;
  /** How the item stood in the menu; absent where it has no check. */
  wasChecked?: boolean | undefined;
}

/**
 * Somebody chose an item: tags the person under the cursor, or takes the tag back where the menu showed it,
 * and says so in the page; or opens the panel, which is to show that person.
 */
export async function menuClicked(
  info: Clicked,
  tab: { id?: number | undefined; windowId?: number | undefined } | undefined,
  orgOf: OrgOf,
  understandPerson: UnderstandPerson,
): Promise<void> {
  const tabId = tab?.id;
  if (tabId === undefined) return;
  // Opening the panel needs the click's own turn: before anything is awaited.
  const opened = info.menuItemId === MORE ? openPanel(tab?.windowId) : null;
  const [{ added }, at] = await Promise.all([
    readVocabulary(),
    askPage({ tabId }, "cursor.person", {}),
    opened,
  ]);
  const person = at?.person ? understandPerson(at.person, at.url) : null;
  const target = at && { tabId, url: at.url, person };
  const own = added.find((one) => addedItem(one) === info.menuItemId);
  const role = own?.as ?? ROLES.find((one) => roleItem(one) === info.menuItemId);
  // Only what the menu showed can the user have meant to take back: a check that came later was not seen.
  const shown = at?.ready === true || menuAsks();
  const holds = !(shown && info.wasChecked === true);
  const chosen = role && { role, ...(own ? { called: own.name } : {}) };
  const nobody = ({ menu }: WorkerTexts) => menu.nobodyHere;
  const meant = await tagAndSay(tabId, target, chosen, holds, orgOf, nobody);
  if (info.menuItemId === MORE && at && meant && tab?.windowId !== undefined) {
    const { windowId } = tab;
    await askForPerson({ windowId, tabId, url: at.url, person: meant, at: Date.now() });
  }
  // The browser has turned the chosen item's check by itself.
  forgetChecks();
  if (target) await showChecks(target, orgOf);
}
