import { freshName } from "./testing";
import { openDB } from "idb";
import { beforeEach, describe, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { CrmRecord } from "@/lib/domain";
import { claim, claimId, key, link, named, NOON, record } from "@/lib/domain/testing";
import { noRows, type Rows } from "@/lib/exchange/rows";
import { withCopies } from "./copies";
import { openDatabase, type PowermapDatabase } from "./database";
import { erase } from "./erase";
import { applyImport, mergeRows, stagePart } from "./import";
import { lostAt, noticeLoss } from "./loss";
import { readRows, takeSnapshot } from "./snapshots";
import { aloneWithSummaries, readSummaries, replaceSummaries } from "./summaries";

const [acme, globex] = [key("account", "a"), key("account", "g", "globex")];
const li = key("contact", "li");
const bare = named("Li Wei", "Huadong");
const bo = key("contact", "bo", "globex");
const deal = key("opportunity", "deal");
const rows: Rows = {
  records: [
    record(acme, "Huadong"),
    record(bare, "Li Wei", { account: acme }),
    record(deal, "ERP", { account: acme }),
    record(globex, "Globex"),
    record(bo, "Bo", { account: globex }),
  ],
  links: [link(deal, bare)],
  claims: [
    claim(1, bare, { aspect: "note", text: "a word about the person" }, { scope: deal }),
    claim(2, bo, { aspect: "stance", value: 2 }),
  ],
  changes: [{ record: bare, field: "title", before: "CTO", after: "CIO", at: NOON }],
};

let database: PowermapDatabase;
beforeEach(async () => {
  fakeBrowser.reset();
  database = await openDatabase(freshName());
  await withCopies(async (copies) => {
    for (const store of copies.objectStoreNames) await copies.clear(store);
  });
  await mergeRows(database, rows);
  return () => database.close();
});
const kept = () =>
  withCopies(async (copies) => ({
    snapshots: await copies.getAll("snapshots"),
    contents: await copies.getAll("contents"),
    staged: await copies.getAll("staged"),
  }));

describe("erasing a person", () => {
  test("takes them from the data and from the snapshots, by whatever name they stood there", async () => {
    // When the snapshot was taken, they were known by name only; today it is known who that is.
    await takeSnapshot(database, { id: claimId(1), at: NOON, before: "import" });
    await mergeRows(database, { ...noRows(), records: [record(li, "Li Wei", { account: acme })] });
    const gone = await erase(database, { kind: "person", key: li });
    expect(gone).toEqual({ records: 2, links: 1, claims: 1, changes: 1 });
    const left = JSON.stringify([await readRows(database), await kept()]);
    expect(left).not.toMatch(/Li Wei|li wei|a word about/u);
    expect(left).toContain("ERP");
    expect((await kept()).snapshots).toMatchObject([{ counts: { records: 4, claims: 1 } }]);
  });

  test("with the words of others, also where a snapshot knows of them by such words alone", async () => {
    const told = claim(8, bo, { aspect: "note", text: "listens to Li Wei" });
    const spared = claim(9, bo, { aspect: "note", text: "saw Li Wei’s talk" });
    await database.records.delete(bare);
    await database.claims.clear();
    await mergeRows(database, { ...noRows(), claims: [told, spared] });
    await takeSnapshot(database, { id: claimId(1), at: NOON, before: "import" });
    await mergeRows(database, { ...noRows(), records: [record(li, "Li Wei", { account: acme })] });
    await erase(database, { kind: "person", key: li, words: { spare: [spared.id] } });
    expect((await readRows(database)).claims).toEqual([spared]);
    expect(JSON.stringify(await kept())).not.toContain("listens to");
    expect(JSON.stringify(await kept())).toContain("saw Li");
  });

  test("throws away what is on its way in", async () => {
    await stagePart(claimId(7), 0, rows, NOON);
    await erase(database, { kind: "person", key: bare });
    expect((await kept()).staged).toEqual([]);
    expect(await applyImport(database, { id: claimId(7), parts: 1, at: NOON })).toBeNull();
  });

  test("waits for whoever makes summaries of what it erases", async () => {
    const read = Promise.withResolvers<void>();
    const making = aloneWithSummaries(async () => {
      const { records } = await readRows(database);
      read.resolve();
      await new Promise((resolve) => setTimeout(resolve, 50));
      const opportunity = records.find((one) => one.key === deal) as CrmRecord<"opportunity">;
      const summary = { names: records.map(({ name }) => name) };
      const extent = { records: 5, links: 1, claims: 2, at: NOON };
      await replaceSummaries([{ facts: { opportunity, account: null }, summary }], extent);
    });
    await read.promise;
    await Promise.all([making, erase(database, { kind: "person", key: bare })]);
    expect(await readSummaries()).toEqual([]);
  });

  test("once more does nothing", async () => {
    await erase(database, { kind: "person", key: bare });
    const before = await readRows(database);
    expect(await erase(database, { kind: "person", key: bare })).toMatchObject({ records: 0 });
    expect(await readRows(database)).toEqual(before);
  });
});

test("erasing an organisation leaves the others as they are", async () => {
  await takeSnapshot(database, { id: claimId(1), at: NOON, before: "import" });
  await erase(database, { kind: "organisation", crm: "salesforce", org: "acme" });
  const left = await readRows(database);
  expect(left.records.map(({ key }) => key).toSorted()).toEqual([globex, bo].toSorted());
  expect(left.claims).toEqual([rows.claims[1]]);
  expect(JSON.stringify(await kept())).not.toContain("salesforce:acme");
});

test("erasing all leaves nothing anywhere, and is no loss", async () => {
  await takeSnapshot(database, { id: claimId(1), at: NOON, before: "import" });
  // Whatever a summary holds, it lies here under the key of its opportunity.
  await readSummaries();
  const summaries = await openDB("powermap.summaries");
  await summaries.put("shelves", { shelf: 0, text: JSON.stringify([{ facts: deal }]) });
  await noticeLoss(database, NOON);
  expect(await erase(database, { kind: "all" })).toEqual({
    records: 5,
    links: 1,
    claims: 2,
    changes: 1,
  });
  expect(await readRows(database)).toEqual(noRows());
  expect(await kept()).toEqual({ snapshots: [], contents: [], staged: [] });
  expect(await summaries.getAllKeys("shelves")).toEqual([]);
  summaries.close();
  await noticeLoss(database, NOON);
  expect(await lostAt.getValue()).toBeNull();
});
