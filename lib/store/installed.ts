import { StoreFailure } from "./failure";
import { LATEST_VERSION } from "./migrations";

export const DATABASE_NAME = "powermap";

/** How long other pages may take to let go of an older version before it is said (ms). */
export const BLOCKED_AFTER = 3_000;

/** Dexie counts in tenths: version 1 is 10 to the browser. */
const TENTHS = 10;

/** The version that this Powermap reads and writes, as the browser counts it. */
export const NATIVE_VERSION = LATEST_VERSION * TENTHS;

/** The version of the database that is there, as the browser counts it; 0 when there is none. */
export async function installedVersion(name: string): Promise<number> {
  const databases = await indexedDB.databases().catch((error: unknown) => {
    throw StoreFailure.from(error);
  });
  return databases.find((one) => one.name === name)?.version ?? 0;
}

/**
 * Looked at before anything is opened: Dexie would open a database that a newer version wrote, and add to
 * it whatever this version has and that one gave up.
 * @throws {StoreFailure} `newer` when a later Powermap wrote it
 */
export function refuseNewer(installed: number): void {
  const version = Math.floor(installed / TENTHS);
  if (version <= LATEST_VERSION) return;
  throw new StoreFailure("newer", `version ${version}, this Powermap knows ${LATEST_VERSION}`);
}
