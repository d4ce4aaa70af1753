import fc from "fast-check";
import { expect, test } from "vitest";
import type { Claim } from "@/lib/domain";
import { claim, DAY, field, key, link, NOON, record } from "@/lib/domain/testing";
import { rowSets } from "../testing";
import { isEmptyPlan, mergePlan, type MergePlan } from "./merge";
import { linkId, noRows, type Rows } from "./rows";

const li = key("contact", "li");
const deal = key("opportunity", "deal");

/** The rows after a plan was carried out. */
function carriedOut(before: Rows, plan: MergePlan): Rows {
  const put = <Row>(
    rows: Row[],
    { fresh, changed }: { fresh: Row[]; changed: Row[] },
    id: (row: Row) => string,
  ) => [...new Map([...rows, ...changed, ...fresh].map((row) => [id(row), row])).values()];
  return {
    records: put(before.records, plan.records, (row) => row.key),
    links: put(before.links, plan.links, linkId),
    claims: put(before.claims, plan.claims, (row) => row.id),
    changes: [...before.changes, ...plan.changes.fresh],
  };
}
const merged = (before: Rows, rows: Rows) => carriedOut(before, mergePlan(before, rows));
const byId = (claims: readonly Claim[]) => claims.toSorted((a, b) => (a.id < b.id ? -1 : 1));

test("merging the same rows again changes nothing", () => {
  fc.assert(
    fc.property(rowSets, rowSets, (one, other) => {
      const once = merged(one, other);
      expect(isEmptyPlan(mergePlan(once, other))).toBe(true);
      expect(isEmptyPlan(mergePlan(once, one))).toBe(true);
      expect(merged(once, other)).toEqual(once);
    }),
  );
});

test("the log is the same whichever of two comes first, unless they contradict each other", () => {
  fc.assert(
    fc.property(rowSets, fc.array(fc.boolean()), ({ claims }, sides) => {
      const part = (side: boolean): Rows => ({
        ...noRows(),
        // Some are in both.
        claims: claims.filter((_, n) => n % 3 === 0 || (sides[n] ?? false) === side),
      });
      const [one, other] = [part(true), part(false)];
      expect(byId(merged(one, other).claims)).toEqual(byId(merged(other, one).claims));
      expect(byId(merged(one, other).claims)).toEqual(byId(claims));
    }),
  );
});

test("records and links come to the same whichever of two comes first", () => {
  fc.assert(
    fc.property(rowSets, rowSets, (one, other) => {
      const both = [merged(one, other), merged(other, one)].map(({ records, links }) => ({
        records: new Map(records.map((row) => [row.key, row])),
        links: new Map(links.map((row) => [linkId(row), row])),
      }));
      expect(both[0]).toEqual(both[1]);
    }),
  );
});

test("two claims of one id that say different things are a conflict, and the one that is there stays", () => {
  const stored = claim(1, li, { aspect: "left" });
  const sent: Claim = { ...stored, sure: "guess" };
  const plan = mergePlan({ ...noRows(), claims: [stored] }, { ...noRows(), claims: [sent] });
  expect(plan.claims).toEqual({ fresh: [], changed: [], known: 0, conflicts: [{ stored, sent }] });
  expect(isEmptyPlan(plan)).toBe(true);
  // Also within one file.
  const inFile = mergePlan(noRows(), { ...noRows(), claims: [stored, sent, stored] });
  expect(inFile.claims).toMatchObject({ fresh: [stored], known: 1, conflicts: [{ sent }] });
});

test("the order of the members of a claim does not matter", () => {
  const stored = claim(1, li, { aspect: "left" });
  const { id, ...rest } = stored;
  const plan = mergePlan(
    { ...noRows(), claims: [stored] },
    { ...noRows(), claims: [{ ...rest, id }] },
  );
  expect(plan.claims).toMatchObject({ known: 1, conflicts: [] });
});

test("of a record the newer reading of each field counts, and the name goes with its reading", () => {
  const old = record(li, "Li Wei", {
    fields: { name: field("Li Wei", { own: true }), title: field("CTO", { at: NOON + 2 * DAY }) },
    lastSeen: NOON + 2 * DAY,
  });
  const sent = record(li, "Li W.", {
    fields: { name: field("Li W.", { at: NOON + 3 * DAY }), title: field("CIO", { at: NOON }) },
    firstSeen: NOON - DAY,
    lastSeen: NOON + 3 * DAY,
  });
  const { records } = merged({ ...noRows(), records: [old] }, { ...noRows(), records: [sent] });
  expect(records).toEqual([
    {
      ...old,
      name: "Li Wei",
      normalName: "li wei",
      firstSeen: NOON - DAY,
      lastSeen: NOON + 3 * DAY,
    },
  ]);
});

test("of a link the newest word counts", () => {
  const old = link(deal, li, { role: "User", primary: true });
  const sent = link(deal, li, { role: "Decision Maker", lastSeen: NOON + DAY });
  const before = { ...noRows(), links: [old] };
  expect(merged(before, { ...noRows(), links: [sent] }).links).toEqual([
    { ...old, role: "Decision Maker", lastSeen: NOON + DAY },
  ]);
  const older = { ...sent, lastSeen: NOON - DAY };
  expect(merged(before, { ...noRows(), links: [older] }).links).toEqual([
    { ...old, firstSeen: NOON },
  ]);
});

test("of a link that one side saw no more, what was seen last counts", () => {
  const gone = link(deal, li, { unnamedSince: NOON + 2 * DAY });
  const mergedWith = (lastSeen: number) =>
    merged({ ...noRows(), links: [gone] }, { ...noRows(), links: [link(deal, li, { lastSeen })] })
      .links;
  expect(mergedWith(NOON + DAY)).toEqual([{ ...gone, lastSeen: NOON + DAY }]);
  expect(mergedWith(NOON + 3 * DAY)).toEqual([link(deal, li, { lastSeen: NOON + 3 * DAY })]);
});

test("a change is the same one whatever number a database gave it", () => {
  const change = { record: li, field: "title" as const, before: "CTO", after: "CIO", at: NOON };
  const stored = { ...noRows(), changes: [{ ...change, id: 7 }] };
  expect(mergePlan(stored, { ...noRows(), changes: [change] }).changes.known).toBe(1);
  const other = { ...change, id: 7, after: "CEO" };
  expect(mergePlan(stored, { ...noRows(), changes: [other] }).changes.fresh).toEqual([
    { ...change, after: "CEO" },
  ]);
});
