import { openDB, wrap, type DBSchema, type IDBPDatabase } from "idb";
import type { Claim, ContactLink, CrmRecord, RecordChange } from "@/lib/domain";
import type { PowermapDatabase } from "./database";
import { StoreFailure } from "./failure";
import { DATABASE_NAME, installedVersion, NATIVE_VERSION, BLOCKED_AFTER } from "./installed";
import { requireRoom } from "./room";

/** What the migrations make, as a reader sees it. */
export interface Tables extends DBSchema {
  records: {
    key: string;
    value: CrmRecord;
    indexes: { kind: string; account: string; "[kind+normalName]": [string, string] };
  };
  links: {
    key: [string, string];
    value: ContactLink;
    indexes: { opportunity: string; contact: string };
  };
  claims: { key: string; value: Claim; indexes: { scope: string; about: string } };
  changes: { key: number; value: RecordChange; indexes: { record: string; at: number } };
}

/**
 * The database for reading. Views read without Dexie, which would be more than a third of what they
 * load; only when the database has to be made or brought up to date do they fetch it.
 */
export type Reader = IDBPDatabase<Tables>;

/** The same for who has the database open for writing. */
export function readerOf(database: PowermapDatabase): Reader {
  return wrap(database.backendDB()) as Reader;
}

/** What a reader wants to be told. */
export interface ReaderEvents {
  /** Opening has waited some seconds for a page that holds an older version open. */
  blocked?: () => void;
  /** The handle is of no more use: the browser closed it, or it made room for an upgrade. */
  closed?: () => void;
}

/**
 * Opens the database for reading, or says why not; makes or upgrades it first where that is needed.
 * @throws {StoreFailure} `newer` when a later Powermap wrote it, `full` or `broken` otherwise.
 */
export async function openReader(
  name: string = DATABASE_NAME,
  { blocked = () => undefined, closed = () => undefined }: ReaderEvents = {},
): Promise<Reader> {
  await requireRoom();
  if ((await installedVersion(name)) !== NATIVE_VERSION) {
    const { openDatabase } = await import("./database");
    (await openDatabase(name, blocked)).close();
  }
  const timer = setTimeout(blocked, BLOCKED_AFTER);
  try {
    const reader: Reader = await openDB<Tables>(name, NATIVE_VERSION, {
      // Deleted since we looked: it is not ours to make.
      upgrade: (_database, _old, _new, transaction) => {
        ignore(transaction.done);
        transaction.abort();
      },
      blocking: () => {
        reader.close();
        closed();
      },
      terminated: closed,
    });
    return reader;
  } catch (error) {
    throw StoreFailure.from(error);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * One moment of the database: all that is read for one answer fits together. A fault comes with the
 * request that it befell.
 */
export function look(reader: Reader) {
  const transaction = reader.transaction(["records", "links", "claims", "changes"]);
  ignore(transaction.done);
  return {
    records: transaction.objectStore("records"),
    links: transaction.objectStore("links"),
    claims: transaction.objectStore("claims"),
    changes: transaction.objectStore("changes"),
  };
}
export type Look = ReturnType<typeof look>;

function ignore(done: Promise<void>): void {
  done.catch(() => undefined);
}
