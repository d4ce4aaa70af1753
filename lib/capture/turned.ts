import type { Sight, Who } from "./clause";
import { isOwner, isPossessive, standsApart } from "./fit";
import type { Token } from "./meaning";

type Kinds = ReadonlySet<Token["kind"]>;

/**
 * Whether something in this clause is not so and it is not understood what, or somebody left, and not the company, or a
 * role only tells whose somebody is: then nothing of the clause is understood.
 *
 * @param said the tokens that became part of a statement
 */
export function isTurned(sight: Sight, said: readonly Token[]): boolean {
  return sight.tokens.some(
    (token, i) =>
      (token.kind === "not" && !said.includes(token)) ||
      (token.kind === "says" &&
        ((token.says.aspect === "left" && !isForGood(sight, i)) ||
          (token.says.aspect === "role" && isOwner(sight, i)))),
  );
}

/** What may follow that somebody left. */
const AFTER_LEFT: Kinds = new Set(["date", "sure", "how", "colon", "relation", "says", "question"]);

/** Somebody left the company, not a meeting or a room. */
function isForGood(sight: Sight, i: number): boolean {
  const next = sight.tokens[sight.forth(i, new Set(["glue", "strength"]))];
  return next === undefined || AFTER_LEFT.has(next.kind) || standsApart(sight, next);
}

/** "Li Wei's assistant is the purchaser", 李伟的秘书是采购: it turns to somebody who is not named. */
export function turnsAway(sight: Sight, { tokens }: Who, i: number): boolean {
  const last = tokens.at(-1);
  const from = last ? sight.tokens.indexOf(last) : -1;
  if (from < 0) return false;
  const between = from < i ? sight.tokens.slice(from + 1, i) : sight.tokens.slice(from + 1);
  return between.some(
    (one, n) =>
      isPossessive(sight, one) && ["unknown", "title"].includes(between[n + 1]?.kind ?? ""),
  );
}
