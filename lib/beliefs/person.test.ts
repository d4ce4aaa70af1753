import { describe, expect, test } from "vitest";
import type { StatedClaim, Statement } from "@/lib/domain";
import { DAY, NOON, claim, claimId, fields, key, record } from "@/lib/domain/testing";
import { beliefsAt, type PersonBelief } from "./index";

const deal = key("opportunity", "006A");
const acme = key("account", "001A");
const li = key("contact", "003A");
const wang = key("contact", "003B");

function believe(claims: readonly StatedClaim[], title?: string): PersonBelief {
  const person = record(li, "Li Wei", title ? { fields: fields({ title }) } : {});
  const people = [person, record(wang, "Wang Fang")];
  const belief = beliefsAt({ opportunity: deal, people, links: [], claims }, NOON).get(li);
  if (!belief) throw new Error("nothing believed");
  return belief;
}
const said = (n: number, says: Statement, more: Partial<StatedClaim> = {}) =>
  claim(n, li, says, { scope: deal, ...more });

describe("a tie", () => {
  const moves = (
    n: number,
    more: Partial<StatedClaim> & { strength?: 1 | 2 | 3; holds?: boolean } = {},
  ) => {
    const { strength = 2, holds = true, ...rest } = more;
    return said(n, { aspect: "influences", whom: wang, strength, holds }, rest);
  };
  const tie = (...claims: StatedClaim[]) => believe(claims).influences[0];

  // logit .2 = −1.386
  test.for<[string, StatedClaim[], number | undefined]>([
    ["a likely judgement: −1.386 + 2.4", [moves(1)], 0.7338],
    ["seen, certain: −1.386 + 4", [moves(1, { how: "observation", sure: "certain" })], 0.9318],
    ["two who say so: −1.386 + 2.4 + 2.4", [moves(1), moves(2, { by: "ann" })], 0.9681],
    [
      "yes seen, no by judgement: −1.386 + 3.2 − 2.4 is less than not known",
      [
        moves(1, { how: "judgement", sure: "guess" }),
        moves(2, { how: "observation", holds: false }),
      ],
      undefined,
    ],
    ["denied only", [moves(1, { holds: false })], undefined],
  ])("is as likely as what is said of it: %s", ([, claims, expected]) => {
    const found = tie(...claims)?.probability;
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toBeCloseTo(expected, 3);
  });

  test("is as strong as those who see it say, by the weight of their word", () => {
    // Decisively, seen for certain (4); a little, a guess (1.2): (4·3 + 1.2·1) / 5.2.
    const both = tie(
      moves(1, { how: "observation", sure: "certain", strength: 3 }),
      moves(2, { sure: "guess", strength: 1 }),
    );
    expect(both?.strength).toBeCloseTo(13.2 / 5.2, 9);
  });

  test("is contested when strong claims speak on both sides", () => {
    const both = tie(moves(1, { how: "act", sure: "certain" }), moves(2, { holds: false }));
    expect(both).toMatchObject({ state: "contested" });
    expect(both?.evidence).toHaveLength(2);
  });
});

test("a pair of which nothing is known but a denial is settled all the same", () => {
  const denial = said(1, { aspect: "influences", whom: wang, strength: 1, holds: false });
  const { influences, denied } = believe([denial]);
  expect(influences).toEqual([]);
  // 1 − 2^(−2.4)
  expect(denied).toMatchObject([{ whom: wang, strength: 2 }]);
  expect(denied[0]?.settled).toBeCloseTo(0.8105, 4);
});

describe("orientation and style", () => {
  test("are unknown, not some middle, where nothing points to them", () => {
    expect(believe([]).orientation).toEqual({ value: "business", state: "unknown", evidence: [] });
    expect(believe([]).style.state).toBe("unknown");
  });

  test.for([
    ["技术总监", "technical"],
    ["CFO", "financial"],
    ["采购经理", "financial"],
    ["Production Operator", "business"],
  ] as const)("of a %s is inferred to be %s", ([title, value]) => {
    expect(believe([], title).orientation).toMatchObject({ value, state: "inferred" });
  });

  test("as stated goes before what a title suggests, the best supported word first", () => {
    const words = [
      said(1, { aspect: "orientation", value: "relationship" }, { sure: "guess" }),
      said(2, { aspect: "orientation", value: "financial" }, { how: "interview" }),
      said(3, { aspect: "style", value: "driver" }),
    ];
    const { orientation, style } = believe(words, "CTO");
    expect(orientation).toMatchObject({ value: "financial", state: "stated" });
    expect(style).toMatchObject({ value: "driver", state: "stated" });
    expect(believe(words.slice(0, 1), "CTO").orientation.value).toBe("relationship");
  });
});

