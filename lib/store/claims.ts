import Dexie, { type BulkError } from "dexie";
import type { Claim } from "@/lib/domain";
import type { PowermapDatabase } from "./database";
import { StoreFailure } from "./failure";
import { announceWrite } from "./live";

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
    await database.transaction("rw", database.claims, () =>
      // One request per claim: asking first which ids are known would be as many again.
      database.claims.bulkAdd([...claims]).catch(Dexie.BulkError, (error: BulkError) => {
        if (error.failures.some(({ name }) => name !== "ConstraintError")) throw error;
      }),
    );
  } catch (error) {
    throw StoreFailure.from(error);
  }
  announceWrite();
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
