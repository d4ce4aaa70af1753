import { describe, expect, test } from "vitest";
import { AGEING, titleTableOf } from "@/lib/domain";
import { DAY, NOON, claim, fields, key, record } from "@/lib/domain/testing";
import { DEFAULT_ASSUMPTIONS, fold, HALF_LIFE, halfLivesIn, type BeliefInput } from "./index";

const deal = key("opportunity", "006A");
const li = record(key("contact", "L"), "Li Wei", {
  fields: fields({ title: "Technical Director" }),
});
const said = claim(
  1,
  li.key,
  { aspect: "role", role: "champion", holds: true },
  { scope: deal, at: NOON - 30 * DAY },
);
const input: BeliefInput = { opportunity: deal, people: [li], links: [], claims: [said] };

describe("half-lives", () => {
  test("a likely judgement (3 × 0.8) of one half-life ago weighs 1.2", () => {
    const assumptions = { ...DEFAULT_ASSUMPTIONS, halfLife: halfLivesIn({ role: 30 }) };
    const { beliefs } = fold({ ...input, assumptions }, NOON);
    expect(beliefs.get(li.key)?.roles.champion.evidence[0]?.weight).toBeCloseTo(1.2, 12);
  });

  test("every one that the user may set is one of the fold, and no other", () => {
    expect([...AGEING].toSorted()).toEqual(Object.keys(HALF_LIFE).toSorted());
    expect(halfLivesIn({})).toEqual(HALF_LIFE);
    expect(halfLivesIn({ stance: 60 })).toEqual({ ...HALF_LIFE, stance: 60 * DAY });
  });

  test("each is used: halving any changes what is believed", () => {
    const to = key("contact", "C");
    const at = { scope: deal, at: NOON - 30 * DAY };
    const claims = [
      said,
      claim(2, li.key, { aspect: "power", level: 3 }, at),
      claim(3, li.key, { aspect: "access", level: 2 }, at),
      claim(4, li.key, { aspect: "stance", value: 1 }, at),
      claim(5, li.key, { aspect: "openness", level: 1 }, at),
      claim(6, li.key, { aspect: "influences", whom: to, strength: 2, holds: true }, at),
      claim(7, deal, { aspect: "culture", value: "consensus" }, at),
    ];
    const usual = fold({ ...input, claims }, NOON);
    for (const aspect of AGEING) {
      const halfLife = { ...HALF_LIFE, [aspect]: HALF_LIFE[aspect] / 2 };
      const assumptions = { ...DEFAULT_ASSUMPTIONS, halfLife };
      const { beliefs, profile } = fold({ ...input, claims, assumptions }, NOON);
      expect({ aspect, of: [beliefs.get(li.key), profile] }).not.toEqual({
        aspect,
        of: [usual.beliefs.get(li.key), usual.profile],
      });
    }
  });
});

test("titles are read by the user's table", () => {
  const titles = titleTableOf({
    own: [{ id: "1", words: ["technical director"], seniority: 2, roles: ["coach"] }],
  });
  const assumptions = { ...DEFAULT_ASSUMPTIONS, titles };
  const belief = fold({ ...input, assumptions }, NOON).beliefs.get(li.key);
  expect(belief?.seniority).toBe(2);
  expect(belief?.roles.coach.state).toBe("inferred");
  expect(belief?.roles["decision-maker"].state).toBe("unknown");
});

test("an earlier fold by other assumptions is not taken over", () => {
  const before = fold(input, NOON);
  expect(fold(input, NOON, before).beliefs.get(li.key)).toBe(before.beliefs.get(li.key));
  const assumptions = { ...DEFAULT_ASSUMPTIONS, halfLife: halfLivesIn({ role: 30 }) };
  const after = fold({ ...input, assumptions }, NOON, before).beliefs.get(li.key);
  expect(after?.roles.champion.evidence[0]?.weight).toBeCloseTo(1.2, 12);
});
