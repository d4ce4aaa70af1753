import {
  byTime,
  canonicalLinks,
  isWithdrawal,
  knownPeople,
  spokenOf,
  standing,
  stillNames,
  takenOff,
  withTold,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type Identities,
  type Join,
  type Namesakes,
  type RecordChange,
  type RecordKey,
  type StatedClaim,
} from "@/lib/domain";
import type { Look, Reader } from "../reader";
import { accountAliases } from "./aliases";
import { eachOnce, isContact, withStrays } from "./people";
import { counts, type Logged } from "./since";

/** Everything that is remembered about one account, with its people, each person once. */
export interface AccountData {
  account: CrmRecord<"account"> | null;
  /** Every key that means this account. */
  accountKeys: RecordKey<"account">[];
  people: CrmRecord<"contact">[];
  opportunities: CrmRecord<"opportunity">[];
  /** Standing claims about the account's people in any scope, keys canonical, oldest first. */
  claims: StatedClaim[];
  joins: Join[];
  namesakes: Namesakes[];
  /** The person that a key stands for. */
  personOf(key: RecordKey<"contact">): RecordKey<"contact">;
}

/** The same for one opportunity. */
export interface OpportunityData extends AccountData {
  opportunity: CrmRecord<"opportunity">;
  links: ContactLink[];
  /** Whom the CRM named here and names no longer, with the time when that was seen (ms since 1970). */
  takenOff: ReadonlyMap<RecordKey, number>;
  changes: RecordChange[];
}

/** All that an opportunity's panel needs; `null` when the opportunity was never read. */
export async function readOpportunity(
  reader: Reader,
  key: RecordKey<"opportunity">,
): Promise<(OpportunityData & Logged) | null> {
  const at = reader.look();
  // As few rounds as can be: beside a browser that is busy with a page each takes several milliseconds.
  const [record, links, changes] = await Promise.all([
    at.records.get(key),
    at.links.index("opportunity").getAll(key),
    at.changes.index("record").getAll(key),
  ]);
  if (!record) return null;
  const opportunity = record as CrmRecord<"opportunity">;
  const called = String(opportunity.fields.account?.value ?? "");
  const data = await accountData(at, opportunity.account, { opportunity: key, links, called });
  const identities = { of: data.personOf as Identities["of"] };
  return {
    ...data,
    opportunity,
    links: canonicalLinks(links, identities),
    takenOff: takenOff(links, identities),
    changes,
  };
}

/** All that an account's panel needs. */
export async function readAccount(
  reader: Reader,
  key: RecordKey<"account">,
): Promise<AccountData & Logged> {
  return accountData(reader.look(), key);
}

/** One person: the account around them and the opportunities that name them. */
export interface PersonData extends AccountData {
  person: CrmRecord<"contact">;
  /** The opportunities on which the person is named, or was, and is still spoken of. */
  named: CrmRecord<"opportunity">[];
  /** How they are named there. */
  links: ContactLink[];
}

/** All that a contact's panel needs; `null` when the person was never seen. */
export async function readPerson(
  reader: Reader,
  key: RecordKey<"contact">,
): Promise<(PersonData & Logged) | null> {
  const at = reader.look();
  const own = (await at.records.get(key)) as CrmRecord<"contact"> | undefined;
  if (!own) return null;
  const data = await around(at, own);
  const canonical = data.personOf(key);
  const person = data.people.find((one) => one.key === canonical) ?? own;
  const links = await eachOf(keysOfPerson(data, key), (one) =>
    at.links.index("contact").getAll(one),
  );
  const named = links.filter(stillNames);
  // Whom the user spoke of there belongs to it whether the CRM still names them or not.
  const isIn = (link: ContactLink) =>
    stillNames(link) || spokenOf(data.claims, link.opportunity).has(canonical);
  const opportunities = await Promise.all(
    [...new Set(links.filter(isIn).map(({ opportunity }) => opportunity))].map((one) =>
      at.records.get(one),
    ),
  );
  return {
    ...data,
    person,
    named: opportunities.filter((one): one is CrmRecord<"opportunity"> => one !== undefined),
    links: named.map((link) => ({ ...link, contact: canonical })),
  };
}

/**
 * The account around each of these people, in their order, read once for all of the same account; null for whoever was
 * never seen.
 */
