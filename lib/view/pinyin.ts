import { match } from "pinyin-pro";

const HAN = /\p{Script=Han}/u;
const LATIN = /^[a-z0-9]+$/u;

/**
 * Whether part of a Chinese name is spelled by a word: by initials (hdzz), in full (huadong) or mixed, with every
 * reading that a character has.
 */
export function isSpelled(name: string, word: string): boolean {
  return (
    LATIN.test(word) && HAN.test(name) && match(name, word, { continuous: true, v: true }) !== null
  );
}
