import { ROLE_PRIOR, type PersonBelief } from "@/lib/beliefs";
import { ROLES, type Profile, type Role } from "@/lib/domain";
import { CULTURE_EXPONENT, FOCUS_FACTOR, MOST_NOT_FOUND, ROLE_WEIGHT } from "./constants";
import { rankFactor, type Beliefs } from "./network";
import { ofEach, peopleOf } from "./places";

/** What each person weighs in the decision itself, before anybody listens to anybody. */
export interface DecisionWeights {
  /** w, in the order of the beliefs; sums to 1. */
  weights: Float64Array;
  /** γ·raw_d^(γ−1) / Σ raw^γ: how the outcome Σ w·f answers to raw_d, times (f_d − outcome). */
  slope: Float64Array;
  /** The variance of what each weight is made of: who it is that holds the roles. */
  variance: Float64Array;
  /** The part of it that is about being the decision maker. */
  decisionMakerVariance: Float64Array;
}

/** How much a role weighs in the decision, by what the purchase looks at. */
export function roleWeight(role: Role, { focus }: Pick<Profile, "focus">): number {
  return ROLE_WEIGHT[role] * (FOCUS_FACTOR[focus][role] ?? 1);
}

/**
 * w_d ∝ raw_d^γ with raw_d = Σ_roles weight(role | focus) · q_d(role), γ the culture's exponent. The weight of a role
 * is shared by those who may hold it: q_d ∝ rank_d · odds(d has the role), which is the posterior that d is the
 * one who does. So somebody known to decide explains the others away, and somebody of whom nothing is known takes
 * no more than their prior odds. The rank is the weak prior.
 */
export function decisionWeights(beliefs: Beliefs, profile: Profile): DecisionWeights {
  const ranked = rankedOdds(peopleOf(beliefs));
  const count = ranked.length;
  const raw = new Float64Array(count);
  const variance = new Float64Array(count);
  const decisionMakerVariance = new Float64Array(count);
  const odds = new Float64Array(count);
  for (const [place, role] of ROLES.entries()) {
    const weight = roleWeight(role, profile);
    if (weight === 0) continue;
    let sum = 0;
    for (let d = 0; d < count; d++) {
      odds[d] = ranked[d]![place]!;
      sum += odds[d]!;
    }
    for (let d = 0; d < count; d++) {
      const part = odds[d]! / sum;
      const spread = weight ** 2 * part * (1 - part);
      raw[d]! += weight * part;
      variance[d]! += spread;
      if (role === "decision-maker") decisionMakerVariance[d] = spread;
    }
  }
  const exponent = CULTURE_EXPONENT[profile.culture];
  const [weights, slope] = [new Float64Array(count), new Float64Array(count)];
  let total = 0;
  for (let d = 0; d < count; d++) {
    weights[d] = raw[d]! ** exponent;
    total += weights[d]!;
  }
  total ||= 1;
  for (let d = 0; d < count; d++) {
    weights[d]! /= total;
    slope[d] = (exponent * raw[d]! ** (exponent - 1)) / total;
  }
  return { weights, slope, variance, decisionMakerVariance };
}

/** rank · odds that each person has each role, in the order of {@link ROLES}. */
const rankedOdds = ofEach((belief) => {
  const rank = rankFactor(belief);
  return ROLES.map((role) => {
    const { probability } = belief.roles[role];
    return (rank * probability) / (1 - probability);
  });
});

/**
 * The chance that the one who decides is none of these people: 1 / (1 + Σ odds), the posterior that it is
 * somebody else, given that one person decides. For a single lead that is 1 − P. Only leads count: neither a name
 * alone, nor somebody of whom it was denied. (Π (1 − P) would take every lead for a decider of their own, and
 * find somebody for sure in any long list: measured in docs/method.md.)
 */
export function chanceNotFound(beliefs: Iterable<PersonBelief>): number {
  let odds = 0;
  for (const belief of beliefs) odds += leadOf(belief);
  return 1 / (1 + odds);
}

/** The odds that a person decides, where what is known of them points to it; else 0. */
export function leadOf({ roles }: PersonBelief): number {
  const { probability } = roles["decision-maker"];
  return probability > ROLE_PRIOR["decision-maker"] + 1e-9 ? probability / (1 - probability) : 0;
}

/** The share of the decision that goes to whoever has not been found, where there are others to have the rest. */
export function ghostShare(notFound: number): number {
  return Math.min(MOST_NOT_FOUND, notFound);
}