export async function readAround(
  reader: Reader,
  people: readonly RecordKey<"contact">[],
): Promise<(AccountData | null)[]> {
  const at = reader.look();
  const records = await Promise.all(people.map((key) => at.records.get(key)));
  const read = new Map<string, Promise<AccountData>>();
  return Promise.all(
    records.map((record) => {
      if (!isContact(record)) return null;
      const where = record.account ?? record.key;
      const data = read.get(where) ?? around(at, record);
      read.set(where, data);
      return data;
    }),
  );
}

/** Every key that means this person, as far as the account around them tells. */
export function keysOfPerson(
  { joins, personOf }: AccountData,
  key: RecordKey<"contact">,
): RecordKey<"contact">[] {
  const canonical = personOf(key);
  const same = joins.map(({ from }) => from as RecordKey<"contact">);
  return [canonical, ...same.filter((one) => personOf(one) === canonical)];
}

function around(at: Look, own: CrmRecord<"contact">): Promise<AccountData & Logged> {
  return own.account
    ? accountData(at, own.account, { called: String(own.fields.account?.value ?? "") })
    : accountData(at, undefined, { alone: [own] });
}

async function accountData(
  at: Look,
  accountKey: RecordKey<"account"> | undefined,
  {
    opportunity,
    links = [],
    alone = [],
    called = "",
  }: {
    opportunity?: RecordKey<"opportunity">;
    links?: readonly ContactLink[];
    alone?: readonly CrmRecord<"contact">[];
    called?: string;
  } = {},
): Promise<AccountData & Logged> {
  const accounts = accountKey ? await accountAliases(at, accountKey, called) : null;
  const accountKeys = accounts?.keys ?? [];
  const decided: RecordKey[] = [...accountKeys, ...(opportunity ? [opportunity] : [])];
  const [members, linked, ofDecision] = await Promise.all([
    eachOf(accountKeys, (key) => at.records.index("account").getAll(key)),
    Promise.all(links.map(({ contact }) => at.records.get(contact))),
    eachOf(decided, (scope) => at.claims.index("scope").getAll(scope)),
  ]);
  // Whom the user told us of: what a page showed of them goes first.
  const told = knownPeople(standing(ofDecision), () => accountKey);
  const known = await Promise.all(
    told.map(async (one) => {
      const read = await at.records.get(one.key);
      return withTold(isContact(read) ? read : undefined, one);
    }),
  );
  const found = [...members, ...linked, ...alone, ...known].filter(isContact);
  const names = new Set(found.map(({ normalName }) => normalName));
  const foundKeys = new Set(found.map(({ key }) => key));
  const [bearers, theirs] = await Promise.all([
    eachOf([...names], (name) => at.records.index("[kind+normalName]").getAll(["contact", name])),
    claimsOn(at, [...foundKeys]),
  ]);
  const everyone = withStrays(found, bearers.filter(isContact), accountKeys);
  const keys = everyone.map(({ key }) => key);
  const ofStrays = await claimsOn(
    at,
    keys.filter((key) => !foundKeys.has(key)),
  );
  const log = distinct([...ofDecision, ...theirs, ...ofStrays]);
  const sought = {
    scopes: new Set([...decided, ...keys]),
    people: new Set(keys),
    everywhere: opportunity === undefined,
    withdrawn: new Set(log.filter(isWithdrawal).map(({ withdraws }) => withdraws)),
  };
  const claims = standing(log)
    .filter((claim) => counts(claim, sought))
    .toSorted(byTime);
  const { identities, ...once } = eachOnce(everyone, claims, accountKeys);
  return {
    account: accounts?.record ?? null,
    accountKeys,
    ...once,
    sought,
    opportunities: members.filter(
      (record): record is CrmRecord<"opportunity"> => record.kind === "opportunity",
    ),
    joins: identities.joins,
    namesakes: identities.namesakes,
    personOf: identities.of,
  };
}

/** What was said of these people, and in their own scope. */
async function claimsOn(at: Look, people: readonly RecordKey[]): Promise<Claim[]> {
  const [here, about] = await Promise.all([
    eachOf(people, (scope) => at.claims.index("scope").getAll(scope)),
    eachOf(people, (key) => at.claims.index("about").getAll(key)),
  ]);
  return [...here, ...about];
}

/** The rows of each key. One `getAll` per key: a cursor over several keys takes a step per row. */
async function eachOf<Key, Row>(
  keys: readonly Key[],
  rows: (key: Key) => Promise<Row[]>,
): Promise<Row[]> {
  return (await Promise.all(keys.map(rows))).flat();
}

function distinct(claims: readonly Claim[]): Claim[] {
  return [...new Map(claims.map((claim) => [claim.id, claim])).values()];
}
