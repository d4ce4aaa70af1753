import { effect, signal, type ReadonlySignal } from "@preact/signals";
import {
  openDatabase,
  StoreFailure,
  watchQuery,
  type PowermapDatabase,
  type StoreFailureKind,
} from "@/lib/store";

const database = signal<PowermapDatabase | null>(null);
const failed = signal<StoreFailureKind | null>(null);

/** Why nothing can be read; null while all is well. */
export const storeFailure: ReadonlySignal<StoreFailureKind | null> = failed;

/** Opens the database for reading; the background is the only one that writes. */
export async function connect(): Promise<void> {
  try {
    const opened = await openDatabase();
    failed.value = null;
    // Another context upgrades the database: let go, so that it need not wait for us, and come back.
    opened.on("versionchange", () => {
      opened.close();
      database.value = null;
      setTimeout(() => void connect(), 500);
    });
    database.value = opened;
  } catch (error) {
    failed.value = StoreFailure.from(error).kind;
  }
}

/** The value of a query on what `subject` names, kept up to date; of another subject: never. */
export interface Live<S, T> {
  subject: S;
  value: T;
}

/**
 * Follows a query whose subject is a signal. The result names its subject, so that a view never takes
 * the answer about one record for the answer about another.
 */
export function follow<S, T>(
  subject: ReadonlySignal<S | null>,
  query: (database: PowermapDatabase, subject: S) => Promise<T>,
): ReadonlySignal<Live<S, T> | null> {
  const result = signal<Live<S, T> | null>(null);
  effect(() => {
    const [open, about] = [database.value, subject.value];
    if (open === null || about === null) return undefined;
    return watchQuery(
      () => query(open, about),
      (value) => {
        result.value = { subject: about, value };
      },
      (error) => {
        failed.value = StoreFailure.from(error).kind;
      },
    );
  });
  return result;
}
