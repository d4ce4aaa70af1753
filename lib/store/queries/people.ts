import {
  canonicalClaim,
  identify,
  isNamed,
  mergeRecords,
  sameOrg,
  withoutTold,
  type CrmRecord,
  type Identities,
  type StatedClaim,
} from "@/lib/domain";

export function isContact(record: CrmRecord | undefined): record is CrmRecord<"contact"> {
  return record?.kind === "contact";
}

/**
 * People of whom a page gave neither id nor account (a list, or a page still loading) belong to those
 * of their name here, unless someone of that name works elsewhere too.
 *
 * @param bearers everyone who bears one of these people's names, in any account
 */
export function withStrays(
  people: readonly CrmRecord<"contact">[],
  bearers: readonly CrmRecord<"contact">[],
  accountKeys: readonly string[],
): CrmRecord<"contact">[] {
  const known = new Map(people.map((record) => [record.key, record]));
  const [home] = accountKeys;
  if (home === undefined) return [...known.values()];
  const inOrg = bearers.filter(({ key }) => sameOrg(key, home));
  const elsewhere = new Set(
    inOrg
      .filter(({ account }) => account !== undefined && !accountKeys.includes(account))
      .map(({ normalName }) => normalName),
  );
  for (const stray of inOrg) {
    if (stray.account !== undefined || !isNamed(stray.key) || known.has(stray.key)) continue;
    if (!elsewhere.has(stray.normalName)) known.set(stray.key, stray);
  }
  return [...known.values()];
}

/** Each person once, and what is said of them with canonical keys. */
export function eachOnce(
  people: readonly CrmRecord<"contact">[],
  claims: readonly StatedClaim[],
  accountKeys: readonly string[],
): { identities: Identities; people: CrmRecord<"contact">[]; claims: StatedClaim[] } {
  const [home] = accountKeys;
  // Whoever is named here and has no account of their own belongs here.
  const identities = identify(people, claims, ({ account }) =>
    account === undefined || accountKeys.includes(account) ? home : account,
  );
  const groups = Map.groupBy(people, ({ key }) => identities.of(key));
  return {
    identities,
    // The one who stands for the others first: theirs is the merged record's key.
    people: [...groups].map(([top, same]) =>
      mergeRecords(
        withoutTold(same).toSorted((a, b) => Number(b.key === top) - Number(a.key === top)),
      ),
    ),
    claims: claims.map((claim) => canonicalClaim(claim, identities)),
  };
}
