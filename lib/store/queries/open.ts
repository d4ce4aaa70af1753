import {
  byTime,
  canonicalLinks,
  identify,
  mergeRecords,
  orgOf,
  standing,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type RecordKey,
  type StatedClaim,
} from "@/lib/domain";
import type { Reader } from "../reader";
import { eachOnce, isContact, withStrays } from "./people";

/** One line of the popup: an opportunity that is not closed, with the claims that its roles rest on. */
export interface OpenOpportunity {
  opportunity: CrmRecord<"opportunity">;
  account: CrmRecord<"account"> | null;
  people: CrmRecord<"contact">[];
  links: ContactLink[];
  claims: StatedClaim[];
}

/** Every opportunity that is open, or not known to be closed, in all CRMs. */
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
  const accounts = Map.groupBy(
    records.filter((record) => record.kind === "account"),
    ({ key }) => orgOf(key),
  );
  const accountIdentities = new Map(
    [...accounts].map(([org, inOrg]) => [org, identify(inOrg, claims)]),
  );
  const aliasesOf = (key: RecordKey<"account"> | undefined) =>
    key ? (accountIdentities.get(orgOf(key))?.all(key) ?? [key]) : [];
  const contacts = records.filter(isContact);
  const membersOf = Map.groupBy(contacts, ({ account }) => aliasesOf(account)[0]);
  const bearersOf = Map.groupBy(contacts, ({ normalName }) => normalName);
  const linksOf = Map.groupBy(links, ({ opportunity }) => opportunity);
  const claimsOf = Map.groupBy(claims, ({ scope }) => scope);
  // Who is who does not depend on the opportunity in which it was said.
  const whoIsWho = Map.groupBy(
    claims.filter(({ says }) => says.aspect === "same"),
    ({ about }) => about,
  );

  return records
    .filter((record): record is CrmRecord<"opportunity"> => record.kind === "opportunity")
    .filter((record) => (record.fields.status?.value ?? "open") === "open")
    .map((opportunity) => {
      const accountKeys = aliasesOf(opportunity.account);
      const own = linksOf.get(opportunity.key) ?? [];
      const members = accountKeys.length > 0 ? (membersOf.get(accountKeys[0]) ?? []) : [];
      const found = [...members, ...own.map(({ contact }) => byKey.get(contact)).filter(isContact)];
      const names = new Set(found.map(({ normalName }) => normalName));
      const bearers = [...names].flatMap((name) => bearersOf.get(name) ?? []);
      const everyone = withStrays(found, bearers, accountKeys);
      const keys = everyone.map(({ key }) => key);
      const stated = new Set([
        ...[opportunity.key, ...accountKeys, ...keys].flatMap((key) => claimsOf.get(key) ?? []),
        ...keys.flatMap((key) => whoIsWho.get(key) ?? []),
      ]);
      const once = eachOnce(everyone, [...stated].toSorted(byTime), accountKeys);
      const same = accountKeys.flatMap((key) => byKey.get(key) ?? []) as CrmRecord<"account">[];
      return {
        opportunity,
        account: same.length > 0 ? mergeRecords(same) : null,
        people: once.people,
        links: canonicalLinks(own, once.identities),
        claims: once.claims,
      };
    });
}
