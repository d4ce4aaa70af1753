import {
  openDatabase,
  StoreFailure,
  type PowermapDatabase,
  type StoreFailureKind,
} from "@/lib/store";
import { Refusal, type Failure } from "@/lib/messages";

let opened: Promise<PowermapDatabase> | null = null;

/**
 * Runs work on the database, opened at first use. The open handle is all that is kept between calls,
 * and it is given up after a failure, so that the next call tries afresh.
 * @throws {StoreFailure}
 */
export async function withDatabase<T>(
  work: (database: PowermapDatabase) => Promise<T>,
): Promise<T> {
  opened ??= openDatabase().then((database) => {
    // Another context upgrades or deletes the database: let go, and open again at the next call.
    database.on("versionchange", () => {
      database.close();
      opened = null;
    });
    database.on("close", () => {
      opened = null;
    });
    return database;
  });
  try {
    return await work(await opened);
  } catch (error) {
    const failure = StoreFailure.from(error);
    const stale = opened;
    opened = null;
    void stale?.then(
      (database) => database.close(),
      () => undefined,
    );
    throw failure;
  }
}

const FAILURE_OF: Readonly<Record<StoreFailureKind, Failure>> = {
  full: "storage-full",
  blocked: "storage-blocked",
  newer: "storage-newer",
  broken: "storage-broken",
};

/** The same for a message: a failure of the database becomes a typed answer. */
export async function answering<T>(work: (database: PowermapDatabase) => Promise<T>): Promise<T> {
  try {
    return await withDatabase(work);
  } catch (error) {
    if (error instanceof StoreFailure) throw new Refusal(FAILURE_OF[error.kind], error.message);
    throw error;
  }
}
