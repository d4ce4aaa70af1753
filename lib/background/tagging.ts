import { LOCAL_AUTHOR, type Claim, type RecordKey, type Role, type SeenPerson } from "@/lib/domain";
import type { WorkerTexts } from "@/lib/i18n";
import { newClaimId } from "@/lib/messages";
import {
  appendClaims,
  rememberSeen,
  StoreFailure,
  withdrawClaim,
  type PowermapDatabase,
} from "@/lib/store";
import { withDatabase } from "./database";
import { showNotice } from "./notice";
import type { OrgOf } from "./pages";
import {
  aroundOf,
  ownContact,
  ownSubject,
  scopeOf,
  subjectsOn,
  type Around,
  type Subject,
} from "./roles";
import { rowsOfPerson } from "./rows";
import { currentTexts } from "./texts";

/** Somebody named on the page of a tab; `person: null` is whose own page it is. */
export interface Target {
  tabId: number;
  url: string;
  person: SeenPerson | null;
}

/** What is said of them; `called` where it is a role of the user's own. */
export interface Tag {
  role: Role;
  called?: string;
}

/** What was written, to be undone together. */
interface Tagged {
  name: string;
  person: RecordKey<"contact">;
  claims: string[];
  /** The user had said just that, and it holds: nothing was written. */
  already?: true;
}

/**
 * Remembers the person without saying anything of them.
 * @returns null where nobody is meant, or the page is of no known CRM
 * @throws {StoreFailure}
 */
async function remember(target: Target, orgOf: OrgOf): Promise<Tagged | null> {
  return withDatabase(async (database) => {
    const found = await meant(database, target, orgOf);
    return found && { name: found.name, person: found.contact, claims: [] };
  });
}

/**
 * Says that the person holds a role, unless the user has said just that already; or takes that back, as the panel
 * does: what the user said here is withdrawn; where it holds all the same (by the account's default, or by somebody
 * else's word), it is denied for this page's record. Resolves once it is on disk.
 *
 * @returns null where nobody is meant, or the page is of no known CRM
 * @throws {StoreFailure}
 */
async function tag(
  target: Target,
  { role, called }: Tag,
  holds: boolean,
  orgOf: OrgOf,
): Promise<Tagged | null> {
  const now = Date.now();
  const id = newClaimId(now);
  return withDatabase(async (database) => {
    const found = await meant(database, target, orgOf);
    if (!found) return null;
    const { around, name, contact: about, scope } = found;
    const base = { at: now, by: LOCAL_AUTHOR, scope, about };
    const states = (stated: boolean): Claim => ({
      ...base,
      id,
      says: { aspect: "role", role, holds: stated, ...(stated && called ? { called } : {}) },
      how: "judgement",
      sure: "likely",
    });
    const subject = await subjectOf(database, around, target, now);
    if (holds) {
      if (subject && isSaid(subject, role, called)) {
        return { name, person: about, claims: [], already: true };
      }
      await appendClaims(database, [states(true)]);
      return { name, person: about, claims: [id] };
    }
    const taken = (subject?.own ?? []).filter(
      ({ says }) =>
        says.aspect === "role" &&
        says.role === role &&
        says.holds &&
        (called === undefined || says.called === called),
    );
    const claims: string[] = [];
    for (const { id: withdraws } of taken) {
      const withdrawal = newClaimId(now);
      await withdrawClaim(database, { id: withdrawal, withdraws, at: now, by: LOCAL_AUTHOR });
      claims.push(withdrawal);
    }
    const left = await subjectOf(database, around, target, now);
    if (called === undefined && left?.held.some((one) => one.role === role)) {
      await appendClaims(database, [states(false)]);
      claims.push(id);
    }
    return { name, person: about, claims };
  });
}

/** Whether the role holds, and in these words is what the user said of it last. */
function isSaid({ held, own }: Subject, role: Role, called: string | undefined): boolean {
  const last = own.findLast(({ says }) => says.aspect === "role" && says.role === role)?.says;
  const isSame = last?.aspect === "role" && last.holds && last.called === called;
  return isSame && held.some((one) => one.role === role);
}

async function subjectOf(
  database: PowermapDatabase,
  around: Around,
  { person }: Target,
  now: number,
) {
  if (!person) return ownSubject(database, around, now);
  return (await subjectsOn(database, around, [person], now))[0] ?? null;
}

interface Meant {
  around: Around;
  name: string;
  contact: RecordKey<"contact">;
  scope: RecordKey;
}

/** Who is meant, remembered from now on. */
async function meant(
  database: PowermapDatabase,
  { tabId, url, person }: Target,
  orgOf: OrgOf,
): Promise<Meant | null> {
  const around = await aroundOf(database, tabId, url, orgOf);
  if (!around) return null;
  const own = person ? null : ownContact(around);
  if (own) {
    const scope = own.account ?? own.key;
    return { around, name: own.name, contact: own.key, scope };
  }
  if (!person) return null;
  const { contact, account, seen } = rowsOfPerson(around.org, person, around.page, Date.now());
  await rememberSeen(database, seen);
  return { around, name: person.name, contact, scope: scopeOf(around, account, contact) };
}

/**
 * Tags somebody, or takes the tag back, and says in the page what came of it, with a way back.
 *
 * @param chosen nothing is said of them without it
 * @param nobody what is said where nobody is meant
 * @returns who was meant, once they are remembered; null where that is nobody, or failed
 */
export async function tagAndSay(
  tabId: number,
  target: Target | null,
  chosen: Tag | undefined,
  holds: boolean,
  orgOf: OrgOf,
  nobody: (texts: WorkerTexts) => string,
): Promise<RecordKey<"contact"> | null> {
  const texts = await currentTexts();
  const tagged = await (
    target === null
      ? Promise.resolve(null)
      : chosen
        ? tag(target, chosen, holds, orgOf)
        : remember(target, orgOf)
  ).catch((error: unknown) => StoreFailure.from(error));
  const say = (text: string, tone: "done" | "error", claims: string[] = []) =>
    showNotice(tabId, {
      text,
      tone,
      close: texts.common.close,
      ...(claims.length > 0 ? { undo: { ...texts.undo, claims } } : {}),
    });
  if (tagged instanceof StoreFailure) await say(texts.failure[`storage-${tagged.kind}`], "error");
  else if (tagged === null) await say(nobody(texts), "error");
  else if (chosen) {
    const { tagged: said, taggedAlready, untagged } = texts.menu;
    const words = !holds ? untagged : tagged.already ? taggedAlready : said;
    await say(words(tagged.name, chosen.called ?? texts.role[chosen.role]), "done", tagged.claims);
  }
  return tagged instanceof StoreFailure ? null : (tagged?.person ?? null);
}
