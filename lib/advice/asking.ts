import type { Evidence } from "@/lib/beliefs";
import { LOCAL_AUTHOR, type Role } from "@/lib/domain";
import { ROLE_WEIGHT, roleWeight, type PersonKey } from "@/lib/structure";
import { ALONE, HEARSAY, TELLS } from "./constants";
import { HEARSAY_WORD, knowingRole, OWN_WORD } from "./questions";
import { directChance, heard, learned, whoKnows, type Situation } from "./situation";

/** Whom to ask about somebody, and what their answer counts for. */
export interface Asking {
  /** Whom to ask; nobody where it is to be found out from the person themselves. */
  through: readonly PersonKey[];
  /** On what grounds the answer is stated. */
  by: typeof learned;
  /** The weight of the answer. */
  word: number;
  /** The chance that we are told. */
  works: number;
}

/**
 * Whom to ask about a thing that is said of a person. Another's word is hearsay: of one method only the newest word
 * counts, so it would take the place of what was heard already. Then only the person's own adds to it.
 *
 * @param isTold whether it was told to us already
 */
export function askAbout(situation: Situation, person: PersonKey, isTold: boolean): Asking {
  const { through, chance } = isTold
    ? { through: [], chance: directChance(situation, person) }
    : whoKnows(situation, person);
  const hearsay = through.length > 0;
  return {
    through,
    by: hearsay ? heard : learned,
    word: hearsay ? HEARSAY_WORD : OWN_WORD,
    works: TELLS * Math.max(ALONE, chance),
  };
}

/** Whether it was told to us, by whomever. */
export function isToldToUs({ claim, how }: Evidence): boolean {
  return claim?.by === LOCAL_AUTHOR && how === HEARSAY.how;
}

/**
 * What it is worth to ask whether somebody holds a role (points), by what it weighs in this purchase.
 *
 * @param word the weight of the answer
 */
export function worthKnowing(
  { structure }: Situation,
  role: Role,
  probability: number,
  word: number,
): number {
  const weight = ROLE_WEIGHT[role];
  const worth = knowingRole(role, probability, word);
  return (worth * roleWeight(role, structure.profile)) / (weight || 1);
}
