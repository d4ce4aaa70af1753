import { signal, type ReadonlySignal } from "@preact/signals";

const MINUTE = 60_000;

/** A whole minute, one to two ahead: until the next tick, nothing that is said is later than that. */
const thisMinute = () => (Math.floor(Date.now() / MINUTE) + 2) * MINUTE;

const now = signal(thisMinute());

/**
 * The time at which beliefs are reckoned (ms since 1970). It moves by whole minutes, so that what is said in
 * between changes only what it is about.
 */
export const clock: ReadonlySignal<number> = now;

/** Starts the clock; a page that is not seen does not reckon. */
export function followClock(document: Document): void {
  const tick = () => {
    if (document.visibilityState === "visible") now.value = thisMinute();
  };
  setInterval(tick, MINUTE);
  document.addEventListener("visibilitychange", tick);
}
