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
import { statedBy, stepOf, stepsOf } from "../testing";

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
  const old = stepOf("refresh", { says: [[chen, decides(), ago(400)]] });
  expect(statedBy(old, "no")).toEqual([[chen, role("decision-maker", false)]]);
});
