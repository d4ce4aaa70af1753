import type { Stance, Statement } from "@/lib/domain";
import type { PersonKey } from "@/lib/structure";
import { learned } from "./situation";
import type { Outcome, OutcomeClaim } from "./step";

/** The answers to where a person stands. */
const STANDS = [
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
