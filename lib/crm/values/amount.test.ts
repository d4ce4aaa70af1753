import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseAmount } from "./amount";
import { asciiDigits } from "./digits";

const read = (text: string, language = "") => {
  const amount = parseAmount(text, language);
  if (amount === "ambiguous") return amount;
  const { value, currency } = amount;
  return currency ? `${value} ${currency.code}${currency.ambiguous ? "?" : ""}` : String(value);
};

test.each([
  ["¥1,200,000.00", "zh-CN", "1200000 CNY"],
  ["¥1,200,000.00", "ja", "1200000 JPY"],
  // A yen has no hundredths.
  ["¥1,200,000.00", "en-US", "1200000 CNY"],
  ["¥1,200,000", "en-US", "1200000 ¥?"],
  ["¥1.25亿", "en-US", "125000000 ¥?"],
  ["-¥1.200.000,50", "de", "-1200000.5 CNY"],
  ["1 200 000,5 kr", "en", "1200000.5 kr?"],
  ["￥1,200,000", "zh", "1200000 CNY"],
  ["1.200.000,00 €", "", "1200000 EUR"],
  ["1 200 000,00 kr", "sv", "1200000 SEK"],
  ["1 200 000,00 kr", "", "1200000 kr?"],
  ["1\u202F200\u202F000,00\u00A0€", "fr", "1200000 EUR"],
  ["1’200’000.50 CHF", "", "1200000.5 CHF"],
  ["₹12,34,567.50", "", "1234567.5 INR"],
  ["USD 1,200,000 (EUR 1,100,000)", "", "1200000 USD"],
  ["(1,234.50)", "", "-1234.5"],
  ["-$1,200.00", "en-US", "-1200 USD"],
  ["$-1,200.00", "en", "-1200 $?"],
  ["US$1,200.00", "", "1200 USD"],
  ["USD $1,200.00", "", "1200 USD"],
  ["USD 5 EUR", "en", "ambiguous"],
  ["€5 USD", "en", "ambiguous"],
  ["5 USD EUR", "", "ambiguous"],
  ["EUR USD 5 EUR", "", "ambiguous"],
  ["$5 EUR", "en-US", "ambiguous"],
  ["¥5 USD", "", "ambiguous"],
  ["kr 5 EUR", "sv", "ambiguous"],
  ["€5 EUR", "", "5 EUR"],
  ["US$5 USD", "", "5 USD"],
  ["$5 CAD", "", "5 CAD"],
  ["$5 CAD", "en-US", "5 CAD"],
  ["¥5 JPY", "zh-CN", "5 JPY"],
  ["¥5元", "", "5 CNY"],
  ["$5 $", "", "5 $?"],
  ["$5 $", "en-AU", "5 AUD"],
  ["USD 5 (EUR)", "", "ambiguous"],
  ["500 (about)", "en", "ambiguous"],
  ["(net) 500", "en", "ambiguous"],
  ["USD 500 (60)", "en", "ambiguous"],
  ["120万", "", "1200000"],
  ["1.2亿", "", "120000000"],
  ["¥1.2亿元", "zh", "120000000 CNY"],
  ["1.2亿元", "zh-CN", "120000000 CNY"],
  ["3百万", "", "3000000"],
  ["1亿2000万", "", "120000000"],
  ["1万2000", "", "12000"],
  ["1亿2000", "", "ambiguous"],
  ["１２０万", "", "1200000"],
  ["١٬٢٠٠٬٠٠٠٫٥٠", "ar", "1200000.5"],
  ["۱۲۰۰", "fa", "1200"],
  ["1,234", "en", "1234"],
  ["1,234", "de", "ambiguous"],
  ["1,234", "", "ambiguous"],
  ["1.234", "de-DE", "1234"],
  ["1.234", "en", "ambiguous"],
  ["1.234", "de-CH", "ambiguous"],
  ["0.125", "", "0.125"],
  ["12.50", "", "12.5"],
  ["12,5", "en", "12.5"],
  ["480000.00", "", "480000"],
  ["1.2.3", "", "ambiguous"],
  ["1,2345,678", "en", "ambiguous"],
  ["12 34", "", "ambiguous"],
  ["$1.2M", "en-US", "ambiguous"],
  ["60 %", "en", "ambiguous"],
  ["10 - 20", "", "ambiguous"],
  ["10²", "", "ambiguous"],
  ["½", "", "ambiguous"],
  ["about 500", "en", "ambiguous"],
  ["", "", "ambiguous"],
  ["EUR", "", "ambiguous"],
  ["1,200,000.00 constructor", "", "ambiguous"],
])("%s on a page in %j is %s", (text, language, expected) => {
  expect(read(text, language)).toBe(expected);
});

const LOCALES = [
  "en-US",
  "en-GB",
  "en-IN",
  "en-ZA",
  "de-DE",
  "de-CH",
  "de-AT",
  "fr-FR",
  "fr-CA",
  "fr-CH",
  "es-ES",
  "es-MX",
  "pt-BR",
  "pt-PT",
  "it-IT",
  "nl-NL",
  "sv-SE",
  "nb-NO",
  "da-DK",
  "fi-FI",
  "pl-PL",
  "cs-CZ",
  "hu-HU",
  "ro-RO",
  "bg-BG",
  "ru-RU",
  "uk-UA",
  "tr-TR",
  "el-GR",
  "he-IL",
  "ar-EG",
  "ar-SA",
  "fa-IR",
  "hi-IN",
  "bn-BD",
  "mr-IN",
  "th-TH",
  "vi-VN",
  "id-ID",
  "zh-CN",
  "zh-TW",
  "ja-JP",
  "ko-KR",
  "my-MM",
  "ne-NP",
  "ta-IN",
  "lt-LT",
  "lv-LV",
  "et-EE",
];

