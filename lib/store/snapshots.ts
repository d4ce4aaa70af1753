import {
  afterErasure,
  countsOf,
  erasure,
  namesOf,
  whoIsWho,
  type Erased,
  type Rows,
} from "@/lib/exchange/rows";
import { STRICT, withCopies, type Snapshot } from "./copies";
import type { PowermapDatabase } from "./database";

/** So many snapshots are kept; the oldest goes when one more comes. */
export const MOST_SNAPSHOTS = 3;

/** Everything that is remembered, at one moment. */
export async function readRows(database: PowermapDatabase): Promise<Rows> {
  const { records, links, claims, changes } = database;
  return database.transaction("r", records, links, claims, changes, async () => {
    const all = [records.toArray(), links.toArray(), claims.toArray(), changes.toArray()] as const;
    const [record, link, claim, change] = await Promise.all(all);
    return { records: record, links: link, claims: claim, changes: change };
  });
}

/**
 * Keeps what is there now. Asked again under the same id it keeps the first one: what was there before
 * the work that the id stands for.
 */
export async function takeSnapshot(
  database: PowermapDatabase,
  { id, at, before }: Omit<Snapshot, "counts">,
): Promise<void> {
  const rows = await readRows(database);
  await withCopies(async (copies) => {
    const transaction = copies.transaction(["snapshots", "contents"], "readwrite", STRICT);
    const [snapshots, contents] = [
      transaction.objectStore("snapshots"),
      transaction.objectStore("contents"),
    ];
    const ids = await snapshots.getAllKeys();
    if (!ids.includes(id)) {
      await contents.put({ id, rows });
      await snapshots.put({ id, at, before, counts: countsOf(rows) });
      const surplus = [...ids, id].toSorted().slice(0, -MOST_SNAPSHOTS);
      await Promise.all(surplus.flatMap((old) => [snapshots.delete(old), contents.delete(old)]));
    }
    await transaction.done;
  });
}

/** The rows of a snapshot; null when there is none of this id. */
export async function readSnapshot(id: string): Promise<Rows | null> {
  return withCopies(async (copies) => (await copies.get("contents", id))?.rows ?? null);
}

/** Erases from the snapshots too, and throws away what is on its way in: nothing brings it back. */
export async function eraseFromCopies(rows: Rows, of: Erased): Promise<void> {
  // Who somebody is may be known only now, and not have been when a snapshot was taken.
  const aliases = of.kind === "person" ? whoIsWho(rows).aliases(of.key) : [];
  const called = namesOf(rows, new Set<string>(aliases));
  const each: Erased[] = of.kind === "person" ? aliases.map((key) => ({ ...of, key })) : [of];
  await withCopies(async (copies) => {
    await Promise.all([copies.clear("staged"), copies.clear("outcomes")]);
    if (of.kind === "all") {
      await Promise.all([copies.clear("snapshots"), copies.clear("contents")]);
    }
  });
  await changeSnapshots((old) =>
    each.reduce((left, one) => afterErasure(left, erasure(left, one, called)), old),
  );
}

/** Rewrites every snapshot. */
export async function changeSnapshots(change: (rows: Rows) => Rows): Promise<void> {
  await withCopies(async (copies) => {
    const transaction = copies.transaction(["snapshots", "contents"], "readwrite", STRICT);
    const [snapshots, contents] = [
      transaction.objectStore("snapshots"),
      transaction.objectStore("contents"),
    ];
    for (const snapshot of await snapshots.getAll()) {
      const content = await contents.get(snapshot.id);
      if (!content) continue;
      const rows = change(content.rows);
      await contents.put({ id: snapshot.id, rows });
      await snapshots.put({ ...snapshot, counts: countsOf(rows) });
    }
    await transaction.done;
  });
}
