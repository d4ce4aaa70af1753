import type { StatedClaim } from "@/lib/domain";
import { DUE_FROM } from "./constants";
import { handledSteps, sortSteps } from "./handled";
import type { Step } from "./step";

/**
 * The steps that are due: of those still to be done, the ones that are worth at least {@link DUE_FROM} points of
 * the decision, and the ones that the seller put off until a day that has come. What else is proposed can wait, and
 * is not counted anywhere: a number that is never zero says nothing.
 *
 * @param claims standing claims, as for {@link handledSteps}
 * @returns those to be done, the most valuable first, and which of them are due
 */
export function dueSteps(
  steps: readonly Step[],
  claims: readonly StatedClaim[],
  now: number,
): { open: Step[]; due: Step[] } {
  const handled = handledSteps(claims.filter(({ says }) => says.aspect === "step"));
  const { open } = sortSteps(steps, handled, now);
  // What is open and was put off has come back: its day is over.
  const cameBack = ({ key }: Step) => handled.get(key)?.state === "snoozed";
  return { open, due: open.filter((step) => step.score >= DUE_FROM || cameBack(step)) };
}
