/** Builders for tests of the rules: a situation from what is said of people. */
import { DAY, NOON } from "@/lib/domain/testing";
import {
  access,
  chen,
  decides,
  li,
  mapOf,
  moves,
  reports,
  role,
  seen,
  stance,
  wang,
  zhao,
  type Case,
  type Said,
} from "@/lib/structure/testing";
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

/**
 * The textbook case (docs/method.md): a software company sells to a large enterprise; the technical director
 * decides, the manager of the IT department leads opinion. We know the manager, who is for us.
 */
export const textbook = {
  people: [chen, li, wang, zhao],
  titles: {
    [chen]: "技术总监",
    [li]: "信息技术部门经理",
    [wang]: "车间班长",
    [zhao]: "采购经理",
  },
  says: [
    [chen, decides(), { how: "interview" }],
    [li, role("opinion-leader"), { how: "observation" }],
    [zhao, role("purchaser"), { how: "judgement" }],
    [wang, role("user"), { how: "judgement" }],
    [li, moves(chen), { how: "observation" }],
    [li, reports(chen), { how: "interview" }],
    [wang, reports(li), { how: "judgement" }],
    [zhao, reports(chen), { how: "judgement" }],
    [li, access(2), seen],
    [li, stance(1), { how: "interview" }],
  ] as Said[],
  closes: NOON + 25 * DAY,
};
