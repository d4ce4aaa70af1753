import { expiring } from "@/lib/exchange/rows";
import type { PowermapDatabase } from "./database";
import { StoreFailure } from "./failure";
import { announceWrite } from "./live";
import { emptying } from "./loss";
import { readPolicy } from "./policy";
import { settings } from "./settings";
import { changeSnapshots, readRows } from "./snapshots";

/** How long claims about people are kept after their opportunity closed, in months; null: for ever. */
export async function readRetention(): Promise<number | null> {
  const [{ retentionMonths }, own] = await Promise.all([
    readPolicy(),
    settings.retentionMonths.getValue(),
  ]);
  return retentionMonths ?? (own > 0 ? own : null);
}

/**
 * Erases the claims about people whose time is over, from the snapshots too.
 * @returns how many went
 * @throws {StoreFailure}
 */
export async function eraseExpired(
  database: PowermapDatabase,
  months: number | null,
  now: number,
): Promise<number> {
  if (months === null) return 0;
  const due = expiring(await readRows(database), months).filter(({ at }) => at <= now);
  const ids = due.flatMap(({ claims }) => claims.map(({ id }) => id));
  if (ids.length === 0) return 0;
  const expired = new Set(ids);
  try {
    await changeSnapshots((rows) => ({
      ...rows,
      claims: rows.claims.filter(({ id }) => !expired.has(id)),
    }));
    await emptying(database, () =>
      database.transaction("rw", database.claims, () => database.claims.bulkDelete(ids)),
    );
  } catch (error) {
    throw StoreFailure.from(error);
  } finally {
    announceWrite();
  }
  return ids.length;
}
