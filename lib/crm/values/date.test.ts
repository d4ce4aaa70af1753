import fc from "fast-check";
import { expect, test } from "vitest";
import { orderOf, orderProvenBy, parseDate } from "./date";

const read = (text: string, language = "") => parseDate(text, language, orderOf(language));

test.each([
  ["2026-11-20", "", "2026-11-20"],
  ["2026-11-20T09:30:00Z", "", "2026-11-20"],
  ["2026/11/20", "", "2026-11-20"],
  ["2026年11月20日", "", "2026-11-20"],
  ["2026年1月2日", "zh-CN", "2026-01-02"],
  ["2026. 11. 20.", "ko", "2026-11-20"],
  ["20/11/2026", "", "2026-11-20"],
  ["11/20/2026", "", "2026-11-20"],
  ["20/11/2026", "en-GB", "2026-11-20"],
  ["01/02/2026", "en-US", "2026-01-02"],
  ["01/02/2026", "en-GB", "2026-02-01"],
  ["01/02/2026", "de", "2026-02-01"],
  ["01/02/2026", "en", "ambiguous"],
  ["01/02/2026", "", "ambiguous"],
  ["05/05/2026", "", "2026-05-05"],
  ["20.11.2026", "", "2026-11-20"],
  ["01.02.2026", "de", "2026-02-01"],
  ["01.02.2026", "en-US", "ambiguous"],
  ["20.11.26", "de", "2026-11-20"],
  ["20.11.26", "", "ambiguous"],
  ["20/11/69", "th", "ambiguous"],
  ["Nov 20, 2026", "", "2026-11-20"],
  ["November 20, 2026, 9:30 AM", "en-US", "2026-11-20"],
  ["Friday, November 20, 2026", "en", "2026-11-20"],
  ["20 November 2026", "en-GB", "2026-11-20"],
  ["20. März 2026", "de", "2026-03-20"],
  ["20 nov. 2026", "fr", "2026-11-20"],
  ["20 de noviembre de 2026", "es", "2026-11-20"],
  ["20 ноября 2026 г.", "ru", "2026-11-20"],
  ["٢٠٢٦-١١-٢٠", "ar", "2026-11-20"],
  ["31/02/2026", "", "ambiguous"],
  ["32/01/2026", "", "ambiguous"],
  ["20/11/2569", "th", "ambiguous"],
  ["1405/08/29", "fa", "ambiguous"],
  ["November 20, 2026 at 9:30 AM", "en", "2026-11-20"],
  ["November 20th, 2026", "", "2026-11-20"],
  ["the 3rd of March 2026", "en", "2026-03-03"],
  ["Fri, 20 Nov 2026", "de", "2026-11-20"],
  ["Freitag, den 20. November 2026 um 09:30 Uhr", "de", "2026-11-20"],
  ["vendredi 20 novembre 2026 à 09:30", "fr", "2026-11-20"],
  ["le 1er mars 2026", "fr", "2026-03-01"],
  ["el 20 de noviembre del 2026", "es-MX", "2026-11-20"],
  ["sexta-feira, 20 de novembro de 2026", "pt-BR", "2026-11-20"],
  ["il 20 novembre 2026", "it", "2026-11-20"],
  ["fredag den 20 november 2026", "sv", "2026-11-20"],
  ["2026 m. lapkričio 20 d.", "lt", "2026-11-20"],
  ["(20 November 2026)", "en", "2026-11-20"],
  ["Monday, November 20, 2026", "en", "ambiguous"],
  ["pá 20. listopadu 2026", "cs", "2026-11-20"],
  ["po 20. listopadu 2026", "cs", "ambiguous"],
  ["not before March 3, 2026", "en", "ambiguous"],
  ["March 3, 2026 or later", "en", "ambiguous"],
  ["postponed from March 3, 2026", "en", "ambiguous"],
  ["March 3, 2026 (moved)", "en", "ambiguous"],
  ["by March 3, 2026", "en", "ambiguous"],
  ["Q1: March 3, 2026", "en", "ambiguous"],
  ["March 3, 2026?", "en", "ambiguous"],
  ["~ March 3, 2026", "en", "ambiguous"],
  ["≥ March 3, 2026", "en", "ambiguous"],
  ["March 3, 2026 –", "en", "ambiguous"],
  ["– 3 March 2026", "en", "ambiguous"],
  ["2026-03-03 –", "en", "ambiguous"],
  ["-03/13/2026", "en", "ambiguous"],
  ["2026-03-03 or later", "en", "ambiguous"],
  ["bis 3. März 2026", "de", "ambiguous"],
  ["avant le 3 mars 2026", "fr", "ambiguous"],
  ["le 3 mars 2026", "de", "ambiguous"],
  ["2026年3月3日前", "zh-CN", "ambiguous"],
  ["tomorrow", "en", "ambiguous"],
  ["11/2026", "en", "ambiguous"],
  ["Nov 20 or Nov 21, 2026", "en", "ambiguous"],
  ["May or June 20, 2026", "en", "ambiguous"],
  ["", "", "ambiguous"],
])("%s on a page in %j is %s", (text, language, expected) => {
  expect(read(text, language)).toBe(expected);
});

