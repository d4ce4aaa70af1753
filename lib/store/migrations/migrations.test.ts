import { freshName } from "../testing";
import { describe, expect, test } from "vitest";
import { claimSchema } from "@/lib/messages";
import * as v from "valibot";
import type { RecordKey } from "@/lib/domain";
import { openDatabase } from "../database";
import { readOpenOpportunities, readOpportunity } from "../queries";
import { openReader } from "../reader";
import { fixtures, type Fixture } from "./fixtures";
import { LATEST_VERSION, migrations } from "./index";

/** Builds a database as that version left it, with nothing but the browser's own calls. */
function build(name: string, { version, stores }: Fixture): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version * 10);
    request.onupgradeneeded = () => {
      for (const [table, { keyPath, autoIncrement, indexes, rows }] of Object.entries(stores)) {
        const store = request.result.createObjectStore(table, { keyPath, autoIncrement });
        for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
        for (const row of rows) store.put(row);
      }
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(request.error);
  });
}

/** The shape of a database in the browser's own terms. */
function shapeOf(database: IDBDatabase): Record<string, object> {
  const transaction = database.transaction([...database.objectStoreNames]);
  return Object.fromEntries(
    [...database.objectStoreNames].map((table) => {
      const store = transaction.objectStore(table);
      const indexes = [...store.indexNames].map((name) => [name, store.index(name).keyPath]);
      return [
        table,
        {
          keyPath: store.keyPath,
          autoIncrement: store.autoIncrement,
          indexes: Object.fromEntries(indexes),
        },
      ];
    }),
  );
}

describe("released versions", () => {
  test("are what they were when they were released, and each has a fixture", () => {
    expect(migrations.map(({ version, stores }) => [version, stores])).toEqual(
      fixtures.map(({ version, released }) => [version, released]),
    );
    expect(migrations.map(({ version }) => version)).toEqual(
      migrations.map((_, index) => index + 1),
    );
    expect(LATEST_VERSION).toBe(migrations.length);
  });

  test("hold claims that pass the door today", () => {
    for (const { stores } of fixtures) {
      for (const row of stores.claims?.rows ?? []) expect(v.parse(claimSchema, row)).toEqual(row);
    }
  });
});

describe.for(fixtures.map((fixture) => [fixture.version, fixture] as const))(
  "a database of version %i",
  ([, fixture]) => {
    const rowsOf = (table: string) => fixture.stores[table]?.rows ?? [];

    test("opens with every claim, record, link and change as it was", async () => {
      const name = freshName();
      await build(name, fixture);
      const database = await openDatabase(name);
      expect(database.verno).toBe(LATEST_VERSION);
      for (const table of ["claims", "records", "links", "changes"] as const) {
        const rows = (await database.table(table).toArray()) as object[];
        expect(rows).toHaveLength(rowsOf(table).length);
        expect(rows).toEqual(expect.arrayContaining([...rowsOf(table)]));
      }
      database.close();
    });

    test("means what it meant", async () => {
      const name = freshName();
      await build(name, fixture);
      const reader = await openReader(name, {
        prepare: async () => (await openDatabase(name)).close(),
      });
      const keys = rowsOf("records")
        .filter((row) => "kind" in row && row.kind === "opportunity")
        .map((row) => (row as { key: RecordKey<"opportunity"> }).key);
      const [deal, tryton] = await Promise.all(keys.map((key) => readOpportunity(reader, key)));
      expect(deal?.account?.name).toBe("Acme");
      expect(deal?.people.map(({ name }) => name)).toEqual(["Chen Hao"]);
      expect(deal?.links).toMatchObject([{ role: "Decision Maker", primary: true }]);
      expect(deal?.claims.map(({ says }) => says.aspect)).toEqual([
        "role",
        "power",
        "stance",
        "access",
        "reports-to",
        "note",
      ]);
      expect(deal?.changes).toHaveLength(2);
      expect(tryton?.people).toMatchObject([{ name: "李伟", namesakes: 2 }]);
      expect(tryton?.claims).toMatchObject([{ says: { role: "user", holds: false } }]);
      expect(await readOpenOpportunities(reader)).toHaveLength(2);
      reader.close();
    });

    test("gets the shape of a new one, and is written on", async () => {
      const [old, fresh] = [freshName(), freshName()];
      await build(old, fixture);
      const [upgraded, created] = await Promise.all([openDatabase(old), openDatabase(fresh)]);
      expect(shapeOf(upgraded.backendDB())).toEqual(shapeOf(created.backendDB()));
      expect(upgraded.backendDB().version).toBe(created.backendDB().version);
      const ids = await upgraded.changes.toCollection().primaryKeys();
      const added = await upgraded.changes.add({
        record: "a:b:contact:c",
        field: "name",
        before: "x",
        after: "y",
        at: 1,
      });
      expect(added).toBeGreaterThan(Math.max(...ids));
      upgraded.close();
      created.close();
    });

    test.runIf(fixture.version === LATEST_VERSION)("has the shape of its fixture", async () => {
      const database = await openDatabase(freshName());
      const expected = Object.entries(fixture.stores).map(
        ([table, { keyPath, autoIncrement, indexes }]) => [
          table,
          { keyPath, autoIncrement, indexes },
        ],
      );
      expect(shapeOf(database.backendDB())).toEqual(Object.fromEntries(expected));
      database.close();
    });
  },
);
