import { countsOf, mergePlan, noRows, TABLES, type Counts, type Rows } from "@/lib/exchange/rows";
import { STRICT, withCopies } from "./copies";
import type { PowermapDatabase } from "./database";
import { StoreFailure } from "./failure";
import { announceWrite } from "./live";
import { emptying } from "./loss";
import { readSnapshot, takeSnapshot } from "./snapshots";
import { forgetSummaries } from "./summaries";

/** What an import wrote. */
export interface ImportOutcome {
  added: Counts;
  updated: Counts;
  /** Claims left out, since another one has their id. */
  conflicts: number;
}

/** Parts of an import that nobody has finished in this time are thrown away (ms). */
const STAGED_FOR = 60 * 60 * 1_000;

/** Keeps a part of a file until the whole is there. Sent again, it is the same part. */
export async function stagePart(
  id: string,
  part: number,
  rows: Partial<Rows>,
  at: number,
): Promise<void> {
  await withCopies(async (copies) => {
    const transaction = copies.transaction("staged", "readwrite");
    if (part === 0) {
      for (const old of await transaction.store.getAll()) {
        if (old.at < at - STAGED_FOR) await transaction.store.delete([old.import, old.part]);
      }
    }
    await transaction.store.put({ import: id, part, at, rows });
    await transaction.done;
  });
}

/** Throws the parts of an import away. */
export async function discardParts(id: string): Promise<void> {
  await withCopies((copies) => copies.delete("staged", partsOf(id)));
}

function partsOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Infinity]);
}

/**
 * Merges the parts of a file into what is there: in one transaction, so whole or not at all. What was
 * there before is kept as a snapshot. Asked again, it answers what it did.
 * @returns null when not all parts are there
 * @throws {StoreFailure}
 */
export async function applyImport(
  database: PowermapDatabase,
  { id, parts, at }: { id: string; parts: number; at: number },
): Promise<ImportOutcome | null> {
  const done = await outcomeOf<ImportOutcome>(id);
  if (done) return done;
  const staged = await withCopies((copies) => copies.getAll("staged", partsOf(id)));
  if (staged.length !== parts) return null;
  const rows = noRows();
  for (const part of staged) {
    for (const table of TABLES) append(rows[table] as unknown[], part.rows[table]);
  }
  await takeSnapshot(database, { id, at, before: "import" });
  const outcome = await mergeRows(database, rows);
  await finish(id, outcome);
  return outcome;
}

/** Not by spreading: a part may have more rows than a call takes arguments. */
function append<Row>(rows: Row[], more: readonly Row[] | undefined): void {
  for (const row of more ?? []) rows.push(row);
}

/**
 * Merges rows into the database, in one transaction.
 * @throws {StoreFailure}
 */
export async function mergeRows(database: PowermapDatabase, rows: Rows): Promise<ImportOutcome> {
  const { records, links, claims, changes } = database;
  try {
    return await database.transaction("rw", records, links, claims, changes, async () => {
      const changed = new Set(rows.changes.map(({ record }) => record));
      const [oldRecords, oldLinks, oldClaims, oldChanges] = await Promise.all([
        records.bulkGet(rows.records.map(({ key }) => key)),
        links.bulkGet(rows.links.map(({ opportunity, contact }) => [opportunity, contact])),
        claims.bulkGet(rows.claims.map(({ id }) => id)),
        changed.size > 0
          ? changes
              .where("record")
              .anyOf([...changed])
              .toArray()
          : [],
      ]);
      const plan = mergePlan(
        {
          records: present(oldRecords),
          links: present(oldLinks),
          claims: present(oldClaims),
          changes: oldChanges,
        },
        rows,
      );
      await Promise.all([
        records.bulkPut([...plan.records.fresh, ...plan.records.changed]),
        links.bulkPut([...plan.links.fresh, ...plan.links.changed]),
        claims.bulkAdd(plan.claims.fresh),
        changes.bulkAdd(plan.changes.fresh),
      ]);
      const count = (which: "fresh" | "changed"): Counts => ({
        records: plan.records[which].length,
        links: plan.links[which].length,
        claims: plan.claims[which].length,
        changes: plan.changes[which].length,
      });
      return {
        added: count("fresh"),
        updated: count("changed"),
        conflicts: plan.claims.conflicts.length,
      };
    });
  } catch (error) {
    throw StoreFailure.from(error);
  } finally {
    await wroteAll();
  }
}

/** Anything may be another: what was worked out beforehand is worked out anew, and every view reads again. */
async function wroteAll(): Promise<void> {
  await forgetSummaries().catch(() => undefined);
  announceWrite();
}

function present<Row>(rows: readonly (Row | undefined)[]): Row[] {
  return rows.filter((row) => row !== undefined);
}

/**
 * Puts a snapshot in the place of everything that is there, in one transaction; that is kept as a
 * snapshot too.
 * @returns how many rows there are now; null when there is no such snapshot
 * @throws {StoreFailure}
 */
export async function restoreSnapshot(
  database: PowermapDatabase,
  { id, snapshot, at }: { id: string; snapshot: string; at: number },
): Promise<Counts | null> {
  const done = await outcomeOf<Counts>(id);
  if (done) return done;
  const rows = await readSnapshot(snapshot);
  if (!rows) return null;
  await takeSnapshot(database, { id, at, before: "restore" });
  const { records, links, claims, changes } = database;
  try {
    await emptying(database, () =>
      database.transaction("rw", records, links, claims, changes, async () => {
        await Promise.all([records.clear(), links.clear(), claims.clear(), changes.clear()]);
        await Promise.all([
          records.bulkAdd(rows.records),
          links.bulkAdd(rows.links),
          claims.bulkAdd(rows.claims),
          changes.bulkAdd(rows.changes),
        ]);
      }),
    );
  } catch (error) {
    throw StoreFailure.from(error);
  } finally {
    await wroteAll();
  }
  const counts = countsOf(rows);
  await finish(id, counts);
  return counts;
}

async function outcomeOf<T>(id: string): Promise<T | null> {
  const done = await withCopies((copies) => copies.get("outcomes", id));
  return (done?.outcome as T | undefined) ?? null;
}

/** So many outcomes are remembered: whoever asks again does so at once. */
const MOST_OUTCOMES = 10;

async function finish(id: string, outcome: unknown): Promise<void> {
  await withCopies(async (copies) => {
    const transaction = copies.transaction(["outcomes", "staged"], "readwrite", STRICT);
    const outcomes = transaction.objectStore("outcomes");
    await outcomes.put({ id, outcome });
    const ids = (await outcomes.getAllKeys()).toSorted();
    await Promise.all(ids.slice(0, -MOST_OUTCOMES).map((old) => outcomes.delete(old)));
    await transaction.objectStore("staged").delete(partsOf(id));
    await transaction.done;
  });
}
