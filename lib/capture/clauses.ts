import type { Token } from "./meaning";

/** Tokens of which one thing is said, and how it stands to the clause before. */
export interface Clause {
  tokens: Token[];
  /** Begins after "or", "nor". */
  or: boolean;
  /** It is asked, or one of several that may be: at most a guess. */
  asks: boolean;
  /** Nothing is simply so here. */
  hedged: boolean;
}

const PREDICATES: ReadonlySet<Token["kind"]> = new Set([
  "says",
  "relation",
  "contact",
  "ask",
  "complaint",
]);
const MODIFIERS: ReadonlySet<Token["kind"]> = new Set([
  "date",
  "sure",
  "how",
  "glue",
  "future",
  "hedge",
  "question",
  "not",
]);

/** Divides the text at points, commas and conjunctions, but not within a list of names. */
export function clausesOf(tokens: readonly Token[]): Clause[] {
  const sentences: Clause[][] = [];
  let sentence: Clause[] = [];
  const begun = (or = false): Clause => ({ tokens: [], or, asks: false, hedged: false });
  let clause = begun();
  const endClause = (or = false) => {
    if (clause.tokens.length > 0) sentence.push(clause);
    clause = begun(or);
  };
  tokens.forEach((token, i) => {
    if (token.kind === "stop") {
      endClause();
      for (const one of sentence) one.asks ||= token.asks ?? false;
      sentences.push(sentence);
      sentence = [];
    } else if (
      (token.kind === "comma" || token.kind === "and") &&
      !joinsNames(tokens, i, clause.tokens)
    ) {
      endClause(token.kind === "and" && token.or === true);
    } else {
      clause.tokens.push(token);
    }
  });
  endClause();
  sentences.push(sentence);
  return sentences.flatMap((one) => weighed(joinModifiers(one)));
}

/** Marks which clauses of a sentence are asked, and which are not simply so. */
function weighed(sentence: Clause[]): Clause[] {
  const has = ({ tokens }: Clause, test: (token: Token) => boolean) => tokens.some(test);
  const asks = sentence.some((one) => has(one, ({ kind }) => kind === "question"));
  const condition = sentence.findIndex((one) =>
    has(one, (token) => token.kind === "hedge" && token.condition === true),
  );
  const denies = (n: number) => has(sentence[n]!, ({ kind }) => kind === "not");
  const isEither = (n: number) =>
    (sentence[n]!.or && n > 0 && !denies(n - 1)) || (sentence[n + 1]?.or === true && !denies(n));
  return sentence.map((one, n) => ({
    ...one,
    // "Li Wei or Chen Hao": one of them.
    asks:
      one.asks ||
      asks ||
      isEither(n) ||
      has(one, (token) => token.kind === "and" && token.or === true),
    hedged: (condition >= 0 && n >= condition - 1) || has(one, ({ kind }) => kind === "hedge"),
  }));
}

/** Whether the comma or the "and" stands between two names of one list. */
function joinsNames(tokens: readonly Token[], i: number, clause: readonly Token[]): boolean {
  const link = tokens[i]!;
  if (clause.at(-1)?.kind !== "person" || (link.kind === "and" && link.but)) return false;
  // "Not Li Wei, Chen Hao decides" is no list.
  if (clause.at(-2)?.kind === "not") return false;
  let next = i + 1;
  while (tokens[next]?.kind === "and" || tokens[next]?.kind === "comma") next++;
  if (tokens[next]?.kind !== "person") return false;
  // Behind the verb a name that is followed by more begins something new: "met Li Wei, Chen Hao is …"
  if (!clause.some(({ kind }) => PREDICATES.has(kind))) return true;
  let after = next + 1;
  while (tokens[after]?.kind === "glue" || MODIFIERS.has(tokens[after]?.kind ?? "unknown")) after++;
  return ["stop", "comma", "and", undefined].includes(tokens[after]?.kind);
}

/** "Yesterday, …" and "…, maybe" belong to what is said beside them. */
function joinModifiers(sentence: readonly Clause[]): Clause[] {
  const joined: Clause[] = [];
  let waiting: Token[] = [];
  for (const clause of sentence) {
    if (clause.tokens.every(({ kind }) => MODIFIERS.has(kind))) {
      waiting.push(...clause.tokens);
      continue;
    }
    joined.push({ ...clause, tokens: [...waiting, ...clause.tokens] });
    waiting = [];
  }
  const last = joined.at(-1);
  if (waiting.length === 0) return joined;
  if (last) last.tokens.push(...waiting);
  else joined.push({ tokens: waiting, or: false, asks: false, hedged: false });
  return joined;
}
