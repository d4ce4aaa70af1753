import { freshName } from "./testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withCopies } from "./copies";
import { openDatabase } from "./database";
import { failureOf, requireRoom } from "./room";
import { forgetSummaries, keepSummaries } from "./summaries";

const estimate = vi.fn<() => Promise<StorageEstimate>>();
const withRoom = (bytes: number) =>
  estimate.mockResolvedValue({ quota: 5_000_000_000, usage: 5_000_000_000 - bytes });

let now = 0;

beforeEach(() => {
  vi.stubGlobal("navigator", { storage: { estimate } });
  vi.spyOn(performance, "now").mockImplementation(() => now);
  now += 60_000; // what an earlier test saw no longer holds
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test("with little room left nothing is opened", async () => {
  withRoom(9_000_000);
  await expect(requireRoom()).rejects.toMatchObject({ kind: "full" });
  await expect(openDatabase(freshName())).rejects.toMatchObject({ kind: "full" });
  withRoom(11_000_000);
  await requireRoom();
});

test("nor are the other databases, which share one log with it", async () => {
  const copied = vi.fn();
  withRoom(11_000_000);
  await forgetSummaries(); // opens them
  now += 1_000;
  withRoom(9_000_000);
  await expect(keepSummaries([], [], 1)).rejects.toMatchObject({ kind: "full" });
  await expect(withCopies(copied, freshName())).rejects.toMatchObject({ kind: "full" });
  expect(copied).not.toHaveBeenCalled();
});

test("a burst looks once, and the next one again", async () => {
  withRoom(11_000_000);
  estimate.mockClear();
  for (let write = 0; write < 200; write++) await requireRoom();
  expect(estimate).toHaveBeenCalledOnce();
  withRoom(0);
  now += 1_000;
  await expect(requireRoom()).rejects.toMatchObject({ kind: "full" });
});

test("a browser that cannot tell is no reason not to write", async () => {
  estimate.mockRejectedValue(new TypeError("no such question"));
  await requireRoom();
  estimate.mockResolvedValue({});
  await requireRoom();
});

test("a database that fails for want of room says so", async () => {
  const error = new DOMException("Internal error opening backing store", "UnknownError");
  withRoom(0);
  expect(await failureOf(error)).toMatchObject({ kind: "full" });
  withRoom(11_000_000);
  expect(await failureOf(error)).toMatchObject({ kind: "broken" });
});
