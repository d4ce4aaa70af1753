import { expect, test } from "vitest";
import { DAY, NOON } from "@/lib/domain/testing";
import {
  access,
  chen,
  decides,
  li,
  person,
  role,
  seen,
  stance,
  type Said,
} from "@/lib/structure/testing";
import type { Draft } from "../rule";
import { draftsOf, situationOf, statedBy, stepOf, stepsOf } from "../testing";
import { refresh } from "./refresh";

const ago = (days: number) => ({ ...seen, at: NOON - days * DAY });

test("what we know of a key player is asked again when it is older than its half-life", () => {
  const says = (days: number): Said[] => [
    [chen, decides(), seen],
    [chen, stance(1), ago(days)],
  ];
  expect(stepsOf("refresh", { says: says(110) })).toEqual([]);
  const step = stepOf("refresh", { says: says(130) });
  expect(step).toMatchObject({ person: chen, facts: { aspect: "stance", days: 130 } });
  expect(step.gain.spread).toBeLessThan(0);
});

test("one thing per person, the stalest first; what was said anew is fresh", () => {
  const both: Said[] = [
    [chen, decides(), ago(400)],
    [chen, stance(1), ago(500)],
    [chen, access(2), ago(200)],
  ];
  expect(stepOf("refresh", { says: both }).facts.aspect).toBe("stance");
  const again: Said[] = [...both, [chen, stance(1), { ...ago(5), how: "act" }]];
  expect(stepOf("refresh", { says: again }).facts.aspect).toBe("access");
});

test("those without a say are let be", () => {
  const crowd = [chen, li, ...Array.from({ length: 30 }, (_, n) => person(`${n}`))];
  const says: Said[] = [
    [chen, decides(), seen],
    [li, stance(1), ago(500)],
  ];
  expect(stepsOf("refresh", { people: crowd, says })).toEqual([]);
});

test("still so is the same said today; else what is true instead", () => {
  const stale: Said[] = [
    [chen, decides(), seen],
    [chen, stance(1), ago(130)],
  ];
  const step = stepOf("refresh", { says: stale });
  expect(statedBy(step, "still-so")).toEqual([[chen, stance(1)]]);
  expect(step.outcomes.map(({ key }) => key)).toEqual(["still-so", "neutral", "against-us"]);
  const close = stepOf("refresh", { says: [stale[0]!, [chen, access(2), ago(200)]] });
  expect(close.outcomes.map(({ key, claims }) => [key, claims[0]?.says])).toEqual([
    ["still-so", access(2)],
    ["level", access(0)],
    ["level", access(1)],
    ["level", access(3)],
  ]);
  // Ours to know, and of the method that the last word was likely by.
  expect(close.outcomes[1]?.claims[0]).toMatchObject({ how: "observation", sure: "certain" });
  const old = stepOf("refresh", { says: [[chen, decides(), ago(400)]] });
  expect(statedBy(old, "no")).toEqual([[chen, role("decision-maker", false)]]);
});

test("is worth the share, and what the answer takes off the doubt, by hand", () => {
  const of = (says: Said[]) => {
    const one = { people: [chen, li], says: [[chen, decides(), seen], ...says] as Said[] };
    const [step] = draftsOf(refresh, one) as [Draft];
    return { step, share: step.facts.share ?? 0, structure: situationOf(one).structure };
  };
  const close = of([[chen, access(2), ago(200)]]);
  expect(close.step.gain.spread).toBe(0);
  expect(close.step.besides).toBe(close.share);
  // 4 · 2^(−130/120) = 1.8878: k = 1 / (1/3.7755 + 1/24) = 3.2624, variance 2 / 4.2624 = .4692; .4405 beside it.
  const stood = of([[chen, stance(1), ago(130)]]);
  const { variance } = stood.structure.support;
  const less = stood.structure.uncertainty.people.get(chen)!.stance * (1 - 0.4405 / 0.9097);
  const spread = 1.6449 * (Math.sqrt(variance - less) - Math.sqrt(variance));
  expect(stood.step.gain.spread).toBeCloseTo(spread, 4);
  expect(stood.step.besides).toBe(stood.share);
});
