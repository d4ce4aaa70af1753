import { freshName } from "./testing";
import { forceCloseDatabase } from "fake-indexeddb";
import { describe, expect, test, vi } from "vitest";
import { claim, key } from "@/lib/domain/testing";
import { appendClaims } from "./claims";
import { openDatabase } from "./database";
import { StoreFailure } from "./failure";
import { NATIVE_VERSION } from "./installed";
import { openReader, type Reader } from "./reader";

const tag = claim(1, key("contact", "li"), { aspect: "left" });
const claims = (reader: Reader) => reader.look().claims.getAll();

/** What the background does for a reader. */
const preparing = (name: string) =>
  vi.fn<() => Promise<void>>(async () => (await openDatabase(name)).close());

/** Opens a database without Dexie, as another Powermap may have left it. */
function raw(name: string, version?: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onblocked = () => reject(new Error("somebody is in the way"));
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

describe("a reader", () => {
  test("lets the database be made where there is none, and sees what is written then", async () => {
    const name = freshName();
    const prepare = preparing(name);
    const reader = await openReader(name, { prepare });
    expect(prepare).toHaveBeenCalledOnce();
    expect(await claims(reader)).toEqual([]);
    const database = await openDatabase(name);
    await appendClaims(database, [tag]);
    expect(await claims(reader)).toEqual([tag]);
    reader.close();
    database.close();
  });

  test("asks for nothing where the database is there", async () => {
    const name = freshName();
    (await openDatabase(name)).close();
    const prepare = preparing(name);
    (await openReader(name, { prepare })).close();
    expect(prepare).not.toHaveBeenCalled();
  });

  test("lets an older database be brought up to date", async () => {
    const name = freshName();
    (await raw(name, 1)).close();
    const prepare = preparing(name);
    const reader = await openReader(name, { prepare });
    expect(prepare).toHaveBeenCalledOnce();
    expect(await claims(reader)).toEqual([]);
    reader.close();
  });

  test("says why the database could not be made", async () => {
    const prepare = () => Promise.reject(new StoreFailure("full", "no room"));
    await expect(openReader(freshName(), { prepare })).rejects.toMatchObject({ kind: "full" });
  });

  test("never makes a database itself: not where none was made, nor where one was deleted", async () => {
    const names = async () => (await indexedDB.databases()).map((one) => one.name);
    const none = freshName();
    await expect(openReader(none, { prepare: async () => undefined })).rejects.toMatchObject({
      kind: "broken",
    });
    expect(await names()).not.toContain(none);
    const deleted = freshName();
    vi.spyOn(IDBFactory.prototype, "databases").mockResolvedValueOnce([
      { name: deleted, version: NATIVE_VERSION },
    ]);
    const prepare = preparing(deleted);
    await expect(openReader(deleted, { prepare })).rejects.toMatchObject({ kind: "broken" });
    expect(prepare).not.toHaveBeenCalled();
    expect(await names()).not.toContain(deleted);
  });

  test("makes room for an upgrade, says so, and refuses what a newer Powermap wrote", async () => {
    const name = freshName();
    const closed = vi.fn();
    await openReader(name, { prepare: preparing(name), closed });
    (await raw(name, NATIVE_VERSION + 10)).close();
    expect(closed).toHaveBeenCalledOnce();
    const prepare = preparing(name);
    await expect(openReader(name, { prepare })).rejects.toMatchObject({ kind: "newer" });
    expect(prepare).not.toHaveBeenCalled();
  });

  test("refuses a newer one too when the upgrade came in between", async () => {
    const name = freshName();
    (await raw(name, NATIVE_VERSION + 10)).close();
    vi.spyOn(IDBFactory.prototype, "databases").mockResolvedValueOnce([
      { name, version: NATIVE_VERSION },
    ]);
    await expect(openReader(name, { prepare: preparing(name) })).rejects.toMatchObject({
      kind: "newer",
    });
  });

  test("says that it was closed by the browser", async () => {
    const name = freshName();
    const opened = vi.spyOn(IDBFactory.prototype, "open");
    const closed = vi.fn();
    await openReader(name, { prepare: preparing(name), closed });
    const { result } = opened.mock.results.at(-1)!.value as IDBOpenDBRequest;
    forceCloseDatabase(result as never);
    expect(closed).toHaveBeenCalledOnce();
  });

  test("is not opened on a full disk", async () => {
    const name = freshName();
    (await openDatabase(name)).close();
    vi.stubGlobal("navigator", { storage: { estimate: async () => ({ quota: 10, usage: 9 }) } });
    vi.spyOn(performance, "now").mockReturnValue(1e12); // the last look at the disk holds no more
    await expect(openReader(name, { prepare: preparing(name) })).rejects.toMatchObject({
      kind: "full",
    });
    vi.unstubAllGlobals();
  });

  test("says that it waits for another page", async () => {
    const name = freshName();
    (await openDatabase(name)).close();
    // A deletion that waits for a page keeps everybody waiting who comes after it.
    const holder = await raw(name);
    const deletion = indexedDB.deleteDatabase(name);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const blocked = vi.fn();
    const opening = openReader(name, { prepare: preparing(name), blocked }).catch(() => null);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(blocked).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(blocked).toHaveBeenCalledOnce();
    vi.useRealTimers();
    holder.close();
    await opening;
    expect(deletion.error).toBeNull();
  });

  test("leaves no fault behind that nobody hears of", async () => {
    const name = freshName();
    const reader = await openReader(name, { prepare: preparing(name) });
    const started = vi.spyOn(IDBDatabase.prototype, "transaction");
    const unheard = vi.fn();
    process.on("unhandledRejection", unheard);
    const asked = claims(reader);
    (started.mock.results.at(-1)!.value as IDBTransaction).abort();
    await expect(asked).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(unheard).not.toHaveBeenCalled();
    process.off("unhandledRejection", unheard);
    reader.close();
  });
});
