/** One channel for every context of this extension; its messages say what was written. */
const CHANNEL = "powermap.written";

/** The ids of the claims that were added to the log, and nothing else was; null: anything may have been written. */
export type Written = readonly string[] | null;

/** For so long (ms) nothing is taken to have been written where nothing was told. */
const PAUSE_TRUSTED = 60_000;

/** So many claims are named at most: to read them one by one would take longer than reading all anew. */
const MOST_NAMED = 200;

let announcing: BroadcastChannel | undefined;

/**
 * Tells every view that the database was written to. Call it when the transaction has completed. The first that
 * a context tells is that anything may have been written: the worker's life before this one may have ended between
 * a write and telling of it.
 */
export function announceWrite(claims: Written = null): void {
  const told = announcing !== undefined && claims !== null && claims.length <= MOST_NAMED;
  announcing ??= new BroadcastChannel(CHANNEL);
  announcing.postMessage(told ? claims : null);
}

/**
 * Runs a query now and whenever something was written, in any context of this extension. Writes that
 * come while it runs make it run once more, however many they are.
 *
 * @param query is given what was written since it began the last time, null for the first time and after it failed
 */
export function watchQuery<T>(
  query: (written: Written) => Promise<T>,
  next: (value: T) => void,
  failed: (error: unknown) => void,
): Watch {
  const channel = new BroadcastChannel(CHANNEL);
  const watch = { stopped: false, paused: false, running: false, failed: false };
  /** What was written and not been asked for yet: nothing, these claims, or anything. */
  let due: Written | undefined = null;
  let pausedAt = 0;
  const run = async () => {
    if (watch.running) return;
    watch.running = true;
    while (due !== undefined && !watch.stopped && !watch.paused) {
      const written = watch.failed ? null : due;
      due = undefined;
      watch.failed = false;
      try {
        const value = await query(written);
        if (!watch.stopped) next(value);
      } catch (error) {
        watch.failed = true;
        if (!watch.stopped) failed(error);
      }
    }
    watch.running = false;
  };
  channel.addEventListener("message", ({ data }: MessageEvent<Written>) => {
    due = data === null || due === null ? null : [...(due ?? []), ...data];
    if (due && due.length > MOST_NAMED) due = null;
    void run();
  });
  void run();
  return {
    stop() {
      watch.stopped = true;
      channel.close();
    },
    pause() {
      watch.paused = true;
      pausedAt = performance.now();
    },
    resume() {
      watch.paused = false;
      const isCurrent = due === undefined && !watch.running && !watch.failed;
      if (watch.failed || performance.now() - pausedAt > PAUSE_TRUSTED) due = null;
      void run();
      return isCurrent;
    },
  };
}

/** A query that is being watched. */
export interface Watch {
  stop(): void;
  /** Only listens from now on: the query is not begun again. */
  pause(): void;
  /**
   * Goes on; whether nothing is known to have been written since the last value. After a long pause the query is run
   * all the same: a worker that died between a write and telling of it told nobody.
   */
  resume(): boolean;
}

/**
 * Calls back after every write, in any context of this extension: one after the other, those that come meanwhile
 * together. What was written before is none of its business.
 */
export function watchWrites(changed: (written: Written) => Promise<void>): void {
  let began = false;
  watchQuery(
    async (written) => {
      if (began) await changed(written);
      began = true;
    },
    () => undefined,
    () => undefined,
  );
}
