import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BACKGROUNDS, ORIENTATIONS, type StatedClaim, type Statement } from "@/lib/domain";
import { DAY, NOON, claim, fields, key, record } from "@/lib/domain/testing";
import { BACKGROUND_FACTOR, HALF_LIFE } from "./constants";
import type { Evidence } from "./evidence";
import { backgroundBehind } from "./orientation";
import { personBelief } from "./person";
import { anyGrounds } from "./testing";

const deal = key("opportunity", "006A");
const acme = key("account", "001A");
const li = key("contact", "003A");

function believe(claims: readonly StatedClaim[], title?: string, now = NOON) {
  const person = record(li, "Li Wei", title ? { fields: fields({ title }) } : {});
  return personBelief({ person, link: null, claims, chief: null, opportunity: deal }, now);
}
const said = (n: number, says: Statement, more: Partial<StatedClaim> = {}) =>
  claim(n, li, says, { scope: deal, ...more });
const from = (
  n: number,
  value: (typeof BACKGROUNDS)[number],
  more: Partial<StatedClaim> = {},
): StatedClaim => said(n, { aspect: "background", value }, more);

/** How much speaks for a value, all reasons for it added. */
const speaks = (evidence: readonly Evidence[], value: string) =>
  evidence.reduce(
    (sum, { says, weight }) => sum + ("value" in says && says.value === value ? weight : 0),
    0,
  );

describe("a background", () => {
  test("is unknown until it is said, the best supported word once it is", () => {
    expect(believe([]).background).toMatchObject({ state: "unknown", evidence: [] });
    const words = [from(1, "sales", { sure: "guess" }), from(2, "finance", { how: "interview" })];
    expect(believe(words).background).toMatchObject({ value: "finance", state: "stated" });
  });

  test("is corrected by its author's next word, and the account's is silent beside the decision's own", () => {
    const corrected = [from(1, "sales", { at: NOON - DAY }), from(2, "finance")];
    expect(believe(corrected).background).toMatchObject({ value: "finance" });
    expect(believe(corrected).orientation.evidence).toHaveLength(1);
    const inherited = [from(1, "sales", { scope: acme, how: "act" }), from(2, "finance")];
    expect(believe(inherited).orientation).toMatchObject({ value: "financial" });
  });

  test.for([
    ["engineering", "technical"],
    ["finance", "financial"],
    ["operations", "business"],
    ["sales", "relationship"],
  ] as const)("in %s lets the person be taken to look at: %s", ([background, value]) => {
    const { orientation } = believe([from(1, background)]);
    expect(orientation).toMatchObject({ value, state: "inferred" });
    expect(backgroundBehind(orientation.evidence, value)).toBe(background);
  });
});

describe("what a background says of the orientation", () => {
  // A judgement, likely: 3 · .8 · ¼.
  test("is a quarter of its own weight, and shown as inferred from it", () => {
    const word = from(1, "engineering", { by: "ann" });
    const [reason, ...more] = believe([word]).orientation.evidence;
    expect(more).toEqual([]);
    expect(reason).toEqual({
      says: { aspect: "orientation", value: "technical" },
      how: "judgement",
      sure: "likely",
      at: NOON,
      by: "ann",
      inferredFrom: word,
      weight: expect.closeTo(0.6, 9) as number,
    });
  });

  test("by hand, as on the page: a title of its own direction or another, beside who says where they come from", () => {
    const told = from(1, "engineering", { how: "interview", sure: "certain" });
    const seen = from(2, "engineering", { how: "observation" });
    const one = believe([told], "CFO").orientation;
    // 3.5 · ¼ = .875 against the title's 1.2 · .8 = .96.
    expect(one).toMatchObject({ value: "financial", state: "inferred" });
    expect(speaks(one.evidence, "technical")).toBeCloseTo(0.875, 9);
    expect(speaks(one.evidence, "financial")).toBeCloseTo(0.96, 9);
    expect(backgroundBehind(one.evidence, one.value)).toBeNull();
    // Seen too, likely: 4 · .8 · ¼ = .8 more.
    const both = believe([told, seen], "CFO").orientation;
    expect(both).toMatchObject({ value: "technical", state: "inferred" });
    expect(speaks(both.evidence, "technical")).toBeCloseTo(1.675, 9);
    // A guess that they look at people: 3 · .4, and stated.
    const guess = said(3, { aspect: "orientation", value: "relationship" }, { sure: "guess" });
    expect(believe([told, seen, guess], "CFO").orientation.value).toBe("relationship");
    // A technical title alone with a background in engineering: .96 + .875.
    const same = believe([told], "CTO").orientation;
    expect(speaks(same.evidence, "technical")).toBeCloseTo(1.835, 9);
    // Half of it is left after one half-life.
    const later = believe([told], undefined, NOON + HALF_LIFE.traits).orientation;
    expect(speaks(later.evidence, "technical")).toBeCloseTo(0.4375, 9);
  });

  test("goes behind the weakest word on the orientation itself", () => {
    const act = { how: "act", sure: "certain" } as const;
    const guess = said(9, { aspect: "orientation", value: "relationship" }, { sure: "guess" });
    const { orientation } = believe([from(1, "engineering", act), guess]);
    expect(orientation).toMatchObject({ value: "relationship", state: "stated" });
    expect(orientation.evidence).toHaveLength(1);
    expect(backgroundBehind(orientation.evidence, orientation.value)).toBeNull();
  });
});

test("one more word on the background never moves the orientation the other way", () => {
  const anyWord = fc.record({
    says: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...BACKGROUNDS) },
      { weight: 1, arbitrary: fc.constantFrom(...ORIENTATIONS) },
    ),
    grounds: anyGrounds,
  });
  const claimOf = ({ says, grounds }: { says: string; grounds: object }, n: number) => {
    const aspect = (BACKGROUNDS as readonly string[]).includes(says) ? "background" : "orientation";
    return said(n, { aspect, value: says } as Statement, grounds);
  };
  fc.assert(
    fc.property(
      fc.array(anyWord, { maxLength: 8, size: "max" }),
      fc.constantFrom(undefined, "CTO", "CFO", "Production Operator"),
      fc.constantFrom(...BACKGROUNDS),
      anyGrounds,
      (all, title, background, grounds) => {
        const claims = all.map(claimOf);
        const more = from(900, background, { ...grounds, by: "newcomer" });
        const was = believe(claims, title).orientation;
        const is = believe([...claims, more], title).orientation;
        const direction = believe([more]).orientation.value;
        for (const value of ORIENTATIONS) {
          const added = speaks(is.evidence, value) - speaks(was.evidence, value);
          const expected =
            value === direction && was.state !== "stated"
              ? (believe([more]).background.evidence[0]?.weight ?? 0) * BACKGROUND_FACTOR
              : 0;
          expect(added).toBeCloseTo(expected, 9);
        }
        // It stays where it pointed already, and where somebody has said it.
        if (was.state === "stated" || was.value === direction) expect(is.value).toBe(was.value);
      },
    ),
    { numRuns: 500 },
  );
});
