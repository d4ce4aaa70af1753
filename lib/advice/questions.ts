import {
  fromLogit,
  logit,
  METHOD_WEIGHT,
  SCALE_PRECISION,
  SCALES,
  SURENESS_FACTOR,
} from "@/lib/beliefs";
import type { Role } from "@/lib/domain";
import {
  ghostShare,
  ghostVariance,
  ROLE_WEIGHT,
  type Beliefs,
  type PersonKey,
  type PowerStructure,
} from "@/lib/structure";
import { ANSWER, HEARSAY, KNOWING_A_ROLE, WHO_FIRST } from "./constants";

/** Something to find out about a person: where they stand, or whether they decide. */
export interface Question {
  person: PersonKey;
  about: "stance" | "decision-maker";
  /** By how much the answer is expected to lessen the variance of the support. */
  lessens: number;
  /** By how much it is expected to lessen what is not known of who decides (see {@link identity}). */
  identifies: number;
  /** Both, as shares of what there is to know: what questions are ranked by. */
  value: number;
}

/** The weight of an answer on the log-odds scale: the person's own, and what others say of them. */
export const OWN_WORD = METHOD_WEIGHT[ANSWER.how] * SURENESS_FACTOR[ANSWER.sure];
export const HEARSAY_WORD = METHOD_WEIGHT[HEARSAY.how] * SURENESS_FACTOR[HEARSAY.sure];

/**
 * What to ask next, the most valuable question first (value of information). An answer about the stance of
 * person i takes c_i²·(Var − Var′) off the variance of the support; one about whether they decide takes the
 * expected part of what their role adds to it, and makes the decision maker known.
 */
export function nextQuestions(beliefs: Beliefs, structure: PowerStructure): Question[] {
  const { uncertainty, support } = structure;
  const odds = new Map(
    [...structure.shares.keys()].map((key) => [key, oddsOf(chance(beliefs, key))]),
  );
  let [total, squares] = [1, 1];
  for (const one of odds.values()) {
    total += one;
    squares += one ** 2;
  }
  /** Gini impurity of who decides, when one person's odds are others. */
  const impurity = (before: number, after: number) =>
    1 - (squares - before ** 2 + after ** 2) / (total - before + after) ** 2;
  const unidentified = impurity(0, 0);
  return [...structure.shares.keys()]
    .flatMap((person): Question[] => {
      const belief = beliefs.get(person);
      const part = uncertainty.people.get(person);
      if (!belief || !part) return [];
      const stance = part.stance * (1 - stanceKept(belief.stance.variance));
      const own = odds.get(person)!;
      const { yes, lift } = answersTo(own / total);
      const expected = (of: (odds: number) => number) =>
        yes * of(own * lift) + (1 - yes) * of(own / lift);
      const kept = keptAfterAnswer(chance(beliefs, person));
      const { state } = belief.roles["decision-maker"];
      const role =
        part.decisionMaker * (1 - kept) +
        ghostLessens(structure, state === "unknown" ? 0 : own, expected);
      const identifies = unidentified - expected((after) => impurity(own, after));
      return [
        make(person, "stance", stance, 0),
        make(person, "decision-maker", Math.max(0, role), identifies),
      ];
    })
    .toSorted(
      (a, b) =>
        b.value - a.value || a.about.localeCompare(b.about) || (a.person < b.person ? -1 : 1),
    );

  function make(
    person: PersonKey,
    about: Question["about"],
    lessens: number,
    identifies: number,
  ): Question {
    const value =
      lessens / (support.variance || 1) + WHO_FIRST * (identifies / (unidentified || 1));
    return { person, about, lessens, identifies, value };
  }
}

function chance(beliefs: Beliefs, person: PersonKey): number {
  return beliefs.get(person)?.roles["decision-maker"].probability ?? 0;
}

/** The variance of a yes or no. */
function spreadOf(probability: number): number {
  return probability * (1 - probability);
}

/** The part of a stance's variance that is left after an answer: precisions add up. */
export function stanceKept(variance: number, word = OWN_WORD): number {
  const before = 1 / variance;
  const answer = (SCALE_PRECISION * word) / SCALES.stance.priorVariance;
  return before / (before + answer);
}

/** The part of the variance of a yes or no that is expected to be left after an answer. */
export function keptAfterAnswer(probability: number): number {
  const { yes, afterYes, afterNo } = answers(probability);
  const left = yes * spreadOf(afterYes) + (1 - yes) * spreadOf(afterNo);
  return Math.min(1, left / (spreadOf(probability) || 1));
}

/** What it is worth to ask whether somebody holds a role (points): by its weight, most where it is open. */
export function knowingRole(role: Role, probability: number): number {
  const open = 4 * spreadOf(probability) * (1 - keptAfterAnswer(probability));
  return KNOWING_A_ROLE * ROLE_WEIGHT[role] * open;
}

/** What the answers to a yes-or-no question may be, if they are as often right as their weight says. */
function answers(probability: number) {
  const right = fromLogit(OWN_WORD);
  return {
    yes: probability * right + (1 - probability) * (1 - right),
    afterYes: fromLogit(logit(probability) + OWN_WORD),
    afterNo: fromLogit(logit(probability) - OWN_WORD),
  };
}

function oddsOf(probability: number): number {
  return probability / (1 - probability);
}

function answersTo(probability: number) {
  const right = fromLogit(OWN_WORD);
  return { yes: probability * right + (1 - probability) * (1 - right), lift: Math.exp(OWN_WORD) };
}

/** What is expected to come off the variance that not having found the decision maker adds. */
function ghostLessens(
  { undiscovered, ghost, support, uncertainty }: PowerStructure,
  own: number,
  expected: (of: (odds: number) => number) => number,
): number {
  const outcome = ghost < 1 ? support.estimate / (1 - ghost) : 0;
  const others = 1 / undiscovered - own;
  return (
    uncertainty.notFound -
    expected((odds) => ghostVariance(ghostShare(1 / (others + odds)), outcome))
  );
}
