import { SURENESSES, type Method, type Sureness } from "@/lib/domain";
import type { Clause } from "./clauses";
import type { Token } from "./meaning";
import type { Proposal } from "./proposal";

/** How the author knows something and how sure they are. */
export interface Grounds {
  how: Method;
  sure: Sureness;
}

/**
 * The grounds on which something is said in a clause, by its own words; else those given, else the author's own
 * judgement, likely. What is asked, or still to come, is a guess.
 *
 * @returns also the day that it is told of, and the tokens that say all this
 */
export function groundsOf(
  { tokens, asks }: Clause,
  says: Proposal["says"],
  given: Partial<Grounds>,
): Grounds & { on?: number; tokens: Token[] } {
  const hedges = tokens.filter((one) => one.kind === "sure");
  const how = tokens.find((one) => one.kind === "how");
  const date = tokens.find((one) => one.kind === "date");
  const has = (kind: Token["kind"]) => tokens.some((one) => one.kind === kind);
  const isVague =
    asks || inverted(tokens) || how?.sure === "guess" || (has("future") && says.aspect !== "note");
  // The day of a contact is that of the contact.
  const isDated = date !== undefined && !has("contact");
  const question = tokens.filter((one) => one.kind === "question");
  const used = [
    ...hedges,
    how,
    how && sourceOf(how, tokens),
    isDated ? date : undefined,
    ...question,
  ];
  return {
    how: how?.how ?? given.how ?? "judgement",
    sure: isVague ? "guess" : (weakest(hedges) ?? given.sure ?? "likely"),
    ...(isDated ? { on: date.on } : {}),
    tokens: used.filter((one) => one !== undefined),
  };
}

/** "I think she might be": who says both means the less. */
function weakest(hedges: readonly { sure: Sureness }[]): Sureness | undefined {
  return SURENESSES.findLast((one) => hedges.some(({ sure }) => sure === one));
}

/** "Is Li Wei …": a question, with its mark or without. */
export function inverted([first, second]: readonly Token[]): boolean {
  return first?.kind === "is" && first.end - first.start > 1 && second?.kind === "person";
}

/** "Li Wei says …": who said it. */
function sourceOf(how: Token, tokens: readonly Token[]): Token | undefined {
  const before = tokens[tokens.indexOf(how) - 1];
  return before?.kind === "person" ? before : undefined;
}
