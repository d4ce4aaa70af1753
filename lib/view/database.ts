import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import {
  DATABASE_NAME,
  failureOf,
  openReader,
  StoreFailure,
  watchQuery,
  type Reader,
  type StoreFailureKind,
  type Watch,
} from "@/lib/store/reading";
import { send, type Failure } from "@/lib/messages";

/** How long to wait before the database is opened again: the first time, and at most (ms). */
const AGAIN_AFTER = 500;
const AGAIN_MOST = 5_000;

const database = signal<Reader | null>(null);
const unopened = signal<StoreFailureKind | null>(null);
const unread = signal<StoreFailureKind | null>(null);

/** Why nothing can be read; null while all is well, and again when it is over. */
export const storeFailure: ReadonlySignal<StoreFailureKind | null> = computed(
  () => unopened.value ?? unread.value,
);

let connecting = false;
let wait = AGAIN_AFTER;
let timer: ReturnType<typeof setTimeout> | undefined;

/**
 * Opens the database for reading; the background is the only one that writes. When it cannot be opened
 * or is lost later (a fault of the disk, an upgrade that it has to make room for), it is opened again
 * and again, so that the view recovers by itself. Calling this meanwhile only shortens the wait.
 */
export async function connect(): Promise<void> {
  if (connecting || database.peek() !== null) return;
  connecting = true;
  clearTimeout(timer);
  try {
    const opened: Reader = await openReader(DATABASE_NAME, {
      prepare,
      blocked: () => {
        unopened.value = "blocked";
      },
      closed: () => lose(opened),
    });
    unopened.value = null;
    database.value = opened;
  } catch (error) {
    // A background that does not answer is just being started or updated: nothing ails the store.
    if (!(error instanceof NoAnswer)) unopened.value = (await failureOf(error)).kind;
    connectLater();
  } finally {
    connecting = false;
  }
}

/** The open database, as soon as it is there: for what reads once. */
export async function onDatabase(): Promise<Reader> {
  await connect();
  return new Promise((resolve) => {
    const stop = effect(() => {
      const open = database.value;
      if (open === null) return;
      resolve(open);
      queueMicrotask(() => stop());
    });
  });
}

class NoAnswer extends Error {}

/** The background makes the database or brings it up to date: it is the only one that writes. */
async function prepare(): Promise<void> {
  const answer = await send("store.check", {});
  if (answer.ok) return;
  const { failure, detail } = answer;
  if (failure === "no-answer") throw new NoAnswer(detail);
  throw new StoreFailure(KIND_OF[failure] ?? "broken", detail);
}

const KIND_OF: Partial<Record<Failure, StoreFailureKind>> = {
  "storage-full": "full",
  "storage-blocked": "blocked",
  "storage-newer": "newer",
};

function connectLater(): void {
  clearTimeout(timer);
  timer = setTimeout(() => void connect(), wait);
  wait = Math.min(wait * 2, AGAIN_MOST);
}

/** The handle is of no more use: lets go of it, and asks for another. */
function lose(handle: Reader): void {
  if (database.peek() !== handle) return;
  database.value = null;
  handle.close();
  connectLater();
}

/** The value of a query on what `subject` names, kept up to date; of another subject: never. */
export interface Live<S, T> {
  subject: S;
  value: T;
}

/** Whoever goes back and forth between so many records waits for none. */
const KEPT = 4;

/** A query on one subject. */
interface Followed<T> {
  watch: Watch;
  /** What it gave last; absent until it gave anything. */
  last?: T;
}

/**
 * Follows a query whose subject is a signal. The result names its subject, so that a view never takes
 * the answer about one record for the answer about another. A failed query is run again on a new handle;
 * what was read before stays. Back at a subject of a while ago the same answer is given at once, if nothing was
 * written meanwhile.
 *
 * @param since makes a new answer of the one before and of the claims that were written since, when nothing else was:
 *   the very same one where they do not concern it, null where the query has to be run again
 * @param most so many subjects are kept, with the one in front
 */
export function follow<S, T>(
  subject: ReadonlySignal<S | null>,
  query: (database: Reader, subject: S) => Promise<T>,
  since: (
    database: Reader,
    before: NonNullable<T>,
    claims: readonly string[],
  ) => Promise<T | null> = async () => null,
  most = KEPT,
): ReadonlySignal<Live<S, T> | null> {
  const result = signal<Live<S, T> | null>(null);
  let handle: Reader | null = null;
  /** By their subjects, the one in front at the end. */
  const followed = new Map<S, Followed<T>>();
  const drop = (about: S) => {
    followed.get(about)?.watch.stop();
    followed.delete(about);
  };
  const begin = (open: Reader, about: S): Followed<T> => {
    const one: Pick<Followed<T>, "last"> = {};
    const watch = watchQuery(
      async (written) =>
        (one.last && written && (await since(open, one.last, written))) ?? query(open, about),
      (value) => {
        unread.value = null;
        wait = AGAIN_AFTER;
        const isNew = value !== one.last || value === null;
        one.last = value;
        if (subject.peek() === about && (isNew || result.peek()?.subject !== about)) {
          result.value = { subject: about, value };
        }
      },
      (error) => {
        void failureOf(error).then(({ kind }) => {
          unread.value = kind;
          lose(open);
        });
      },
    );
    return Object.assign(one, { watch });
  };
  effect(() => {
    const [open, about] = [database.value, subject.value];
    if (open !== handle) [...followed.keys()].forEach(drop);
    handle = open;
    if (open === null || about === null) return undefined;
    const had = followed.get(about);
    const one = had ?? begin(open, about);
    followed.delete(about);
    followed.set(about, one);
    const [oldest] = followed.keys();
    if (followed.size > most && oldest !== undefined) drop(oldest);
    if (had?.watch.resume() && had.last !== undefined) {
      result.value = { subject: about, value: had.last };
    }
    return () => one.watch.pause();
  });
  return result;
}
