import { HALF_LIFE, METHOD_WEIGHT, SCALES, SURENESS_FACTOR, Z_90 } from "./constants";
import { strongestFirst, type Evidence } from "./evidence";
import type { BeliefState } from "./role";

export type ScaleName = keyof typeof SCALES;

/** Where a person stands on a scale, with a 90 % interval. */
export interface ScaleBelief {
  scale: ScaleName;
  state: Extract<BeliefState, "unknown" | "stated">;
  /** The scale's middle where nothing is known: look at `state` first. */
  estimate: number;
  low: number;
  high: number;
  variance: number;
  /** Newest first. */
  evidence: Evidence[];
}

/**
 * Precision-weighted mean of the claims (inverse-variance weighting). One claim's variance is the
 * prior's, divided by 1 + 2 × its method's weight × sureness; it doubles with each half-life, so that what
 * is long ago has no say against what is new. All together never know less than the prior. No claim:
 * unknown, with the prior's interval.
 */
export function scaleBelief(
  scale: ScaleName,
  evidence: readonly Evidence[],
  now: number,
): ScaleBelief {
  const { low, high, priorMean, priorVariance } = SCALES[scale];
  const ordered = evidence.toSorted((a, b) => b.at - a.at || strongestFirst(a, b));
  let [precision, sum] = [0, 0];
  for (const { says, how, sure, at } of ordered) {
    const value = valueOf(says);
    if (value === null) continue;
    const fresh = priorVariance / (1 + METHOD_WEIGHT[how] * SURENESS_FACTOR[sure] * 2);
    const aged = fresh * 2 ** (Math.max(0, now - at) / HALF_LIFE[scale]);
    precision += 1 / aged;
    sum += value / aged;
  }
  const known = precision > 0;
  const estimate = known ? Math.min(high, Math.max(low, sum / precision)) : priorMean;
  const variance = known ? Math.min(1 / precision, priorVariance) : priorVariance;
  const reach = Z_90 * Math.sqrt(variance);
  return {
    scale,
    state: known ? "stated" : "unknown",
    estimate,
    low: Math.max(low, estimate - reach),
    high: Math.min(high, estimate + reach),
    variance,
    evidence: ordered,
  };
}

function valueOf(says: Evidence["says"]): number | null {
  if (says.aspect === "stance") return says.value;
  if (says.aspect === "power" || says.aspect === "access") return says.level;
  return null;
}