describe("objections", () => {
  const raised = (n: number, text: string, at = NOON - DAY) =>
    said(n, { aspect: "objection", topic: "price", text }, { at });
  const answered = (n: number, of: number, holds = true, at = NOON) =>
    said(n, { aspect: "answered", objection: claimId(of), holds }, { at });

  test("of one kind stand beside each other, open ones first, then the newest", () => {
    const all = [
      raised(1, "too dear"),
      raised(2, "no budget", NOON - 2),
      raised(3, "why now", NOON - 1),
    ];
    const { objections } = believe([...all, answered(4, 3)]);
    expect(objections.map(({ text }) => text)).toEqual(["no budget", "too dear", "why now"]);
    expect(objections.map(({ answered }) => answered?.claim?.id ?? null)).toEqual([
      null,
      null,
      claimId(4),
    ]);
  });

  test("are open again when that is said, and an answer to something else answers nothing", () => {
    const again = [raised(1, "x"), answered(2, 1, true, NOON - 5), answered(3, 1, false, NOON - 4)];
    expect(believe(again).objections).toMatchObject([{ answered: null }]);
    expect(believe([raised(1, "x"), answered(2, 9)]).objections).toMatchObject([
      { answered: null },
    ]);
  });
});

describe("what happened between us", () => {
  test("is kept all, by when it was and not by when it was noted", () => {
    const spoke = (n: number, on: number, at: number) =>
      said(n, { aspect: "contacted", channel: "call", on }, { at });
    const { contacts } = believe([
      spoke(1, NOON - 3 * DAY, NOON),
      spoke(2, NOON - DAY, NOON - DAY),
    ]);
    expect(contacts.map(({ claim: one }) => one?.id)).toEqual([claimId(2), claimId(1)]);
  });

  test("is brief access at least, where nothing is said of access", () => {
    const spoke = said(1, { aspect: "contacted", channel: "call", on: NOON - DAY });
    expect(believe([spoke]).access).toMatchObject({
      state: "stated",
      said: expect.closeTo(1, 6) as number,
    });
    const deep = said(2, { aspect: "access", level: 3 });
    expect(believe([spoke, deep]).access).toEqual(believe([deep]).access);
  });

  test("of one ask the last word counts", () => {
    const ask = (n: number, kept: boolean, at: number) =>
      said(n, { aspect: "ask", ask: "forward", kept }, { at });
    expect(believe([ask(1, false, NOON - 2), ask(2, true, NOON - 1)]).asks).toMatchObject([
      { says: { ask: "forward", kept: true } },
    ]);
  });
});

test("openness is a scale of its own", () => {
  const { openness } = believe([said(1, { aspect: "openness", level: 3 })]);
  // 1 / (1 / 4.8 + 1 / 8) = 3, so (2·1 + 3·3) / 4.
  expect(openness.estimate).toBeCloseTo(2.75, 9);
  expect(believe([said(1, { aspect: "openness", level: 3 }, { scope: acme })]).openness.state).toBe(
    "stated",
  );
});

test("of what a person gains by it the newest word of each author counts, however they know", () => {
  const win = (n: number, text: string, more: Partial<StatedClaim> = {}) =>
    said(n, { aspect: "win", text }, { at: NOON - DAY * (10 - n), ...more });
  const { wins } = believe([
    win(1, "bonus", { how: "interview" }),
    win(2, "the plant in Suzhou"),
    win(3, "peace", { by: "ann" }),
  ]);
  expect(wins.map(({ says }) => says)).toEqual([
    { aspect: "win", text: "peace" },
    { aspect: "win", text: "the plant in Suzhou" },
  ]);
});
