import type { Claim } from "@/lib/domain";
import type { PowermapDatabase } from "./database";
import { StoreFailure } from "./failure";

/**
 * Writes claims and returns once they are on disk. A claim whose id is already in the log is left as
 * it is, so repeating a write is writing once. All claims of one call are written, or none.
 * @throws {StoreFailure} when they could not be written.
 */
export async function appendClaims(
  database: PowermapDatabase,
  claims: readonly Claim[],
): Promise<void> {
  try {
    await database.transaction("rw", database.claims, async () => {
      const ids = claims.map(({ id }) => id);
      const known = await database.claims.bulkGet(ids);
      const fresh = new Map<string, Claim>();
      claims.forEach((claim, index) => {
        if (known[index] === undefined && !fresh.has(claim.id)) fresh.set(claim.id, claim);
      });
      if (fresh.size > 0) await database.claims.bulkAdd([...fresh.values()]);
    });
  } catch (error) {
    throw StoreFailure.from(error);
  }
}

/**
 * Writes the claim that withdraws another one, in the scope of that one.
 * @returns false when there is no such claim.
 */
export async function withdrawClaim(
  database: PowermapDatabase,
  { id, withdraws, at, by }: { id: string; withdraws: string; at: number; by: string },
  permitted: (claim: Claim) => boolean = () => true,
): Promise<boolean> {
  const claim = await database.claims.get(withdraws);
  if (!claim || !permitted(claim)) return false;
  const { scope, about } = claim;
  await appendClaims(database, [{ id, at, by, scope, about, withdraws }]);
  return true;
}
