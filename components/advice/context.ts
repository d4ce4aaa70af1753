import type { RecordKey } from "@/lib/domain";
import type { PowerStructure } from "@/lib/view";

type PersonKey = RecordKey<"contact">;

/** What every part of a step's card needs. */
export interface StepContext {
  nameOf: (person: PersonKey) => string;
  /** What answers are stated for. */
  scope: RecordKey;
  structure: Pick<PowerStructure, "support">;
  /** The account's people who are not in this decision: one of them may be who decides. */
  others: readonly PersonKey[];
  onOpen: (person: PersonKey) => void;
  /** The step was answered and leaves the list. */
  onAnswered: () => void;
}
