import { strongestFirst, type Evidence } from "./evidence";
import type { BeliefState } from "./role";

/** A belief that is one of several words: the best supported one. */
export interface TraitBelief<T extends string> {
  value: T;
  state: Exclude<BeliefState, "contested">;
  /** The strongest first: it gives the value. */
  evidence: Evidence[];
}

/**
 * Of several words the one with most weight behind it, all claims for it added; what was stated goes
 * before what was inferred. With no evidence: unknown, and the word that is taken then.
 */
export function traitBelief<T extends string>(
  evidence: readonly Evidence[],
  otherwise: T,
): TraitBelief<T> {
  const stated = evidence.filter(({ claim }) => claim !== undefined);
  const counting = (stated.length > 0 ? stated : evidence).toSorted(strongestFirst);
  const weights = new Map<T, number>();
  for (const { says, weight } of counting) {
    const { value } = says as unknown as { value: T };
    weights.set(value, (weights.get(value) ?? 0) + weight);
  }
  const [best] = [...weights].toSorted(([, a], [, b]) => b - a);
  if (!best) return { value: otherwise, state: "unknown", evidence: [] };
  return { value: best[0], state: stated.length > 0 ? "stated" : "inferred", evidence: counting };
}
