import { expect, test } from "vitest";
import { NOON } from "@/lib/domain/testing";
import { access, chen, decides, li, reports, role, seen, wang } from "@/lib/structure/testing";
import { statedBy, stepOf, stepsOf } from "../testing";

test("a role that only a title gives is verified with whoever is near the person", () => {
  const step = stepOf("verify-role", {
    titles: { [chen]: "Owner" },
    says: [
      [li, access(1), seen],
      [wang, access(3), seen],
      [li, reports(chen)],
    ],
  });
  expect(step).toMatchObject({
    person: chen,
    through: [li],
    facts: { role: "decision-maker" },
  });
  expect(step.facts.probability).toBeCloseTo(0.395, 3);
});

test("so is one that rests on a single weak claim, and not one that is well founded", () => {
  const guess = { how: "judgement", sure: "guess" } as const;
  const weak = (sure: "guess" | "likely") =>
    stepsOf("verify-role", { says: [[li, decides(), { ...guess, sure }]] });
  expect(weak("guess")).toHaveLength(1);
  expect(weak("likely")).toEqual([]);
  // Held, but said so long ago that it weighs 3.5 · .8 / 2.
  const old = {
    says: [[li, role("user"), { at: NOON - 365 * 86_400_000, sure: "certain" }]],
  } as const;
  expect(stepsOf("verify-role", old)).toHaveLength(1);
});

test("the decision maker's is worth more than a user's", () => {
  const links = { titles: { [chen]: "CEO", [li]: "Machine Operator" } };
  const steps = stepsOf("verify-role", links);
  expect(steps.map(({ facts }) => facts.role)).toEqual(["decision-maker", "user"]);
  expect(steps[0]?.score).toBeGreaterThan(3 * (steps[1]?.score ?? 0));
});

test("the answer is a claim, and another reason is another key", () => {
  const byTitle = stepOf("verify-role", { titles: { [chen]: "Owner" } });
  expect(statedBy(byTitle, "no")).toEqual([[chen, decides(false)]]);
  const byGuess = stepOf("verify-role", {
    titles: { [chen]: "Owner" },
    says: [[chen, decides(), { how: "judgement", sure: "guess" }]],
  });
  expect(byGuess.key).not.toBe(byTitle.key);
});
