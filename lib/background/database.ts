import {
  ClaimConflict,
  DATABASE_NAME,
  failureOf,
  noticeLoss,
  openDatabase,
  requireRoom,
  StoreFailure,
  type PowermapDatabase,
  type StoreFailureKind,
} from "@/lib/store";
import { Refusal, type Failure } from "@/lib/messages";

interface Opening {
  database: Promise<PowermapDatabase>;
  /** Rejects when another page keeps us waiting; the database comes all the same once it lets go. */
  blocked: Promise<never>;
}

/** The open handle, or the request for it, is all that is kept between calls. */
let opening: Opening | null = null;

/**
 * Runs work on the database, opened at first use. A handle may have been closed since it was opened
 * (the browser does so after a fault of the disk): then the work is done once more on a fresh one, so it
 * must be such that doing it twice is doing it once.
 * @throws {StoreFailure}
 * @throws {ClaimConflict} when the work wrote a claim under another one's id.
 */
export async function withDatabase<T>(
  work: (database: PowermapDatabase) => Promise<T>,
): Promise<T> {
  await requireRoom();
  const fresh = opening === null;
  try {
    return await attempt(work);
  } catch (error) {
    if (fresh || !(error instanceof StoreFailure) || error.kind !== "broken") throw error;
    return attempt(work);
  }
}

async function attempt<T>(work: (database: PowermapDatabase) => Promise<T>): Promise<T> {
  const mine = (opening ??= open());
  try {
    // In this order: once it is open, that it was blocked before does not count.
    return await work(await Promise.race([mine.database, mine.blocked]));
  } catch (error) {
    if (error instanceof ClaimConflict) throw error; // the database is well
    const failure = await failureOf(error);
    // A blocked request cannot be taken back: asking again would only wait behind it.
    if (failure.kind !== "blocked") giveUp(mine);
    throw failure;
  }
}

function open(): Opening {
  const { promise: blocked, reject } = Promise.withResolvers<never>();
  blocked.catch(() => undefined);
  const database = openDatabase(DATABASE_NAME, () => {
    reject(new StoreFailure("blocked", "another page holds an older version open"));
  }).then(async (opened) => {
    await noticeLoss(opened, Date.now()).catch(() => undefined); // it is no reason not to go on
    return opened;
  });
  const mine: Opening = { database, blocked };
  database.then(
    // Closed by the browser, or to let another context upgrade or delete it.
    (opened) => opened.on("close", () => forget(mine)),
    () => forget(mine),
  );
  return mine;
}

function giveUp(mine: Opening): void {
  forget(mine);
  void mine.database.then(
    (database) => database.close(),
    () => undefined,
  );
}

function forget(mine: Opening): void {
  if (opening === mine) opening = null;
}

const FAILURE_OF: Readonly<Record<StoreFailureKind, Failure>> = {
  full: "storage-full",
  blocked: "storage-blocked",
  newer: "storage-newer",
  broken: "storage-broken",
};

/** The same for a message: a failure of the database, or of what was sent, becomes a typed answer. */
export async function answering<T>(work: (database: PowermapDatabase) => Promise<T>): Promise<T> {
  try {
    return await withDatabase(work);
  } catch (error) {
    if (error instanceof StoreFailure) throw refusalOf(error);
    if (error instanceof ClaimConflict) throw new Refusal("malformed", error.message);
    throw error;
  }
}

/** A failure of the database as the answer to a message. */
export function refusalOf({ kind, message }: StoreFailure): Refusal {
  return new Refusal(FAILURE_OF[kind], message);
}
