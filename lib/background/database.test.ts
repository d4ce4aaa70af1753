import { failCommits } from "@/lib/store/testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { claim, key } from "@/lib/domain/testing";
import { Refusal } from "@/lib/messages";
import { appendClaims, DATABASE_NAME } from "@/lib/store";
import { answering, withDatabase } from "./database";

const tag = claim(1, key("contact", "li"), { aspect: "left" });
const count = () => withDatabase(({ claims }) => claims.count());
beforeEach(() => withDatabase(({ claims }) => claims.clear()));
afterEach(() => {
  vi.restoreAllMocks();
});

describe("the database of the background", () => {
  test("is opened once", async () => {
    const handles = await Promise.all(
      [1, 2, 3].map(() => withDatabase(async (database) => database)),
    );
    expect(new Set(handles).size).toBe(1);
    expect(await withDatabase(async (database) => database)).toBe(handles[0]);
  });

  test("is opened afresh after it was closed under us, and the work is done", async () => {
    await withDatabase(async (database) => database.close());
    await withDatabase((database) => appendClaims(database, [tag]));
    expect(await count()).toBe(1);
  });

  test("lets go when another context upgrades or deletes it, and is opened again", async () => {
    await count();
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase(DATABASE_NAME);
      request.onsuccess = () => resolve();
      request.onblocked = () => reject(new Error("blocked by the background"));
    });
    expect(await count()).toBe(0);
  });

  test("works again after a full disk", async () => {
    const restore = failCommits();
    await expect(withDatabase((database) => appendClaims(database, [tag]))).rejects.toMatchObject({
      kind: "full",
    });
    restore();
    await withDatabase((database) => appendClaims(database, [tag]));
    expect(await count()).toBe(1);
  });

  test("is tried again at the next call when it could not be opened", async () => {
    await withDatabase(async (database) => database.close()).catch(() => undefined);
    const open = vi.spyOn(IDBFactory.prototype, "open").mockImplementation(() => {
      throw new DOMException("Internal error", "UnknownError");
    });
    await expect(withDatabase(({ claims }) => claims.count())).rejects.toMatchObject({
      kind: "broken",
    });
    open.mockRestore();
    expect(await count()).toBe(0);
  });

  test("is not taken from others at work by one that fails", async () => {
    const gate = Promise.withResolvers<void>();
    const slow = withDatabase(async (database) => {
      await gate.promise;
      await appendClaims(database, [tag]);
    });
    const restore = failCommits();
    await expect(
      withDatabase((database) => appendClaims(database, [{ ...tag, id: "x" }])),
    ).rejects.toThrow();
    restore();
    gate.resolve();
    await slow;
    expect(await count()).toBe(1);
  });
});

describe("a message that needs the database", () => {
  test("is answered with the reason why it cannot have it", async () => {
    const restore = failCommits();
    const refused = await answering((database) => appendClaims(database, [tag])).catch(
      (error: unknown) => error,
    );
    restore();
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ failure: "storage-full" });
  });
});
