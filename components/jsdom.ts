import { setTimeout as sleep } from "node:timers/promises";
import { afterAll } from "vitest";

/** Preact ends the effects of what was taken away after the next frame, or after this long without one (ms). */
const NEXT_FRAME = 50;

/** What pages have and jsdom lacks, for tests that draw. Nothing is laid out there, so nothing changes its size. */
if (typeof window !== "undefined") {
  // They may still use the window: it goes only then.
  afterAll(() => sleep(NEXT_FRAME));
  window.scrollTo = () => undefined;
  globalThis.ResizeObserver ??= class implements ResizeObserver {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
}
