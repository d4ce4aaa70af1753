import fc from "fast-check";
import { match, polyphonic } from "pinyin-pro";
import { expect, test } from "vitest";
import { isSpelled } from "./pinyin";

const characters = fc.constantFrom(..."华东制造集团重庆银行长吕绿女乐单曾盖解仇区查朴覃召宁A-B1");
const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz1");

const isSpelledBy = (name: string, word: string) =>
  match(name, word, { continuous: true, v: true }) !== null && /\p{Script=Han}/u.test(name);

test("initials are what they are to who looks properly", () => {
  const some = fc.string({ unit: characters, minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(
      some,
      fc.nat(6),
      fc.integer({ min: 1, max: 5 }),
      fc.nat(9),
      (name, from, count, nth) => {
        const word = [...name]
          .slice(from % name.length, (from % name.length) + count)
          .map((character, n) => {
            const [all = [character]] = polyphonic(character, { toneType: "none", type: "array" });
            return all[(nth + n) % all.length]![0]!.toLowerCase();
          })
          .join("");
        fc.pre(/^[a-z0-9]+$/u.test(word));
        expect(isSpelled(name, word)).toBe(isSpelledBy(name, word));
      },
    ),
    { numRuns: 2_000 },
  );
});

test("a glance before looking properly passes over nothing that is spelled", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: characters, minLength: 1, maxLength: 8 }),
      fc.string({ unit: letters, minLength: 1, maxLength: 4 }),
      (name, word) => {
        expect(isSpelled(name, word)).toBe(isSpelledBy(name, word));
      },
    ),
    { numRuns: 3_000 },
  );
});
