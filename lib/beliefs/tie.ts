import type { RecordKey } from "@/lib/domain";
import { CONTESTED_FROM, TIE_PRIOR } from "./constants";
import { strongestFirst, type Evidence } from "./evidence";
import { fromLogit, logit } from "./odds";
import type { BeliefState } from "./role";

type PersonKey = RecordKey<"contact">;

/** One person moves another, who listens to them. */
export interface Tie {
  from: PersonKey;
  whom: PersonKey;
  /** A little 1, clearly 2, decisively 3: the mean of what was said, by weight. */
  strength: number;
  /** How likely it is that there is such a tie. */
  probability: number;
  state: Extract<BeliefState, "stated" | "contested">;
  /** Strongest first. */
  evidence: Evidence[];
}

/**
 * Whom a person moves, by log-odds pooling of the claims about each pair. A tie that was denied, or is
 * no likelier than one of which nothing is known, is none.
 */
export function tiesOf(from: PersonKey, evidence: readonly Evidence[]): Tie[] {
  const byWhom = Map.groupBy(evidence, ({ says }) => (says as { whom: PersonKey }).whom);
  return [...byWhom].flatMap(([whom, about]) => {
    const ordered = about.toSorted(strongestFirst);
    let [odds, forIt, against, weights, strengths] = [logit(TIE_PRIOR), 0, 0, 0, 0];
    for (const { says, weight } of ordered) {
      if (says.aspect !== "influences") continue;
      odds += says.holds ? weight : -weight;
      if (says.holds) {
        forIt = Math.max(forIt, weight);
        weights += weight;
        strengths += weight * says.strength;
      } else against = Math.max(against, weight);
    }
    const probability = fromLogit(odds);
    if (probability <= TIE_PRIOR || weights === 0) return [];
    const contested = forIt >= CONTESTED_FROM && against >= CONTESTED_FROM;
    const state = contested ? "contested" : "stated";
    const strength = strengths / weights;
    return [{ from, whom, strength, probability, state, evidence: ordered }];
  });
}
