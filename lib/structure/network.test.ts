import { describe, expect, test } from "vitest";
import { DEFAULT_PROFILE, type Profile } from "@/lib/domain";
import { networkOf } from "./network";
import { decisionWeights } from "./decision";
import { predict } from "./support";
import {
  believed,
  chen,
  decides,
  li,
  moves,
  reports,
  seen,
  stance,
  wang,
  type Said,
} from "./testing";

const people = [li, wang, chen];
const says: Said[] = [
  [wang, moves(li, 3), seen],
  [chen, moves(li, 1), seen],
  [li, reports(wang), seen],
];
/** The weight with which one listens to another; several ties of a pair add up. */
const weight = (profile: Partial<Profile>, listener: typeof li, to: typeof li, of = says) => {
  const network = networkOf(believed({ people, says: of }).beliefs, {
    ...DEFAULT_PROFILE,
    ...profile,
  });
  const at = (who: typeof li) => network.people.indexOf(who);
  return network.ties
    .filter((tie) => tie.listener === at(listener) && tie.to === at(to))
    .reduce((sum, tie) => sum + tie.weight, 0);
};
// A tie seen for certain: logit .2 + 4 = 2.614, P = .9318.
const P = 1 / (1 + Math.exp(Math.log(4) - 4));

describe("who listens to whom, by hand", () => {
  test("a tie weighs by its strength, doubled with each step", () => {
    expect(weight({}, li, chen)).toBeCloseTo(P / 2, 9);
    expect(weight({ organisation: "team" }, li, wang)).toBeCloseTo(P * 2 + P * 0.3, 9);
    expect(weight({}, chen, li)).toBe(0);
  });

  test.for([
    ["functional", 1, 0.2],
    ["matrix", 0.6, 0.3],
    ["team", 0.3, 0.3],
  ] as const)("a reporting line in a %s organisation", ([organisation, up, down]) => {
    const line: Said[] = [[li, reports(wang), seen]];
    expect(weight({ organisation }, li, wang, line)).toBeCloseTo(P * up, 9);
    expect(weight({ organisation }, wang, li, line)).toBeCloseTo(P * down, 9);
  });

  test("standing: by title, power and leading opinion", () => {
    const { standing } = networkOf(
      believed({
        people: [li, wang],
        titles: { [li]: "CEO", [wang]: "Clerk" },
      }).beliefs,
      DEFAULT_PROFILE,
    );
    // Five ranks apart by four: a factor of 3; opinion leaders neither.
    expect(standing[0]! / standing[1]!).toBeCloseTo(3, 9);
  });

  test("how far others' word moves: interpolated between the steps", () => {
    const susceptibility = (level: 1 | 3) =>
      networkOf(
        believed({ people, says: [[li, { aspect: "openness", level }, seen]] }).beliefs,
        DEFAULT_PROFILE,
      ).susceptibility[0]!;
    // 1 / (1 / 8 + 1 / 8) = 4: (2 + 4·3) / 5 = 2.8, and 1.2.
    expect(susceptibility(3)).toBeCloseTo(0.7 + 0.8 * 0.2, 9);
    expect(susceptibility(1)).toBeCloseTo(0.45 + 0.2 * 0.25, 9);
  });
});

/**
 * The variance of the support against what it is an approximation of: stances, susceptibilities and ties are
 * drawn from their beliefs, and the outcome is computed anew each time.
 */
test("the variance of the support is that of the model, within a fifth", () => {
  const { beliefs } = believed({
    people,
    says: [
      ...says,
      [li, decides(), { ...seen, by: "a" }],
      [li, decides(), { ...seen, by: "b" }],
      [wang, decides(false), { ...seen, by: "a" }],
      [chen, decides(false), { ...seen, by: "a" }],
      [li, stance(1)],
      [wang, stance(-1)],
    ],
  });
  const network = networkOf(beliefs, DEFAULT_PROFILE);
  const decision = decisionWeights(beliefs, DEFAULT_PROFILE);
  const { support } = predict(beliefs, network, decision, 0);
  let seed = 7;
  const uniform = () => {
    // mulberry32, a small generator that gives the same numbers everywhere.
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const drawn = Array.from({ length: 20_000 }, () => {
    const total = new Float64Array(people.length);
    const ties = network.ties.map((tie) => {
      const weight = Math.max(0, tie.weight + normal() * Math.sqrt(tie.variance));
      total[tie.listener]! += weight;
      return { ...tie, weight };
    });
    const clamp = (a: number) => Math.min(0.99, Math.max(0, a));
    const susceptibility = network.susceptibility.map((a, i) =>
      clamp(a + normal() * Math.sqrt(network.susceptibilityVariance[i]!)),
    );
    const certain = new Map(
      [...beliefs].map(([key, belief]) => [
        key,
        {
          ...belief,
          stance: {
            ...belief.stance,
            estimate: belief.stance.estimate + normal() * Math.sqrt(belief.stance.variance),
          },
        },
      ]),
    );
    return predict(certain, { ...network, ties, total, susceptibility }, decision, 0).support
      .estimate;
  });
  const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length;
  const variance = drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length;
  expect(mean).toBeCloseTo(support.estimate, 1);
  // What the draws leave as it is: who holds the other roles, and the prior's part of listening.
  const left = predict(
    beliefs,
    network,
    {
      ...decision,
      variance: decision.variance.map(() => 0),
      decisionMakerVariance: decision.variance.map(() => 0),
    },
    0,
  ).support.variance;
  expect(variance / left).toBeGreaterThan(0.8);
  expect(variance / left).toBeLessThan(1.2);
});
