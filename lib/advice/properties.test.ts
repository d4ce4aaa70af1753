import fc from "fast-check";
import { expect, test } from "vitest";
import { fold } from "@/lib/beliefs";
import {
  anyDecision,
  anyLog,
  anyReordered,
  inputOf,
  saidElsewhere,
  type AnyDecision,
} from "@/lib/beliefs/testing";
import { standing } from "@/lib/domain";
import { DAY, NOON } from "@/lib/domain/testing";
import { powerStructure } from "@/lib/structure";
import { nextQuestions, nextSteps, type Situation } from "./index";

const CLOSES = NOON + 25 * DAY;

function situationOf(decision: AnyDecision, claims = standing(decision.log)): Situation {
  const { beliefs, profile } = fold(inputOf(decision, claims), NOON);
  return { beliefs, structure: powerStructure(beliefs, profile), now: NOON, closes: CLOSES };
}

test("steps are of finite worth with keys of their own, best first, never through an opponent", () => {
  fc.assert(
    fc.property(anyDecision, (decision) => {
      const situation = situationOf(decision);
      const steps = nextSteps(situation);
      expect(new Set(steps.map(({ key }) => key)).size).toBe(steps.length);
      steps.slice(1).forEach(({ score }, n) => {
        expect(score).toBeLessThanOrEqual(steps[n]!.score + 1e-8);
      });
      for (const { score, gain, through, person: who, outcomes } of steps) {
        expect(score).toBeGreaterThanOrEqual(0);
        for (const one of Object.values(gain)) expect(Number.isFinite(one)).toBe(true);
        expect(gain.support).toBeGreaterThanOrEqual(0);
        expect(gain.spread).toBeLessThanOrEqual(1e-9);
        expect(outcomes.length).toBeGreaterThan(0);
        for (const one of through) {
          expect(one).not.toBe(who);
          const { state, estimate } = situation.beliefs.get(one)!.stance;
          expect(state === "unknown" || estimate > -0.5).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

/** What is proposed, with what it is worth. */
const proposed = (situation: Situation) =>
  Object.fromEntries(nextSteps(situation).map((step) => [step.key, step]));

const asked = ({ beliefs, structure }: Situation) =>
  new Map(
    nextQuestions(beliefs, structure).map(({ person, about, value }) => [
      `${about} ${person}`,
      value,
    ]),
  );

test("the order in which people and claims are known changes no step, no score and no question", () => {
  fc.assert(
    fc.property(anyReordered, ({ decision, claims, reordered, shuffled }) => {
      const one = situationOf(decision, claims);
      const other = situationOf(reordered, shuffled);
      const [steps, others] = [proposed(one), proposed(other)];
      expect(Object.keys(others).toSorted()).toEqual(Object.keys(steps).toSorted());
      for (const [key, step] of Object.entries(steps)) {
        expect(others[key]!.score).toBeCloseTo(step.score, 7);
        expect(others[key]!.through).toEqual(step.through);
        expect(others[key]!.person).toBe(step.person);
      }
      const [questions, same] = [asked(one), asked(other)];
      expect([...same.keys()].toSorted()).toEqual([...questions.keys()].toSorted());
      for (const [question, value] of questions) {
        expect(same.get(question)).toBeCloseTo(value, 7);
      }
    }),
    { numRuns: 300 },
  );
});

test("what is said in one opportunity changes no advice for another", () => {
  fc.assert(
    fc.property(anyDecision, anyLog, (decision, other) => {
      const claims = standing(decision.log);
      const there = saidElsewhere(other);
      expect(nextSteps(situationOf(decision, [...claims, ...there]))).toEqual(
        nextSteps(situationOf(decision, claims)),
      );
    }),
  );
});
