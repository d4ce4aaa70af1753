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
import { afterErasure, concern, erasure, mentionsOf, type Erased } from "./erasure";
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

describe("erasing a person with the words of others", () => {
  const assistant = named("Li Wei’s assistant", "Huadong");
  const namesake = named("Li Wei", "Globex");
  const told = {
    note: about(50, { aspect: "note", text: "Trusts LI  WEI most" }),
    objection: about(51, { aspect: "objection", topic: "price", text: "as Li Wei said" }),
    win: about(52, { aspect: "win", text: "Wants Li Wei’s chair" }),
    why: about(53, {
      aspect: "step",
      step: `meet/${wang}/`,
      state: "dismissed",
      why: "Li Wei did",
    }),
    known: about(54, { aspect: "known", name: "Li Wei’s assistant" }, assistant),
  };
  const stay = {
    longer: about(60, { aspect: "note", text: "Li Weiguo called" }),
    other: claim(61, namesake, { aspect: "known", name: "Li Wei" }, { scope: key("account", "b") }),
    noname: about(62, { aspect: "win", text: "a promotion" }),
  };
  const follows = [
    about(70, { aspect: "answered", objection: told.objection.id, holds: true }),
    withdrawal(71, told.note),
    about(72, { aspect: "stance", value: 1 }, assistant),
  ];
  const titled = about(80, { aspect: "known", name: "Zhou", title: "driver of Li Wei" });
  const more: Rows = {
    ...rows,
    claims: [...rows.claims, ...Object.values({ ...told, ...stay }), ...follows, titled],
  };
  const erase = (spare: string[]) => {
    const of: Erased = { kind: "person", key: li, words: { spare } };
    return afterErasure(more, erasure(more, of)).claims;
  };
  const ids = (claims: readonly Claim[]) => claims.map(({ id }) => id);

  test("finds what names them, newest first, and no longer name, nor a namesake", () => {
    expect(ids(mentionsOf(more, li))).toEqual(ids(Object.values(told)).toReversed());
  });

  test("takes it with what follows from it, and the name out of a title", () => {
    const left = erase([]);
    const gone = new Set([...ids(Object.values(told)), ...ids(follows)]);
    expect(ids(left).filter((id) => gone.has(id))).toEqual([]);
    expect(ids(left)).toEqual(expect.arrayContaining(ids(Object.values(stay))));
    expect(left.find(({ id }) => id === titled.id)).toMatchObject({
      says: { aspect: "known", name: "Zhou" },
    });
    expect(JSON.stringify(left.find(({ id }) => id === titled.id))).not.toContain("Li Wei");
  });

  test("leaves what the user spares, and all of it where nothing was said of words", () => {
    const left = ids(erase([told.win.id, told.known.id]));
    expect(left).toEqual(expect.arrayContaining([told.win.id, told.known.id, follows[2]!.id]));
    expect(left).not.toContain(told.note.id);
    const plain = afterErasure(more, erasure(more, { kind: "person", key: li })).claims;
    expect(ids(plain)).toEqual(expect.arrayContaining(ids(Object.values(told))));
  });

  test("finds Chinese names where no space tells words apart", () => {
    const wei = named("李伟", "华东");
    const chinese: Rows = {
      ...rows,
      records: [record(wei, "李伟")],
      claims: [about(90, { aspect: "note", text: "他听李伟的" })],
    };
    expect(ids(mentionsOf(chinese, wei))).toEqual([claimId(90)]);
  });

  test("tells the same of what is not among the rows", () => {
    const late = about(99, { aspect: "note", text: "ask Li Wei" });
    const of: Erased = { kind: "person", key: li };
    expect(concern(more, of).claim(late)).toBe(false);
    expect(concern(more, { ...of, words: { spare: [] } }).claim(late)).toBe(true);
    expect(concern(more, { ...of, words: { spare: [late.id] } }).claim(late)).toBe(false);
    expect(concern(more, of).claim(about(98, { aspect: "left" }, bare))).toBe(true);
    expect(concern(more, of).key(bare)).toBe(true);
    expect(concern(more, of).text("li wei?")).toBe(true);
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
