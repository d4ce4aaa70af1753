import { byTime, type RecordKey, type StatedClaim, type StepState } from "@/lib/domain";
import { AGAIN_AFTER } from "./constants";
import type { Step } from "./step";

/** What the user did with a step. */
export interface Handled {
  step: string;
  state: StepState;
  until: number | null;
  why: string | null;
  claim: StatedClaim;
}

/**
 * What became of steps, by their key: the newest word on each counts. Unlike what is said of people, it holds only
 * where it was said: the account's steps are not those of its opportunities.
 *
 * @param scope where the steps are proposed; without it, what was said anywhere counts
 */
export function handledSteps(
  claims: readonly StatedClaim[],
  scope?: RecordKey,
): Map<string, Handled> {
  const handled = new Map<string, Handled>();
  for (const claim of claims.toSorted(byTime)) {
    const { says } = claim;
    if (says.aspect !== "step" || (scope !== undefined && claim.scope !== scope)) continue;
    const { step, state, until = null, why = null } = says;
    handled.set(step, { step, state, until, why, claim });
  }
  return handled;
}

/**
 * The steps that are still to be done, and those that were done, put off or dismissed while their reason is
 * the same. A step that was put off comes back when its time has come, and one that was done to no avail after a
 * while.
 */
export function sortSteps(
  steps: readonly Step[],
  handled: ReadonlyMap<string, Handled>,
  now: number,
): { open: Step[]; handled: { step: Step; by: Handled }[] } {
  const open: Step[] = [];
  const away: { step: Step; by: Handled }[] = [];
  // A key begins with its kind. To look up a new string it is read as a whole, which for hundreds takes its time.
  const kinds = new Set<string>();
  for (const key of handled.keys()) kinds.add(key.slice(0, key.indexOf("/")));
  for (const step of steps) {
    const by = kinds.has(step.kind) ? handled.get(step.key) : undefined;
    if (by && now < rests(by)) away.push({ step, by });
    else open.push(step);
  }
  return { open, handled: away };
}

/** Until when a step is not proposed again (ms since 1970), unless its reason changes. */
function rests({ state, until, claim }: Handled): number {
  if (state === "snoozed") return until ?? 0;
  return state === "done" ? claim.at + AGAIN_AFTER : Infinity;
}
