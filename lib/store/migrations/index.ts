import type { Transaction } from "dexie";
import { version1 } from "./version1";

/** One released shape of the database. Frozen once released: a change is a new version. */
export interface Migration {
  version: number;
  /** Tables and indexes, in Dexie's syntax (https://dexie.org/docs/Version/Version.stores()). */
  stores: Record<string, string | null>;
  /** Brings rows of the version before into this shape. */
  upgrade?: (transaction: Transaction) => Promise<void>;
}

/** Every released version, oldest first. Append only. */
export const migrations: readonly Migration[] = [version1];

export const LATEST_VERSION = Math.max(...migrations.map(({ version }) => version));
