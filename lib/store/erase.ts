import { countsOf, erasure, type Counts, type Erased } from "@/lib/exchange/rows";
import type { PowermapDatabase } from "./database";
import { StoreFailure } from "./failure";
import { announceWrite } from "./live";
import { emptying } from "./loss";
import { aloneWithSummaries, forgetSummaries } from "./summaries";
import { eraseFromCopies, readRows } from "./snapshots";

/**
 * Erases a person, an organisation or everything, from the data and from every snapshot, for good.
 * @returns how many rows went
 * @throws {StoreFailure}
 */
export async function erase(database: PowermapDatabase, of: Erased): Promise<Counts> {
  const { records, links, claims, changes } = database;
  try {
    // The copies first: once the rows are gone, nothing tells who else a person was called.
    await eraseFromCopies(await readRows(database), of);
    return await aloneWithSummaries(async () => {
      await forgetSummaries();
      return emptying(database, () =>
        database.transaction("rw", records, links, claims, changes, async () => {
          const { gone, redacted } = erasure(await readRows(database), of);
          await Promise.all([
            records.bulkDelete(gone.records.map(({ key }) => key)),
            links.bulkDelete(gone.links.map(({ opportunity, contact }) => [opportunity, contact])),
            claims.bulkDelete(gone.claims.map(({ id }) => id)),
            changes.bulkDelete(gone.changes.flatMap(({ id }) => id ?? [])),
            records.bulkPut(redacted.records),
            claims.bulkPut(redacted.claims),
          ]);
          return countsOf(gone);
        }),
      );
    });
  } catch (error) {
    throw StoreFailure.from(error);
  } finally {
    announceWrite();
  }
}
