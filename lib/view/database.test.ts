import { freshName } from "@/lib/store/testing";
import { effect, signal } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { claim, key } from "@/lib/domain/testing";
import { appendClaims, DATABASE_NAME, openDatabase, rememberSeen, type Reader } from "@/lib/store";
import { connect, follow, storeFailure } from "./database";

void freshName; // the module that brings IndexedDB
const person = key("contact", "li");
const left = (n: number) => claim(n, person, { aspect: "left" });
const count = (reader: Reader) => reader.look().claims.count();

const answer = vi.fn<() => Promise<unknown>>();
beforeEach(() => {
  answer.mockImplementation(async () => {
    (await openDatabase(DATABASE_NAME)).close();
    return { ok: true, value: null };
  });
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation(answer as never);
});

/** As another context does it: the reader makes room, and asks for a new one. */
const deleteDatabase = () =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(DATABASE_NAME);
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error("the view is in the way"));
  });

test("a view asks the background for the database, and waits in silence while it does not answer", async () => {
  answer.mockResolvedValueOnce(undefined);
  const claims = follow(signal("all"), count);
  await connect();
  expect(storeFailure.value).toBeNull();
  await vi.waitFor(() => expect(claims.value).toEqual({ subject: "all", value: 0 }), 3_000);
  expect(answer).toHaveBeenCalledTimes(2);
});

test("what follows a subject is told of every write, and never of another subject", async () => {
  await connect();
  const subject = signal<string | null>("one");
  const gates = new Map<string, PromiseWithResolvers<string>>();
  const result = follow(subject, async (_reader, about) => {
    const gate = Promise.withResolvers<string>();
    gates.set(about, gate);
    return gate.promise;
  });
  const seen: unknown[] = [];
  effect(() => void seen.push(result.value));
  await vi.waitFor(() => expect(gates.has("one")).toBe(true));
  subject.value = "two";
  await vi.waitFor(() => expect(gates.has("two")).toBe(true));
  gates.get("two")?.resolve("of two");
  await vi.waitFor(() => expect(result.value?.value).toBe("of two"));
  // The answer about the one before comes late.
  gates.get("one")?.resolve("of one");
  await gates.get("one")?.promise;
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(seen).toEqual([null, { subject: "two", value: "of two" }]);
});

test("a handle that was lost is replaced, and what was followed goes on", async () => {
  await connect();
  const claims = follow(signal("claims"), count);
  await vi.waitFor(() => expect(claims.value?.value).toBe(0));
  await deleteDatabase();
  const database = await openDatabase(DATABASE_NAME);
  await appendClaims(database, [left(1)]);
  await vi.waitFor(() => expect(claims.value?.value).toBe(1), 3_000);
  database.close();
});

test("a query that fails is tried again on a new handle; what was read stays till then", async () => {
  await connect();
  const fails = vi.fn<(reader: Reader) => Promise<number>>(count);
  const claims = follow(signal("failing"), fails);
  await vi.waitFor(() => expect(claims.value).not.toBeNull());
  const had = claims.value;
  fails.mockRejectedValueOnce(new DOMException("gone", "InvalidStateError"));
  const database = await openDatabase(DATABASE_NAME);
  await rememberSeen(database, { records: [], links: [] });
  await vi.waitFor(() => expect(storeFailure.value).toBe("broken"));
  expect(claims.value).toBe(had);
  await vi.waitFor(() => expect(storeFailure.value).toBeNull(), 3_000);
  expect(claims.value?.value).toBe(had?.value);
  database.close();
});

