import type { Stance } from "@/lib/domain";
import { text, type PersonBelief, type ScaleBelief } from "@/lib/view";

/** How a stance is drawn: its colour and the shape of its sign, never the colour alone. */
export type StanceLook = "for" | "against" | "neutral" | "unknown";

/**
 * The step of a scale that words, bars and rings show: the nearest to what was said, not to the estimate, which
 * one careful word hardly moves. Null where it is unknown.
 */
export function saidStep({ state, said }: Pick<ScaleBelief, "state" | "said">): number | null {
  return state === "unknown" || said === null ? null : nearestStep(said);
}

/** The step of the scale of stances that a value is nearest to. */
export function nearestStance(value: number): Stance {
  return Math.max(-2, Math.min(2, nearestStep(value))) as Stance;
}

/** Halves go away from the middle on either side, so that for and against are measured alike. */
function nearestStep(value: number): number {
  // Not −0.
  return Math.sign(value) * Math.round(Math.abs(value)) + 0;
}

export function stanceLook(stance: PersonBelief["stance"]): StanceLook {
  const step = saidStep(stance);
  if (step === null) return "unknown";
  if (step > 0) return "for";
  return step < 0 ? "against" : "neutral";
}

/** Whether somebody is an enemy or a mentor. */
export function isStrong(stance: PersonBelief["stance"]): boolean {
  return Math.abs(saidStep(stance) ?? 0) === 2;
}

/** A stance in words, with what is to be said of it: "supporter, contested". */
export function stanceWords(stance: PersonBelief["stance"]): string {
  const { decision, panel } = text.value;
  const step = saidStep(stance);
  if (step === null) return decision.stanceUnknown;
  const word = panel.stance[step as Stance];
  return stance.state === "contested" ? decision.contested(word) : word;
}
