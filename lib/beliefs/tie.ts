import type { RecordKey } from "@/lib/domain";
import { CONTESTED_FROM, TIE_PRIOR, UNSAID_STRENGTH } from "./constants";
import { strongestFirst, type Evidence } from "./evidence";
import { fromLogit, logit } from "./odds";
import type { BeliefState } from "./role";

type PersonKey = RecordKey<"contact">;

/** One person moves another, who listens to them. */
export interface Tie {
  from: PersonKey;
  whom: PersonKey;
  /** A little 1, clearly 2, decisively 3: the mean of what was said, by weight; else {@link UNSAID_STRENGTH}. */
  strength: number;
  /** How likely it is that there is such a tie. */
  probability: number;
  state: Extract<BeliefState, "stated" | "contested">;
  /** How far the pair is settled, one way or the other: 0 not at all, towards 1 the more was said of it. */
  settled: number;
  /** Strongest first. */
  evidence: Evidence[];
}

/**
 * Of whom it was said whether a person moves them, by log-odds pooling of the claims about each pair. One that is no
 * likelier than one of which nothing is known is none to speak of (see {@link isTie}), but it is settled.
 */
export function tiesOf(from: PersonKey, evidence: readonly Evidence[]): Tie[] {
  const byWhom = Map.groupBy(evidence, ({ says }) => (says as { whom: PersonKey }).whom);
  return [...byWhom].map(([whom, about]): Tie => {
    const ordered = about.toSorted(strongestFirst);
    let [odds, forIt, against, weights, strengths, said] = [logit(TIE_PRIOR), 0, 0, 0, 0, 0];
    for (const { says, weight } of ordered) {
      if (says.aspect !== "influences") continue;
      odds += says.holds ? weight : -weight;
      said += weight;
      if (says.holds) {
        forIt = Math.max(forIt, weight);
        weights += weight;
        strengths += weight * says.strength;
      } else against = Math.max(against, weight);
    }
    const probability = fromLogit(odds);
    const contested = forIt >= CONTESTED_FROM && against >= CONTESTED_FROM;
    const state = contested ? "contested" : "stated";
    const strength = weights > 0 ? strengths / weights : UNSAID_STRENGTH;
    const settled = 1 - 2 ** -said;
    return { from, whom, strength, probability, state, settled, evidence: ordered };
  });
}

/** Whether it is taken that the one moves the other. */
export function isTie({ probability }: Tie): boolean {
  return probability > TIE_PRIOR;
}
