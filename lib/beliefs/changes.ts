import type { StatedClaim } from "@/lib/domain";

/** What is different between two lists of claims. */
export interface Changes {
  /** In the order of their lists: what only the earlier one has for sure, and what only the later one has. */
  removed: readonly StatedClaim[];
  added: readonly StatedClaim[];
  /** What both end with, from where they differ. */
  rest: readonly StatedClaim[];
}

/** The pair that was compared last, as both who folds and who reasons ask: no more, lest each list keep the one before. */
let last: Record<"before" | "after", readonly StatedClaim[]> & { changes: Changes } = {
  before: [],
  after: [],
  changes: { removed: [], added: [], rest: [] },
};

/**
 * All that stands between what both lists begin with and what both end with. A new claim is mostly the last one,
 * and one that was withdrawn the only one, so that this is mostly a single claim.
 */
export function changesOf(before: readonly StatedClaim[], after: readonly StatedClaim[]): Changes {
  if (last.before !== before || last.after !== after) {
    last = { before, after, changes: compared(before, after) };
  }
  return last.changes;
}

function compared(before: readonly StatedClaim[], after: readonly StatedClaim[]): Changes {
  const start = sameFromStart(before, after);
  const least = Math.min(before.length, after.length) - start;
  let end = 0;
  while (end < least && isSameClaim(before.at(-1 - end)!, after.at(-1 - end)!)) end++;
  return {
    removed: before.slice(start, before.length - end),
    added: after.slice(start, after.length - end),
    rest: after.slice(after.length - end),
  };
}

/** How many are the same from the start: mostly all but one of thousands. */
function sameFromStart(before: readonly StatedClaim[], after: readonly StatedClaim[]): number {
  const least = Math.min(before.length, after.length);
  let n = 0;
  // Unlike ===, which looks at what both are, this looks no further where they are the very same.
  while (n < least && (Object.is(before[n], after[n]) || isSameClaim(before[n]!, after[n]!))) n++;
  return n;
}

/**
 * Some of the earlier list's claims with the changes: what a pass over the whole later list would find, without it.
 *
 * @param isOne which claims they are
 */
export function withChanges(
  had: readonly StatedClaim[],
  { removed, added, rest }: Changes,
  isOne: (claim: StatedClaim) => boolean,
): readonly StatedClaim[] {
  const gone = new Set(removed.map(({ id }) => id));
  const kept = gone.size > 0 ? had.filter(({ id }) => !gone.has(id)) : had;
  const next = rest.find(isOne)?.id;
  const at = next === undefined ? kept.length : kept.findIndex(({ id }) => id === next);
  return kept.toSpliced(at, 0, ...added.filter(isOne));
}

/** Claims never change, so the id tells; but their keys are canonical, which changes when people are joined. */
export function isSameClaim(a: StatedClaim, b: StatedClaim): boolean {
  return a === b || (a.id === b.id && a.about === b.about && sameKeys(a.says, b.says));
}

function sameKeys(a: StatedClaim["says"], b: StatedClaim["says"]): boolean {
  if (a.aspect === "influences" && b.aspect === "influences") return a.whom === b.whom;
  if (a.aspect === "reports-to" && b.aspect === "reports-to") return a.to === b.to;
  return true;
}
