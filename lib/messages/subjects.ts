import type { Aspect, RecordKind, StatedClaim } from "@/lib/domain";
import { kindOf } from "@/lib/domain";

/** What kinds of record a statement of each aspect may be about. */
export const SUBJECTS: Readonly<Record<Aspect, readonly RecordKind[]>> = {
  role: ["contact"],
  power: ["contact"],
  stance: ["contact"],
  access: ["contact"],
  "reports-to": ["contact"],
  influences: ["contact"],
  openness: ["contact"],
  orientation: ["contact"],
  background: ["contact"],
  style: ["contact"],
  objection: ["contact"],
  answered: ["contact"],
  contacted: ["contact"],
  ask: ["contact"],
  note: ["contact"],
  win: ["contact"],
  known: ["contact"],
  left: ["contact"],
  // Suggestions come from the markers in a person's name.
  refused: ["contact"],
  same: ["contact", "account"],
  // Said of either key of the party: which of the two it is, is what the statement tells.
  party: ["contact", "account"],
  organisation: ["account", "opportunity"],
  culture: ["account", "opportunity"],
  focus: ["account", "opportunity"],
  // Steps are proposed beside every record.
  step: ["opportunity", "account", "contact"],
};

/** Whether a claim is about a record of which that can be said; of two that are one: both of one kind. */
export function fitsSubject({ about, says }: Pick<StatedClaim, "about" | "says">): boolean {
  const kind = kindOf(about);
  if (says.aspect === "same" && kindOf(says.as) !== kind) return false;
  return SUBJECTS[says.aspect].includes(kind);
}
