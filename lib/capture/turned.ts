import type { Sight, Who } from "./clause";
import type { Clause } from "./clauses";
import type { Context, Made } from "./context";
import { isOwner, isPossessive, standsApart } from "./fit";
import type { Token } from "./meaning";
import { looksLikeName } from "./names";

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

/** What may stand between a contact and the name of whom it was with. */
const TO_NAME = /^(?:with|w\/|to|mr\.?|ms\.?|mrs\.?|dr\.?|了|过)$/iu;

/** "Met Bob Smith": somebody who is not known here, and not the one who is open beside it. */
export function strangerAfter(sight: Sight, i: number): Who | null {
  const { tokens, text, earlier } = sight;
  if (sight.before(i).length > 0 || (earlier && earlier.tokens.length > 0)) return null;
  let from = i + 1;
  while (tokens[from] && TO_NAME.test(text.slice(tokens[from]!.start, tokens[from]!.end))) from++;
  let end = from;
  while (tokens[end]?.kind === "unknown") end++;
  const [first, last] = [tokens[from], tokens[end - 1]];
  if (end === from || !first || !last) return null;
  const slot = { people: [], typed: text.slice(first.start, last.end) };
  return { slots: [slot], tokens: tokens.slice(from, end) };
}

/** "Bob Smith is the CFO": what stands before "is", where it is nothing but words that are not known. */
function beforeIs(tokens: readonly Token[]): readonly Token[] {
  const is = tokens.findIndex(({ kind }) => kind === "is");
  const before = tokens.slice(0, Math.max(0, is));
  return before.every(({ kind }) => ["unknown", "title", "glue"].includes(kind)) ? before : [];
}

/** Of whom the next clause speaks after one that names nobody who is known: of whoever it spoke of, if that is known. */
export function strangerOf(
  made: readonly Made[],
  { tokens, hedged }: Clause,
  { who, text }: Context,
): Who | null {
  const about = made.find(({ about: { people, typed } }) => people.length === 0 && typed !== "");
  const unknown = (all: readonly Token[]) => all.filter(({ kind }) => kind === "unknown");
  if (about) return { slots: [about.about], tokens: unknown(about.tokens) };
  const said = hedged || made.length > 0 ? [] : unknown(beforeIs(tokens));
  const [first, last] = [said[0], said.at(-1)];
  if (first && last) {
    const typed = text.slice(first.start, last.end);
    // After somebody who was named it has to look like a name: "…, the budget is tight, met yesterday".
    const isNamed = who !== null && who.tokens.length > 0;
    if (!isNamed || looksLikeName(typed)) return { slots: [{ people: [], typed }], tokens: said };
  }
  return hedged && unknown(tokens).length > 0
    ? { slots: [{ people: [], typed: "" }], tokens: [] }
    : null;
}
