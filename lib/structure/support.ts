import { SCALES, Z_90 } from "@/lib/beliefs";
import { PRIOR_LISTENING } from "./constants";
import type { DecisionWeights } from "./decision";
import { pull, settle } from "./influence";
import type { Beliefs, Network, PersonKey } from "./network";

const { low: LOWEST, high: HIGHEST, priorVariance: UNKNOWN_VARIANCE } = SCALES.stance;

/** How the decision leans, on the scale of the stance, with a 90 % interval. */
export interface Support {
  estimate: number;
  low: number;
  high: number;
  variance: number;
}

/** Where the variance of the support comes from: all parts sum to it. */
export interface Uncertainty {
  /** Per person: what is not known of their stance, and of whether they decide. */
  people: ReadonlyMap<PersonKey, { stance: number; decisionMaker: number }>;
  /** The decision maker may not be found yet. */
  notFound: number;
  /** Other roles, who listens to whom, and how far. */
  rest: number;
}

export interface Prediction {
  /** Each person's share of the decision, the ghost's apart; with it they sum to 1. */
  shares: ReadonlyMap<PersonKey, number>;
  support: Support;
  uncertainty: Uncertainty;
}

/**
 * The shares c, the predicted support S = Σ c_i·E[stance_i], and its variance by the delta method:
 *
 *     Var S′ ≈ Σ (∂S′/∂x)² · Var x      over stances, roles, ties, prior listening and susceptibility
 *
 * where a slope that is itself uncertain (roles and ties weigh what others think) counts with its expected
 * square. The derivatives come from one solve from each side: y (who pulls on the outcome) and f (what
 * everybody ends up thinking). With the chance g that the decision maker is not found, S is a mixture of
 * S′ and of the stance of somebody unknown: Var S = (1 − g)·Var S′ + g·Var₀ + g·(1 − g)·S′².
 */
export function predict(
  beliefs: Beliefs,
  network: Network,
  decision: DecisionWeights,
  ghost: number,
): Prediction {
  const { people, ties, total, standing, susceptibility, susceptibilityVariance } = network;
  const believed = [...beliefs.values()];
  const stances = believed.map(({ stance }) => stance);
  const own = Float64Array.from(stances, ({ estimate }) => estimate);
  const { weights, slope } = decision;
  const y = pull(network, weights);
  const f = settle(network, own);
  const known = 1 - ghost;
  const outcome = weights.reduce((sum, weight, i) => sum + weight * f[i]!, 0);
  // A person's end opinion is at least as uncertain as their own part in it.
  const opinionVariance = stances.map(
    ({ variance }, i) => (1 - susceptibility[i]!) ** 2 * variance,
  );
  const heard = (i: number) =>
    susceptibility[i]! > 0 ? (f[i]! - (1 - susceptibility[i]!) * own[i]!) / susceptibility[i]! : 0;
  const listens = (i: number) => (susceptibility[i]! * y[i]!) / (total[i]! + PRIOR_LISTENING);

  let rest = 0;
  for (const { listener, to, variance } of ties) {
    const apart = (f[to]! - heard(listener)) ** 2 + opinionVariance[to]!;
    rest += listens(listener) ** 2 * variance * apart;
  }
  const mean = standing.reduce((sum, p, i) => sum + p * f[i]!, 0);
  const scatter = standing.reduce(
    (sum, p, i) => sum + p * ((f[i]! - mean) ** 2 + opinionVariance[i]!),
    0,
  );
  const parts = new Map<PersonKey, { stance: number; decisionMaker: number }>();
  const shares = new Map<PersonKey, number>();
  people.forEach((key, i) => {
    const share = (1 - susceptibility[i]!) * y[i]!;
    const stance = stances[i]!.variance;
    // Who decides alone cannot differ from the outcome, whatever they think.
    const differs = (f[i]! - outcome) ** 2 + (1 - weights[i]!) ** 2 * opinionVariance[i]!;
    const apart = slope[i]! ** 2 * differs;
    const decisionMaker = known * apart * decision.decisionMakerVariance[i]!;
    shares.set(key, known * share);
    parts.set(key, { stance: known * share ** 2 * stance, decisionMaker });
    rest += apart * (decision.variance[i]! - decision.decisionMakerVariance[i]!);
    rest += (PRIOR_LISTENING * listens(i)) ** 2 * scatter;
    rest += (y[i]! * (heard(i) - own[i]!)) ** 2 * susceptibilityVariance[i]!;
  });
  const uncertainty = {
    people: parts,
    notFound: ghostVariance(ghost, outcome),
    rest: known * rest,
  };
  const variance =
    uncertainty.notFound +
    uncertainty.rest +
    [...parts.values()].reduce((sum, { stance, decisionMaker }) => sum + stance + decisionMaker, 0);
  return { shares, support: supportOf(known * outcome, variance), uncertainty };
}

/** What not having found the decision maker adds to the variance of the support. */
export function ghostVariance(ghost: number, outcome: number): number {
  return ghost * UNKNOWN_VARIANCE + ghost * (1 - ghost) * outcome ** 2;
}

/** The interval of an estimate, cut at the ends of the scale. */
export function supportOf(estimate: number, variance: number): Support {
  const reach = Z_90 * Math.sqrt(variance);
  return {
    estimate,
    low: Math.max(LOWEST, estimate - reach),
    high: Math.min(HIGHEST, estimate + reach),
    variance,
  };
}
