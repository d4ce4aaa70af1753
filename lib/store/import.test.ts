import { failCommits, freshName } from "./testing";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { beliefsAt } from "@/lib/beliefs";
import type { Claim, RecordKey } from "@/lib/domain";
import { claim, claimId, key, link, NOON, record } from "@/lib/domain/testing";
import { readDataFile, writeDataFile } from "@/lib/exchange";
import { noRows, type Rows } from "@/lib/exchange/rows";
import { bytesOf, rowSets } from "@/lib/exchange/testing";
import { readSnapshots, withCopies } from "./copies";
import { openDatabase, type PowermapDatabase } from "./database";
import { erase } from "./erase";
import { applyImport, discardParts, mergeRows, restoreSnapshot, stagePart } from "./import";
import { lostAt, noticeLoss } from "./loss";
import { readOpportunity } from "./queries";
import { readerOf } from "./reader";
import { MOST_SNAPSHOTS, readRows } from "./snapshots";

const li = key("contact", "li");
const deal = key("opportunity", "deal");
const some: Rows = {
  records: [record(li, "Li Wei"), record(deal, "ERP")],
  links: [link(deal, li)],
  claims: [claim(1, li, { aspect: "stance", value: 1 }, { scope: deal })],
  changes: [{ record: deal, field: "stage", before: "A", after: "B", at: NOON }],
};
const id = (n: number) => claimId(10_000 + n);

let database: PowermapDatabase;
beforeEach(async () => {
  fakeBrowser.reset();
  database = await openDatabase(freshName());
  await withCopies(async (copies) => {
    for (const store of copies.objectStoreNames) await copies.clear(store);
  });
  return () => database.close();
});

/** Rows in an order of their own, so that what does not depend on it can be compared. */
function sorted({ records, links, claims, changes }: Rows) {
  const text = (row: object) => JSON.stringify(row);
  return {
    records: records.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    links: links.toSorted((a, b) => (text(a) < text(b) ? -1 : 1)),
    claims: claims.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    changes: changes
      .map(({ id: _, ...change }) => change)
      .toSorted((a, b) => (text(a) < text(b) ? -1 : 1)),
  };
}
const content = async () => sorted(await readRows(database));
async function stage(rows: Rows, import_: string, part = 0) {
  await stagePart(import_, part, rows, NOON);
}
const apply = (n: number, parts = 1) => applyImport(database, { id: id(n), parts, at: NOON });

/** Everything that the database makes one believe, opportunity by opportunity. */
async function believed() {
  const reader = readerOf(database);
  const opportunities = await database.records.where("kind").equals("opportunity").toArray();
  const all = await Promise.all(
    opportunities.map(async ({ key }) => {
      const data = await readOpportunity(reader, key as RecordKey<"opportunity">);
      const { people, links, claims } = data!;
      const byKey = people.toSorted((a, b) => (a.key < b.key ? -1 : 1));
      const folded = beliefsAt(
        { opportunity: key as RecordKey<"opportunity">, people: byKey, links, claims },
        NOON,
      );
      return [key, folded] as const;
    }),
  );
  return new Map(all);
}

