import type {
  AccessLevel,
  Background,
  Openness,
  Orientation,
  PowerLevel,
  Role,
  Stance,
  Style,
} from "@/lib/domain";
import type { Meaning, Plain } from "../meaning";

/** A meaning, and the words for it, divided by "|". */
export type Entry = readonly [meaning: Meaning, words: string];

const plain = (says: Plain, words: string): Entry => [{ kind: "says", says, noun: true }, words];

export const role = (role: Role, words: string): Entry =>
  plain({ aspect: "role", role, holds: true }, words);
export const stance = (value: Stance, words: string): Entry =>
  plain({ aspect: "stance", value }, words);
const DEGREES = ["", "very ", "quite ", "rather ", "really ", "pretty ", "clearly "];
/**
 * How somebody is towards us, unless somebody else follows ("supportive of Siemens"). How they were when we met them
 * is the newest that is known of it, where a role that somebody "was" is theirs no more.
 */
export const towards = (value: Stance, adjectives: string): Entry => [
  { kind: "says", says: { aspect: "stance", value }, noun: true, open: true },
  adjectives
    .split("|")
    .flatMap((one) => [
      one,
      ...DEGREES.flatMap((degree) => [`was ${degree}${one}`, `were ${degree}${one}`]),
    ])
    .join("|"),
];
/** A verb of stance without its object: it is about us unless somebody else follows. */
export const leans = (value: Stance, words: string): Entry => [
  { kind: "says", says: { aspect: "stance", value }, open: true },
  words,
];
export const power = (level: PowerLevel, words: string): Entry =>
  plain({ aspect: "power", level }, words);
export const access = (level: AccessLevel, words: string): Entry =>
  plain({ aspect: "access", level }, words);
export const openness = (level: Openness, words: string): Entry =>
  plain({ aspect: "openness", level }, words);
export const orientation = (value: Orientation, words: string): Entry =>
  plain({ aspect: "orientation", value }, words);
export const background = (value: Background, words: string): Entry =>
  plain({ aspect: "background", value }, words);
export const style = (value: Style, words: string): Entry =>
  plain({ aspect: "style", value }, words);
