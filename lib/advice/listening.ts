import { TIE_PRIOR, type Tie } from "@/lib/beliefs";
import type { Beliefs } from "@/lib/structure";
import { LEAST_LISTENING, PRIOR_LISTENING, TIE_WEIGHT } from "@/lib/structure/constants";
import type { Network } from "@/lib/structure/network";
import { answers, OWN_WORD, spreadOf } from "./answers";

/** How much a person listens to others by the ties that are asked about, and the variance of that. */
interface Heard {
  weight: number;
  variance: number;
}

const NOTHING: Heard = { weight: 0, variance: 0 };

/**
 * The part of the doubt about to whom a person listens that is expected to be left when they tell of each other
 * person whether they listen to them. The doubt is that of a mean of what the others think, by uncertain weights:
 * as all differ alike, it goes with
 *
 *     R = (Σ_j Var T_j + κ²) / (Σ_j T_j + κ)²
 *
 * (below one tie's worth in all, they hear less instead: the divisor stays that of one).
 * An answer makes each tie likelier or unlikelier, and lets the prior listening κ fade by the weight of the word.
 */
export function listeningKept(beliefs: Beliefs, network: Network): Float64Array {
  const { people, ties, total, prior } = network;
  const at = new Map(people.map((key, i) => [key, i]));
  const others = people.length - 1;
  // What is not asked about: reporting lines. All ties, less those that are.
  const now = people.map(() => ({ ...NOTHING }));
  for (const { listener, weight, variance } of ties) {
    now[listener]!.weight += weight;
    now[listener]!.variance += variance;
  }
  const after = now.map((one) => ({ ...one }));
  const unsaid = people.map(() => others);
  const each = (tie: Tie, known: boolean) => {
    const i = at.get(tie.whom);
    if (i === undefined || !at.has(tie.from)) return;
    const strength = weightOf(known ? tie.strength : null);
    const next = afterAnswer(tie.probability, strength);
    const had = known ? heard(tie.probability, strength) : NOTHING;
    after[i]!.weight += next.weight - had.weight;
    after[i]!.variance += next.variance - had.variance;
    unsaid[i]! -= 1;
  };
  for (const { influences, denied } of beliefs.values()) {
    for (const tie of influences) each(tie, true);
    for (const tie of denied) each(tie, false);
  }
  const fresh = afterAnswer(TIE_PRIOR, weightOf(null));
  return Float64Array.from(people, (_, i) => {
    const weight = after[i]!.weight + unsaid[i]! * fresh.weight;
    const variance = after[i]!.variance + unsaid[i]! * fresh.variance;
    const faded = Math.max(LEAST_LISTENING * PRIOR_LISTENING, prior[i]! * 2 ** -OWN_WORD);
    const open = (sum: number, spread: number, kappa: number) =>
      (spread + kappa ** 2) / Math.max(PRIOR_LISTENING, sum + kappa) ** 2;
    return Math.min(
      1,
      open(weight, variance, faded) / open(total[i]!, now[i]!.variance, prior[i]!),
    );
  });
}

/** By the strength that was said, or else "clearly". */
function weightOf(strength: number | null): number {
  return TIE_WEIGHT * 2 ** ((strength ?? 2) - 2);
}

function heard(probability: number, weight: number): Heard {
  return { weight: weight * probability, variance: weight ** 2 * spreadOf(probability) };
}

/** A tie that is no likelier than one of which nothing is known counts as none (`isTie`). */
function afterAnswer(probability: number, weight: number): Heard {
  const { yes, afterYes, afterNo } = answers(probability);
  const of = (one: number) => (one > TIE_PRIOR ? heard(one, weight) : NOTHING);
  const [if1, if0] = [of(afterYes), of(afterNo)];
  return {
    weight: yes * if1.weight + (1 - yes) * if0.weight,
    variance: yes * if1.variance + (1 - yes) * if0.variance,
  };
}
