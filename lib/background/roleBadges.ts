import { browser } from "wxt/browser";
import { MatchPattern } from "wxt/utils/match-patterns";
import type { Role, SeenPerson } from "@/lib/domain";
import type { WorkerTexts } from "@/lib/i18n";
import {
  askPage,
  Refusal,
  type AnswerTo,
  type Origin,
  type Request,
  type RoleTag,
} from "@/lib/messages";
import { settings, watchQuery, watchVocabulary } from "@/lib/store";
import type { UnderstandPerson } from "./checks";
import { answering } from "./database";
import { sameOrigin, type OrgOf } from "./pages";
import { aroundOf, subjectsOn, type Held } from "./roles";
import { isGranted } from "./sites";
import { currentTexts } from "./texts";

const SCRIPT_FILE = "/badges.js";

/** Whether the user wants role badges on a page: by its CRM, or by its address. */
async function areWanted(url: string, orgOf: OrgOf): Promise<boolean> {
  const wanted = await settings.badges.getValue();
  const crm = orgOf(url)?.crm;
  if (wanted.length === 0 || crm === undefined) return false;
  return wanted.includes(crm) || wanted.some((one) => isOf(url, one));
}

function isOf(url: string, pattern: string): boolean {
  if (!pattern.includes(":")) return false; // the id of a CRM
  try {
    return new MatchPattern(pattern).includes(url);
  } catch {
    return false;
  }
}

/** The page of a tab was read: its badges are shown, or brought up to date. */
export async function badgesAfterReading(tabId: number, url: string, orgOf: OrgOf): Promise<void> {
  if (!(await areWanted(url, orgOf))) return;
  if (await askPage({ tabId }, "badges.again", {})) return;
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPT_FILE] });
  } catch {
    // The page has gone, or access to it.
  }
}

/**
 * Lets the pages in front ask again whenever something was written, or roles are called otherwise. Call it in
 * the first turn of the worker.
 */
export function followRoles(orgOf: OrgOf): void {
  const again = () => void rolesChanged(orgOf);
  watchQuery(async () => null, again, again);
  watchVocabulary(again);
  settings.locale.watch(again);
}

/** The pages in front ask again. The others do so when they come to the front. */
export async function rolesChanged(orgOf: OrgOf): Promise<void> {
  if ((await settings.badges.getValue()).length === 0) return;
  const tabs = await browser.tabs.query({ active: true });
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id !== undefined && url && orgOf(url)) await askPage({ tabId: id }, "badges.again", {});
    }),
  );
}

/** Badges were turned on or off somewhere, or access was given or taken away: every page follows at once. */
export async function settleBadges(orgOf: OrgOf): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url, discarded }) => {
      if (id === undefined || discarded) return;
      // Without access the browser names no address; a click on the toolbar button names one.
      const here = url !== undefined && (await isGranted(url)) && (await areWanted(url, orgOf));
      if (here) await badgesAfterReading(id, url, orgOf);
      else await askPage({ tabId: id }, "badges.stop", {});
    }),
  );
}

/**
 * The roles of people whom a page shows, as badges write them. Only what was stated: guesses stay in the panel.
 * @throws {Refusal} where badges are off, or the page is not the sender's
 */
export async function rolesOnPage(
  { url, people }: Request<"badges.roles">,
  { tabId, url: from }: Origin,
  orgOf: OrgOf,
  understandPerson: UnderstandPerson,
): Promise<AnswerTo<"badges.roles">> {
  const allowed = tabId !== null && sameOrigin(url, from) && (await isGranted(url));
  if (!allowed || !(await areWanted(url, orgOf))) {
    throw new Refusal("foreign", "no badges on this page");
  }
  const known = people.map((person: SeenPerson) => understandPerson(person, url));
  const [texts, subjects] = await Promise.all([
    currentTexts(),
    answering(async (database) => {
      const around = await aroundOf(database, tabId, url, orgOf);
      return around ? subjectsOn(database, around, known, Date.now()) : [];
    }),
  ]);
  return {
    roles: people.map((_, index) => (subjects[index]?.held ?? []).map((one) => tagOf(one, texts))),
  };
}

function tagOf({ role, called: [called], contested }: Held, texts: WorkerTexts): RoleTag {
  const label = called ?? texts.role[role];
  return { label, short: shortOf(role, label, texts), contested };
}

/** A built-in name has its short form; a skin's or the user's own its initials, or its beginning. */
function shortOf(role: Role, label: string, { roleShort }: WorkerTexts): string {
  const [full, short] = roleShort[role] as [string, string];
  if (label === full) return short;
  const words = label.split(/\s+/u);
  const initials = words.map((word) => [...word][0] ?? "").join("");
  return words.length > 1 ? initials.toUpperCase() : [...label].slice(0, 4).join("");
}
