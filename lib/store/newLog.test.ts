import "./testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { beginNewLog } from "./newLog";

// That a new log is begun, and what that is good for, is shown in the browser: e2e/torn-log.chromium.spec.ts.

let put = vi.spyOn(IDBObjectStore.prototype, "put");
const written = () =>
  put.mock.calls.reduce((sum, [value]) => sum + (value as Uint8Array).byteLength, 0);
const filler = async () =>
  (await indexedDB.databases()).filter(({ name }) => name === "powermap.filler");

beforeEach(() => {
  fakeBrowser.reset();
  put = vi.spyOn(IDBObjectStore.prototype, "put");
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("more than a log holds is written once in each run of the browser, and nothing of it stays", async () => {
  await beginNewLog();
  expect(written()).toBeGreaterThan(4 * 2 ** 20);
  expect(await filler()).toEqual([]);
  const before = written();
  await beginNewLog();
  expect(written()).toBe(before);
  await fakeBrowser.storage.session.clear(); // the browser has ended
  await beginNewLog();
  expect(written()).toBe(2 * before);
});

test("without room for it nothing is written, and the next life of the worker does it", async () => {
  const room = 12_000_000;
  vi.stubGlobal("navigator", {
    storage: { estimate: async () => ({ quota: 50_000_000, usage: 50_000_000 - room }) },
  });
  await expect(beginNewLog()).rejects.toMatchObject({ kind: "full" });
  expect(written()).toBe(0);
  expect(await filler()).toEqual([]);
  vi.unstubAllGlobals();
  await beginNewLog();
  expect(written()).toBeGreaterThan(0);
});
