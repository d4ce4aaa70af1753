import { plainRoleWords, type Role } from "@/lib/domain";
import { dayAt, type Day } from "./dates";
import { fold, type Folded } from "./fold";
import { EN } from "./lexicon/en";
import { role, type Entry } from "./lexicon/entry";
import { HEDGING } from "./lexicon/hedges";
import { OFTEN } from "./lexicon/often";
import { ZH } from "./lexicon/zh";
import type { Meaning, Token } from "./meaning";
import { formsOf, type Form, type Person } from "./names";

/** A role by a word of the user's own vocabulary; `called`: the word is a name that they added. */
export interface RoleWord {
  word: string;
  role: Role;
  called?: string;
}

interface Word<V> {
  text: string;
  value: V;
}

/** Words by their first letter, longest first. */
type Index<V> = ReadonlyMap<string, readonly Word<V>[]>;

/** The words of both languages, and the user's. */
export type Words = Index<Meaning>;

/** All that the text is looked through for. */
export interface Vocabulary {
  words: Words;
  names: Index<Form>;
}

/** Makes the vocabulary for these people; worth keeping while they are the same. */
export function vocabularyOf(people: readonly Person[], words: Words = wordsOf()): Vocabulary {
  return { words, names: indexOf(formsOf(people)) };
}

/** Makes the list of words, some thousands; worth keeping while the user's are the same. */
export function wordsOf(roleWords: readonly RoleWord[] = []): Words {
  const words = new Map<string, Meaning>();
  const put = ([meaning, all]: Entry) => {
    for (const word of all.split("|")) words.set(fold(word).text, meaning);
  };
  // The later word wins: 支持者 is a stance here, though some CRMs mean a champion by it.
  for (const { word, role: held } of plainRoleWords()) put(role(held, word));
  for (const entry of [...EN, ...ZH, ...OFTEN, ...HEDGING]) put(entry);
  for (const { word, role: held, called } of roleWords) {
    const folded = fold(word).text.trim();
    const says = {
      aspect: "role",
      role: held,
      holds: true,
      ...(called === undefined ? {} : { called }),
    } as const;
    if (folded.length > 1) words.set(folded, { kind: "says", says, noun: true });
  }
  return indexOf(words);
}

function indexOf<V>(words: ReadonlyMap<string, V>): Index<V> {
  const index = new Map<string, Word<V>[]>();
  for (const [text, value] of words) {
    const first = text[0];
    if (first === undefined) continue;
    const list = index.get(first);
    if (list) list.push({ text, value });
    else index.set(first, [{ text, value }]);
  }
  for (const list of index.values()) list.sort((a, b) => b.text.length - a.text.length);
  return index;
}

const LATIN = /[\p{Script=Latin}\p{N}]/u;
const PUNCTUATION: Readonly<Record<string, Meaning>> = {
  ",": { kind: "comma" },
  "，": { kind: "comma" },
  "、": { kind: "comma" },
  ";": { kind: "stop" },
  "；": { kind: "stop" },
  ".": { kind: "stop" },
  "。": { kind: "stop" },
  "!": { kind: "stop" },
  "！": { kind: "stop" },
  "?": { kind: "stop", asks: true },
  "？": { kind: "stop", asks: true },
  "\n": { kind: "stop", line: true },
  ":": { kind: "colon" },
  "：": { kind: "colon" },
};

/** Splits the text into stretches that mean something, and those that do not. Every letter is in one, but white space. */
export function scan(text: string, vocabulary: Vocabulary, now: number): Token[] {
  const folded = fold(text);
  const tokens: Token[] = [];
  let place = 0;
  let gap = false;
  const push = (meaning: Meaning, length: number) => {
    const [start, end] = [folded.at[place]!, folded.at[place + length]!];
    const last = tokens.at(-1);
    // Letters without a meaning are one stretch, as far as they hang together.
    if (meaning.kind === "unknown" && last?.kind === "unknown" && !gap && last.end === start) {
      last.end = end;
    } else {
      tokens.push({ ...meaning, start, end, gap });
    }
    place += length;
    gap = false;
  };
  while (place < folded.text.length) {
    const char = folded.text[place]!;
    if (char !== "\n" && /\s/u.test(char)) {
      gap = true;
      place += 1;
      continue;
    }
    const found = longestAt(folded, place, text, vocabulary, now);
    if (found) push(found.meaning, found.length);
    else if (PUNCTUATION[char] && !isInside(folded.text, place)) push(PUNCTUATION[char], 1);
    else if (/[()（）"“”'\-–—·•*]/u.test(char)) push({ kind: "glue" }, 1);
    else push({ kind: "unknown" }, runAt(folded.text, place));
  }
  return tokens;
}

/** A point within a name or a number (acme.com, 2.5), or a comma or colon within a number, ends nothing. */
function isInside(text: string, place: number): boolean {
  const around = text[place] === "." ? LATIN : /\p{N}/u;
  return (
    /[.,:]/u.test(text[place]!) &&
    [text[place - 1], text[place + 1]].every((one) => one !== undefined && around.test(one))
  );
}

function longestAt(
  { text, at }: Folded,
  place: number,
  original: string,
  { words, names }: Vocabulary,
  now: number,
): { meaning: Meaning; length: number } | null {
  const first = text[place]!;
  if (!isBorder(text, place)) return null;
  const fits = (word: string) =>
    text.startsWith(word, place) && isBorder(text, place + word.length);
  const isCapital = (length: number) => {
    const typed = original.slice(at[place], at[place + length]);
    return typed === typed.toUpperCase();
  };
  const name = names
    .get(first)
    ?.find((one) => fits(one.text) && (!one.value.capitals || isCapital(one.text.length)));
  const word = words.get(first)?.find((one) => fits(one.text));
  const day = dayAt(text, place, now);
  const longest = Math.max(name?.text.length ?? 0, word?.text.length ?? 0);
  if (day && (day.length > longest || (day.length === longest && day.day !== "unread")))
    return { meaning: meaningOf(day.day), length: day.length };
  if (
    name &&
    name.text.length === longest &&
    (!word || word.text.length < longest || isName(name.value, original[at[place]!]!))
  ) {
    return { meaning: { kind: "person", people: name.value.people }, length: longest };
  }
  return word ? { meaning: word.value, length: longest } : null;
}

function meaningOf(day: Day): Meaning {
  if (day === "unread") return { kind: "hedge" };
  return day === "future" ? { kind: "future" } : { kind: "date", on: day.on };
}

/** Of a name that is also a word ("Will"): it is the name when it is whole, or written as one. */
function isName({ whole, capitals }: Form, letter: string): boolean {
  return whole || (!capitals && letter !== letter.toLowerCase());
}

/** Whether a word may begin or end here: not within a run of Latin letters and digits. */
function isBorder(text: string, place: number): boolean {
  const [before, after] = [text[place - 1], text[place]];
  return before === undefined || after === undefined || !LATIN.test(before) || !LATIN.test(after);
}

/** How far a stretch without meaning reaches: a Latin word, or one letter of another script. */
function runAt(text: string, place: number): number {
  if (!LATIN.test(text[place]!)) return text.codePointAt(place)! > 0xffff ? 2 : 1;
  let end = place + 1;
  while (
    end < text.length &&
    (LATIN.test(text[end]!) || (/['.@_-]/u.test(text[end]!) && LATIN.test(text[end + 1] ?? "")))
  )
    end++;
  return end - place;
}
