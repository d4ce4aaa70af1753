import {
  perBelief,
  SCALES,
  UNSAID_STRENGTH,
  type PersonBelief,
  type ProfileBelief,
} from "@/lib/beliefs";
import type { Organisation, Profile, RecordKey } from "@/lib/domain";
import {
  LEAST_LISTENING,
  MIDDLE_RANK,
  OPINION_LEADER_FACTOR,
  POWER_FACTOR,
  PRIOR_LISTENING,
  RANK_FACTOR,
  RANKS_ABOVE,
  REPORTING,
  SUSCEPTIBILITY,
  TIE_WEIGHT,
} from "./constants";
import { assembled, ofEach, peopleOf, placesOf } from "./places";
import { rowsBy } from "./rows";

export type PersonKey = RecordKey<"contact">;
export type Beliefs = ReadonlyMap<PersonKey, PersonBelief>;

/** One person listens to another: a tie of the network, with the variance of not being sure of it. */
export interface Listening {
  /** Indices into {@link Network.people}. */
  listener: number;
  to: number;
  weight: number;
  variance: number;
  /** How far it is settled whether the one listens to the other, 0 to 1; absent: nothing was said of it. */
  settled?: number;
}

/**
 * Who listens to whom among the people of a decision. Listening is *smoothed*: besides the known ties
 * everybody listens a little to all others, by their standing, so that a person about whom no tie is known is not
 * deaf. That prior fades as it becomes settled to whom they listen, and to whom they do not.
 *
 *     W_ij = (T_ij + κ_i·p_j / (1 − p_i)) / (Σ_j T_ij + κ_i)      for j ≠ i
 *     κ_i = κ·(1 − Σ_j settled_ij·p_j / (1 − p_i))        a_i = openness_i·min(1, Σ_j T_ij + κ_i)
 */
export interface Network {
  people: readonly PersonKey[];
  ties: readonly Listening[];
  /** Σ_j T_ij of each listener. */
  total: Float64Array;
  /** κ_i: how many ties' worth each listens to others, for what is not known. */
  prior: Float64Array;
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
  const people = peopleOf(beliefs);
  return makeNetwork(
    placesOf(beliefs).people,
    TIES[organisation](beliefs),
    standingsOf(people),
    susceptibilitiesOf(people),
  );
}

/** Who listens to each person, or does not, as far as it was said; and the reporting line above them, both ways. */
function tiesIn(organisation: Organisation): (beliefs: Beliefs) => readonly Listening[] {
  const { up, down } = REPORTING[organisation];
  return assembled(
    ({ person, influences, denied, reportsTo }, { indexOf }) => {
      const own = indexOf.get(person.key)!;
      const found: number[] = [];
      const add = (
        listener: number,
        to: number,
        certain: number,
        probability: number,
        settled: number,
      ) => {
        const variance = spread(certain, probability);
        found.push(listener, to, certain * probability, variance, settled);
      };
      for (const { whom, strength, probability, settled } of [...influences, ...denied]) {
        const listener = indexOf.get(whom);
        if (listener === undefined || listener === own) continue;
        add(listener, own, tieWeight(strength), probability, settled);
      }
      const chief = reportsTo?.to ? indexOf.get(reportsTo.to) : undefined;
      if (reportsTo && chief !== undefined && chief !== own) {
        add(own, chief, up, reportsTo.probability, 0);
        add(chief, own, down, reportsTo.probability, 0);
      }
      return found;
    },
    (parts) => {
      const ties: Listening[] = [];
      for (const part of parts) {
        for (let n = 0; n < part.length; n += 5) {
          ties.push({
            listener: part[n]!,
            to: part[n + 1]!,
            weight: part[n + 2]!,
            variance: part[n + 3]!,
            settled: part[n + 4]!,
          });
        }
      }
      return ties;
    },
  );
}

const TIES = {
  functional: tiesIn("functional"),
  matrix: tiesIn("matrix"),
  team: tiesIn("team"),
} as const satisfies Record<Organisation, unknown>;

/** The variance of a tie's weight, as it is not sure that there is one. */
function spread(weight: number, probability: number): number {
  return weight ** 2 * probability * (1 - probability);
}

/** How much a tie of this strength weighs where it is certain: twice as much per step. */
export function tieWeight(strength: number): number {
  return TIE_WEIGHT * 2 ** (strength - UNSAID_STRENGTH);
}

/** Puts a network together; `standing` need not sum to 1. */
export function makeNetwork(
  people: readonly PersonKey[],
  ties: readonly Listening[],
  standing: readonly number[],
  openness: readonly { susceptibility: number; variance: number }[],
): Network {
  let sum = 0;
  for (const one of standing) sum += one;
  const total = new Float64Array(people.length);
  const settled = new Float64Array(people.length);
  const rows = rowsBy({ people, ties }, "listener");
  for (let i = 0; i < people.length; i++) {
    for (let place = rows.start[i]!; place < rows.start[i + 1]!; place++) {
      total[i]! += rows.weight[place]!;
      settled[i]! += (rows.settled[place]! * standing[rows.other[place]!]!) / (sum - standing[i]!);
    }
  }
  const [prior, part] = [new Float64Array(people.length), new Float64Array(people.length)];
  const susceptibility = new Float64Array(people.length);
  const susceptibilityVariance = new Float64Array(people.length);
  for (let i = 0; i < people.length; i++) {
    prior[i] = PRIOR_LISTENING * Math.max(LEAST_LISTENING, 1 - settled[i]!);
    part[i] = standing[i]! / sum;
    // Who is alone has nobody to listen to; who is known to listen to less than one tie's worth in all hears less.
    const hears = people.length === 1 ? 0 : Math.min(1, total[i]! + prior[i]!);
    susceptibility[i] = hears * openness[i]!.susceptibility;
    susceptibilityVariance[i] = hears ** 2 * openness[i]!.variance;
  }
  return { people, ties, total, prior, standing: part, susceptibility, susceptibilityVariance };
}

/** Whether a person listens to less than one tie's worth in all: what they do not hear is left to their own view. */
export function hearsLittle({ total, prior }: Network, i: number): boolean {
  return total[i]! + prior[i]! < 1;
}

/** The standing of a rank and a power level, against one of which neither is known. */
export const rankFactor = perBelief(({ seniority, power }): number => {
  const byTitle = RANK_FACTOR ** (((seniority ?? MIDDLE_RANK) - MIDDLE_RANK) / RANKS_ABOVE);
  const byPower = POWER_FACTOR ** (power.estimate - SCALES.power.priorMean);
  return byTitle * byPower;
});

/** How much a person is listened to where no tie is known. */
const standingsOf = ofEach((belief) => {
  const leads = belief.roles["opinion-leader"].probability;
  return rankFactor(belief) * (1 + (OPINION_LEADER_FACTOR - 1) * leads);
});

/** Interpolated between the steps of openness; the variance by the slope (delta method). */
const susceptibilitiesOf = ofEach(({ openness: { estimate, variance } }) => {
  const step = Math.min(SUSCEPTIBILITY.length - 2, Math.max(0, Math.floor(estimate) - 1));
  const [from, to] = [SUSCEPTIBILITY[step]!, SUSCEPTIBILITY[step + 1]!];
  const slope = to - from;
  return { susceptibility: from + slope * (estimate - 1 - step), variance: slope ** 2 * variance };
});
