import type { Role } from "@/lib/domain";
import { CONTESTED_FROM, ROLE_PRIOR } from "./constants";
import { fromLogit, logit } from "./odds";
import { strongestFirst, type Evidence } from "./evidence";

/** How a belief came about. Unknown is a state of its own, never a middle value. */
export type BeliefState = "unknown" | "inferred" | "stated" | "contested";

/** How likely it is that a person holds a role in this decision. */
export interface RoleBelief {
  role: Role;
  /** 0 to 1. */
  probability: number;
  state: BeliefState;
  /** Strongest first. */
  evidence: Evidence[];
  /** When the newest reason was given (ms since 1970); null where there is none. */
  newest: number | null;
}

/**
 * Log-odds pooling (Genest & Zidek, Combining Probability Distributions, Statistical Science 1, 1986):
 * logit P = logit prior + Σ ± weight. Strong claims on both sides make the belief contested.
 */
export function roleBelief(role: Role, evidence: readonly Evidence[]): RoleBelief {
  let [odds, forIt, against] = [logit(ROLE_PRIOR[role]), 0, 0];
  // Summing in a fixed order keeps the result the same to the last bit, whatever the input's order.
  const ordered = evidence.toSorted(strongestFirst);
  for (const { says, weight, how } of ordered) {
    if (says.aspect !== "role") continue;
    odds += says.holds ? weight : -weight;
    if (how === "title") continue;
    if (says.holds) forIt = Math.max(forIt, weight);
    else against = Math.max(against, weight);
  }
  return {
    role,
    probability: fromLogit(odds),
    state: stateOf(ordered, forIt, against, odds > 0),
    evidence: ordered,
    newest: ordered.length > 0 ? Math.max(...ordered.map(({ at }) => at)) : null,
  };
}

function stateOf(
  evidence: readonly Evidence[],
  forIt: number,
  against: number,
  likely: boolean,
): BeliefState {
  if (evidence.length === 0) return "unknown";
  if (forIt >= CONTESTED_FROM && against >= CONTESTED_FROM) return "contested";
  // What was only denied, and is likely all the same, is so by inference.
  const stated = evidence.filter(({ claim }) => claim !== undefined);
  const said = stated.some(({ says }) => says.aspect === "role" && says.holds === likely);
  return said || (stated.length > 0 && !likely) ? "stated" : "inferred";
}
