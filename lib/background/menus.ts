import { browser } from "wxt/browser";
import {
  LOCAL_AUTHOR,
  ROLES,
  roleNames,
  rolesIn,
  type AddedRole,
  type Role,
  type SeenPerson,
  type StatedClaim,
} from "@/lib/domain";
import { LOCALES, pickLocale, type Texts } from "@/lib/i18n";
import { askPage, newClaimId } from "@/lib/messages";
import {
  appendClaims,
  readTab,
  readVocabulary,
  rememberSeen,
  settings,
  StoreFailure,
} from "@/lib/store";
import { withDatabase } from "./database";
import { showNotice } from "./notice";
import { openPanel } from "./panel";
import type { OrgOf } from "./pages";
import { rowsOfPerson } from "./rows";

const ROOT = "powermap";
const MORE = "more";
const roleItem = (role: Role) => `role:${role}`;
const addedItem = ({ id }: AddedRole) => `added:${id}`;

/**
 * The texts in the user's language, with their names of the roles; read when needed, since the worker may
 * have slept since.
 */
export async function currentTexts(): Promise<Texts> {
  const [setting, vocabulary] = await Promise.all([settings.locale.getValue(), readVocabulary()]);
  const texts = LOCALES[setting === "auto" ? pickLocale([browser.i18n.getUILanguage()]) : setting];
  return { ...texts, role: roleNames(vocabulary, texts.role, texts.skinRole) };
}

/** Creates the context menu, on the pages that the user opened to Powermap. */
export async function createMenus(patterns: readonly string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  if (patterns.length === 0) return;
  const [{ menu, role }, vocabulary] = await Promise.all([currentTexts(), readVocabulary()]);
  const common = {
    contexts: ["page", "link", "selection", "editable", "image"] as const,
    documentUrlPatterns: [...patterns],
  };
  const add = (item: { id: string; title?: string; parentId?: string; type?: "separator" }) =>
    browser.contextMenus.create({ ...common, ...item, contexts: [...common.contexts] }, () => {
      // A second start at the same time may have made it already.
      void browser.runtime.lastError;
    });
  add({ id: ROOT, title: "Powermap" });
  for (const one of rolesIn(vocabulary, "first")) {
    add({ id: roleItem(one), parentId: ROOT, title: titleOf(menu.tagAs(role[one])) });
  }
  for (const one of vocabulary.added) {
    add({ id: addedItem(one), parentId: ROOT, title: titleOf(menu.tagAs(one.name)) });
  }
  add({ id: "line", parentId: ROOT, type: "separator" });
  add({ id: MORE, parentId: ROOT, title: menu.more });
}

/** In a menu an ampersand marks a key, and a percent sign with an s the selected text. */
function titleOf(text: string): string {
  return text.replaceAll("&", "&&").replaceAll("%s", "%\u200bs");
}

/** Makes values of the texts that a page's script read of a person. */
export type UnderstandPerson = (person: SeenPerson, url: string) => SeenPerson;

/** Somebody chose an item: tags the person under the cursor, and says so in the page. */
export async function menuClicked(
  info: { menuItemId: string | number; frameId?: number | undefined },
  tab: { id?: number | undefined; windowId?: number | undefined } | undefined,
  orgOf: OrgOf,
  understandPerson: UnderstandPerson,
): Promise<void> {
  const tabId = tab?.id;
  if (tabId === undefined) return;
  // Opening the panel needs the click's own turn: before anything is awaited.
  const opened = info.menuItemId === MORE ? openPanel(tab?.windowId) : null;
  const [texts, { added }, target] = await Promise.all([
    currentTexts(),
    readVocabulary(),
    askPage({ tabId }, "cursor.person", {}),
    opened,
  ]);
  const own = added.find((one) => addedItem(one) === info.menuItemId);
  const role = own?.as ?? ROLES.find((one) => roleItem(one) === info.menuItemId);
  const say = (text: string, tone: "done" | "error", claim?: string) =>
    showNotice(tabId, {
      text,
      tone,
      close: texts.common.close,
      ...(claim ? { undo: { ...texts.undo, claim } } : {}),
    });
  if (!target?.person) {
    await say(texts.menu.nobodyHere, "error");
    return;
  }
  const { url } = target;
  const person = understandPerson(target.person, url);
  const says = role && { role, ...(own ? { called: own.name } : {}) };
  const tagged = await tag(tabId, { url, person }, says, orgOf).catch((error: unknown) =>
    StoreFailure.from(error),
  );
  if (tagged instanceof StoreFailure) await say(texts.failure[`storage-${tagged.kind}`], "error");
  else if (tagged === null) await say(texts.menu.nobodyHere, "error");
  else if (role) {
    await say(texts.menu.tagged(person.name, own?.name ?? texts.role[role]), "done", tagged);
  }
}

/** Remembers the person, and what was said of them; returns the claim's id once it is on disk. */
async function tag(
  tabId: number,
  { url, person }: { url: string; person: SeenPerson },
  says: { role: Role; called?: string } | undefined,
  orgOf: OrgOf,
): Promise<string | null> {
  const org = orgOf(url);
  if (org === null) return null;
  const now = Date.now();
  const id = newClaimId(now);
  const tab = await readTab(tabId);
  const pageKey = tab?.url === url ? tab.key : null;
  return withDatabase(async (database) => {
    const page = (pageKey && (await database.records.get(pageKey))) || null;
    const { contact, account, seen } = rowsOfPerson(org, person, page, now);
    await rememberSeen(database, seen);
    if (!says) return contact;
    const claim: StatedClaim = {
      id,
      at: now,
      by: LOCAL_AUTHOR,
      scope: page?.kind === "opportunity" ? page.key : (account ?? contact),
      about: contact,
      says: { aspect: "role", ...says, holds: true },
      how: "judgement",
      sure: "likely",
    };
    await appendClaims(database, [claim]);
    return id;
  });
}
