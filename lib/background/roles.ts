import { fold, type Assumptions, type RoleBelief } from "@/lib/beliefs";
import {
  kindOf,
  LOCAL_AUTHOR,
  ROLES,
  type CrmRecord,
  type RecordKey,
  type Role,
  type SeenPerson,
  type StatedClaim,
} from "@/lib/domain";
import {
  readAccount,
  readAround,
  readerOf,
  readOpportunity,
  readPerson,
  readTab,
  type AccountData,
  type OpportunityData,
  type PowermapDatabase,
  type Reader,
} from "@/lib/store";
import type { OrgOf } from "./pages";
import { readPreferences } from "./preferences";
import { rowsOfPerson } from "./rows";

type PersonKey = RecordKey<"contact">;
type Org = NonNullable<ReturnType<OrgOf>>;

/** Where somebody is spoken of: a page of an organisation, and the record that it is of. */
export interface Around {
  org: Org;
  /** The opportunity, also while nothing is remembered of it but its key (its list of people alone was seen). */
  opportunity: RecordKey<"opportunity"> | null;
  /** The record as it is remembered. */
  page: CrmRecord | null;
}

/** One person as spoken of on a page. */
export interface Subject {
  key: PersonKey;
  name: string;
  /** What is said of them on this page holds for this. */
  scope: RecordKey;
  /** The roles that were stated of them and are likely, with why. */
  held: readonly Held[];
  /** The user's own standing claims about them in this scope. */
  own: readonly StatedClaim[];
}

export interface Held {
  role: Role;
  /** What it was called when it was said last, where that was not its usual name. */
  called: readonly string[];
  /** Somebody speaks against it. */
  contested: boolean;
}

/** The page that a tab shows at an address; null where no CRM is known there. */
export async function aroundOf(
  database: PowermapDatabase,
  tabId: number,
  url: string,
  orgOf: OrgOf,
): Promise<Around | null> {
  const org = orgOf(url);
  if (org === null) return null;
  const tab = await readTab(tabId);
  const key = tab?.url === url ? tab.key : null;
  const opportunity =
    key && kindOf(key) === "opportunity" ? (key as RecordKey<"opportunity">) : null;
  return { org, opportunity, page: (key && (await database.records.get(key))) || null };
}

/** A contact's own page stands for them. */
export function ownContact({ page }: Around): CrmRecord<"contact"> | null {
  return page?.kind === "contact" ? (page as CrmRecord<"contact">) : null;
}

/**
 * What is said and believed of people named on a page, in their order; null for who is not remembered yet.
 * Reads the page's record once for all of them, and the account of whom it does not name once for all who work there.
 */
export async function subjectsOn(
  database: PowermapDatabase,
  around: Around,
  people: readonly SeenPerson[],
  now: number,
): Promise<(Subject | null)[]> {
  const { org, page, opportunity } = around;
  const reader = readerOf(database);
  const { assumptions } = await readPreferences();
  const here = page && (await dataOf(reader, page));
  const rows = people.map((person) => rowsOfPerson(org, person, page, now));
  const isHere = new Set(here?.people.map(({ key }) => key));
  const strangers = rows
    .map(({ contact }) => contact)
    .filter((contact) => !here || !isHere.has(here.personOf(contact)));
  const elsewhere = await readAround(reader, strangers);
  const dataOfStranger = new Map(strangers.map((key, index) => [key, elsewhere[index]]));
  return rows.map(({ contact, account }) => {
    const data = dataOfStranger.get(contact) ?? here;
    const scope = scopeOf(around, account, contact);
    return data ? subjectIn(data, opportunity, contact, scope, now, assumptions) : null;
  });
}

/** The person whose own page it is. */
export async function ownSubject(
  database: PowermapDatabase,
  around: Around,
  now: number,
): Promise<Subject | null> {
  const own = ownContact(around);
  const { assumptions } = await readPreferences();
  const data = own && (await readPerson(readerOf(database), own.key));
  return own && data && subjectIn(data, null, own.key, own.account ?? own.key, now, assumptions);
}

/** What is said on a page of a person holds for its opportunity, else for their account, as far as known. */
export function scopeOf(
  { opportunity }: Around,
  account: RecordKey<"account"> | null,
  contact: PersonKey,
): RecordKey {
  return opportunity ?? account ?? contact;
}

type Data = AccountData | OpportunityData;

async function dataOf(reader: Reader, { key, kind }: CrmRecord): Promise<Data | null> {
  if (kind === "opportunity") return readOpportunity(reader, key as RecordKey<"opportunity">);
  if (kind === "account") return readAccount(reader, key as RecordKey<"account">);
  return readPerson(reader, key as PersonKey);
}

function subjectIn(
  data: Data,
  opportunity: RecordKey<"opportunity"> | null,
  contact: PersonKey,
  scope: RecordKey,
  now: number,
  assumptions: Assumptions,
): Subject | null {
  const key = data.personOf(contact);
  const person = data.people.find((one) => one.key === key);
  if (!person) return null;
  const links = "opportunity" in data ? data.links.filter((one) => one.contact === key) : [];
  const claims = data.claims.filter(({ about }) => about === key);
  return {
    key,
    name: person.name,
    scope,
    held: heldBy({ opportunity, people: [person], links, claims, assumptions }, key, now),
    own: claims.filter((claim) => claim.scope === scope && claim.by === LOCAL_AUTHOR),
  };
}

/** The roles that a person holds by what was stated; guesses from titles and CRM fields are not among them. */
export function heldBy(input: Parameters<typeof fold>[0], key: PersonKey, now: number): Held[] {
  const belief = fold(input, now).beliefs.get(key);
  if (!belief) return [];
  return ROLES.flatMap((role) => {
    const { state, probability, evidence } = belief.roles[role];
    if ((state !== "stated" && state !== "contested") || probability < 0.5) return [];
    return [{ role, called: calledIn(evidence), contested: state === "contested" }];
  });
}

function calledIn(evidence: RoleBelief["evidence"]): string[] {
  const newestFirst = evidence.toSorted((a, b) => b.at - a.at);
  const names = newestFirst.flatMap(({ says }) =>
    says.aspect === "role" && says.holds && says.called !== undefined ? [says.called] : [],
  );
  return [...new Set(names)];
}
