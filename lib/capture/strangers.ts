import type { Sight, Who } from "./clause";
import type { Clause } from "./clauses";
import type { Context, Made } from "./context";
import { thingIn } from "./lexicon/things";
import { tellsTimes, type Token } from "./meaning";
import { isAddress, namingOf, type Naming } from "./names";
import { isPosition, nameAmong } from "./titles";

/** What may stand between a contact and the name of whom it was with. */
const TO_NAME = /^(?:with|w\/|to|mr\.?|ms\.?|mrs\.?|dr\.?|了|过)$/iu;

/** "Met Bob Smith": somebody who is not known here, and not the one who is open beside it. */
export function strangerAfter(sight: Sight, i: number): Who | null {
  const { tokens, text, earlier } = sight;
  if (sight.before(i).length > 0) return null;
  let from = i + 1;
  const isBetween = (one: Token) => TO_NAME.test(text.slice(one.start, one.end)) || tellsTimes(one);
  while (tokens[from] && isBetween(tokens[from]!)) from++;
  let end = from;
  while (tokens[end]?.kind === "unknown") end++;
  const name = nameAmong(tokens.slice(from, end), text);
  const [first, last] = [name[0], name.at(-1)];
  if (!first || !last) return null;
  const typed = text.slice(first.start, last.end);
  // Where somebody is spoken of already, "met online" is of them, and "met with bob" or "met Bob" is not.
  const isTo = /\s(?:with|w\/|to)\s/iu.test(text.slice(tokens[i]!.start, first.start));
  if (earlier && earlier.tokens.length > 0 && !isTo && !mayName(typed)) return null;
  return { slots: [{ people: [], typed }], tokens: name };
}

function mayName(typed: string): boolean {
  return thingIn(typed) === null && (isAddress(typed) || namingOf(typed, false) !== "no");
}

/** "Bob Smith is the CFO": what stands before "is", where it is nothing but words that are not known; else the whole. */
function namedIn(tokens: readonly Token[]): readonly Token[] {
  const is = tokens.findIndex(({ kind }) => kind === "is");
  const before = is < 0 ? tokens : tokens.slice(0, is);
  return before.every(({ kind }) => ["unknown", "title", "glue"].includes(kind)) ? before : [];
}

const NOBODY: Who = { slots: [{ people: [], typed: "" }], tokens: [] };

/**
 * Of whom the next clause speaks after one that names nobody who is known: of whoever that one spoke of, if it can be
 * told. Null: of whom was spoken before. Nobody, about whom is asked, where it may be either.
 */
export function strangerOf(
  made: readonly Made[],
  { tokens, hedged }: Clause,
  context: Context,
): Who | null {
  const unknown = (all: readonly Token[]) => all.filter(({ kind }) => kind === "unknown");
  const about = made.find(({ about: { people, typed } }) => people.length === 0 && typed !== "");
  if (about && thingIn(about.about.typed) !== about.about.typed)
    return { slots: [about.about], tokens: unknown(about.tokens) };
  if (hedged) return unknown(tokens).length > 0 ? NOBODY : null;
  const said = made.length > 0 ? [] : nameAmong(unknown(namedIn(tokens)), context.text);
  const [first, last] = [said[0], said.at(-1)];
  if (!first || !last) return null;
  const typed = context.text.slice(first.start, last.end);
  const naming = namingBy(typed, first, tokens, context);
  if (naming === "perhaps") return NOBODY;
  return naming === "name" ? { slots: [{ people: [], typed }], tokens: said } : null;
}

/** Whether what stands before "is" names somebody: by what they are said to be, or by how it is written. */
function namingBy(
  typed: string,
  { start }: Token,
  tokens: readonly Token[],
  { who, text }: Context,
): Naming {
  // "Bob Smith, the CFO, …": with nothing said of it only a whole name will do.
  if (!tokens.some(({ kind }) => kind === "is"))
    return thingIn(typed) === null && namingOf(typed, true) === "name" ? "name" : "no";
  const before = text.slice(0, start);
  const written = namingOf(typed, /(?:^|[.!?:;。！？：；\n])[\p{P}\s]*$/u.test(before));
  const thing = thingIn(typed);
  const isSomebody = tellsPosition(tokens, text);
  if (thing === typed) return "no";
  // "Bob Price" and 李文化 may be somebody all the same.
  if (thing !== null && written === "no") return isSomebody ? "perhaps" : "no";
  // Where nobody is spoken of, it can be nobody else.
  if (isSomebody || who === null) return "name";
  if (/(?:^|\P{L})(?:the|an?|our|this|that|their|my)\s+$/iu.test(before)) return "no";
  return thing === null ? written : "perhaps";
}

/** What may stand within what somebody is said to be, and behind which that ends. */
const WITHIN: ReadonlySet<Token["kind"]> = new Set(["glue", "not", "sure", "strength", "how"]);
const PREPOSITION = /^(?:of|to|from|with|w\/|by|in|on|at|for|about|在|从|于)$/iu;

/** "… is the new finance director", …是财务总监: a thing is no such; 预算是总监的 it is not either. */
function tellsPosition(tokens: readonly Token[], text: string): boolean {
  const is = tokens.findIndex(({ kind }) => kind === "is");
  let last = "";
  for (const { kind, start, end } of is < 0 ? [] : tokens.slice(is + 1)) {
    const word = text.slice(start, end);
    if (PREPOSITION.test(word)) break;
    if (["unknown", "title", "relation"].includes(kind) || /^(?:['’]s?|的)$/iu.test(word))
      last = word;
    else if (!WITHIN.has(kind)) break;
  }
  return isPosition(last);
}