test("back at a subject its answer is there at once, unless anything was written meanwhile", async () => {
  await connect();
  const database = await openDatabase(DATABASE_NAME);
  await appendClaims(database, [left(30)]);
  const subject = signal("a");
  const asked = vi.fn(async (_reader: Reader, about: string) => ({ about }));
  const result = follow(subject, asked);
  const isOf = (about: string) =>
    vi.waitFor(() => expect(result.value).toMatchObject({ subject: about, value: { about } }));
  await isOf("a");
  const first = result.value?.value;
  subject.value = "b";
  await isOf("b");
  subject.value = "a";
  expect(result.value).toEqual({ subject: "a", value: first });
  expect(result.value?.value).toBe(first);
  expect(asked).toHaveBeenCalledTimes(2);

  subject.value = "b";
  const before = asked.mock.calls.length;
  await appendClaims(database, [left(31)]);
  await vi.waitFor(() => expect(asked.mock.calls.length).toBe(before + 1));
  subject.value = "a";
  expect(result.value?.subject, "it waits for the store").toBe("b");
  await isOf("a");
  expect(result.value?.value).not.toBe(first);

  // Not for ever: of many subjects only the last ones.
  for (const about of ["b", "c", "d", "e"]) {
    subject.value = about;
    await isOf(about);
  }
  const many = asked.mock.calls.length;
  subject.value = "a";
  await isOf("a");
  expect(asked.mock.calls.length).toBe(many + 1);
  database.close();
});

test("after the handle was lost what was kept is asked for anew, and an answer on its way reaches its subject", async () => {
  await connect();
  const subject = signal("x");
  const asked = vi.fn(async (_reader: Reader, about: string) => ({ about }));
  const result = follow(subject, asked);
  const isOf = (about: string) =>
    vi.waitFor(
      () => expect(result.value).toMatchObject({ subject: about, value: { about } }),
      3_000,
    );
  await isOf("x");
  const { promise, resolve } = Promise.withResolvers<{ about: string }>();
  asked.mockReturnValueOnce(promise);
  subject.value = "y";
  subject.value = "x";
  expect(result.value?.subject).toBe("x");
  subject.value = "y"; // while its first answer is still on its way
  resolve({ about: "y" });
  await isOf("y");
  const before = asked.mock.calls.length;
  await deleteDatabase();
  const database = await openDatabase(DATABASE_NAME);
  await vi.waitFor(() => expect(asked.mock.calls.length).toBe(before + 1), 3_000);
  subject.value = "x";
  await isOf("x");
  expect(asked.mock.calls.length).toBe(before + 2);
  database.close();
});

test("what is followed is made of what it was and of the claims that were written, where it can be", async () => {
  await connect();
  const database = await openDatabase(DATABASE_NAME);
  // The first that is told of is anything; then it is the claims.
  await appendClaims(database, [left(20)]);
  const all = vi.fn(async () => ["read"]);
  const since = vi.fn(async (_reader: Reader, before: string[], claims: readonly string[]) => [
    ...before,
    ...claims,
  ]);
  const result = follow(signal("since"), all, since);
  await vi.waitFor(() => expect(result.value?.value).toEqual(["read"]));
  await appendClaims(database, [left(21)]);
  await vi.waitFor(() => expect(result.value?.value).toEqual(["read", left(21).id]));
  // Claims of no concern give the very same answer, and nothing is told of it.
  const seen: unknown[] = [];
  const stop = effect(() => void seen.push(result.value));
  since.mockImplementation(async (_reader, before) => before);
  await appendClaims(database, [left(22)]);
  await vi.waitFor(() => expect(since).toHaveBeenCalledTimes(2));
  // Where it cannot be made of these, all is read anew; so it is when not only claims were written.
  since.mockResolvedValue(null as never);
  all.mockResolvedValue(["anew"]);
  await appendClaims(database, [left(23)]);
  await vi.waitFor(() => expect(result.value?.value).toEqual(["anew"]));
  expect(seen).toHaveLength(2);
  await rememberSeen(database, { records: [], links: [] });
  await vi.waitFor(() => expect(all).toHaveBeenCalledTimes(3));
  expect(since).toHaveBeenCalledTimes(3);
  stop();
  database.close();
});

test.for([
  ["storage-full", "full"],
  ["storage-blocked", "blocked"],
  ["storage-newer", "newer"],
  ["storage-broken", "broken"],
] as const)("why the background cannot open it is said: %s", async ([failure, kind]) => {
  vi.resetModules();
  const fresh = await import("./database");
  await new Promise<void>((resolve) => {
    indexedDB.deleteDatabase(DATABASE_NAME).onsuccess = () => resolve();
  });
  answer.mockResolvedValue({ ok: false, failure, detail: "" });
  await fresh.connect();
  expect(fresh.storeFailure.value).toBe(kind);
});
