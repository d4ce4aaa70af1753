import { TIE_PRIOR, UNSAID_STRENGTH } from "@/lib/beliefs";
import {
  LEAST_LISTENING,
  PRIOR_LISTENING,
  tieWeight,
  type Beliefs,
  type Network,
} from "@/lib/structure";
import { answers, OWN_WORD, spreadOf } from "./answers";

/** How much a person listens to others by the ties that are asked about, and the variance of that. */
interface Heard {
  weight: number;
  variance: number;
}

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
  const now = people.map((): Heard => ({ weight: 0, variance: 0 }));
  for (const { listener, weight, variance } of ties) {
    now[listener]!.weight += weight;
    now[listener]!.variance += variance;
  }
  const after = now.map((one) => ({ ...one }));
  const unsaid = people.map(() => others);
  for (const { influences, denied } of beliefs.values()) {
    for (const { from, whom, probability, strength } of [...influences, ...denied]) {
      const i = at.get(whom);
      if (i === undefined || !at.has(from)) continue;
      const had = heard(probability, tieWeight(strength));
      const next = afterAnswer(probability, tieWeight(strength));
      after[i]!.weight += next.weight - had.weight;
      after[i]!.variance += next.variance - had.variance;
      unsaid[i]! -= 1;
    }
  }
  const fresh = afterAnswer(TIE_PRIOR, tieWeight(UNSAID_STRENGTH));
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

function heard(probability: number, weight: number): Heard {
  return { weight: weight * probability, variance: weight ** 2 * spreadOf(probability) };
}

function afterAnswer(probability: number, weight: number): Heard {
  const { yes, afterYes, afterNo } = answers(probability);
  const [if1, if0] = [heard(afterYes, weight), heard(afterNo, weight)];
  return {
    weight: yes * if1.weight + (1 - yes) * if0.weight,
    variance: yes * if1.variance + (1 - yes) * if0.variance,
  };
}
