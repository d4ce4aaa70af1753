import { openDB, wrap, type DBSchema, type IDBPDatabase, type IDBPObjectStore } from "idb";
import type { Claim, ContactLink, CrmRecord, RecordChange } from "@/lib/domain";
import type { PowermapDatabase } from "./database";
import { StoreFailure } from "./failure";
import {
  BLOCKED_AFTER,
  DATABASE_NAME,
  installedVersion,
  NATIVE_VERSION,
  refuseNewer,
} from "./installed";
import { requireRoom } from "./room";

/** What the migrations make, as a reader sees it. */
interface Tables extends DBSchema {
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

type Table = "records" | "links" | "claims" | "changes";
const TABLES: Table[] = ["records", "links", "claims", "changes"];

/** One moment of the database: all that is read for one answer fits together. */
export type Look = { readonly [T in Table]: IDBPObjectStore<Tables, Table[], T, "readonly"> };

/**
 * The database for reading, and for nothing else. Views read without Dexie, which would be more than a third of
 * what they load.
 */
export interface Reader {
  /** Looks at the database as it is now; what is asked of it must be asked at once. */
  look(): Look;
  close(): void;
}

/** Reads what somebody has open for writing. */
export function readerOf(database: PowermapDatabase): Reader {
  return readerOn(wrap(database.backendDB()) as IDBPDatabase<Tables>);
}

/** What opening a reader takes, and what it tells. */
export interface ReaderOptions {
  /**
   * Makes the database, or brings it up to date, where that has not been done: a reader writes nothing.
   * @throws {StoreFailure}
   */
  prepare: () => Promise<void>;
  /** Opening has waited some seconds for a page that holds an older version open. */
  blocked?: () => void;
  /** The handle is of no more use: the browser closed it, or it made room for an upgrade. */
  closed?: () => void;
}

/**
 * Opens the database for reading, or says why not.
 * @throws {StoreFailure} `newer` when a later Powermap wrote it, `full` or `broken` otherwise.
 */
export async function openReader(
  name: string = DATABASE_NAME,
  { prepare, blocked = () => undefined, closed = () => undefined }: ReaderOptions,
): Promise<Reader> {
  await requireRoom();
  const installed = await installedVersion(name);
  refuseNewer(installed);
  if (installed !== NATIVE_VERSION) await prepare();
  const timer = setTimeout(blocked, BLOCKED_AFTER);
  try {
    const database = await openDB<Tables>(name, NATIVE_VERSION, {
      // Still not there, or deleted since we looked: it is not ours to make.
      upgrade: (_database, _old, _new, transaction) => {
        ignore(transaction.done);
        transaction.abort();
      },
      blocking: (_current, _next, event) => {
        (event.target as IDBDatabase).close();
        closed();
      },
      terminated: closed,
    });
    return readerOn(database);
  } catch (error) {
    throw StoreFailure.from(error);
  } finally {
    clearTimeout(timer);
  }
}

function readerOn(database: IDBPDatabase<Tables>): Reader {
  return {
    look: () => {
      const transaction = database.transaction(TABLES);
      // A fault comes with the request that it befell.
      ignore(transaction.done);
      return {
        records: transaction.objectStore("records"),
        links: transaction.objectStore("links"),
        claims: transaction.objectStore("claims"),
        changes: transaction.objectStore("changes"),
      };
    },
    close: () => database.close(),
  };
}

function ignore(done: Promise<void>): void {
  done.catch(() => undefined);
}
