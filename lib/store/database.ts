import Dexie, { type Table } from "dexie";
import type { Claim, ContactLink, CrmRecord, RecordChange } from "@/lib/domain";
import { StoreFailure } from "./failure";
import { LATEST_VERSION, migrations } from "./migrations";

export const DATABASE_NAME = "powermap";

/** How long an upgrade may wait for other pages to let go of the old version (ms). */
const BLOCKED_AFTER = 3_000;

/** The one database. Only `lib/background` writes to it; views read it through `./queries`. */
export class PowermapDatabase extends Dexie {
  declare records: Table<CrmRecord, string>;
  declare links: Table<ContactLink, [string, string]>;
  declare claims: Table<Claim, string>;
  declare changes: Table<RecordChange, number>;

  /**
   * Transactions are strict: `complete` comes only after the operating system says that the data is on
   * disk (Chromium's default is relaxed since 121, https://developer.chrome.com/blog/indexeddb-durability-mode-now-defaults-to-relaxed).
   */
  constructor(name: string = DATABASE_NAME) {
    super(name, { chromeTransactionDurability: "strict" });
    for (const { version, stores, upgrade } of migrations) {
      const declared = this.version(version).stores(stores);
      if (upgrade) declared.upgrade(upgrade);
    }
  }
}

/**
 * Opens the database, or says why not.
 * @throws {StoreFailure} `newer` when a later Powermap wrote it, `blocked` when another page holds an
 *   older version open, `full` or `broken` otherwise.
 */
export async function openDatabase(name?: string): Promise<PowermapDatabase> {
  const database = new PowermapDatabase(name);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const blocked = new Promise<never>((_, reject) => {
    database.on("blocked", () => {
      timer ??= setTimeout(
        () => reject(new StoreFailure("blocked", "another page holds the old version")),
        BLOCKED_AFTER,
      );
    });
  });
  try {
    await Promise.race([database.open(), blocked]);
  } catch (error) {
    database.close();
    throw StoreFailure.from(error);
  } finally {
    clearTimeout(timer);
  }
  // Dexie opens a database that a newer version wrote; we do not write what we do not understand.
  if (database.verno > LATEST_VERSION) {
    const found = database.verno;
    database.close();
    throw new StoreFailure("newer", `version ${found}, this Powermap knows ${LATEST_VERSION}`);
  }
  return database;
}
