/** Builders for tests of the rules: a situation from what is said of people. */
import { NOON } from "@/lib/domain/testing";
import { mapOf, type Case } from "@/lib/structure/testing";
import { nextSteps, type Situation, type Step } from "./index";
import type { Draft, Rule } from "./rule";
import type { StepKind } from "./step";

export function situationOf(one: Case & { closes?: number | null }): Situation {
  const { now = NOON, closes = null } = one;
  return { ...mapOf(one), now, closes };
}

/** The steps of one kind, as they are ranked among all. */
export function stepsOf(kind: StepKind, one: Case & { closes?: number | null }): Step[] {
  return nextSteps(situationOf(one)).filter((step) => step.kind === kind);
}

/** The one step of its kind; fails when there is none or several. */
export function stepOf(kind: StepKind, one: Case & { closes?: number | null }): Step {
  const [step, ...more] = stepsOf(kind, one);
  if (!step || more.length > 0) throw new Error(`${more.length + Number(Boolean(step))} × ${kind}`);
  return step;
}

/** The steps as one rule finds them, before they are ranked among all. */
export function draftsOf(rule: Rule, one: Parameters<typeof situationOf>[0]): Draft[] {
  return rule(situationOf(one));
}

/** What an outcome of a step states, without the grounds. */
export function statedBy(step: Step, key: string) {
  return step.outcomes
    .filter((outcome) => outcome.key === key)
    .flatMap(({ claims }) => claims.map(({ about, says }) => [about, says] as const));
}
