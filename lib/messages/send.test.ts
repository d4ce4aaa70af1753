import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { askPage, send, sendUntilAcknowledged } from "./send";

const heard = vi.fn<(message: unknown) => Promise<unknown>>();
const refused = (failure: string) => ({ ok: false, failure, detail: "" });
const ok = { ok: true, value: null };

beforeEach(() => {
  vi.useFakeTimers();
  heard.mockReset();
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation(heard as never);
});
afterEach(() => {
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const settled = async <T>(promise: Promise<T>) => {
  const done = vi.fn();
  void promise.then(done);
  await vi.advanceTimersByTimeAsync(0);
  return done.mock.calls.length > 0;
};

describe("sending once", () => {
  test("gives the background's answer", async () => {
    heard.mockResolvedValueOnce(ok);
    expect(await send("store.check", {})).toEqual(ok);
    expect(heard).toHaveBeenCalledExactlyOnceWith({ powermap: "store.check", data: {} });
  });

  test.for([undefined, null, "yes", {}, []])("takes %j for no answer", async (answer) => {
    heard.mockResolvedValueOnce(answer);
    expect(await send("store.check", {})).toMatchObject({ ok: false, failure: "no-answer" });
  });

  test("never rejects: nobody listens, or the extension was updated", async () => {
    heard.mockRejectedValueOnce(new Error("Receiving end does not exist."));
    expect(await send("store.check", {})).toMatchObject({ failure: "no-answer" });
    vi.spyOn(browser.runtime, "sendMessage").mockImplementation(() => {
      throw new Error("Extension context invalidated.");
    });
    expect(await send("store.check", {})).toMatchObject({ failure: "no-answer" });
  });
});

describe("sending until acknowledged", () => {
  test("repeats the same message, at growing distances up to five seconds", async () => {
    const times: number[] = [];
    heard.mockImplementation(async () => {
      times.push(Date.now());
      return times.length < 9 ? undefined : ok;
    });
    const retried = vi.fn();
    const answer = sendUntilAcknowledged("store.check", {}, { onRetry: retried });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await answer).toEqual(ok);
    const waits = times.slice(1).map((time, n) => time - (times[n] ?? 0));
    expect(waits).toEqual([200, 400, 800, 1_600, 3_200, 5_000, 5_000, 5_000]);
    expect(new Set(heard.mock.calls.map(([message]) => JSON.stringify(message))).size).toBe(1);
    expect(retried).toHaveBeenCalledTimes(8);
  });

  test.for(["no-answer", "storage-full", "storage-blocked", "storage-broken", "unexpected"])(
    "goes on after %s",
    async (failure) => {
      heard.mockResolvedValueOnce(refused(failure)).mockResolvedValueOnce(ok);
      const answer = sendUntilAcknowledged("store.check", {});
      await vi.advanceTimersByTimeAsync(200);
      expect(await answer).toEqual(ok);
    },
  );

  test.for(["malformed", "foreign", "unknown", "storage-newer"])("ends at %s", async (failure) => {
    heard.mockResolvedValue(refused(failure));
    expect(await sendUntilAcknowledged("store.check", {})).toEqual(refused(failure));
    expect(heard).toHaveBeenCalledOnce();
  });

  test("goes on where no answer comes at all, as after a worker that died with the message", async () => {
    heard.mockReturnValueOnce(new Promise(() => undefined)).mockResolvedValueOnce(ok);
    const retried = vi.fn();
    const answer = sendUntilAcknowledged("store.check", {}, { onRetry: retried });
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toEqual(ok);
    expect(retried).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ ok: false }));
  });

  test("ends when it is stopped, and sends no more", async () => {
    heard.mockResolvedValue(undefined);
    const stop = new AbortController();
    const answer = sendUntilAcknowledged("store.check", {}, { signal: stop.signal });
    await vi.advanceTimersByTimeAsync(3_100);
    const sent = heard.mock.calls.length;
    expect(await settled(answer)).toBe(false);
    stop.abort();
    expect(await settled(answer)).toBe(true);
    expect(await answer).toMatchObject({ failure: "no-answer" });
    expect(heard).toHaveBeenCalledTimes(sent);
  });

  test("sends once where it is stopped already", async () => {
    heard.mockResolvedValue(undefined);
    const signal = AbortSignal.abort();
    expect(await sendUntilAcknowledged("store.check", {}, { signal })).toMatchObject({ ok: false });
    expect(heard).toHaveBeenCalledOnce();
  });
});

describe("asking a page", () => {
  test("asks the top frame, and takes silence for nothing", async () => {
    const asked = vi
      .spyOn(browser.tabs, "sendMessage")
      .mockResolvedValueOnce({ url: "u", person: null } as never);
    expect(await askPage({ tabId: 7 }, "cursor.person", {})).toEqual({ url: "u", person: null });
    expect(asked).toHaveBeenCalledWith(
      7,
      { powermapPage: "cursor.person", data: {} },
      { frameId: 0 },
    );
    asked.mockResolvedValueOnce(undefined as never);
    expect(await askPage({ tabId: 7 }, "cursor.person", {})).toBeNull();
    asked.mockRejectedValueOnce(new Error("no such tab"));
    expect(await askPage({ tabId: 7 }, "cursor.person", {})).toBeNull();
  });
});
