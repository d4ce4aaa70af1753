import {
  byTime,
  canonicalClaim,
  isOfAcquaintance,
  isOfIdentity,
  isWithdrawal,
  type Claim,
  type Identities,
  type RecordKey,
  type StatedClaim,
} from "@/lib/domain";
import type { Reader } from "../reader";

/** Which claims a reading looked for: the next one needs only those of them that came since. */
export interface Sought {
  /** What they hold for, or whom they are about: one of the two is enough to be found. */
  scopes: ReadonlySet<RecordKey>;
  people: ReadonlySet<RecordKey>;
  /** Whether those count too that hold for none of these scopes. */
  everywhere: boolean;
  /** The ids that were withdrawn, by whatever claims were found. */
  withdrawn: ReadonlySet<string>;
}

/** Data that was made of claims. */
export interface Logged {
  sought: Sought;
  /** Those that stand, with canonical keys, oldest first. */
  claims: readonly StatedClaim[];
  personOf(key: RecordKey<"contact">): RecordKey<"contact">;
}

/** Whether a claim that was found counts. Who is who does not depend on the opportunity in which it was said. */
export function counts(
  claim: StatedClaim,
  { scopes, everywhere }: Pick<Sought, "scopes" | "everywhere">,
): boolean {
  return everywhere || scopes.has(claim.scope) || isOfIdentity(claim);
}

/**
 * The same data with the claims that were written since, where nothing else was: nothing else is read again, and
 * every row stays the same object. Claims never change, so none of those at hand can be stale.
 *
 * @returns the very same data where the claims are of no concern to it; null where it has to be read anew: when one
 *   takes back another, or says who there is or who is who, on which it depends what belongs here
 */
export async function readSince<D extends Logged>(
  reader: Reader,
  data: D,
  written: readonly string[],
): Promise<D | null> {
  const { claims } = reader.look();
  const rows = await Promise.all(written.map((id) => claims.get(id)));
  return rows.every((row) => row !== undefined) ? withClaims(data, rows) : null;
}

/** The same, of claims at hand. */
export function withClaims<D extends Logged>(data: D, written: readonly Claim[]): D | null {
  const { scopes, people, withdrawn } = data.sought;
  const of = data.personOf as Identities["of"];
  let { claims } = data;
  for (const claim of written) {
    if (isWithdrawal(claim) || withdrawn.has(claim.id)) return null;
    if (isOfIdentity(claim) || isOfAcquaintance(claim)) return null;
    const isFound = scopes.has(claim.scope) || people.has(claim.about);
    if (isFound && counts(claim, data.sought))
      claims = withOne(claims, canonicalClaim(claim, { of }));
  }
  return claims === data.claims ? data : { ...data, claims };
}

/** The claims with one more in its place by time; the very same list where it is among them. */
function withOne(claims: readonly StatedClaim[], claim: StatedClaim): readonly StatedClaim[] {
  let [from, to] = [0, claims.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (byTime(claims[middle]!, claim) < 0) from = middle + 1;
    else to = middle;
  }
  return claims[from]?.id === claim.id ? claims : claims.toSpliced(from, 0, claim);
}
