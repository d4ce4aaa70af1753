import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { keysIn, type Claim } from "@/lib/domain";
import {
  claim,
  claimId,
  field,
  key,
  link,
  named,
  NOON,
  record,
  withdrawal,
} from "@/lib/domain/testing";
import { rowSets } from "../testing";
import { afterErasure, erasure, type Erased } from "./erasure";
import type { Rows } from "./rows";

const deal = key("opportunity", "deal");
const account = key("account", "a");
const li = key("contact", "003");
const other = key("contact", "0031"); // begins like it
const bare = named("Li Wei", "Huadong");
const wang = key("contact", "wang");

const about = (n: number, says: Parameters<typeof claim>[2], of = wang) =>
  claim(n, of, says, { scope: deal });
const claims: Record<string, Claim> = {
  aboutBare: about(1, { aspect: "note", text: "knows the CFO" }, bare),
  influences: about(2, { aspect: "influences", whom: li, strength: 2, holds: true }),
  reports: about(3, { aspect: "reports-to", to: bare }),
  step: about(4, { aspect: "step", step: `meet/${li}/${wang}`, state: "done" }),
  stays: about(5, { aspect: "stance", value: 2 }),
  staysToo: about(6, { aspect: "step", step: `meet/${other}/`, state: "done" }),
  left: about(7, { aspect: "left", replacedBy: "li  WEI" }),
};
const rows: Rows = {
  records: [
    record(deal, "ERP", { account }),
    record(account, "Huadong"),
    record(li, "Li Wei", { account }),
    record(bare, "Li Wei", { account }),
    record(other, "Sun Lei", {
      account,
      fields: { reportsTo: field("Li Wei", { ref: "003" }), title: field("CTO") },
    }),
    record(wang, "Wang Fang", { account, fields: { reportsTo: field("Somebody") } }),
  ],
  links: [link(deal, bare), link(deal, wang)],
  claims: [
    ...Object.values(claims),
    withdrawal(20, claims.influences!),
    withdrawal(21, { ...claims.influences!, id: claimId(20) }),
    withdrawal(22, claims.stays!),
  ],
  changes: [
    { id: 1, record: li, field: "title", before: "CTO", after: "CIO", at: NOON },
    { id: 2, record: deal, contact: bare, field: "role", before: null, after: "User", at: NOON },
    { id: 3, record: other, field: "reportsTo", before: "Li Wei", after: "Bo", at: NOON },
    { id: 4, record: deal, field: "stage", before: "A", after: "B", at: NOON },
  ],
};
const erase = (of: Erased) => {
  const plan = erasure(rows, of);
  return { plan, left: afterErasure(rows, plan) };
};

describe("erasing a person", () => {
  const { plan, left } = erase({ kind: "person", key: li });

  test("takes their records under every name, their links and changes", () => {
    expect(plan.gone.records.map(({ key }) => key)).toEqual([li, bare]);
    expect(plan.gone.links).toEqual([link(deal, bare)]);
    expect(plan.gone.changes.map(({ id }) => id)).toEqual([1, 2, 3]);
  });

  test("takes what was said of them, what names them, and what withdrew that", () => {
    expect(left.claims.map(({ id }) => id)).toEqual([
      claims.stays!.id,
      claims.staysToo!.id,
      claims.left!.id,
      claimId(22),
    ]);
  });

  test("keeps what else was said, without their name in it", () => {
    expect(left.claims.find(({ id }) => id === claims.left!.id)).toEqual({
      ...claims.left,
      says: { aspect: "left" },
    });
    const chief = left.records.find(({ key }) => key === other);
    expect(chief?.fields).toEqual({ title: field("CTO") });
    expect(left.records.find(({ key }) => key === wang)?.fields.reportsTo?.value).toBe("Somebody");
    expect(JSON.stringify(left)).not.toMatch(/li\s+wei/iu);
  });

  test("is the same whichever of their keys is named", () => {
    expect(afterErasure(rows, erasure(rows, { kind: "person", key: bare }))).toEqual(left);
  });

  test("takes who is known by the user's word alone, also where that was taken back", () => {
    const added = named("Sun Lei", "Huadong");
    const known = claim(40, added, { aspect: "known", name: "Sun Lei" }, { scope: account });
    const more: Rows = {
      ...rows,
      claims: [
        ...rows.claims,
        known,
        withdrawal(41, known),
        claim(42, added, { aspect: "stance", value: 1 }, { scope: deal }),
        claim(43, wang, { aspect: "left", replacedBy: "Sun Lei" }, { scope: deal }),
      ],
    };
    // A record of theirs is another name of the same person.
    const left = afterErasure(more, erasure(more, { kind: "person", key: other }));
    expect(JSON.stringify(left)).not.toContain("Sun Lei");
    const bareOnly = { ...more, records: more.records.filter(({ key }) => key !== other) };
    const none = afterErasure(bareOnly, erasure(bareOnly, { kind: "person", key: added }));
    expect(JSON.stringify(none)).not.toContain("Sun Lei");
  });

  test("leaves a namesake of another account alone", () => {
    const elsewhere = key("account", "b");
    const namesake = record(named("Li Wei", "Globex"), "Li Wei", { account: elsewhere });
    const more = { ...rows, records: [...rows.records, namesake, record(elsewhere, "Globex")] };
    const { gone } = erasure(more, { kind: "person", key: li });
    expect(gone.records.map(({ key }) => key)).toEqual([li, bare]);
  });
});

test("no key of an erased person is left anywhere, whatever there was", () => {
  fc.assert(
    fc.property(rowSets, fc.nat(), (rows, n) => {
      const people = rows.records.filter(({ kind }) => kind === "contact");
      const person = people[n % Math.max(1, people.length)];
      if (!person) return;
      const plan = erasure(rows, { kind: "person", key: person.key as typeof li });
      const left = afterErasure(rows, plan);
      const erased = new Set<string>(plan.gone.records.map(({ key }) => key));
      expect(erased.has(person.key)).toBe(true);
      expect(left.claims.flatMap(keysIn).filter((key) => erased.has(key))).toEqual([]);
      expect(left.links.filter(({ contact }) => erased.has(contact))).toEqual([]);
      expect(left.records.filter(({ key }) => erased.has(key))).toEqual([]);
      // Done again, nothing is left to do.
      const again = erasure(left, { kind: "person", key: person.key as typeof li });
      expect(again.gone.claims).toEqual([]);
    }),
  );
});

test("erasing an organisation takes all of it and nothing of another", () => {
  fc.assert(
    fc.property(rowSets, (rows) => {
      const of: Erased = { kind: "organisation", crm: "salesforce", org: "acme" };
      const left = JSON.stringify(afterErasure(rows, erasure(rows, of)));
      expect(left).not.toContain("salesforce:acme:");
      const others = JSON.stringify(rows).split("salesforce:globex:").length;
      expect(left.split("salesforce:globex:")).toHaveLength(others);
    }),
  );
});

test("erasing all leaves nothing", () => {
  const { left } = erase({ kind: "all" });
  expect(Object.values(left).flat()).toEqual([]);
});
