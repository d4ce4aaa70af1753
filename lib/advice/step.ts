import type { RecordKey, Role } from "@/lib/domain";

/** What a step asks the seller to do. Its texts are in the locales, under the same names. */
export type StepKind = "find-decision-maker" | "meet-role-holder" | "verify-role";

/** One proposed next step, with the reason that it rests on. */
export interface Step {
  /** Stable for as long as the reason stays the same, so that a refused step does not return. */
  key: string;
  kind: StepKind;
  /** The person to meet, ask about or verify; null when it is nobody known. */
  person: RecordKey<"contact"> | null;
  /** Through whom, or whom to ask. */
  through: RecordKey<"contact"> | null;
  role: Role;
  /** The probability that the reason names: of the role, or of an undiscovered decision maker. */
  probability: number;
  /** For ranking only; larger comes first. */
  urgency: number;
}