describe("export, erase all, import", () => {
  test("restores every row and the same beliefs, whatever there was", async () => {
    await fc.assert(
      fc.asyncProperty(rowSets, async (rows) => {
        await erase(database, { kind: "all" });
        await mergeRows(database, rows);
        const [before, beliefs] = [await content(), await believed()];
        let text = "";
        const file = { madeAt: NOON, madeBy: "", settings: {}, rows: await readRows(database) };
        for await (const piece of writeDataFile(file)) text += piece;
        await erase(database, { kind: "all" });
        expect(await content()).toEqual(noRows());
        const { rows: back } = await readDataFile(bytesOf(text), { now: NOON });
        await mergeRows(database, back);
        expect(await content()).toEqual(before);
        expect(await believed()).toEqual(beliefs);
        // Imported twice is imported once.
        await mergeRows(database, back);
        expect(await content()).toEqual(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe("an import", () => {
  test("merges its parts when all are there, and answers the same when it is asked again", async () => {
    await stage({ ...noRows(), records: some.records }, id(1), 0);
    await stage({ ...some, records: [] }, id(1), 1);
    expect(await content(), "nothing is merged before").toEqual(noRows());
    const outcome = {
      added: { records: 2, links: 1, claims: 1, changes: 1 },
      updated: { records: 0, links: 0, claims: 0, changes: 0 },
      conflicts: 0,
    };
    expect(await apply(1, 2)).toEqual(outcome);
    expect(await content()).toEqual(sorted(some));
    expect(await apply(1, 2)).toEqual(outcome);
    expect(await readSnapshots()).toHaveLength(1);
  });

  test("does nothing while a part is missing, and nothing after it was discarded", async () => {
    await stage(some, id(1), 1);
    expect(await apply(1, 2)).toBeNull();
    await discardParts(id(1));
    expect(await apply(1, 1)).toBeNull();
    expect(await content()).toEqual(noRows());
    expect(await readSnapshots()).toEqual([]);
  });

  test("writes all or nothing: when the commit fails, what was there is there, and it can be done again", async () => {
    const mine: Claim = claim(2, li, { aspect: "left" });
    await mergeRows(database, { ...noRows(), claims: [mine] });
    await stage(some, id(1));
    const before = await content();
    const restore = failCommits();
    await expect(mergeRows(database, some)).rejects.toMatchObject({ kind: "full" });
    restore();
    expect(await content()).toEqual(before);
    expect(await apply(1)).toMatchObject({ added: { claims: 1 } });
    expect((await content()).claims).toHaveLength(2);
  });

  test("leaves out a claim whose id another one has, and says so", async () => {
    await mergeRows(database, some);
    const sent: Claim = { ...some.claims[0]!, sure: "guess" } as Claim;
    await stage({ ...noRows(), claims: [sent, claim(3, li, { aspect: "left" })] }, id(1));
    expect(await apply(1)).toMatchObject({ added: { claims: 1 }, conflicts: 1 });
    expect((await content()).claims[0]).toEqual(some.claims[0]);
  });
});

describe("a snapshot", () => {
  test("is taken before every import, and the last three are kept", async () => {
    for (const n of [1, 2, 3, 4, 5]) {
      await stage({ ...noRows(), claims: [claim(n, li, { aspect: "left" })] }, id(n));
      await apply(n);
    }
    const kept = await readSnapshots();
    expect(kept.map((one) => [one.id, one.before, one.counts.claims])).toEqual([
      [id(5), "import", 4],
      [id(4), "import", 3],
      [id(3), "import", 2],
    ]);
    expect(kept).toHaveLength(MOST_SNAPSHOTS);
    expect(await withCopies((copies) => copies.count("contents"))).toBe(MOST_SNAPSHOTS);
  });

  test("put back takes the place of all that is there, which is kept in its turn", async () => {
    await mergeRows(database, some);
    const more = { ...noRows(), claims: [claim(9, li, { aspect: "left" })] };
    await stage(more, id(1));
    await apply(1);
    const restore = () => restoreSnapshot(database, { id: id(2), snapshot: id(1), at: NOON });
    expect(await restore()).toMatchObject({ claims: 1 });
    expect(await content()).toEqual(sorted(some));
    // Asked again after something else was said, it does not do it again.
    await mergeRows(database, more);
    expect(await restore()).toMatchObject({ claims: 1 });
    expect((await content()).claims).toHaveLength(2);
    const [newest] = await readSnapshots();
    expect(newest).toMatchObject({ id: id(2), before: "restore", counts: { claims: 2 } });
  });

  test("that is not there is not put back", async () => {
    await mergeRows(database, some);
    const restored = restoreSnapshot(database, { id: id(2), snapshot: id(1), at: NOON });
    expect(await restored).toBeNull();
    expect(await content()).toEqual(sorted(some));
  });

  test("of nothing, put back, is no loss", async () => {
    await stage(some, id(1));
    await apply(1);
    await noticeLoss(database, NOON);
    await restoreSnapshot(database, { id: id(2), snapshot: id(1), at: NOON });
    expect(await content()).toEqual(noRows());
    await noticeLoss(database, NOON);
    expect(await lostAt.getValue()).toBeNull();
  });
});
