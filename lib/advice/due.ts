import type { RecordKey, StatedClaim } from "@/lib/domain";
import { DUE_FROM } from "./constants";
import { handledSteps, sortSteps, type Handled } from "./handled";
import type { Step } from "./step";

/**
 * The steps that are due: of those still to be done, the ones that are worth at least {@link DUE_FROM} points of
 * the decision, and the ones that the seller put off until a day that has come. What else is proposed can wait, and
 * is not counted anywhere: a number that is never zero says nothing.
 *
 * @param claims standing claims, and the scope: as for {@link handledSteps}
 * @returns those to be done, the most valuable first, of which the due ones are marked; these alone; and what became
 * of the others
 */
export function dueSteps(
  steps: readonly Step[],
  claims: readonly StatedClaim[],
  now: number,
  scope?: RecordKey,
): { open: Step[]; due: Step[]; handled: { step: Step; by: Handled }[] } {
  const said = handledSteps(
    claims.filter(({ says }) => says.aspect === "step"),
    scope,
  );
  const sorted = sortSteps(steps, said, now);
  // What is open and was put off has come back: its day is over.
  const cameBack = ({ key }: Step) => said.get(key)?.state === "snoozed";
  const open = sorted.open.map((step) =>
    step.score >= DUE_FROM || cameBack(step) ? { ...step, due: true as const } : step,
  );
  return { open, due: open.filter((step) => step.due), handled: sorted.handled };
}
