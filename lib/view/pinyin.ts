import { match, polyphonic } from "pinyin-pro";

const HAN = /\p{Script=Han}/u;
const LATIN = /^[a-z0-9]+$/u;

/**
 * Whether part of a Chinese name is spelled by a word: by initials (hdzz), in full (huadong) or mixed, with every
 * reading that a character has.
 */
export function isSpelled(name: string, word: string): boolean {
  if (!LATIN.test(word) || !HAN.test(name)) return false;
  const characters = [...name];
  return (
    areInitials(characters, word) ||
    (mayBeginSo(characters, word) && match(name, word, { continuous: true, v: true }) !== null)
  );
}

/** Whether the word is how some characters in a row begin, one letter each: what most people type. */
function areInitials(characters: readonly string[], word: string): boolean {
  const letters = [...word];
  return characters.some((_, from) =>
    letters.every((letter, n) => {
      const character = characters[from + n];
      return character !== undefined && readingsOf(character).some((one) => one[0] === letter);
    }),
  );
}

/**
 * Whether anything in a name begins as the word does: a glance, since to look properly at each of a thousand names
 * takes longer than from one key to the next.
 */
function mayBeginSo(characters: readonly string[], [first = "", second = ""]: string): boolean {
  return characters.some((character, i) => {
    const next = characters[i + 1];
    return readingsOf(character).some(
      (reading) =>
        reading.startsWith(first) &&
        (second === "" ||
          reading[1] === second ||
          (next !== undefined && readingsOf(next).some((one) => one.startsWith(second)))),
    );
  });
}

const known = new Map<string, readonly string[]>();

/** How a character is read, in small letters without tones; whatever is not Chinese is read as it is. */
function readingsOf(character: string): readonly string[] {
  let readings = known.get(character);
  if (!readings) {
    const [all = [character]] = polyphonic(character, { toneType: "none", type: "array", v: true });
    readings = all.map((one) => one.toLowerCase());
    known.set(character, readings);
  }
  return readings;
}
