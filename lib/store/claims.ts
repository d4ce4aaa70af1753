import Dexie, { type BulkError } from "dexie";
import { sameData, type Claim } from "@/lib/domain";
import type { PowermapDatabase } from "./database";
import { StoreFailure } from "./failure";
import { announceWrite } from "./live";

/** The log holds another claim under this id. No fault of the database: what was sent is wrong. */
export class ClaimConflict extends Error {
  constructor(id: string) {
    super(`another claim has the id ${id}`);
    this.name = "ClaimConflict";
  }
}

/**
 * Writes claims and returns once they are on disk. A claim that is in the log already is left as it is,
 * so repeating a write is writing once. All claims of one call are written, or none.
 * @throws {StoreFailure} when they could not be written.
 * @throws {ClaimConflict} when an id is taken by a claim that says something else.
 */
export async function appendClaims(
  database: PowermapDatabase,
  claims: readonly Claim[],
): Promise<void> {
  await append(database, claims, sameData);
}

/**
 * Writes the claim that withdraws another one, in the scope of that one. Repeated, it is the same one: the
 * sender names it by its id, and only the clock has moved on.
 * @returns false when there is no such claim.
 * @throws {StoreFailure} when it could not be written.
 * @throws {ClaimConflict} when its id is taken by another claim.
 */
export async function withdrawClaim(
  database: PowermapDatabase,
  { id, withdraws, at, by }: { id: string; withdraws: string; at: number; by: string },
  permitted: (claim: Claim) => boolean = () => true,
): Promise<boolean> {
  const claim = await database.claims.get(withdraws);
  if (!claim || !permitted(claim)) return false;
  const { scope, about } = claim;
  await append(database, [{ id, at, by, scope, about, withdraws }], (stored, sent) =>
    sameData(stored, { ...sent, at: stored.at }),
  );
  return true;
}

type Same = (stored: Claim, sent: Claim) => boolean;

async function append(
  database: PowermapDatabase,
  claims: readonly Claim[],
  same: Same,
): Promise<void> {
  try {
    await database.transaction("rw", database.claims, () =>
      // One request per claim: asking first which ids are known would be as many again.
      database.claims.bulkAdd([...claims]).catch(Dexie.BulkError, async (error: BulkError) => {
        if (error.failures.some(({ name }) => name !== "ConstraintError")) throw error;
        const taken = Object.keys(error.failuresByPos).flatMap((at) => claims[Number(at)] ?? []);
        await requireSame(database, taken, same);
      }),
    );
  } catch (error) {
    throw error instanceof ClaimConflict ? error : StoreFailure.from(error);
  }
  announceWrite(claims.map(({ id }) => id));
}

/** Throws, which aborts the transaction, unless the log has under each of these ids this very claim. */
async function requireSame(
  database: PowermapDatabase,
  claims: readonly Claim[],
  same: Same,
): Promise<void> {
  const stored = await database.claims.bulkGet(claims.map(({ id }) => id));
  for (const [n, sent] of claims.entries()) {
    const had = stored[n];
    if (!had || !same(had, sent)) throw new ClaimConflict(sent.id);
  }
}
