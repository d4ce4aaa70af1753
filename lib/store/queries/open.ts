import {
  canonicalClaim,
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
import type { PowermapDatabase } from "../database";
import { byTime } from "./order";

/** One line of the popup: an opportunity that is not closed, with the claims that its roles rest on. */
export interface OpenOpportunity {
  opportunity: CrmRecord<"opportunity">;
  account: CrmRecord<"account"> | null;
  people: CrmRecord<"contact">[];
  links: ContactLink[];
  claims: StatedClaim[];
}

/** Every opportunity that is open, or not known to be closed, in all CRMs. */
export async function readOpenOpportunities(
  database: PowermapDatabase,
): Promise<OpenOpportunity[]> {
  return database.transaction(
    "r",
    [database.records, database.links, database.claims],
    async () => {
      const [records, links, claims] = await Promise.all([
        database.records.toArray(),
        database.links.toArray(),
        database.claims.toArray(),
      ]);
      return openOpportunities(records, links, claims);
    },
  );
}

function openOpportunities(
  records: readonly CrmRecord[],
  links: readonly ContactLink[],
  log: readonly Claim[],
): OpenOpportunity[] {
  const byKey = new Map<string, CrmRecord>(records.map((record) => [record.key, record]));
  const claims = standing(log).toSorted(byTime);
  const accounts = records.filter((record) => record.kind === "account");
  const accountIds = Map.groupBy(accounts, ({ key }) => orgOf(key));
  const canonicalAccounts = new Map(
    [...accountIds].map(([org, inOrg]) => [org, identify(inOrg, claims)]),
  );
  const accountOf = (key: RecordKey<"account"> | undefined) =>
    key && (canonicalAccounts.get(orgOf(key))?.of(key) ?? key);
  const contacts = Map.groupBy(
    records.filter((record) => record.kind === "contact"),
    (record) => accountOf(record.account) ?? "",
  );
  const linksOf = Map.groupBy(links, ({ opportunity }) => opportunity);
  const claimsOf = Map.groupBy(claims, ({ scope }) => scope);

  return records
    .filter((record): record is CrmRecord<"opportunity"> => record.kind === "opportunity")
    .filter((record) => (record.fields.status?.value ?? "open") === "open")
    .map((opportunity) => {
      const account = accountOf(opportunity.account);
      const own = linksOf.get(opportunity.key) ?? [];
      const members = (account ? contacts.get(account) : undefined) ?? [];
      const linked = own.flatMap(({ contact }) => byKey.get(contact) ?? []);
      const people = [...new Set([...members, ...linked])] as CrmRecord<"contact">[];
      const aliases = account
        ? (canonicalAccounts.get(orgOf(account))?.all(account) ?? [account])
        : [];
      const scopes = [opportunity.key, ...aliases, ...people.map(({ key }) => key)];
      const stated = scopes.flatMap((scope) => claimsOf.get(scope) ?? []).toSorted(byTime);
      const identities = identify(people, stated, (record) => accountOf(record.account));
      const accountRecord = account ? byKey.get(account) : undefined;
      return {
        opportunity,
        account: (accountRecord as CrmRecord<"account"> | undefined) ?? null,
        people: [...Map.groupBy(people, ({ key }) => identities.of(key)).values()].map((same) =>
          mergeRecords(same),
        ),
        links: canonicalLinks(own, identities),
        claims: stated.map((claim) => canonicalClaim(claim, identities)),
      };
    });
}
