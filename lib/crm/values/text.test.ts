import fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "../limits";
import { cleanText } from "./text";

const clean = (text: string) => cleanText(text).text;

test.each([
  ["  two \n\t words  ", "two words"],
  ["Jos\u00E9", "Jos\u00E9"],
  ["王\u200B芳", "王芳"],
  ["Anna \u202Egnp.exe", "Anna gnp.exe"],
  ["\u2066left\u2069 \u200Fright", "left right"],
  ["soft\u00ADhyphen\uFEFF", "softhyphen"],
  ["Li\u200D Wei", "Li Wei"],
  ["a\u0000b\u0085c", "a b c"],
  ["\u3164\uFFA0", ""],
  ["<b>text</b>", "<b>text</b>"],
  ["👩‍💻 ok", "👩‍💻 ok"],
  ["می‌خواهم", "می‌خواهم"],
  ["क्‍ष", "क्‍ष"],
  ["\uD800x", "\uFFFDx"],
])("%j becomes %j", (raw, text) => expect(clean(raw)).toBe(text));

test("what Unicode calls invisible or bidirectional is gone, joiners and variation selectors aside", () => {
  const kept = (code: number) =>
    code === 0x200c ||
    code === 0x200d ||
    /^\p{Variation_Selector}$/u.test(String.fromCodePoint(code));
  const left: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (/^\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}$/u.test(character) && !kept(code)) {
      if (clean(`a${character}b`) !== "ab") left.push(code.toString(16));
    }
  }
  expect(left).toEqual([]);
});

test("nothing but what shows nothing is empty", () => {
  const blank: string[] = [];
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    if (/^[\p{Default_Ignorable_Code_Point}\p{White_Space}\p{Cc}\u2800]$/u.test(character)) {
      if (clean(` ${character}\u200B${character}`) !== "") blank.push(code.toString(16));
    }
  }
  expect(blank).toEqual([]);
});

test("what is too long is cut, and says so", () => {
  const long = "x".repeat(1_000_000);
  expect(cleanText(long)).toEqual({ text: "x".repeat(LIMITS.text), found: 1_000_000 });
  const emoji = cleanText("😀".repeat(10), 5);
  expect(emoji).toEqual({ text: "😀😀", found: 20 });
});

test("is well-formed, within the limit, and the same when cleaned again", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.integer({ min: 1, max: 200 }),
      (raw, limit) => {
        const { text } = cleanText(raw, limit);
        expect(text.length).toBeLessThanOrEqual(limit);
        expect(text.isWellFormed()).toBe(true);
        expect(cleanText(text, limit).text).toBe(text);
      },
    ),
  );
});
