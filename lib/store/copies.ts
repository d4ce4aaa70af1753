import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Counts, Rows } from "@/lib/exchange/rows";
import { StoreFailure } from "./failure";
import { requireRoom } from "./room";

/**
 * A second database, for copies: parts of a data file on their way in, snapshots, and the file that
 * backups go to. Apart from the data itself, so that what only settings need does not change its shape.
 */
const COPIES_NAME = "powermap.copies";
const COPIES_VERSION = 1;

/** What was there before something replaced or merged it. */
export interface Snapshot {
  /** The id of the import or restoring before which it was taken (UUIDv7, so ordered by time). */
  id: string;
  at: number;
  before: "import" | "restore";
  counts: Counts;
}

interface CopyTables extends DBSchema {
  staged: {
    key: [string, number];
    value: { import: string; part: number; at: number; rows: Partial<Rows> };
  };
  /** What came of an import or a restoring: asked again, it answers the same. */
  outcomes: { key: string; value: { id: string; outcome: unknown } };
  snapshots: { key: string; value: Snapshot };
  contents: { key: string; value: { id: string; rows: Rows } };
  handles: { key: string; value: FileSystemFileHandle };
}

export type Copies = IDBPDatabase<CopyTables>;

/**
 * Runs work on the copies; each time on a handle of its own, which holds up nobody.
 * @throws {StoreFailure} also when the disk has no room: one log holds these and the data itself
 */
export async function withCopies<T>(
  work: (copies: Copies) => Promise<T>,
  name: string = COPIES_NAME,
): Promise<T> {
  await requireRoom();
  let copies: Copies | undefined;
  try {
    copies = await openDB<CopyTables>(name, COPIES_VERSION, {
      upgrade(database) {
        database.createObjectStore("staged", { keyPath: ["import", "part"] });
        database.createObjectStore("outcomes", { keyPath: "id" });
        database.createObjectStore("snapshots", { keyPath: "id" });
        database.createObjectStore("contents", { keyPath: "id" });
        database.createObjectStore("handles");
      },
      blocking: (_current, _next, event) => (event.target as IDBDatabase).close(),
    });
    return await work(copies);
  } catch (error) {
    throw StoreFailure.from(error);
  } finally {
    copies?.close();
  }
}

/** Copies are as durable as the data: `complete` means on disk. */
export const STRICT = { durability: "strict" } as const;

/** The snapshots, newest first. */
export async function readSnapshots(): Promise<Snapshot[]> {
  const all = await withCopies((copies) => copies.getAll("snapshots"));
  return all.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}
