import { openDB, deleteDB, type DBSchema, type IDBPDatabase } from "idb";
import type { RecordKey } from "@/lib/domain";
import { item } from "./item";
import type { OpenFacts } from "./queries/open";
import { requireRoom } from "./room";

/**
 * What opportunities come to, worked out beforehand, so that a list of hundreds opens at once. All of it is derived
 * from the database and can be made again: it lies in a database of its own, outside backups and migrations, and
 * whoever cannot read it goes on without it.
 */
const NAME = "powermap.summaries";

/** Raised with every change of what a summary holds: what an earlier Powermap made is thrown away. */
const VERSION = 2;

/** A list of hundreds is read row by row in thrice the time; and one claim is not to write all of it again. */
const SHELVES = 32;

/** What a list shows of one opportunity: what its page said, and what its maker made of the decision. */
export interface ListRow<Summary> {
  facts: OpenFacts;
  summary: Summary;
}

/** Some of the rows, as one text: that is read in half the time of many small parts. */
interface Shelf {
  shelf: number;
  text: string;
}

/**
 * How many rows each table had when all summaries were made, at the time `at`, and the claims that were taken account
 * of since: more or fewer now, and somebody wrote who said nothing.
 */
export interface Extent {
  records: number;
  links: number;
  claims: number;
  at: number;
}

interface Tables extends DBSchema {
  shelves: { key: number; value: Shelf };
  extent: { key: string; value: Extent };
}

let opening: Promise<IDBPDatabase<Tables>> | null = null;

/**
 * How the list begins, made of all summaries. It lies in the browser's memory: there it is read in a fraction of the
 * time that the first answer of a database takes, and no copy of it stays on the disk.
 */
const beginning = item<unknown>("session:listBeginning", null);

/** How the list begins; null where that is not known. It is never older than the summaries. */
export async function readBeginning<Beginning>(): Promise<Beginning | null> {
  return (await beginning.getValue().catch(() => null)) as Beginning | null;
}

/** Keeps how the list begins, until the next summary is kept or forgotten. */
export async function keepBeginning<Beginning>(value: Beginning): Promise<void> {
  await beginning.setValue(value);
}

/** Every summary that is kept; none where they cannot be read. */
export async function readSummaries<Summary>(): Promise<ListRow<Summary>[]> {
  try {
    const shelves = await (await opened()).getAll("shelves");
    return shelves.flatMap(({ text }) => rowsOf<Summary>(text));
  } catch {
    opening = null;
    return [];
  }
}

function rowsOf<Summary>(text: string): ListRow<Summary>[] {
  return JSON.parse(text) as ListRow<Summary>[];
}

/** Where the row of an opportunity lies. */
function shelfOf(key: RecordKey): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = (31 * hash + key.charCodeAt(i)) | 0;
  return Math.abs(hash) % SHELVES;
}

function shelved(rows: readonly ListRow<unknown>[]): Shelf[] {
  const all = Map.groupBy(rows, ({ facts }) => shelfOf(facts.opportunity.key));
  return [...all].map(([shelf, rows]) => ({ shelf, text: JSON.stringify(rows) }));
}

/** How much there was when they were made; null where that is not known. */
export async function summarizedExtent(): Promise<Extent | null> {
  return (await (await opened()).get("extent", "all")) ?? null;
}

/**
 * Keeps these summaries beside the others.
 *
 * @param gone opportunities that have none any more
 * @param claims how many claims more are now taken account of
 */
export async function keepSummaries(
  rows: readonly ListRow<unknown>[],
  gone: readonly RecordKey[],
  claims: number,
): Promise<void> {
  const keys = new Set<string>([...gone, ...rows.map(({ facts }) => facts.opportunity.key)]);
  const touched = [...new Set([...keys].map((key) => shelfOf(key as RecordKey)))];
  const transaction = await writing();
  const [shelves, extents] = stores(transaction);
  const [extent, ...before] = await Promise.all([
    extents.get("all"),
    ...touched.map((shelf) => shelves.get(shelf)),
  ]);
  const beside = before
    .flatMap((shelf) => (shelf ? rowsOf<unknown>(shelf.text) : []))
    .filter(({ facts }) => !keys.has(facts.opportunity.key));
  await Promise.all([
    ...touched.map((shelf) => shelves.delete(shelf)),
    ...shelved([...beside, ...rows]).map((shelf) => shelves.put(shelf)),
    extent && extents.put({ ...extent, claims: extent.claims + claims }, "all"),
    transaction.done,
  ]);
}

/** Keeps these summaries, and no others. */
export async function replaceSummaries(
  rows: readonly ListRow<unknown>[],
  extent: Extent,
): Promise<void> {
  const transaction = await writing();
  const [shelves, extents] = stores(transaction);
  await Promise.all([
    shelves.clear(),
    ...shelved(rows).map((shelf) => shelves.put(shelf)),
    extents.put(extent, "all"),
    transaction.done,
  ]);
}

/**
 * Nobody else is at work on the summaries meanwhile: whoever makes them reads rows first, and would bring back what is
 * erased before they are kept.
 */
export function aloneWithSummaries<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request("summaries", work) as Promise<T>;
}

/** Forgets them all: they name people, so whoever erases these erases the summaries too. */
export async function forgetSummaries(): Promise<void> {
  const transaction = await writing();
  const [shelves, extents] = stores(transaction);
  await Promise.all([shelves.clear(), extents.clear(), transaction.done]);
}

/**
 * Chromium keeps all databases of an origin in one log: a write that a full disk takes only in part would tear what
 * the user said along with it.
 * @throws {StoreFailure} `full`
 */
async function writing() {
  await requireRoom();
  await beginning.removeValue();
  return (await opened()).transaction(["shelves", "extent"], "readwrite");
}

function stores(transaction: Awaited<ReturnType<typeof writing>>) {
  return [transaction.objectStore("shelves"), transaction.objectStore("extent")] as const;
}

function opened(): Promise<IDBPDatabase<Tables>> {
  opening ??= open().catch(async (error: unknown) => {
    // A later Powermap made it: what it holds is of no use here.
    if ((error as DOMException).name !== "VersionError") throw error;
    await deleteDB(NAME);
    return open();
  });
  opening.catch(() => {
    opening = null;
  });
  return opening;
}

async function open(): Promise<IDBPDatabase<Tables>> {
  await requireRoom();
  const forget = () => {
    opening = null;
  };
  return openDB<Tables>(NAME, VERSION, {
    upgrade: (database) => {
      for (const name of database.objectStoreNames) database.deleteObjectStore(name);
      database.createObjectStore("shelves", { keyPath: "shelf" });
      database.createObjectStore("extent");
    },
    blocking: (_current, _next, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
}
