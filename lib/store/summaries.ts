import { openDB, deleteDB, type DBSchema, type IDBPDatabase } from "idb";
import type { RecordKey } from "@/lib/domain";
import type { OpenFacts } from "./queries/open";
import { requireRoom } from "./room";

/**
 * What opportunities come to, worked out beforehand, so that a list of hundreds opens at once. All of it is derived
 * from the database and can be made again: it lies in a database of its own, outside backups and migrations, and
 * whoever cannot read it goes on without it.
 */
const NAME = "powermap.summaries";

/** Raised with every change of what a summary holds: what an earlier Powermap made is thrown away. */
const VERSION = 1;

/** What a list shows of one opportunity: what its page said, and what its maker made of the decision. */
export interface ListRow<Summary> {
  facts: OpenFacts;
  summary: Summary;
}

/** As text: of a thousand rows of many small parts, text is read in half the time. */
interface Stored {
  key: RecordKey<"opportunity">;
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
  summaries: { key: string; value: Stored };
  extent: { key: string; value: Extent };
}

let opening: Promise<IDBPDatabase<Tables>> | null = null;

/** Where a page that reads them before its own code is there leaves what it asked for. */
const EARLY = "powermapSummaries";
type Early = Partial<Record<typeof EARLY, Promise<string[]>>>;

/** Asks for the summaries before the code that shows them is there. */
export function readSummariesEarly(): void {
  const early = readTexts();
  early.catch(() => undefined);
  (globalThis as Early)[EARLY] = early;
}

/** Every summary that is kept; none where they cannot be read. */
export async function readSummaries<Summary>(): Promise<ListRow<Summary>[]> {
  const { [EARLY]: early } = globalThis as Early;
  delete (globalThis as Early)[EARLY];
  try {
    return JSON.parse(`[${(await (early ?? readTexts())).join(",")}]`) as ListRow<Summary>[];
  } catch {
    opening = null;
    return [];
  }
}

async function readTexts(): Promise<string[]> {
  const rows = await (await opened()).getAll("summaries");
  return rows.map(({ text }) => text);
}

function stored(row: ListRow<unknown>): Stored {
  return { key: row.facts.opportunity.key, text: JSON.stringify(row) };
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
  const transaction = await writing();
  const [summaries, extents] = stores(transaction);
  const extent = await extents.get("all");
  await Promise.all([
    ...gone.map((key) => summaries.delete(key)),
    ...rows.map((row) => summaries.put(stored(row))),
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
  const [summaries, extents] = stores(transaction);
  await Promise.all([
    summaries.clear(),
    ...rows.map((row) => summaries.put(stored(row))),
    extents.put(extent, "all"),
    transaction.done,
  ]);
}

/** Forgets them all: they name people, so whoever erases these erases the summaries too. */
export async function forgetSummaries(): Promise<void> {
  const transaction = await writing();
  const [summaries, extents] = stores(transaction);
  await Promise.all([summaries.clear(), extents.clear(), transaction.done]);
}

/**
 * Chromium keeps all databases of an origin in one log: a write that a full disk takes only in part would tear what
 * the user said along with it.
 * @throws {StoreFailure} `full`
 */
async function writing() {
  await requireRoom();
  return (await opened()).transaction(["summaries", "extent"], "readwrite");
}

function stores(transaction: Awaited<ReturnType<typeof writing>>) {
  return [transaction.objectStore("summaries"), transaction.objectStore("extent")] as const;
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
      database.createObjectStore("summaries", { keyPath: "key" });
      database.createObjectStore("extent");
    },
    blocking: (_current, _next, event) => {
      (event.target as IDBDatabase).close();
      forget();
    },
    terminated: forget,
  });
}
