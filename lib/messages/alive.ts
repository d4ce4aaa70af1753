/** On this channel a panel says that it is on screen, of its own accord and when it is asked. */
const CHANNEL = "powermap.panel";
/** So often it is asked (ms). */
const ASK_EVERY = 100;

type Word = { asks: number } | { alive: number };

/**
 * The panel of a window reports that it is alive, now and whenever somebody asks.
 *
 * @param isSeen whether it is on screen: a page that is loaded and not shown is no panel
 */
export function reportAlive(windowId: number, isSeen: () => boolean): void {
  const channel = new BroadcastChannel(CHANNEL);
  const report = () => {
    if (isSeen()) channel.postMessage({ alive: windowId } satisfies Word);
  };
  channel.addEventListener("message", ({ data }: MessageEvent<Word>) => {
    if ("asks" in data && data.asks === windowId) report();
  });
  report();
}

/** Resolves to whether the panel of a window reports alive within this time (ms). */
export async function panelAnswers(windowId: number, within: number): Promise<boolean> {
  const channel = new BroadcastChannel(CHANNEL);
  const { promise, resolve } = Promise.withResolvers<boolean>();
  channel.addEventListener("message", ({ data }: MessageEvent<Word>) => {
    if ("alive" in data && data.alive === windowId) resolve(true);
  });
  const ask = () => channel.postMessage({ asks: windowId } satisfies Word);
  ask();
  const asking = setInterval(ask, ASK_EVERY);
  const late = setTimeout(() => resolve(false), within);
  try {
    return await promise;
  } finally {
    clearInterval(asking);
    clearTimeout(late);
    channel.close();
  }
}
