import type {
  Ask,
  Channel,
  Method,
  ObjectionTopic,
  RecordKey,
  Statement,
  Strength,
  Sureness,
} from "@/lib/domain";

/** What a person alone can be said to be: nobody else is part of the statement. */
export type Plain = Extract<
  Statement,
  {
    aspect:
      | "role"
      | "power"
      | "stance"
      | "access"
      | "openness"
      | "orientation"
      | "background"
      | "style"
      | "reports-to"
      | "left";
  }
>;

/**
 * How two people stand to each other, by what comes before and after the word: A moves B, A hears B
 * (B moves A), A reports to B, A manages B, A's boss is B, A is B's report, A was replaced by B, A takes
 * over from B.
 */
export type Relation =
  | "moves"
  | "hears"
  | "reports"
  | "manages"
  | "boss"
  | "subordinate"
  | "replaced"
  | "takes-over";

/** What a stretch of the text means, before it is known what it is said of. */
export type Meaning =
  /** `open`: a verb that may have somebody else than us as its object ("supports Chen Hao"). */
  | { kind: "says"; says: Plain; how?: Method; open?: true; noun?: true }
  | { kind: "ask"; ask: Ask; takes?: true }
  | { kind: "complaint"; topic: ObjectionTopic }
  | { kind: "relation"; relation: Relation; strength?: Strength }
  | { kind: "contact"; channel: Channel }
  /**
   * What follows is what they object, a note, or (`win`) what they gain by it, in words that are kept as they are.
   * `noun`: the person may follow it.
   */
  | { kind: "objects"; noun?: true }
  | { kind: "note"; win?: true }
  | { kind: "sure"; sure: Sureness }
  | { kind: "how"; how: Method; sure?: Sureness }
  | { kind: "strength"; strength: Strength }
  | { kind: "date"; on: number }
  /** It has not happened yet. */
  | { kind: "future" }
  | { kind: "not" }
  /** Under this word nothing is simply so (lexicon/hedges.ts), or it tells a time that is not understood. */
  | { kind: "hedge"; condition?: true }
  /** The sentence is a question by this word. */
  | { kind: "question" }
  | { kind: "is" }
  /** The one who acts stands between this word and the verb (受…影响, 向…汇报, 由…接替). */
  | { kind: "through" }
  /** `but` never stands within a list of names. */
  | { kind: "and"; or?: true; but?: true }
  | { kind: "comma" }
  | { kind: "stop"; asks?: true; line?: true }
  | { kind: "colon" }
  | { kind: "he" }
  /** Carries no meaning by itself; `times`: how often, once or more (lexicon/often.ts). */
  | { kind: "glue"; times?: 1 | 2 }
  | { kind: "person"; people: readonly RecordKey<"contact">[] }
  /** A job title or a department that has a role's word in it: it tells neither. */
  | { kind: "title" }
  | { kind: "words" }
  | { kind: "unknown" };

/** A stretch of the text with its meaning; places are those of the original. */
export type Token = Meaning & {
  start: number;
  end: number;
  /** White space stands before it. */
  gap: boolean;
};

/** How often something was. */
export function tellsTimes(token: Token): token is Token & { kind: "glue"; times: 1 | 2 } {
  return token.kind === "glue" && token.times !== undefined;
}

/** … and that was more than once. */
export function isManyTimes(token: Token): boolean {
  return tellsTimes(token) && token.times > 1;
}
