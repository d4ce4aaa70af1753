import type { PersonBelief } from "@/lib/beliefs";
import { realAccess } from "./coverage";
import type { PowerStructure } from "./index";
import type { PersonKey } from "./network";
import { supportOf, type Support } from "./support";

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

/**
 * The support and the coverage if a person stood elsewhere. Shares do not depend on stances, so the
 * support moves by share × difference, and what was not known of that stance is no longer.
 */
export function whatIf(
  structure: Pick<PowerStructure, "shares" | "support" | "covered" | "uncertainty" | "ghost">,
  person: PersonKey,
  { stance, access }: Pick<PersonBelief, "stance" | "access">,
  supposed: Supposed,
): WhatIf {
  const { shares, support, uncertainty } = structure;
  const share = shares.get(person) ?? 0;
  let { estimate, variance } = support;
  if (supposed.stance !== undefined) {
    estimate += share * (supposed.stance - stance.estimate);
    variance = Math.max(0, variance - (uncertainty.people.get(person)?.stance ?? 0));
  }
  let { covered } = structure;
  if (supposed.access !== undefined) {
    const then = realAccess({ ...access, state: "stated", estimate: supposed.access, variance: 0 });
    covered += share * (then - realAccess(access));
  }
  return { support: supportOf(estimate, variance, structure.ghost), covered, perStep: share };
}
