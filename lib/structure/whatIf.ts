import type { PersonBelief, ScaleBelief } from "@/lib/beliefs";
import { powerStructure, type PowerStructure } from "./structure";
import type { Beliefs, PersonKey } from "./network";
import type { Support } from "./support";

/** What is supposed of a person, for the moment: nothing is stated by it. */
export interface Supposed {
  stance?: number;
  access?: number;
}

export interface WhatIf {
  support: Support;
  covered: number;
  /** How much the support moves with each step of this person's stance: ∂S/∂stance = their share. */
  perStep: number;
}

/** The support and the coverage if it were known that a person stands elsewhere: the map of that case. */
export function whatIf(
  beliefs: Beliefs,
  structure: Pick<PowerStructure, "profile" | "shares">,
  person: PersonKey,
  { stance, access }: Supposed,
): WhatIf {
  const belief = beliefs.get(person);
  const supposed: Beliefs = belief
    ? new Map(beliefs).set(person, {
        ...belief,
        ...(stance === undefined ? {} : { stance: known(belief, "stance", stance) }),
        ...(access === undefined ? {} : { access: known(belief, "access", access) }),
      })
    : beliefs;
  const { support, covered } = powerStructure(supposed, structure.profile);
  return { support, covered, perStep: structure.shares.get(person) ?? 0 };
}

function known(belief: PersonBelief, scale: "stance" | "access", value: number): ScaleBelief {
  return {
    ...belief[scale],
    state: "stated",
    said: value,
    estimate: value,
    low: value,
    high: value,
    variance: 0,
  };
}
