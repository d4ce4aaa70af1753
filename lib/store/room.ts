import { StoreFailure } from "./failure";

/** With less room than this on the disk nothing is opened and nothing is written (bytes). */
const LEAST_ROOM = 10_000_000;
/** How long a look at the disk holds (ms): a burst of writes looks once. */
const HOLDS = 200;

let seenRoom = -Infinity;

/**
 * Refuses to touch the database on a full disk. A write that the disk takes only in part leaves a torn
 * record in LevelDB's log, Chromium appends to that same log when there is room again, and at the next
 * start what follows the tear is dropped or the whole database deleted as corrupt: also what had been
 * acknowledged (measured in Chromium 156: two of four runs lost all). Room to spare keeps us away from it.
 *
 * @param more what is to be written, where that is much (bytes)
 * @throws {StoreFailure} `full`
 */
export async function requireRoom(more = 0): Promise<void> {
  if (more === 0 && performance.now() - seenRoom < HOLDS) return;
  const room = await roomLeft();
  if (room < LEAST_ROOM + more) throw new StoreFailure("full", `${room} bytes are left`);
  seenRoom = performance.now();
}

/**
 * The reason for a failure, where the error alone does not tell: on a full disk Chromium opens no
 * database ("Internal error"), and the room that is left says why.
 */
export async function failureOf(error: unknown): Promise<StoreFailure> {
  const failure = StoreFailure.from(error);
  if (failure.kind !== "broken" || (await roomLeft()) >= LEAST_ROOM) return failure;
  return new StoreFailure("full", failure.message);
}

/** What the browser would still let us store (bytes): with `unlimitedStorage`, what the disk has left. */
async function roomLeft(): Promise<number> {
  try {
    const { quota = Infinity, usage = 0 } = await navigator.storage.estimate();
    return quota - usage;
  } catch {
    return Infinity; // no such question here: the write itself will tell
  }
}
