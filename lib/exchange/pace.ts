/** Says how far the work is (0 to 1), and lets it be stopped. */
export interface Pace {
  progress?: (done: number) => void;
  signal?: AbortSignal;
}

/** How long work may hold the page up before it lets others in (ms): half a frame. */
const TURN = 8;

/**
 * Lets others in now and then. Call what it returns after each small piece of work.
 * @throws the signal's reason, when it is aborted
 */
export function pacing({ progress, signal }: Pace): (done: number) => Promise<void> {
  let since = performance.now();
  return async (done) => {
    if (performance.now() - since < TURN) return;
    signal?.throwIfAborted();
    progress?.(done);
    await new Promise<void>((resolve) => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve();
      };
      channel.port2.postMessage(null);
    });
    since = performance.now();
  };
}
