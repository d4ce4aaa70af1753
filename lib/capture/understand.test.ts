import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "./fold";
import { CHINESE, ENGLISH, lines, NOW, read } from "./testing";

/** Text as people type it, and as they never do. */
const WORDS =
  'li wei|chen hao|李伟|陈浩|李总|li|zhao min|wang|欧阳|dm|decision maker|决策者|supports|supports us|支持|反对|met|见过|called|yesterday|昨天|上周三|3月5日|not|不|不是|maybe|可能|reports to|向|汇报|听|的|influences|影响|受|boss|领导|objection from|异议|：|:|,|，|、|and|和|or|.|。|?|\n|(|)|“|”|"|left|离职|replaced by|由|接替|note on|备注|told me|据说|him|他|is|是|well|foo|巴|2.5|acme.com|will|要|introduced us to|too expensive|太贵|采购|经理|部|purchaser|procurement|manager|Bob Smith|张三'.split(
    "|",
  );
const phrase = fc
  .array(fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(" ", "", "  ")), { maxLength: 14 })
  .map((words) => words.map((pair) => pair.join("")).join(""));
const text = fc.oneof(
  phrase,
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);
const people = fc.constantFrom(ENGLISH, CHINESE);

describe("whatever is typed", () => {
  test("no letter is lost: each stands in a statement, in what is left, or is a small word", () => {
    fc.assert(
      fc.property(text, people, (typed, known) => {
        const { proposals, left, parts } = read(typed, known);
        expect(parts.map((part) => part.text).join("")).toBe(typed);
        const inSpans = (spans: readonly { start: number; end: number }[], place: number) =>
          spans.some(({ start, end }) => start <= place && place < end);
        const said = proposals.flatMap(({ spans }) => spans);
        let place = 0;
        for (const part of parts) {
          for (let i = 0; i < part.text.length; i++, place++) {
            if (part.as === "said") expect(inSpans(said, place), `said, at ${place}`).toBe(true);
            if (part.as === "left") expect(inSpans(left, place), `left, at ${place}`).toBe(true);
          }
        }
        for (const one of left) expect(typed.slice(one.start, one.end)).toBe(one.text);
        // Where nothing was understood, everything is left but white space and points.
        if (proposals.length === 0) {
          const kept = left
            .map((one) => fold(one.text).text)
            .join("")
            .replace(/[\s\p{P}\p{S}\p{M}\p{C}]/gu, "");
          // As it is read: a conjunction may be typed in other letters.
          const plain = fold(typed).text;
          expect(kept.length).toBeGreaterThanOrEqual(
            plain.replace(/[\s\p{P}\p{S}\p{M}\p{C}]/gu, "").length - conjunctions(plain),
          );
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test("it is read the same each time, and every statement has a name of its own", () => {
    fc.assert(
      fc.property(text, people, (typed, known) => {
        const first = read(typed, known);
        expect(read(typed, known)).toEqual(first);
        expect(new Set(first.proposals.map(({ id }) => id)).size).toBe(first.proposals.length);
        for (const { says, about } of first.proposals) {
          if (says.aspect === "contacted") expect(says.on).toBeLessThanOrEqual(NOW);
          if ("text" in says) expect(says.text.trim()).not.toBe("");
          expect(about.people.every((one) => known.some(({ key }) => key === one))).toBe(true);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Letters of "and", "or", which divide and are not left. */
function conjunctions(typed: string): number {
  return (
    typed.match(
      /and|or|but|then|also|&|plus|nor|while|whereas|[和与及并且而但是不过也还又或者同时以后然另外、]/giu,
    ) ?? []
  ).join("").length;
}

test("a text that is too long is left as it is", () => {
  const long = "li wei is dm. ".repeat(200);
  expect(read(long, ENGLISH).proposals).toEqual([]);
  expect(read(long, ENGLISH).left.map((one) => one.text)).toEqual([long]);
});

test("who is spoken of in the panel is spoken of until somebody is named", () => {
  const subject = ENGLISH[0]!.key;
  expect(lines(read("supports us, met today. li wei is dm", ENGLISH, { subject }))).toEqual([
    "CH stance 1 [likely judgement]",
    "CH meeting 11-25 [certain observation]",
    "LW is decision-maker [likely judgement]",
  ]);
});

describe("days", () => {
  test.each([
    ["today", "11-25"],
    ["yesterday", "11-24"],
    ["the day before yesterday", "11-23"],
    ["on wednesday", "11-25"],
    ["last wednesday", "11-18"],
    ["on fri", "11-20"],
    ["two weeks ago", "11-11"],
    ["last week", "11-18"],
    ["a month ago", "10-25"],
    ["on 24 Nov", "11-24"],
    ["on November 26", "11-26"], // of last year: it cannot be tomorrow
    ["2026-11-01", "11-1"],
    ["前天", "11-23"],
    ["大前天", "11-22"],
    ["周三", "11-25"],
    ["周四", "11-19"],
    ["上周五", "11-20"],
    ["上上周一", "11-9"],
    ["两周前", "11-11"],
    ["3天前", "11-22"],
    ["半个月", null],
    ["11月24号", "11-24"],
    ["2026年2月30日", null],
    ["明天", null],
    ["2027-01-01", null],
    ["next friday", null],
  ])("%s", (day, expected) => {
    const found = lines(read(`met li wei ${day}`, ENGLISH));
    expect(found).toEqual(
      expected === null ? [] : [`LW meeting ${expected} [certain observation]`],
    );
  });
});
