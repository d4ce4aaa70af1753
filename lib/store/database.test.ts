import { freshName } from "./testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { claim, key, record } from "@/lib/domain/testing";
import { appendClaims } from "./claims";
import { openDatabase } from "./database";
import { StoreFailure } from "./failure";
import { rememberSeen } from "./seen";

const person = key("contact", "li");

/** Opens a database without Dexie, as another Powermap may have left it. */
function raw(
  name: string,
  version: number,
  upgrade: (database: IDBDatabase) => void = () => undefined,
) {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onupgradeneeded = () => upgrade(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function count(database: IDBDatabase, store: string): Promise<number> {
  const request = database.transaction(store).objectStore(store).count();
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

afterEach(() => {
  vi.useRealTimers();
});

describe("every write", () => {
  test("is strict: answered only when it is on disk", async () => {
    // Before it is opened: Dexie keeps the function that it finds then.
    const started = vi.spyOn(IDBDatabase.prototype, "transaction");
    const database = await openDatabase(freshName());
    await appendClaims(database, [claim(1, person, { aspect: "power", level: 2 })]);
    await rememberSeen(database, { records: [record(person, "Li Wei")], links: [] });
    const writes = started.mock.calls.filter(([, mode]) => mode === "readwrite");
    expect(writes).toHaveLength(2);
    for (const [, , options] of writes) expect(options).toEqual({ durability: "strict" });
    database.close();
  });
});

describe("a database that cannot be used", () => {
  const failure = (name: string) => openDatabase(name).catch((error: unknown) => error);

  test("because a newer version wrote it is left exactly as it is", async () => {
    const name = freshName();
    // A version 2 that gave up an index and a table which this version has.
    const newer = await raw(name, 20, (database) => {
      database.createObjectStore("records", { keyPath: "key" }).put({ key: "of tomorrow" });
      database.createObjectStore("claims", { keyPath: "id" });
    });
    newer.close();
    const refused = await failure(name);
    expect(refused).toBeInstanceOf(StoreFailure);
    expect(refused).toMatchObject({ kind: "newer" });
    const after = await raw(name, 20);
    expect([...after.objectStoreNames]).toEqual(["claims", "records"]);
    const records = after.transaction("records").objectStore("records");
    expect([...records.indexNames]).toEqual([]);
    after.close();
  });

  test("because a newer version comes between the look and the opening is left alone too", async () => {
    const name = freshName();
    const newer = await raw(name, 20, (database) => {
      database.createObjectStore("claims", { keyPath: "id" });
    });
    newer.close();
    vi.spyOn(IDBFactory.prototype, "databases").mockResolvedValue([{ name, version: 10 }]);
    expect(await failure(name)).toMatchObject({ kind: "newer" });
    const after = await raw(name, 20);
    expect([...after.objectStoreNames]).toEqual(["claims"]);
    after.close();
  });

  test("because a newer version took its place is not opened again by an old handle", async () => {
    const name = freshName();
    const old = await openDatabase(name);
    const newer = await raw(name, 20); // the old handle lets go
    newer.close();
    await expect(
      appendClaims(old, [claim(1, person, { aspect: "power", level: 2 })]),
    ).rejects.toMatchObject({ kind: "broken" });
    const after = await raw(name, 20);
    expect(await count(after, "claims")).toBe(0);
    after.close();
  });

  test("because another page holds an older version open says so after a while, and waits on", async () => {
    const name = freshName();
    const other = await raw(name, 1);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const blocked = vi.fn();
    const opening = openDatabase(name, blocked);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(blocked).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(blocked).toHaveBeenCalledOnce();
    vi.useRealTimers();
    other.close();
    const database = await opening;
    expect(await database.claims.count()).toBe(0);
    database.close();
  });

  test("only waits for another page that lets go", async () => {
    const name = freshName();
    const other = await raw(name, 1);
    other.onversionchange = () => setTimeout(() => other.close(), 50);
    const blocked = vi.fn();
    const database = await openDatabase(name, blocked);
    expect(database.verno).toBe(1);
    expect(blocked).not.toHaveBeenCalled();
    database.close();
  });

  test.for([
    ["broken", "UnknownError"],
    ["full", "QuotaExceededError"],
  ] as const)("because it is %s", async ([kind, name]) => {
    vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
      throw new DOMException("Internal error opening backing store", name);
    });
    expect(await failure(freshName())).toMatchObject({ kind });
  });

  test("because the browser gives none is broken", async () => {
    vi.spyOn(IDBFactory.prototype, "databases").mockRejectedValue(
      new DOMException("no", "SecurityError"),
    );
    expect(await failure(freshName())).toMatchObject({ kind: "broken" });
  });
});
