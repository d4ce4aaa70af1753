import {
  CONTESTED_APART,
  CONTESTED_FROM,
  FADED_BELOW,
  SCALE_PRECISION,
  SCALES,
  STEP_VARIANCE,
  Z_90,
} from "./constants";
import { strongestFirst, type Evidence } from "./evidence";
import type { BeliefState } from "./role";

export type ScaleName = keyof typeof SCALES;

/** Where a person stands on a scale, with a 90 % interval. */
export interface ScaleBelief {
  scale: ScaleName;
  state: Exclude<BeliefState, "inferred">;
  /** What was said of it, on average by weight, for words; null where it is unknown. The estimate is drawn to what
   * is expected of anybody. */
  said: number | null;
  /** What is expected of anybody, where nothing is known: look at `state` first. */
  estimate: number;
  low: number;
  high: number;
  variance: number;
  /** Newest first. */
  evidence: Evidence[];
}

/**
 * Precision-weighted mean (inverse-variance weighting) of the claims and of what is expected of anybody:
 * the posterior of a normal mean. A claim's precision is {@link SCALE_PRECISION} × its weight today, in
 * units of the prior's, less what saying it in whole steps loses, so that what is long ago fades into the prior. No claim, or
 * none that has not faded: unknown. Strong claims that contradict each other make it contested.
 */
export function scaleBelief(scale: ScaleName, evidence: readonly Evidence[]): ScaleBelief {
  const { low, high, priorMean, priorVariance } = SCALES[scale];
  const ordered = evidence.toSorted((a, b) => b.at - a.at || strongestFirst(a, b));
  let [precision, sum] = [1, priorMean];
  for (const { says, weight } of ordered) {
    const value = valueOf(says);
    if (value === null) continue;
    const worth = 1 / (1 / (SCALE_PRECISION * weight) + STEP_VARIANCE / priorVariance);
    precision += worth;
    sum += worth * value;
  }
  const counted = precision - 1;
  const known = counted >= FADED_BELOW;
  const estimate = sum / precision;
  const variance = priorVariance / precision;
  const reach = Z_90 * Math.sqrt(variance);
  return {
    scale,
    state: !known ? "unknown" : isContested(scale, ordered) ? "contested" : "stated",
    said: known ? (sum - priorMean) / counted : null,
    estimate,
    low: Math.max(low, estimate - reach),
    high: Math.min(high, estimate + reach),
    variance,
    evidence: ordered,
  };
}

/** For and against us, or two steps apart on the other scales. */
function isContested(scale: ScaleName, evidence: readonly Evidence[]): boolean {
  const strong = evidence
    .filter(({ weight }) => weight >= CONTESTED_FROM)
    .flatMap(({ says }) => valueOf(says) ?? []);
  const [least, most] = [Math.min(...strong), Math.max(...strong)];
  return scale === "stance" ? least < 0 && most > 0 : most - least >= CONTESTED_APART;
}

function valueOf(says: Evidence["says"]): number | null {
  if (says.aspect === "stance") return says.value;
  return "level" in says ? says.level : null;
}
