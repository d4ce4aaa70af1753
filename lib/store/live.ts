/** One channel for every context of this extension; its messages say only that something was written. */
const CHANNEL = "powermap.written";

let announcing: BroadcastChannel | undefined;

/** Tells every view that the database was written to. Call it when the transaction has completed. */
export function announceWrite(): void {
  announcing ??= new BroadcastChannel(CHANNEL);
  announcing.postMessage(null);
}

/**
 * Runs a query now and whenever something was written, in any context of this extension. Writes that
 * come while it runs make it run once more, however many they are.
 * @returns what stops it
 */
export function watchQuery<T>(
  query: () => Promise<T>,
  next: (value: T) => void,
  failed: (error: unknown) => void,
): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  const watch = { stopped: false, running: false, stale: false };
  const run = async () => {
    watch.stale = true;
    if (watch.running) return;
    watch.running = true;
    while (watch.stale && !watch.stopped) {
      watch.stale = false;
      try {
        const value = await query();
        if (!watch.stopped) next(value);
      } catch (error) {
        if (!watch.stopped) failed(error);
      }
    }
    watch.running = false;
  };
  channel.addEventListener("message", () => void run());
  void run();
  return () => {
    watch.stopped = true;
    channel.close();
  };
}
