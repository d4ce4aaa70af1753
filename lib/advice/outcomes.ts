import type { Stance, Statement } from "@/lib/domain";
import type { PersonKey } from "@/lib/structure";
import { heard, learned } from "./situation";
import type { Outcome, OutcomeClaim } from "./step";

/** The answers to where a person stands. */
export const STANDS = [
  ["for-us", 1],
  ["neutral", 0],
  ["against-us", -1],
] as const;

interface StanceOptions {
  /** On what grounds: in the person's own words, unless told. */
  by?: (about: PersonKey, says: Statement) => OutcomeClaim;
  /** Without the side on which this stance is. */
  otherThan?: Stance;
}

/** Where a person turned out to stand, as outcomes of a step. */
export function stanceOutcomes(
  person: PersonKey,
  { by = learned, otherThan }: StanceOptions = {},
): Outcome[] {
  return STANDS.filter(
    ([, value]) => otherThan === undefined || value !== Math.sign(otherThan),
  ).map(([key, value]) => ({ key, claims: [by(person, { aspect: "stance", value })] }));
}

/**
 * A person turned out to be the decision maker, as those told who were asked; by their own word where it was they, or
 * nobody in particular.
 */
export function namedDecider(person: PersonKey, asked: readonly PersonKey[]): Outcome {
  const by = asked.length === 0 || asked.includes(person) ? learned : heard;
  const says = { aspect: "role", role: "decision-maker", holds: true } as const;
  return { key: "is", person, claims: [by(person, says)] };
}
