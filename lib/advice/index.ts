/** The power structure turned into next steps (pure). One rule, one module. */
import { CLOSING_HALF_LIFE, COST, SAME_PERSON, WORTH } from "./constants";
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

export { handledSteps, sortSteps, type Handled } from "./handled";
export { nextQuestions, type Question } from "./questions";
export { askOutcomes } from "./rules/champion";
export { pitchFor, type Situation } from "./situation";
export {
  OUTCOME_KEYS,
  STEP_KINDS,
  type Facts,
  type Gain,
  type Outcome,
  type OutcomeClaim,
  type OutcomeKey,
  type Pitch,
  type Step,
  type StepKind,
} from "./step";

const rules: readonly Rule[] = [
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
  if (situation.beliefs.size === 0) return [];
  const urgency = urgencyOf(situation);
  const ranked = rules
    .flatMap((rule) => rule(situation))
    .map((draft) => ({
      draft,
      score: ((worthOf(draft.gain) + (draft.besides ?? 0)) * urgency) / (1 + COST[draft.cost]),
    }))
    .toSorted(byScore);
  const times = new Map<string, number>();
  return ranked
    .map(({ draft, score }) => {
      const who = draft.person ?? "";
      const before = times.get(who) ?? 0;
      times.set(who, before + 1);
      return { draft, score: score * SAME_PERSON ** before };
    })
    .toSorted(byScore)
    .map(({ draft: { cost: _cost, besides: _besides, ...step }, score }) => ({ ...step, score }));
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

function byScore(a: { draft: Draft; score: number }, b: { draft: Draft; score: number }): number {
  return b.score - a.score || (a.draft.key < b.draft.key ? -1 : 1);
}
