import { freshName } from "./testing";
import { expect, test, vi } from "vitest";
import { claim, key } from "@/lib/domain/testing";
import { appendClaims } from "./claims";
import { openDatabase } from "./database";
import { NATIVE_VERSION } from "./installed";
import { openReader } from "./reader";

const tag = claim(1, key("contact", "li"), { aspect: "left" });

test("a reader makes the database where there is none, for the writer to go on with", async () => {
  const name = freshName();
  const reader = await openReader(name);
  expect(await reader.getAll("claims")).toEqual([]);
  const database = await openDatabase(name);
  await appendClaims(database, [tag]);
  expect(await reader.getAll("claims")).toEqual([tag]);
  reader.close();
  database.close();
});

test("a reader and the writer open a new database at the same time", async () => {
  const name = freshName();
  const [database, reader] = await Promise.all([openDatabase(name), openReader(name)]);
  await appendClaims(database, [tag]);
  expect(await reader.getAll("claims")).toEqual([tag]);
  reader.close();
  database.close();
});

test("a reader makes room for an upgrade, and says so", async () => {
  const name = freshName();
  const closed = vi.fn();
  await openReader(name, { closed });
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(name, NATIVE_VERSION + 10);
    request.onblocked = () => reject(new Error("the reader is in the way"));
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
  });
  expect(closed).toHaveBeenCalledOnce();
  await expect(openReader(name)).rejects.toMatchObject({ kind: "newer" });
});

test("a database that was deleted since it was looked at is not made by halves", async () => {
  const name = freshName();
  vi.spyOn(IDBFactory.prototype, "databases").mockResolvedValueOnce([
    { name, version: NATIVE_VERSION },
  ]);
  await expect(openReader(name)).rejects.toMatchObject({ kind: "broken" });
  expect((await indexedDB.databases()).map((one) => one.name)).not.toContain(name);
  const reader = await openReader(name);
  expect(await reader.getAll("claims")).toEqual([]);
  reader.close();
});
