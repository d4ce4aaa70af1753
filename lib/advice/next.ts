import { CLOSING_HALF_LIFE, COST, SAME_PERSON, WORTH } from "./constants";
import { greaterFirst } from "./greaterFirst";
import type { Draft, Rule } from "./rule";
import { adaptPitch } from "./rules/adaptPitch";
import { answerObjection } from "./rules/answerObjection";
import { protectChampion, proveChampion } from "./rules/champion";
import { findDecisionMaker } from "./rules/findDecisionMaker";
import { learnStance } from "./rules/learnStance";
import { addThread, deepenAccess, meet } from "./rules/meet";
import { refresh } from "./rules/refresh";
import { resolveContested } from "./rules/resolveContested";
import { verifyRole } from "./rules/verifyRole";
import { neutralize, winOver } from "./rules/winOver";
import type { Situation } from "./situation";
import type { Gain, Step } from "./step";

/** One for each kind of gap. */
export const RULES: readonly Rule[] = [
  findDecisionMaker,
  verifyRole,
  resolveContested,
  learnStance,
  meet,
  deepenAccess,
  winOver,
  adaptPitch,
  protectChampion,
  proveChampion,
  neutralize,
  answerObjection,
  addThread,
  refresh,
];

/**
 * The next steps, the most valuable first: expected effect on support, coverage, what is not found and what is
 * not sure, in points of the decision, times the urgency of the close date, by the political cost. A second
 * step about the same person counts less, so that the first steps are not all about one.
 */
export function nextSteps(situation: Situation): Step[] {
  const urgency = urgencyOf(situation);
  const hidden = situation.set?.hidden;
  const isAsked = ({ kind, facts }: Draft) =>
    kind !== "verify-role" || facts.role === undefined || !hidden?.has(facts.role);
  const steps: Step[] = [];
  for (const rule of RULES) {
    for (const draft of rule(situation)) if (isAsked(draft)) steps.push(stepOf(draft, urgency));
  }
  Map.groupBy(steps, ({ person }) => person).forEach(discount);
  return steps.toSorted(byScore);
}

/** Of steps about one person the second counts less than the first, and the third less than that. */
function discount(steps: readonly Step[]): void {
  // They are few: counting those before each is quicker than sorting them.
  const before = steps.map((step) => {
    let count = 0;
    for (const other of steps) if (other !== step && byScore(other, step) < 0) count++;
    return count;
  });
  steps.forEach((step, n) => (step.score *= SAME_PERSON ** before[n]!));
}

/** The draft with its score, without what only the score needs. */
function stepOf(draft: Draft, urgency: number): Step {
  // Named one by one: the rest of an object is slow to make.
  const { key, kind, person, through, facts, gain, pitch, outcomes } = draft;
  const score = ((worthOf(gain) + (draft.besides ?? 0)) * urgency) / (1 + COST[draft.cost]);
  return { key, kind, person, through, facts, gain, pitch, outcomes, score };
}

/** In points of the decision; see {@link WORTH}. */
export function worthOf({ support, covered, notFound, spread }: Gain): number {
  return (
    WORTH.support * support +
    WORTH.covered * covered +
    WORTH.notFound * -notFound +
    WORTH.spread * -spread
  );
}

/** 1 long before the close date, 2 on that day; what is overdue stays at 2. */
function urgencyOf({ closes, now }: Situation): number {
  return closes === null ? 1 : 1 + 2 ** (-Math.max(0, closes - now) / CLOSING_HALF_LIFE);
}

function byScore(a: Step, b: Step): number {
  const more = greaterFirst(a.score, b.score);
  // A whole number that is small needs no memory: thousands are compared.
  if (more !== 0) return more > 0 ? 1 : -1;
  return a.key < b.key ? -1 : 1;
}
