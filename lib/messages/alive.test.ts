import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { panelAnswers, reportAlive } from "./alive";

/** BroadcastChannel on the fake clock: a word reaches every other channel of its name in a later turn. */
class Channel extends EventTarget {
  static readonly open = new Set<Channel>();
  constructor() {
    super();
    Channel.open.add(this);
  }
  postMessage(data: unknown) {
    for (const other of Channel.open) {
      if (other !== this)
        setTimeout(() => other.dispatchEvent(Object.assign(new Event("message"), { data })), 1);
    }
  }
  close() {
    Channel.open.delete(this);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  Channel.open.clear();
  vi.stubGlobal("BroadcastChannel", Channel);
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("a panel that was opened", () => {
  test("is alive when it is there already", async () => {
    reportAlive(1, () => true);
    const answered = panelAnswers(1, 1_000);
    await vi.advanceTimersByTimeAsync(10);
    expect(await answered).toBe(true);
  });

  test("is alive when it comes in time, and not when it comes late", async () => {
    const answered = panelAnswers(1, 1_000);
    await vi.advanceTimersByTimeAsync(900);
    reportAlive(1, () => true);
    await vi.advanceTimersByTimeAsync(10);
    expect(await answered).toBe(true);
    Channel.open.clear();
    const late = panelAnswers(1, 1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await late).toBe(false);
  });

  test("is not the panel of another window, nor one that is loaded and not shown", async () => {
    reportAlive(2, () => true);
    reportAlive(1, () => false);
    const answered = panelAnswers(1, 1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await answered).toBe(false);
    await vi.advanceTimersByTimeAsync(10);
  });
});
