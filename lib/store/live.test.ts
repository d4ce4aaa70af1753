import { freshName } from "./testing";
import { expect, test, vi } from "vitest";
import { claim, key, record } from "@/lib/domain/testing";
import { appendClaims } from "./claims";
import { openDatabase } from "./database";
import { announceWrite, watchQuery } from "./live";
import { readerOf } from "./reader";
import { rememberSeen } from "./seen";

const person = key("contact", "li");

test("a query is run again after every kind of write, and sees what was written", async () => {
  const database = await openDatabase(freshName());
  const reader = readerOf(database);
  const seen: [claims: number, records: number][] = [];
  const { stop } = watchQuery(
    async () => {
      const at = reader.look();
      return Promise.all([at.claims.count(), at.records.count()]);
    },
    (counts) => seen.push(counts),
    (error) => expect.unreachable(String(error)),
  );
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([0, 0]));
  await appendClaims(database, [claim(1, person, { aspect: "left" })]);
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([1, 0]));
  const page = { records: [record(person, "Li Wei")], links: [] };
  await rememberSeen(database, page);
  await vi.waitFor(() => expect(seen.at(-1)).toEqual([1, 1]));
  // The same page once more changes nothing, but who wrote it first may have died before telling.
  const before = seen.length;
  await rememberSeen(database, page);
  await vi.waitFor(() => expect(seen.length).toBeGreaterThan(before));
  stop();
  database.close();
});

test("writes that come while a query runs make it run once more, however many they are", async () => {
  const gates: PromiseWithResolvers<number>[] = [];
  const next = vi.fn<(value: number) => void>();
  const { stop } = watchQuery(
    () => {
      const gate = Promise.withResolvers<number>();
      gates.push(gate);
      return gate.promise;
    },
    next,
    () => undefined,
  );
  expect(gates).toHaveLength(1);
  for (let i = 0; i < 5; i++) announceWrite();
  // A round trip on the channel: whatever was announced before has arrived.
  await heard();
  gates[0]?.resolve(1);
  await vi.waitFor(() => expect(gates).toHaveLength(2));
  gates[1]?.resolve(2);
  await vi.waitFor(() => expect(next).toHaveBeenLastCalledWith(2));
  expect(gates).toHaveLength(2);
  stop();
});

test("a query that failed is run again at the next write; one that was stopped never is", async () => {
  const query = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error("gone"))
    .mockResolvedValue("back");
  const [next, failed] = [vi.fn<(value: string) => void>(), vi.fn<(error: unknown) => void>()];
  const { stop } = watchQuery(query, next, failed);
  await vi.waitFor(() => expect(failed).toHaveBeenCalledOnce());
  announceWrite();
  await vi.waitFor(() => expect(next).toHaveBeenCalledExactlyOnceWith("back"));
  stop();
  announceWrite();
  await heard();
  expect(query).toHaveBeenCalledTimes(2);
});

test("a query that was on its way when it was stopped says nothing any more, good or bad", async () => {
  for (const end of ["resolve", "reject"] as const) {
    const gate = Promise.withResolvers<string>();
    const [next, failed] = [vi.fn<(value: string) => void>(), vi.fn<(error: unknown) => void>()];
    const { stop } = watchQuery(() => gate.promise, next, failed);
    stop();
    gate[end]("late");
    await gate.promise.catch(() => undefined);
    await Promise.resolve();
    expect(next).not.toHaveBeenCalled();
    expect(failed).not.toHaveBeenCalled();
  }
});

test("a query is told which claims were written, as long as nothing else was", async () => {
  announceWrite();
  const given: unknown[] = [];
  let gate = Promise.withResolvers<null>();
  const { stop } = watchQuery(
    (written) => {
      given.push(written);
      gate = Promise.withResolvers<null>();
      return gate.promise;
    },
    () => undefined,
    () => undefined,
  );
  /** What the next run is told when these were written while one runs, which then ends well or not. */
  const told = async (
    writes: (readonly string[] | null)[],
    end: "resolve" | "reject" = "resolve",
  ) => {
    const runs = given.length;
    for (const write of writes) announceWrite(write);
    await heard([]);
    gate[end](null);
    await vi.waitFor(() => expect(given).toHaveLength(runs + 1));
    return given.at(-1);
  };
  expect(given).toEqual([null]);
  expect(await told([["a"], ["b", "c"]])).toEqual(["a", "b", "c"]);
  expect(await told([["d"], null, ["e"]])).toBeNull();
  expect(await told([["f"]])).toEqual(["f"]);
  // What a run that failed was told is lost with it.
  expect(await told([["g"]], "reject")).toBeNull();
  expect(await told([["h"]])).toEqual(["h"]);
  expect(await told([Array.from({ length: 1_000 }, (_, n) => `${n}`)])).toBeNull();
  stop();
});

test("a paused query only listens, and tells when it goes on whether it missed anything", async () => {
  const given: unknown[] = [];
  const watch = watchQuery(
    async (written) => given.push(written),
    () => undefined,
    () => undefined,
  );
  await vi.waitFor(() => expect(given).toEqual([null]));
  await heard(); // the first that this context tells is of anything
  await vi.waitFor(() => expect(given).toEqual([null, null]));
  watch.pause();
  expect(watch.resume()).toBe(true);
  watch.pause();
  await heard(["a"]);
  await heard(["b"]);
  expect(given).toHaveLength(2);
  expect(watch.resume()).toBe(false);
  await vi.waitFor(() => expect(given.slice(2)).toEqual([["a", "b"]]));
  // Too many to be read one by one.
  watch.pause();
  for (const half of ["c", "d"]) await heard(Array.from({ length: 150 }, (_, n) => `${half}${n}`));
  watch.resume();
  await vi.waitFor(() => expect(given.slice(3)).toEqual([null]));
  watch.stop();
});

test("the first that a life of the worker tells is that anything may have been written", async () => {
  vi.resetModules();
  const life = await import("./live");
  const given: unknown[] = [];
  const { stop } = watchQuery(
    async (written) => given.push(written),
    () => undefined,
    () => undefined,
  );
  await vi.waitFor(() => expect(given).toEqual([null]));
  life.announceWrite(["a"]);
  await vi.waitFor(() => expect(given).toEqual([null, null]));
  life.announceWrite(["b"]);
  await vi.waitFor(() => expect(given).toEqual([null, null, ["b"]]));
  stop();
});

/** Resolves when a message sent now has been heard by another listener. */
async function heard(write: readonly string[] | null = null): Promise<void> {
  const other = vi.fn<() => Promise<null>>().mockResolvedValue(null);
  const { stop } = watchQuery(
    other,
    () => undefined,
    () => undefined,
  );
  await vi.waitFor(() => expect(other).toHaveBeenCalledOnce());
  announceWrite(write);
  await vi.waitFor(() => expect(other.mock.calls.length).toBeGreaterThan(1));
  stop();
}
