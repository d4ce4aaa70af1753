import type { Outcome, Step } from "@/lib/advice";
import { kindOf, type RecordKey, type StepState } from "@/lib/domain";
import { say, stated, withdrawal } from "./saying";

export { namedDecider } from "@/lib/advice";

const DAY = 24 * 60 * 60 * 1_000;

/** How long a step may be put off (days). */
export const SNOOZES = [1, 7, 30] as const;

/**
 * A step is done, and this came of it: one act, undone together. What it contradicts is taken back; the account's
 * defaults are not by what an opportunity says: there they are silent anyway.
 */
export function doneWith(
  step: Step,
  outcome: Outcome,
  scope: RecordKey,
  label: string,
): Promise<void> {
  return say(label, [
    ...outcome.claims.map(({ about, says, how, sure }) =>
      stated(about, scope, says, { how, sure }),
    ),
    ...(outcome.takesBack ?? [])
      .filter((one) => one.scope === scope || kindOf(scope) !== "opportunity")
      .map(withdrawal),
    handling(step, scope, "done"),
  ]);
}

/** A step comes back after so many days. */
export function putOff(step: Step, scope: RecordKey, days: number, label: string): Promise<void> {
  return say(label, [handling(step, scope, "snoozed", { until: Date.now() + days * DAY })]);
}

/** A step is not wanted, and does not come back while its reason is the same. */
export function dismiss(step: Step, scope: RecordKey, why: string, label: string): Promise<void> {
  return say(label, [handling(step, scope, "dismissed", why.trim() ? { why: why.trim() } : {})]);
}

function handling(
  { key }: Step,
  scope: RecordKey,
  state: StepState,
  more: { until?: number; why?: string } = {},
) {
  const says = { aspect: "step", step: key, state, ...more } as const;
  return stated(scope, scope, says, { how: "judgement", sure: "certain" });
}
