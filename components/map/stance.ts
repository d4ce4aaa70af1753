import type { Stance } from "@/lib/domain";
import { text, type PersonBelief } from "@/lib/view";

/** How a stance is drawn: its colour and the shape of its sign, never the colour alone. */
export type StanceLook = "for" | "against" | "neutral" | "unknown";

/** The step of the scale that an estimate is nearest to. */
export function nearestStance(estimate: number): Stance {
  return Math.max(-2, Math.min(2, Math.round(estimate))) as Stance;
}

export function stanceLook({ state, estimate }: PersonBelief["stance"]): StanceLook {
  if (state === "unknown") return "unknown";
  const nearest = nearestStance(estimate);
  if (nearest > 0) return "for";
  return nearest < 0 ? "against" : "neutral";
}

/** A stance in words, with what is to be said of it: "supporter, contested". */
export function stanceWords({ state, estimate }: PersonBelief["stance"]): string {
  const { decision, panel } = text.value;
  if (state === "unknown") return decision.stanceUnknown;
  const word = panel.stance[nearestStance(estimate)];
  return state === "contested" ? decision.contested(word) : word;
}