test("a date proves the order of day and month by its size", () => {
  expect(orderProvenBy("12/18/2026")).toBe("mdy");
  expect(orderProvenBy("18/12/2026, 09:00")).toBe("dmy");
  expect(orderProvenBy("01/02/2026")).toBeUndefined();
  expect(orderProvenBy("2026-12-18")).toBeUndefined();
  expect(parseDate("01/02/2026", "en-US", "dmy")).toBe("2026-02-01");
});

const LANGUAGES = [
  "en-US",
  "en-GB",
  "en-AU",
  "en-CA",
  "en-IN",
  "de-DE",
  "fr-FR",
  "fr-CA",
  "es-ES",
  "es-MX",
  "it-IT",
  "nl-NL",
  "pt-BR",
  "sv-SE",
  "nb-NO",
  "da-DK",
  "fi-FI",
  "pl-PL",
  "cs-CZ",
  "hu-HU",
  "ro-RO",
  "ru-RU",
  "uk-UA",
  "tr-TR",
  "el-GR",
  "he-IL",
  "ar-EG",
  "ar-SA",
  "fa-IR",
  "hi-IN",
  "th-TH",
  "vi-VN",
  "id-ID",
  "zh-CN",
  "zh-TW",
  "ja-JP",
  "ko-KR",
  "lt-LT",
  "hr-HR",
];

test("what Intl formats is read back, or called ambiguous, never another day", () => {
  const day = fc.date({
    min: new Date("2000-01-01"),
    max: new Date("2068-12-31"),
    noInvalidDate: true,
  });
  const style = fc.constantFrom("short", "medium", "long", "full");
  fc.assert(
    fc.property(fc.constantFrom(...LANGUAGES), day, style, (language, date, dateStyle) => {
      const options = { dateStyle, timeZone: "UTC" } as Intl.DateTimeFormatOptions;
      const text = new Intl.DateTimeFormat(language, options).format(date);
      const found = read(text, language);
      if (found !== "ambiguous")
        expect(found, `${text} (${language})`).toBe(date.toISOString().slice(0, 10));
    }),
    { numRuns: 3_000 },
  );
});

test("a word beside the date that is none of its own makes it ambiguous", () => {
  const word = fc.constantFrom(
    ..."before after until by since from not or later moved circa about Q approx vor bis ab nach avant après hasta antes före innan до после 前 后 まで 까지 قبل".split(
      " ",
    ),
  );
  const style = fc.constantFrom("medium", "long", "full");
  const day = fc.date({
    min: new Date("2000-01-01"),
    max: new Date("2068-12-31"),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...LANGUAGES),
      day,
      style,
      word,
      fc.boolean(),
      (language, date, dateStyle, other, first) => {
        const options = { dateStyle, timeZone: "UTC" } as Intl.DateTimeFormatOptions;
        const text = new Intl.DateTimeFormat(language, options).format(date);
        const found = read(first ? `${other} ${text}` : `${text} ${other}`, language);
        expect(found, `${other}, ${text} (${language})`).toBe("ambiguous");
      },
    ),
    { numRuns: 3_000 },
  );
});

test("dates of the calendar that most use are read in every one of these languages", () => {
  const unread = LANGUAGES.filter((language) => {
    const gregorian = new Intl.Locale(language, { calendar: "gregory" });
    const text = new Intl.DateTimeFormat(gregorian, { dateStyle: "long", timeZone: "UTC" }).format(
      Date.UTC(2026, 10, 20),
    );
    return read(text, language) !== "2026-11-20";
  });
  // Hebrew writes "in November" as one word, Vietnamese numbers its months in words.
  expect(unread).toEqual(["he-IL", "vi-VN"]);
});

test("any text gives a day or is ambiguous, and never throws", () => {
  const part = fc.constantFrom(..."0123456789/-. 年月日:TZ,Novmay".split(""));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(part, { maxLength: 20 }).map((parts) => parts.join("")),
      ),
      fc.constantFrom("", "en-US", "zh-CN", "ar"),
      (text, language) => /^(\d{4}-\d\d-\d\d|ambiguous)$/.test(read(text, language)),
    ),
    { numRuns: 2_000 },
  );
});
