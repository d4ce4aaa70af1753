import type { RecordKey } from "@/lib/domain";
import { clausesOf, type Clause } from "./clauses";
import type { Context, Made } from "./context";
import { interpret } from "./interpret";
import { isManyTimes, type Token } from "./meaning";
import type { Person } from "./names";
import type { Proposal, Slot, Span } from "./proposal";
import { scan, type Vocabulary } from "./scan";
import { joinTitles } from "./titles";
import { takeWords } from "./words";

/** What was not understood, and of whom it may speak: offered as a note. */
export interface Left extends Span {
  text: string;
  about: Slot;
}

/** A stretch of the text as it is to be marked; together they are the text. */
export interface Part {
  text: string;
  /** `said`: it became part of a statement; `left`: it did not; `glue`: it means nothing by itself. */
  as: "said" | "left" | "glue";
}

export interface Understood {
  proposals: readonly Proposal[];
  left: readonly Left[];
  parts: readonly Part[];
}

/** Longest text that is looked through (characters): what is longer is a note. */
export const LONGEST_TEXT = 2_000;

/**
 * What the text seems to say of these people. By rules alone, always the same for the same input. No letter is
 * lost: each is part of a proposal, or of what is left, or one of the small words that mean nothing.
 *
 * @param now ms since 1970, for "yesterday"
 * @param subject of whom the text speaks until it names somebody
 */
export function understand(
  text: string,
  {
    vocabulary,
    people,
    now,
    subject,
  }: {
    vocabulary: Vocabulary;
    people: readonly Person[];
    now: number;
    subject?: RecordKey<"contact"> | null;
  },
): Understood {
  if (text.length > LONGEST_TEXT) return allLeft(text);
  const names = new Map(people.map(({ key, name }) => [key, name]));
  const { tokens, quotes } = takeWords(joinTitles(scan(text, vocabulary, now), text), text);
  const context: Context = {
    who: subject ? { slots: [{ people: [subject], typed: "" }], tokens: [] } : null,
    denied: false,
    quotes,
    text,
    now,
    nameOf: (key) => names.get(key) ?? "",
  };
  const said = new Set<Token>();
  const made: Made[] = [];
  const read = clausesOf(tokens).map((clause) => {
    const before = context.who;
    const found = interpret(clause, context);
    made.push(...found);
    return { clause, empty: found.length === 0, who: context.who ?? before };
  });
  for (const one of made) for (const token of one.tokens) said.add(token);
  const left = read.flatMap(({ clause, empty, who }) =>
    leftIn(clause, empty, said, text).map((span) => ({
      ...span,
      text: text.slice(span.start, span.end),
      about: who?.slots[0] ?? NOBODY,
    })),
  );
  return { proposals: proposalsOf(made, text), left, parts: partsOf(text, tokens, said, left) };
}

const NOBODY: Slot = { people: [], typed: "" };

function allLeft(text: string): Understood {
  return {
    proposals: [],
    left: [{ start: 0, end: text.length, text, about: NOBODY }],
    parts: [{ text, as: "left" }],
  };
}

/** What of a clause says nothing: of one that says nothing at all it is the whole. */
function leftIn(
  { tokens }: Clause,
  empty: boolean,
  said: ReadonlySet<Token>,
  text: string,
): Span[] {
  // How often is told of a contact; of anything else it was not understood.
  const isSmall = (one: Token) =>
    !isManyTimes(one) &&
    [
      "glue",
      "is",
      "colon",
      "he",
      "and",
      "comma",
      "through",
      "strength",
      "future",
      "question",
    ].includes(one.kind);
  const isLost = (token: Token) => !said.has(token) && (empty || !isSmall(token));
  // A name on a line of its own, of which the next clause speaks, has been understood.
  if (
    tokens.every((token) => said.has(token) || isSmall(token)) &&
    tokens.some((token) => said.has(token))
  )
    return [];
  const spans: Span[] = [];
  let open: { start: number; end: number } | null = null;
  for (const token of tokens.toSorted((a, b) => a.start - b.start)) {
    if (isLost(token)) {
      // Small words between belong to it; something understood between divides it.
      if (open) open.end = token.end;
      else spans.push((open = { start: token.start, end: token.end }));
    } else if (said.has(token)) open = null;
  }
  return spans.filter(({ start, end }) => text.slice(start, end).trim() !== "");
}

/** Gives each its name, and lets what says more stand for what says less. */
function proposalsOf(made: readonly Made[], text: string): Proposal[] {
  const counts = new Map<string, number>();
  const seen = new Map<string, Proposal>();
  for (const { tokens, ...one } of made) {
    const spans = [...new Set(tokens)]
      .map(({ start, end }) => ({ start, end }))
      .toSorted((a, b) => a.start - b.start);
    const same = JSON.stringify([
      one.about.people.length > 0 ? one.about.people : one.about.typed,
      one.says,
      one.other,
    ]);
    const had = seen.get(same);
    if (had) {
      seen.set(same, { ...had, spans: [...had.spans, ...spans] });
      continue;
    }
    const words = `${one.says.aspect} ${spans.map(({ start, end }) => text.slice(start, end)).join(" ")} ${one.about.typed}`;
    const count = (counts.get(words) ?? 0) + 1;
    counts.set(words, count);
    seen.set(same, { ...one, spans, id: count === 1 ? words : `${words} ${count}` });
  }
  return withSuccessors([...seen.values()]);
}

/** "Has left, replaced by …" is one statement. */
function withSuccessors(all: readonly Proposal[]): Proposal[] {
  const plain = all.filter(({ says }) => says.aspect === "left" && says.replacedBy === undefined);
  const taken = new Set<Proposal>();
  const merged = all.map((one) => {
    if (one.says.aspect !== "left" || one.says.replacedBy === undefined) return one;
    const same = plain.filter(({ about }) => about.people.join() === one.about.people.join());
    for (const other of same) taken.add(other);
    return { ...one, spans: [...one.spans, ...same.flatMap(({ spans }) => spans)] };
  });
  return merged.filter((one) => !taken.has(one));
}

function partsOf(
  text: string,
  tokens: readonly Token[],
  said: ReadonlySet<Token>,
  left: readonly Span[],
): Part[] {
  const marks = Array.from<Part["as"]>({ length: text.length }).fill("glue");
  for (const token of tokens) if (said.has(token)) marks.fill("said", token.start, token.end);
  for (const { start, end } of left) marks.fill("left", start, end);
  const parts: Part[] = [];
  for (let i = 0; i < text.length; i++) {
    const [as, last] = [marks[i]!, parts.at(-1)];
    if (last?.as === as) last.text += text[i];
    else parts.push({ text: text[i]!, as });
  }
  return parts;
}
