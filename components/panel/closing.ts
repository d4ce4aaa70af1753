import type { CrmRecord } from "@/lib/domain";
import { asWritten, calendarDate, isOpenOpportunity, text } from "@/lib/view";

/** The close date of an opportunity in words. */
export interface Closing {
  words: string;
  /** How far off it is, where that says something: nothing is to come any more of what is won or lost. */
  distance: string | null;
  /** Whether the page's own text is quoted, since its meaning is unclear. */
  quoted: boolean;
}

/** The close date as one on which the opportunity closes, or where it is won or lost, was closed. Null for none. */
export function closingOf(opportunity: CrmRecord<"opportunity">): Closing | null {
  const { panel } = text.value;
  const field = opportunity.fields.closeDate;
  if (!field) return null;
  const { date, distance, past } = calendarDate(String(field.value));
  const quoted = distance === null;
  const shown = quoted ? asWritten(date) : date;
  if (isOpenOpportunity(opportunity)) return { words: panel.closes(shown), distance, quoted };
  if (past) return { words: panel.closed(shown), distance, quoted };
  return { words: panel.closeDate(shown), distance: null, quoted };
}
