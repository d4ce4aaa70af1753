import type { ObjectionTopic } from "@/lib/domain";
import { fold } from "./fold";
import type { Token } from "./meaning";

/** What an objection is about, by the words in it; the first that fits. */
const TOPICS: readonly [ObjectionTopic, RegExp][] = [
  ["competitor", /compet|other vendor|incumbent|竞品|竞争|对手|别家|友商|其他厂商|别的厂商/u],
  ["price", /expensive|pric|cost|budget|cheap|discount|dear|money|贵|价|预算|成本|钱|便宜|折扣/u],
  [
    "timing",
    /timing|early|\blate|next year|next quarter|busy|no time|schedule|deadline|时机|时间|明年|下半年|来不及|太早|太晚|太忙|工期|上线时间/u,
  ],
  ["risk", /risk|secur|safe|complian|lock-in|fail|privacy|风险|安全|合规|出事|稳定|责任|保密/u],
  ["need", /need|why change|works fine|not necessary|no use|need it|需求|需要|必要|用不上|够用/u],
  [
    "technical",
    /techn|integrat|performan|interface|api|feature|function|migrat|scal|技术|集成|性能|接口|功能|对接|兼容|迁移/u,
  ],
];

export function topicOf(text: string): ObjectionTopic {
  const folded = fold(text).text;
  return TOPICS.find(([, words]) => words.test(folded))?.[0] ?? "need";
}

/** Longest objection, and longest note, that can be kept (characters). */
const LONGEST = { objects: 2_000, note: 10_000 } as const;

/** The words of an objection or a note: taken as they are, whatever they would mean by themselves. */
export interface Quoted {
  text: string;
  topic: ObjectionTopic;
}
export type Quotes = ReadonlyMap<Token, Quoted>;

/**
 * Takes the words after "objection from …:", "worries about …", "note on …:" out of what is to be
 * understood. A marker with nothing after it means nothing.
 */
export function takeWords(
  tokens: readonly Token[],
  text: string,
): { tokens: Token[]; quotes: Quotes } {
  const quotes = new Map<Token, Quoted>();
  const kept: Token[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const marker = tokens[i]!;
    if (marker.kind !== "objects" && marker.kind !== "note") {
      kept.push(marker);
      continue;
    }
    const range = rangeAfter(tokens, i, text);
    if (range === null) {
      kept.push({ ...marker, kind: "unknown" });
      continue;
    }
    const said = text.slice(range.start, range.end).trim();
    const words: Token = { kind: "words", start: range.start, end: range.end, gap: false };
    quotes.set(words, { text: said, topic: range.topic ?? topicOf(said) });
    // The topic in parentheses is part of the marker.
    const between = tokens.slice(i + 1, range.from);
    const topical = between.map((one): Token =>
      one.start < range.behind ? { ...one, kind: "glue" } : one,
    );
    kept.push(marker, ...topical, words);
    i = range.to - 1;
  }
  return { tokens: kept, quotes };
}

interface Range {
  /** The tokens [from, to) are the words. */
  from: number;
  to: number;
  start: number;
  end: number;
  /** Where the marker ends, with the topic. */
  behind: number;
  topic?: ObjectionTopic;
}

function rangeAfter(tokens: readonly Token[], marker: number, text: string): Range | null {
  const { kind, end } = tokens[marker]!;
  const noun = "noun" in tokens[marker]!;
  const parens = /^\s*[(（]([^()（）\n]{1,30})[)）]/u.exec(text.slice(end));
  let from = marker + 1;
  const behind = parens ? end + parens[0].length : end;
  while (tokens[from] && tokens[from]!.start < behind) from++;
  // To the colon only over who it is from.
  let colon = from;
  while (["glue", "person", "he", "is", "through"].includes(tokens[colon]?.kind ?? "")) colon++;
  const hasColon = tokens[colon]?.kind === "colon";
  if (kind === "note" && !hasColon) return null;
  if (hasColon) from = colon + 1;
  else if (noun) from = colon;
  const first = tokens[from];
  if (first === undefined || first.kind === "stop") return null;

  const lineEnd = endOfLine(text, first.start);
  const quote = /^["“「']/u.test(text.slice(first.start, first.start + 1))
    ? text.slice(first.start, lineEnd).search(/["”」'][^"”」']*$/u)
    : -1;
  const topic = parens ? { topic: topicOf(parens[1]!) } : {};
  if (quote > 0) {
    const stop = first.start + quote;
    return {
      from,
      to: tokenAt(tokens, stop + 1),
      start: first.start + 1,
      end: stop,
      behind,
      ...topic,
    };
  }
  const whole = kind === "note" || (hasColon && parens !== null);
  const to = whole ? tokenAt(tokens, lineEnd) : endOfWords(tokens, from, hasColon);
  const last = tokens[to - 1];
  if (last === undefined || to <= from) return null;
  const longest = kind === "note" && !("win" in tokens[marker]!) ? LONGEST.note : LONGEST.objects;
  if (last.end - first.start > longest) return null;
  return { from, to, start: first.start, end: last.end, behind, ...topic };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

function tokenAt(tokens: readonly Token[], place: number): number {
  const index = tokens.findIndex(({ start }) => start >= place);
  return index < 0 ? tokens.length : index;
}

/** Their words end with the sentence; without a colon also where something else begins to be said. */
function endOfWords(tokens: readonly Token[], from: number, hasColon: boolean): number {
  let to = from;
  for (; to < tokens.length; to++) {
    const token = tokens[to]!;
    if (token.kind === "stop") break;
    if (hasColon || (token.kind !== "comma" && token.kind !== "and")) continue;
    let next = to + 1;
    while (["glue", "and", "not"].includes(tokens[next]?.kind ?? "")) next++;
    if (["person", "contact", "date", "says", "he", "ask"].includes(tokens[next]?.kind ?? ""))
      break;
  }
  return to;
}
