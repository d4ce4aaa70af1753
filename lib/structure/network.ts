import { SCALES, type PersonBelief, type ProfileBelief } from "@/lib/beliefs";
import type { Profile, RecordKey } from "@/lib/domain";
import {
  OPINION_LEADER_FACTOR,
  POWER_FACTOR,
  RANK_FACTOR,
  REPORTING,
  SUSCEPTIBILITY,
  TIE_WEIGHT,
} from "./constants";

export type PersonKey = RecordKey<"contact">;
export type Beliefs = ReadonlyMap<PersonKey, PersonBelief>;

/** One person listens to another: a tie of the network, with the variance of not being sure of it. */
export interface Listening {
  /** Indices into {@link Network.people}. */
  listener: number;
  to: number;
  weight: number;
  variance: number;
}

/**
 * Who listens to whom among the people of a decision. Listening is *smoothed*: besides the known ties
 * everybody listens a little ({@link PRIOR_LISTENING}) to all others, by their standing, so that a person
 * about whom no tie is known is not deaf, and the prior fades as ties become known.
 *
 *     W_ij = (T_ij + κ·p_j / (1 − p_i)) / (Σ_j T_ij + κ)      for j ≠ i
 */
export interface Network {
  people: readonly PersonKey[];
  ties: readonly Listening[];
  /** Σ_j T_ij of each listener. */
  total: Float64Array;
  /** p: by how much each is listened to where nothing is known; sums to 1. */
  standing: Float64Array;
  /** a: how far others' word moves each person, 0 to 1. */
  susceptibility: Float64Array;
  susceptibilityVariance: Float64Array;
}

/** The values of the profile's beliefs. */
export function profileOf({ organisation, culture, focus }: ProfileBelief): Profile {
  return { organisation: organisation.value, culture: culture.value, focus: focus.value };
}

/** The network of the people of a decision; those who left are to be taken out before. */
export function networkOf(beliefs: Beliefs, { organisation }: Profile): Network {
  const people = [...beliefs.keys()];
  const indexOf = new Map(people.map((key, index) => [key, index]));
  const ties: Listening[] = [];
  const listens = (listener: PersonKey, to: PersonKey, strength: number, probability: number) => {
    const [from, at] = [indexOf.get(listener), indexOf.get(to)];
    if (from === undefined || at === undefined || from === at) return;
    const variance = strength ** 2 * probability * (1 - probability);
    ties.push({ listener: from, to: at, weight: strength * probability, variance });
  };
  const { up, down } = REPORTING[organisation];
  for (const { person, influences, reportsTo } of beliefs.values()) {
    for (const { whom, strength, probability } of influences) {
      listens(whom, person.key, TIE_WEIGHT * 2 ** (strength - 2), probability);
    }
    if (reportsTo?.to) {
      listens(person.key, reportsTo.to, up, reportsTo.probability);
      listens(reportsTo.to, person.key, down, reportsTo.probability);
    }
  }
  return makeNetwork(
    people,
    ties,
    [...beliefs.values()].map(standingOf),
    [...beliefs.values()].map(({ openness }) => susceptibilityOf(openness)),
  );
}

/** Puts a network together; `standing` need not sum to 1. */
export function makeNetwork(
  people: readonly PersonKey[],
  ties: readonly Listening[],
  standing: readonly number[],
  openness: readonly { susceptibility: number; variance: number }[],
): Network {
  const total = new Float64Array(people.length);
  for (const { listener, weight } of ties) total[listener]! += weight;
  const sum = standing.reduce((all, one) => all + one, 0);
  // Who is alone has nobody to listen to.
  const alone = people.length === 1;
  return {
    people,
    ties,
    total,
    standing: Float64Array.from(standing, (one) => one / sum),
    susceptibility: Float64Array.from(openness, (one) => (alone ? 0 : one.susceptibility)),
    susceptibilityVariance: Float64Array.from(openness, (one) => (alone ? 0 : one.variance)),
  };
}

/** The standing of a rank and a power level, against one of which neither is known. */
export function rankFactor({ seniority, power }: PersonBelief): number {
  const middle = 3;
  const byTitle = RANK_FACTOR ** (((seniority ?? middle) - middle) / 4);
  const byPower = POWER_FACTOR ** (power.estimate - SCALES.power.priorMean);
  return byTitle * byPower;
}

/** How much a person is listened to where no tie is known. */
function standingOf(belief: PersonBelief): number {
  const leads = belief.roles["opinion-leader"].probability;
  return rankFactor(belief) * (1 + (OPINION_LEADER_FACTOR - 1) * leads);
}

/** Interpolated between the steps of openness; the variance by the slope (delta method). */
function susceptibilityOf({ estimate, variance }: PersonBelief["openness"]) {
  const step = Math.min(SUSCEPTIBILITY.length - 2, Math.max(0, Math.floor(estimate) - 1));
  const [from, to] = [SUSCEPTIBILITY[step]!, SUSCEPTIBILITY[step + 1]!];
  const slope = to - from;
  return { susceptibility: from + slope * (estimate - 1 - step), variance: slope ** 2 * variance };
}
