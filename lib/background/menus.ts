import { browser } from "wxt/browser";
import {
  CORE_ROLES,
  LOCAL_AUTHOR,
  ROLES,
  type Role,
  type SeenPerson,
  type StatedClaim,
} from "@/lib/domain";
import { LOCALES, pickLocale, type Texts } from "@/lib/i18n";
import { askPage, newClaimId } from "@/lib/messages";
import { appendClaims, readTab, rememberSeen, settings, StoreFailure } from "@/lib/store";
import { withDatabase } from "./database";
import { showNotice } from "./notice";
import { openPanel } from "./panel";
import type { OrgOf } from "./pages";
import { rowsOfPerson } from "./rows";

const ROOT = "powermap";
const MORE = "more";
const roleItem = (role: Role) => `role:${role}`;

/** The texts in the user's language; read when needed, since the worker may have slept since. */
export async function currentTexts(): Promise<Texts> {
  const setting = await settings.locale.getValue();
  return LOCALES[setting === "auto" ? pickLocale([browser.i18n.getUILanguage()]) : setting];
}

/** Creates the context menu, on the pages that the user opened to Powermap. */
export async function createMenus(patterns: readonly string[]): Promise<void> {
  await browser.contextMenus.removeAll();
  if (patterns.length === 0) return;
  const { menu, role } = await currentTexts();
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
  for (const one of CORE_ROLES) {
    add({ id: roleItem(one), parentId: ROOT, title: menu.tagAs(role[one]) });
  }
  add({ id: "line", parentId: ROOT, type: "separator" });
  add({ id: MORE, parentId: ROOT, title: menu.more });
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
  const role = ROLES.find((one) => roleItem(one) === info.menuItemId);
  const [texts, target] = await Promise.all([
    currentTexts(),
    askPage({ tabId }, "cursor.person", {}),
    opened,
  ]);
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
  const tagged = await tag(tabId, { url, person }, role, orgOf).catch((error: unknown) =>
    StoreFailure.from(error),
  );
  if (tagged instanceof StoreFailure) await say(texts.failure[`storage-${tagged.kind}`], "error");
  else if (tagged === null) await say(texts.menu.nobodyHere, "error");
  else if (role) {
    await say(texts.menu.tagged(person.name, texts.role[role]), "done", tagged);
  }
}

/** Remembers the person, and what was said of them; returns the claim's id once it is on disk. */
async function tag(
  tabId: number,
  { url, person }: { url: string; person: SeenPerson },
  role: Role | undefined,
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
    if (!role) return contact;
    const claim: StatedClaim = {
      id,
      at: now,
      by: LOCAL_AUTHOR,
      scope: page?.kind === "opportunity" ? page.key : (account ?? contact),
      about: contact,
      says: { aspect: "role", role, holds: true },
      how: "judgement",
      sure: "likely",
    };
    await appendClaims(database, [claim]);
    return id;
  });
}