describe("what Intl formats is read back, or called ambiguous, never another number", () => {
  const locale = fc.constantFrom(...LOCALES);
  const amount = fc.oneof(
    fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }),
    fc.integer({ min: -10_000_000_00, max: 10_000_000_00 }).map((cents) => cents / 100),
    fc.constantFrom(0, 1_000, 1_234, 999.99, 1_234_567.89, 12_345_678, 0.5),
  );

  test("plain numbers", () => {
    fc.assert(
      fc.property(locale, amount, fc.boolean(), (language, number, known) => {
        const text = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(number);
        const found = parseAmount(text, known ? language : "");
        if (found !== "ambiguous") expect(found.value, `${text} (${language})`).toBe(number + 0);
      }),
      { numRuns: 2_000 },
    );
  });

  test("with a currency", () => {
    const currency = fc.constantFrom(
      "USD",
      "EUR",
      "CNY",
      "JPY",
      "GBP",
      "INR",
      "CHF",
      "SEK",
      "BRL",
      "KWD",
      "PLN",
    );
    const display = fc.constantFrom("symbol", "code", "name");
    const sign = fc.constantFrom("standard", "accounting");
    fc.assert(
      fc.property(
        locale,
        amount,
        currency,
        display,
        sign,
        (language, number, code, currencyDisplay, currencySign) => {
          const format = new Intl.NumberFormat(language, {
            style: "currency",
            currency: code,
            currencyDisplay,
            currencySign,
          } as Intl.NumberFormatOptions);
          const text = format.format(number);
          const digits = format.resolvedOptions().maximumFractionDigits!;
          const found = parseAmount(text, language);
          if (found === "ambiguous") return;
          // Rounded like Intl does: half away from zero, in decimal.
          const rounded = Number(
            new Intl.NumberFormat("en-US", {
              maximumFractionDigits: digits,
              useGrouping: false,
            }).format(number),
          );
          expect(found.value, `${text} (${language})`).toBe(rounded + 0);
          if (found.currency && !found.currency.ambiguous)
            expect(found.currency.code, `${text}`).toBe(code);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test("most are read", () => {
    const unread = LOCALES.filter((language) => {
      const text = new Intl.NumberFormat(language, { style: "currency", currency: "EUR" }).format(
        1_200_000.5,
      );
      return read(text, language) !== "1200000.5 EUR";
    });
    expect(unread).toEqual([]);
  });
});

test("two currencies that are not one are ambiguous, wherever they stand", () => {
  const CODES = ["USD", "EUR", "CNY", "JPY", "GBP", "CHF", "CAD", "SEK", "NOK", "TWD", "HKD"];
  const SIGNS: Record<string, readonly string[]> = {
    USD: ["USD", "US$", "$"],
    EUR: ["EUR", "€"],
    CNY: ["CNY", "RMB", "¥", "元"],
    JPY: ["JPY", "円", "¥"],
    GBP: ["GBP", "£"],
    CHF: ["CHF"],
    CAD: ["CAD", "CA$", "$"],
    SEK: ["SEK", "kr"],
    NOK: ["NOK", "kr"],
    TWD: ["TWD", "NT$", "$", "元"],
    HKD: ["HKD", "HK$", "$", "元"],
  };
  const sign = fc
    .constantFrom(...CODES)
    .chain((code) => fc.tuple(fc.constant(code), fc.constantFrom(...SIGNS[code]!)));
  const canBe = (one: string) => CODES.filter((code) => SIGNS[code]!.includes(one));
  fc.assert(
    fc.property(
      sign,
      sign,
      fc.constantFrom(
        (a: string, b: string) => `${a} 5 ${b}`,
        (a: string, b: string) => `${a} ${b} 5`,
        (a: string, b: string) => `5 ${a} ${b}`,
      ),
      fc.constantFrom("", "en", "en-US", "zh-CN", "ja", "sv"),
      ([, a], [, b], write, language) => {
        const both = canBe(a).filter((code) => canBe(b).includes(code));
        const found = read(write(a, b), language);
        if (both.length === 0) expect(found, `${write(a, b)}`).toBe("ambiguous");
        if (both.length === 1) expect(found, `${write(a, b)}`).toBe(`5 ${both[0]}`);
      },
    ),
    { numRuns: 1_000 },
  );
});

test("any text gives a finite number or is ambiguous, and never throws", () => {
  const part = fc.constantFrom(..."0123456789.,'’ ()-+¥$€万亿百AUSD\u00A0\u202F٫٬٣".split(""));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(part, { maxLength: 20 }).map((parts) => parts.join("")),
      ),
      fc.constantFrom("", "en", "de", "zh-CN", "ar"),
      (text, language) => {
        const found = parseAmount(text, language);
        return found === "ambiguous" || Number.isFinite(found.value);
      },
    ),
    { numRuns: 2_000 },
  );
});

test("digits of every script that Intl knows are digits", () => {
  for (const system of Intl.supportedValuesOf("numberingSystem")) {
    const format = new Intl.NumberFormat(`en-u-nu-${system}`, { useGrouping: false });
    const text = format.format(9_876_543_210);
    if (/^\p{Nd}+$/u.test(text)) expect(asciiDigits(text), `${system}`).toBe("9876543210");
  }
});
