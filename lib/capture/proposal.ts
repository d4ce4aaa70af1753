import type { Method, RecordKey, Statement, Strength, Sureness } from "@/lib/domain";

type PersonKey = RecordKey<"contact">;

/** A stretch of the text, by places of the original. */
export interface Span {
  start: number;
  end: number;
}

/** Who is meant: one, one of several, or (none) somebody who is not known here. */
export interface Slot {
  people: readonly PersonKey[];
  /** As it was typed; empty where nobody was named. */
  typed: string;
}

/** A statement about two people of whom the other one may not be told yet. */
export type Tie =
  | { aspect: "influences"; strength: Strength; holds: boolean }
  | { aspect: "reports-to"; tied: true };

/** What the text seems to say: to be looked at, changed, dropped or confirmed. */
export interface Proposal {
  /** The same for the same words, so that what was chosen for it stays while more is typed. */
  id: string;
  about: Slot;
  says: Statement | Tie;
  /** Of a tie: whom they move, or whom they report to. */
  other?: Slot;
  how: Method;
  sure: Sureness;
  /** The day that it is told of (ms since 1970), where the text names one. */
  on?: number;
  /** Where it stands in the text. */
  spans: readonly Span[];
}

export function isTie(says: Proposal["says"]): says is Tie {
  return says.aspect === "influences" ? !("whom" in says) : "tied" in says;
}

/** The statement, now that it is known who the other one is; null where that is needed and not known. */
export function statementOf({ says }: Proposal, other: PersonKey | null): Statement | null {
  if (!isTie(says)) return says;
  if (other === null) return null;
  return says.aspect === "influences"
    ? { ...says, whom: other }
    : { aspect: "reports-to", to: other };
}
