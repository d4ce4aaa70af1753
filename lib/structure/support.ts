import { SCALES } from "@/lib/beliefs";
import { QUANTILES } from "./constants";
import type { DecisionWeights } from "./decision";
import { pull, settle } from "./influence";
import { normalBelow } from "./normal";
import { peopleOf } from "./places";
import { rowsBy } from "./rows";
import { hearsLittle, type Beliefs, type Network, type PersonKey } from "./network";

const { low: LOWEST, high: HIGHEST, priorVariance: UNKNOWN_VARIANCE } = SCALES.stance;

/** How the decision leans, on the scale of the stance, with a 90 % interval. */
export interface Support {
  estimate: number;
  low: number;
  high: number;
  variance: number;
}

/** What the variance of the support owes to what is not known of one person. */
export interface Doubts {
  stance: number;
  decisionMaker: number;
  /** Which other roles they have. */
  roles: number;
  /** How far others' word moves them. */
  openness: number;
  /** To whom they listen. */
  listening: number;
}

/** Where the variance of the support comes from: all parts sum to it. */
export interface Uncertainty {
  people: ReadonlyMap<PersonKey, Doubts>;
  /** The decision maker may not be found yet. */
  notFound: number;
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
  const { people, total, prior, standing, susceptibility, susceptibilityVariance } = network;
  const count = people.length;
  const stances = peopleOf(beliefs).map(({ stance }) => stance);
  const own = new Float64Array(stances.map(({ estimate }) => estimate));
  const { weights, slope } = decision;
  const y = pull(network, weights);
  const f = settle(network, own);
  const known = 1 - ghost;
  let outcome = 0;
  for (let i = 0; i < count; i++) outcome += weights[i]! * f[i]!;
  const [opinionVariance, heard, listens] = [numbers(count), numbers(count), numbers(count)];
  const [gives, givesVariance] = [numbers(count), numbers(count)];
  for (let i = 0; i < count; i++) {
    const a = susceptibility[i]!;
    const { variance } = stances[i]!;
    // A person's end opinion is at least as uncertain as their own part in it.
    opinionVariance[i] = (1 - a) ** 2 * variance;
    heard[i] = a > 0 ? (f[i]! - (1 - a) * own[i]!) / a : 0;
    listens[i] = (a * y[i]!) / (total[i]! + prior[i]!);
    // More of one voice is less of all they hear; or less of their own, where they hear less than one tie's worth.
    const little = hearsLittle(network, i);
    gives[i] = little ? own[i]! : heard[i]!;
    givesVariance[i] = little ? variance : 0;
  }
  const listening = numbers(count);
  const { start, other, variance } = rowsBy(network, "listener");
  for (let i = 0; i < count; i++) {
    for (let place = start[i]!; place < start[i + 1]!; place++) {
      const to = other[place]!;
      const apart = (f[to]! - gives[i]!) ** 2 + opinionVariance[to]! + givesVariance[i]!;
      listening[i]! += listens[i]! ** 2 * variance[place]! * apart;
    }
  }
  let [mean, scatter] = [0, 0];
  for (let i = 0; i < count; i++) mean += standing[i]! * f[i]!;
  for (let i = 0; i < count; i++) {
    scatter += standing[i]! * ((f[i]! - mean) ** 2 + opinionVariance[i]!);
  }
  const doubts = new Map<PersonKey, Doubts>();
  const shares = new Map<PersonKey, number>();
  let doubted = 0;
  for (let i = 0; i < count; i++) {
    const share = (1 - susceptibility[i]!) * y[i]!;
    // Who decides alone cannot differ from the outcome, whatever they think.
    const differs = (f[i]! - outcome) ** 2 + (1 - weights[i]!) ** 2 * opinionVariance[i]!;
    const apart = slope[i]! ** 2 * differs;
    const decides = decision.decisionMakerVariance[i]!;
    const one: Doubts = {
      stance: known * share ** 2 * stances[i]!.variance,
      decisionMaker: known * apart * decides,
      roles: known * apart * (decision.variance[i]! - decides),
      openness: known * (y[i]! * (heard[i]! - own[i]!)) ** 2 * susceptibilityVariance[i]!,
      listening: known * (listening[i]! + (prior[i]! * listens[i]!) ** 2 * scatter),
    };
    doubted += one.stance + one.decisionMaker + one.roles + one.openness + one.listening;
    shares.set(people[i]!, known * share);
    doubts.set(people[i]!, one);
  }
  const uncertainty = { people: doubts, notFound: ghostVariance(ghost, outcome) };
  const support = supportOf(known * outcome, uncertainty.notFound + doubted, ghost);
  return { shares, support, uncertainty };
}

function numbers(count: number): Float64Array {
  return new Float64Array(count);
}

/** What not having found the decision maker adds to the variance of the support. */
export function ghostVariance(ghost: number, outcome: number): number {
  return ghost * UNKNOWN_VARIANCE + ghost * (1 - ghost) * outcome ** 2;
}

/**
 * The 90 % interval: from the .05 to the .95 quantile of the mixture of S′ (normal) and, with the chance of the
 * ghost, of somebody of whom nothing is known; cut at the ends of the scale. Without a ghost this is
 * estimate ± Z_90 standard deviations.
 */
export function supportOf(estimate: number, variance: number, ghost: number): Support {
  const outcome = ghost < 1 ? estimate / (1 - ghost) : 0;
  const known =
    ghost < 1 ? Math.max(0, (variance - ghostVariance(ghost, outcome)) / (1 - ghost)) : 0;
  const below = (x: number) =>
    (1 - ghost) * normalBelow(x, outcome, known) + ghost * normalBelow(x, 0, UNKNOWN_VARIANCE);
  const quantile = (share: number) => {
    if (below(LOWEST) >= share) return LOWEST;
    if (below(HIGHEST) <= share) return HIGHEST;
    let [low, high]: [number, number] = [LOWEST, HIGHEST];
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (low + high) / 2;
      if (below(middle) < share) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  };
  return { estimate, low: quantile(QUANTILES.low), high: quantile(QUANTILES.high), variance };
}

/** To a millionth of a step. */
const HALVINGS = 22;
