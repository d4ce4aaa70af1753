import {
  byTime,
  canonicalLinks,
  identify,
  isOfAcquaintance,
  knownPeople,
  mergeRecords,
  orgOf,
  standing,
  withTold,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type RecordKey,
  type StatedClaim,
} from "@/lib/domain";
import { startingWith } from "../range";
import type { Reader } from "../reader";
import { eachOnce, isContact, withStrays } from "./people";

/** An opportunity that is not closed, as its own page and its account's said last. */
export interface OpenFacts {
  opportunity: CrmRecord<"opportunity">;
  account: CrmRecord<"account"> | null;
}

/** The same with all that its decision is reckoned of. */
export interface OpenOpportunity extends OpenFacts {
  people: CrmRecord<"contact">[];
  links: ContactLink[];
  claims: StatedClaim[];
}

/**
 * Every opportunity that is open, or not known to be closed, in all CRMs: without people and claims, which are most
 * of what is kept.
 */
export async function readOpenFacts(reader: Reader): Promise<OpenFacts[]> {
  const at = reader.look();
  const ofKind = at.records.index("kind");
  const [opportunities, accounts] = await Promise.all([
    ofKind.getAll("opportunity"),
    ofKind.getAll("account"),
  ]);
  const orgs = [...new Set(accounts.map(({ key }) => orgOf(key)))];
  const about = await Promise.all(
    orgs.map((org) => at.claims.index("about").getAll(startingWith(`${org}:account:`))),
  );
  const aliasesOf = accountAliases(accounts.filter(isAccount), standing(about.flat()));
  const byKey = new Map<string, CrmRecord>(accounts.map((record) => [record.key, record]));
  return opportunities.filter(isOpenOpportunity).map((opportunity) => ({
    opportunity,
    account: accountOf(aliasesOf(opportunity.account), byKey),
  }));
}

/** Only what a list shows of an opportunity. */
export function listFacts({ opportunity, account }: OpenFacts): OpenFacts {
  const { stage, amount, currency, closeDate, account: named } = opportunity.fields;
  const shown = { stage, amount, currency, closeDate, account: named };
  // Where each was read is not shown, and would be half of it.
  const fields = Object.fromEntries(
    Object.entries(shown).flatMap(([name, field]) =>
      field ? [[name, { ...field, hook: "" }]] : [],
    ),
  );
  return {
    opportunity: { ...opportunity, fields, normalName: "", markers: [] } as typeof opportunity,
    account: account && { ...account, fields: {}, normalName: "", markers: [] },
  };
}

/** All of it: for many opportunities at once this takes less than reading each by itself. */
export async function readOpenOpportunities(reader: Reader): Promise<OpenOpportunity[]> {
  const at = reader.look();
  const all = [at.records.getAll(), at.links.getAll(), at.claims.getAll()] as const;
  return openOpportunities(...(await Promise.all(all)));
}

function openOpportunities(
  records: readonly CrmRecord[],
  links: readonly ContactLink[],
  log: readonly Claim[],
): OpenOpportunity[] {
  const byKey = new Map<string, CrmRecord>(records.map((record) => [record.key, record]));
  const claims = standing(log).toSorted(byTime);
  const aliasesOf = accountAliases(records.filter(isAccount), claims);
  const contacts = records.filter(isContact);
  const membersOf = Map.groupBy(contacts, ({ account }) => aliasesOf(account)[0]);
  const bearersOf = Map.groupBy(contacts, ({ normalName }) => normalName);
  const linksOf = Map.groupBy(links, ({ opportunity }) => opportunity);
  const claimsOf = Map.groupBy(claims, ({ scope }) => scope);
  const introducedBy = Map.groupBy(claims.filter(isOfAcquaintance), ({ scope }) => scope);
  // Who is who does not depend on the opportunity in which it was said.
  const whoIsWho = Map.groupBy(
    claims.filter(({ says }) => says.aspect === "same"),
    ({ about }) => about,
  );

  return records.filter(isOpenOpportunity).map((opportunity) => {
    const accountKeys = aliasesOf(opportunity.account);
    const own = linksOf.get(opportunity.key) ?? [];
    const members = accountKeys.length > 0 ? (membersOf.get(accountKeys[0]) ?? []) : [];
    const told = [opportunity.key, ...accountKeys].flatMap((key) => introducedBy.get(key) ?? []);
    const known = knownPeople(told, () => opportunity.account).map((one) => {
      const read = byKey.get(one.key);
      return withTold(isContact(read) ? read : undefined, one);
    });
    const linked = own.map(({ contact }) => byKey.get(contact)).filter(isContact);
    const found = [...members, ...linked, ...known];
    const names = new Set(found.map(({ normalName }) => normalName));
    const bearers = [...names].flatMap((name) => bearersOf.get(name) ?? []);
    const everyone = withStrays(found, bearers, accountKeys);
    const keys = everyone.map(({ key }) => key);
    const stated = new Set([
      ...[opportunity.key, ...accountKeys, ...keys].flatMap((key) => claimsOf.get(key) ?? []),
      ...keys.flatMap((key) => whoIsWho.get(key) ?? []),
    ]);
    const once = eachOnce(everyone, [...stated].toSorted(byTime), accountKeys);
    return {
      opportunity,
      account: accountOf(accountKeys, byKey),
      people: once.people,
      links: canonicalLinks(own, once.identities),
      claims: once.claims,
    };
  });
}

function isAccount(record: CrmRecord): record is CrmRecord<"account"> {
  return record.kind === "account";
}

/** Whether a record is an opportunity that is open, or not known to be closed. */
export function isOpenOpportunity(record: CrmRecord): record is CrmRecord<"opportunity"> {
  return record.kind === "opportunity" && (record.fields.status?.value ?? "open") === "open";
}

type Aliases = (key: RecordKey<"account"> | undefined) => RecordKey[];

/** All keys that mean the same account, the canonical one first. */
function accountAliases(
  accounts: readonly CrmRecord<"account">[],
  claims: readonly StatedClaim[],
): Aliases {
  const byOrg = Map.groupBy(accounts, ({ key }) => orgOf(key));
  const identities = new Map([...byOrg].map(([org, inOrg]) => [org, identify(inOrg, claims)]));
  return (key) => (key ? (identities.get(orgOf(key))?.all(key) ?? [key]) : []);
}

function accountOf(
  keys: readonly string[],
  byKey: ReadonlyMap<string, CrmRecord>,
): CrmRecord<"account"> | null {
  const same = keys.flatMap((key) => byKey.get(key) ?? []) as CrmRecord<"account">[];
  return same.length > 0 ? mergeRecords(same) : null;
}
