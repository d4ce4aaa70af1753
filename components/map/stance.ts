import type { PersonBelief } from "@/lib/view";
import type { Stance } from "@/lib/domain";

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
