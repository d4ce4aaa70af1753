import fc from "fast-check";
import { match } from "pinyin-pro";
import { expect, test } from "vitest";
import { isSpelled } from "./pinyin";

const characters = fc.constantFrom(..."华东制造集团重庆银行长吕绿女乐单曾盖解仇区查朴覃召宁A-B1");
const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz1");

test("a glance before looking properly passes over nothing that is spelled", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: characters, minLength: 1, maxLength: 8 }),
      fc.string({ unit: letters, minLength: 1, maxLength: 4 }),
      (name, word) => {
        const spelled = match(name, word, { continuous: true, v: true }) !== null;
        expect(isSpelled(name, word)).toBe(spelled && /\p{Script=Han}/u.test(name));
      },
    ),
    { numRuns: 3_000 },
  );
});
