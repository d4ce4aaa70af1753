import type { RecordKey } from "@/lib/domain";
import type { Who } from "./clause";
import type { Token } from "./meaning";
import type { Proposal } from "./proposal";
import type { Quotes } from "./words";

/** What goes on from one clause to the next. */
export interface Context {
  who: Who | null;
  /** The clause before said that something is not so: "not A or B". */
  denied: boolean;
  quotes: Quotes;
  text: string;
  /** ms since 1970 */
  now: number;
  nameOf: (person: RecordKey<"contact">) => string;
}

/** A proposal, with the tokens that it was made of. */
export type Made = Omit<Proposal, "id" | "spans"> & { tokens: readonly Token[] };
