import { commonCurrency, currencyOf, type Currency } from "./currency";
import { asciiDigits } from "./digits";

export interface Amount {
  value: number;
  currency?: Currency;
}

/** Chinese and Japanese units after a number. Longer ones first: 百万 is not 百 and 万. */
const UNITS: readonly (readonly [string, number])[] = [
  ["万亿", 1e12],
  ["千万", 1e7],
  ["百万", 1e6],
  ["亿", 1e8],
  ["億", 1e8],
  ["万", 1e4],
  ["萬", 1e4],
];
/** A number: digits, grouped and parted by the characters that some language uses for it. */
const NUMBER = /\d(?:[\d.,'’٫٬ \u00A0\u2009\u202F]*\d)?/g;
/** What stands in parentheses. */
const CONVERTED = /\([^()]*\)/g;
/** What needs no folding: looked for first, because regular expressions with Unicode classes are slow to compile. */
const PLAIN = /^[ -~¥€£\u00A0]*$/;

/**
 * An amount as pages write it: `¥1,200,000.00`, `1.200.000,00 €`, `120万`, `USD 1,200,000 (EUR
 * 1,100,000)` (what stands outside the parentheses). Returns `"ambiguous"` where the text can mean
 * more than one number or names two currencies, or holds more than an amount, and never guesses.
 *
 * Not `Intl`-driven nor @internationalized/number: those parse for one known locale, while a CRM's
 * page is in the language of its texts and the number in the locale of its user, which may differ.
 *
 * @param language the page's language; decides only what the text leaves open, such as `1.234`
 */
export function parseAmount(text: string, language: string): Amount | "ambiguous" {
  let plain = text.trim();
  if (!PLAIN.test(plain)) {
    // Superscripts and fractions would fold into digits: 10² is not 102.
    if (/\p{No}/u.test(text)) return "ambiguous";
    plain = asciiDigits(text)
      .replace(/\p{Cf}/gu, "")
      .trim();
  }
  let negative = false;
  const outside = plain.replace(CONVERTED, " ").trim();
  if (/\d/.test(outside)) {
    if (!(plain.match(CONVERTED) ?? []).every((inside) => isMoney(inside.slice(1, -1), language))) {
      return "ambiguous";
    }
    plain = outside;
  } else if (/^\([^()]*\)$/.test(plain)) {
    // Accountants write negative numbers in parentheses.
    negative = true;
    plain = plain.slice(1, -1);
  }
  const numbers = [...plain.matchAll(NUMBER)];
  if (numbers.length === 0) return "ambiguous";
  const words = plain.replace(NUMBER, "\0");
  const parts = words.split("\0").map((part) => part.trim());

  // Each number may have a unit behind it (1亿2000万); everything else must be sign and currency.
  let value = 0;
  let last = Infinity;
  let decimals = 0;
  for (let index = 0; index < numbers.length; index++) {
    const behind = parts[index + 1]!;
    const unit = UNITS.find(([word]) => behind.startsWith(word));
    const factor = unit?.[1] ?? 1;
    if (index > 0 && factor >= last) return "ambiguous";
    // 1万2000 is 12,000, but 1亿2000 is said for 120 million.
    if (index > 0 && factor === 1 && last > 1e4) return "ambiguous";
    last = factor;
    parts[index + 1] = unit ? behind.slice(unit[0].length) : behind;
    const number = parseNumber(numbers[index]![0], language);
    if (number === null) return "ambiguous";
    value += number * factor;
    // Groups end with three digits: fewer are decimals, and those of a bare number are written in full.
    if (factor === 1) decimals = /[.,٫](\d{1,2})$/.exec(numbers[index]![0])?.[1]?.length ?? 0;
  }
  if (parts.slice(1, -1).some((part) => part !== "")) return "ambiguous";

  const signs: string[] = [];
  for (const part of [parts[0]!, parts.at(-1)!]) {
    const sign = part.replace(/[-−‒–+]/g, (mark) => {
      if (mark !== "+") negative = true;
      return "";
    });
    if (sign.trim() === "") continue;
    // Several names of one currency may stand together ("USD $1,200").
    signs.push(...(currencyOf(sign, language) ? [sign] : sign.trim().split(/\s+/)));
  }
  const currency = signs.length > 0 ? commonCurrency(signs, language, decimals) : undefined;
  if (currency === null) return "ambiguous";
  // 1200.1 × 10000 is not exactly 12001000 in binary; amounts have at most four decimals.
  const rounded = Number((negative ? -value : value).toFixed(4));
  if (!Number.isFinite(rounded)) return "ambiguous";
  return { value: rounded, ...(currency ? { currency } : {}) };
}

/** The amount in another currency, which some pages write behind in parentheses. */
function isMoney(text: string, language: string): boolean {
  const amount = parseAmount(text, language);
  return amount !== "ambiguous" && amount.currency !== undefined;
}

/** A number without sign, or `null` where it can mean several. */
export function parseNumber(text: string, language: string): number | null {
  // Spaces and apostrophes only ever group.
  const spaced = text.replace(/['’٬\u00A0\u2009\u202F]/g, " ").replace(/٫/g, ".");
  const arabic = text.includes("٫") || text.includes("٬");
  if (/ {2}|[.,] | [.,]/.test(spaced)) return null;
  const separators = [...spaced.matchAll(/[ .,]/g)].map(([separator]) => separator);
  const kinds = [...new Set(separators)];
  if (kinds.length === 0) return Number(spaced);
  if (arabic) return grouped(spaced, " ", ".");

  const lastKind = separators.at(-1)!;
  const count = separators.filter((separator) => separator === lastKind).length;
  if (kinds.length === 1) {
    if (count > 1 || lastKind === " ") return grouped(spaced, lastKind, "");
    return oneSeparator(spaced, lastKind, language);
  }
  // Of two kinds the last is the decimal one, and stands once: 1.200.000,00 or 12,00,000.50.
  if (kinds.length === 2 && count === 1 && lastKind !== " ") {
    return grouped(spaced, kinds[0]!, lastKind);
  }
  return null;
}

/** `1,5` and `12.50` are decimals; `1,234` is a thousand or one point something. */
function oneSeparator(text: string, separator: string, language: string): number | null {
  const [whole, rest] = text.split(separator) as [string, string];
  const couldGroup = rest.length === 3 && whole.length <= 3 && !whole.startsWith("0");
  if (!couldGroup) return Number(`${whole}.${rest}`);
  return separatorsOf(language)?.group === separator ? Number(whole + rest) : null;
}

/** Groups of three, or Indian ones (12,34,567): the last of three, those before of two. */
function grouped(text: string, group: string, decimal: string): number | null {
  const [whole, fraction = ""] =
    decimal === "" ? [text] : (text.split(decimal) as [string, string]);
  const groups = whole.split(group);
  const [head, ...tail] = groups;
  const inner = tail.slice(0, -1);
  const threes = tail.every(({ length }) => length === 3) && head!.length <= 3;
  const indian =
    tail.at(-1)?.length === 3 && inner.every(({ length }) => length === 2) && head!.length <= 2;
  if (tail.length > 0 && !threes && !indian) return null;
  return Number(`${groups.join("")}.${fraction === "" ? "0" : fraction}`);
}

const known = new Map<string, { group: string } | null>();

/** What a language groups with, as Intl formats it. `en` groups with a comma in every region. */
function separatorsOf(language: string): { group: string } | null {
  let found = known.get(language);
  if (found === undefined) {
    found = null;
    if (language !== "") {
      const parts = new Intl.NumberFormat(language, { useGrouping: "always" }).formatToParts(1e6);
      const group = parts.find(({ type }) => type === "group")?.value;
      if (group) found = { group };
    }
    known.set(language, found);
  }
  return found;
}
