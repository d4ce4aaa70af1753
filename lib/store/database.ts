import Dexie, { type Table } from "dexie";
import type { Claim, ContactLink, CrmRecord, RecordChange } from "@/lib/domain";
import { StoreFailure } from "./failure";
import {
  BLOCKED_AFTER,
  DATABASE_NAME,
  installedVersion,
  NATIVE_VERSION,
  refuseNewer,
} from "./installed";
import { migrations } from "./migrations";
import { requireRoom } from "./room";

/** The one database, for writing: only `lib/background` does. Views read it by a `Reader`. */
export class PowermapDatabase extends Dexie {
  declare records: Table<CrmRecord, string>;
  declare links: Table<ContactLink, [string, string]>;
  declare claims: Table<Claim, string>;
  declare changes: Table<RecordChange, number>;

  /**
   * Transactions are strict: `complete` comes only after the operating system says that the data is on
   * disk (Chromium's default is relaxed since 121, https://developer.chrome.com/blog/indexeddb-durability-mode-now-defaults-to-relaxed).
   * Firefox heeds it too, whatever the option is called, and is relaxed without it: counted by strace for
   * 50 transactions, Firefox 153 calls fsync 73 times against 17, Chromium 156 fdatasync 89 against 11.
   */
  constructor(name: string = DATABASE_NAME) {
    // Nor is it opened again by itself: whoever does that looks first whose it is now.
    super(name, { chromeTransactionDurability: "strict", indexedDB: ownVersion, autoOpen: false });
    for (const { version, stores, upgrade } of migrations) {
      const declared = this.version(version).stores(stores);
      if (upgrade) declared.upgrade(upgrade);
    }
  }
}

/**
 * What Dexie opens databases by: this version and no other. By itself Dexie would open whatever is there when that
 * turns out to be newer, and a look beforehand does not help where the newer one comes between look and opening.
 */
const ownVersion: IDBFactory = {
  cmp: (first, second) => indexedDB.cmp(first, second),
  databases: () => indexedDB.databases(),
  deleteDatabase: (name) => indexedDB.deleteDatabase(name),
  open: (name, version) => {
    if (version === undefined) throw new DOMException("a later one is there", "VersionError");
    if (version > NATIVE_VERSION) throw new DOMException("its shape is not ours", "DataError");
    return indexedDB.open(name, version);
  },
};

/**
 * Opens the database, or says why not. While another page holds an older version open this waits, for
 * as long as that takes: a request to open cannot be taken back, and what has begun to upgrade must not
 * be stopped.
 * @param onBlocked called when it has waited for some seconds. The browser's own event tells only the
 *   first in the queue of those who open.
 * @throws {StoreFailure} `newer` when a later Powermap wrote it, `full` or `broken` otherwise.
 */
export async function openDatabase(
  name?: string,
  onBlocked: () => void = () => undefined,
): Promise<PowermapDatabase> {
  await requireRoom();
  const database = new PowermapDatabase(name);
  refuseNewer(await installedVersion(database.name));
  const timer = setTimeout(onBlocked, BLOCKED_AFTER);
  try {
    await database.open();
  } catch (error) {
    database.close();
    throw StoreFailure.from(error);
  } finally {
    clearTimeout(timer);
  }
  return database;
}
