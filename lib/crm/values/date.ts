import type { DateOrder } from "../recipe";
import { wordsOf } from "./dateWords";
import { asciiDigits } from "./digits";

const ASCII = /^[ -~]*$/;
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * A date as pages write it, as `YYYY-MM-DD`: `2026年11月20日`, `20.11.2026`, `Nov 20, 2026`. Where day
 * and month can be told apart neither by their size nor by the order given, the answer is
 * `"ambiguous"`, as for every text that is not just one date (with a time of day).
 *
 * @param language the page's language, for the names of months
 * @param order    the order that the page uses, if that is known
 */
export function parseDate(
  text: string,
  language: string,
  order: DateOrder | undefined,
): string | "ambiguous" {
  if (text.length > 80) return "ambiguous";
  const folded = ASCII.test(text) ? text : asciiDigits(text).replace(/\p{Cf}/gu, "");
  const plain = folded
    // A time of day, and the `T` and zone of ISO 8601.
    .replace(
      /T?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?\s?m\.?|Z|[+-]\d{2}:?\d{2})?/giu,
      " ",
    )
    .trim();
  const numbers = [...plain.matchAll(/\d+/g)].map(([digits]) => digits);
  const letters = plain.replace(/[\d\s.,/\-‐-–()年月日号號일월년]+/gu, " ").trim();
  // A span that is open at one end: "since …", "until …".
  if (/^[-‐-―−]|[-‐-―−]$/u.test(plain)) return "ambiguous";

  if (numbers.length === 3 && letters === "") {
    return threeNumbers(plain, numbers as [string, string, string], language, order);
  }
  if (numbers.length === 2) return namedMonth(plain, numbers as [string, string], language);
  return "ambiguous";
}

/** The order of day and month that a date proves by its size: 20/11/2026 is no month-first date. */
export function orderProvenBy(text: string): DateOrder | undefined {
  const found = /^\D*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}(?!\d)/.exec(
    ASCII.test(text) ? text : asciiDigits(text),
  );
  if (!found) return undefined;
  const [first, second] = [Number(found[1]), Number(found[2])];
  if (first > 12 && first <= 31 && second <= 12) return "dmy";
  if (second > 12 && second <= 31 && first <= 12) return "mdy";
  return undefined;
}

function threeNumbers(
  text: string,
  [a, b, c]: [string, string, string],
  language: string,
  order: DateOrder | undefined,
): string | "ambiguous" {
  if (a.length === 4) return valid(a, b, c);
  if (c.length === 4) {
    if (a.length > 2 || b.length > 2) return "ambiguous";
    const [first, second] = [Number(a), Number(b)];
    if (first > 12 || first === second) return valid(c, b, a);
    if (second > 12) return valid(c, a, b);
    // No language writes month.day.year: with dots on a month-first page the user has set another.
    const dots = /^\D*\d+\s*\.\s*\d+\s*\.\s*\d+/.test(text);
    if (order === "dmy") return valid(c, b, a);
    return order === "mdy" && !dots ? valid(c, a, b) : "ambiguous";
  }
  // Two digits for the year: only the language can say, and only where it counts years like ISO.
  if ([a, b, c].some(({ length }) => length > 2) || !order || !countsLikeIso(language)) {
    return "ambiguous";
  }
  const [year, month, day] = order === "ymd" ? [a, b, c] : order === "dmy" ? [c, b, a] : [c, a, b];
  return year!.length === 2 ? valid(`20${year}`, month!, day!) : "ambiguous";
}

function namedMonth(
  text: string,
  [a, b]: [string, string],
  language: string,
): string | "ambiguous" {
  const [year, day] = a.length === 4 ? [a, b] : [b, a];
  if (year.length !== 4 || day.length > 2) return "ambiguous";
  const lower = text.toLowerCase();
  const words = lower.match(WORD) ?? [];
  // "~ March 3", "March 3?": signs that say more than a date does.
  if (!/^[\d\s.,،、/'’()\-‐-–]*$/u.test(lower.replace(WORD, ""))) return "ambiguous";
  const known = [language, "en"].map(wordsOf);
  const found = new Set<number>();
  const weekdays: ReadonlySet<number>[] = [];
  for (const word of words) {
    const month = known.map(({ months }) => months.get(word)).find(Boolean);
    const weekday = known.map((names) => names.weekdays.get(word)).find(Boolean);
    if (month) found.add(month);
    else if (weekday) weekdays.push(weekday);
    // "not before March 3" is no date, nor is any other word beside one that dates are not written with.
    else if (!known.some(({ particles }) => particles.has(word))) return "ambiguous";
  }
  const [month] = found;
  if (found.size !== 1) return "ambiguous";
  const date = valid(year, String(month), day);
  // Another weekday than that of the date contradicts it, or is another word: Czech "po" is also "after".
  const agrees = weekdays.every((days) => days.has(new Date(date).getUTCDay()));
  return agrees ? date : "ambiguous";
}

/** A day that exists, in years that a CRM speaks of (a Buddhist 2569 or a Persian 1405 is none). */
function valid(year: string, month: string, day: string): string | "ambiguous" {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists = date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  if (!exists || y < 1970 || y > 2150) return "ambiguous";
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

const orders = new Map<string, DateOrder | undefined>();

/** The order of day and month in a language, where all its regions agree or the tag names one. */
export function orderOf(language: string): DateOrder | undefined {
  if (language === "") return undefined;
  if (!orders.has(language)) orders.set(language, findOrder(language));
  return orders.get(language);
}

function findOrder(language: string): DateOrder | undefined {
  const locale = new Intl.Locale(language);
  // English without a region is British or American, French may be Canadian, Spanish Panamanian.
  const regions = locale.region
    ? [locale.region]
    : ({ en: ["US", "GB"], fr: ["FR", "CA"], es: ["ES", "PA"] }[locale.language] ?? [undefined]);
  const found = new Set(
    regions.map((region) => {
      const tag = region ? new Intl.Locale(language, { region }) : locale;
      return new Intl.DateTimeFormat(tag, { dateStyle: "short" })
        .formatToParts(0)
        .map(({ type }) => ({ year: "y", month: "m", day: "d" })[type as "day"] ?? "")
        .join("");
    }),
  );
  const [order] = found;
  return found.size === 1 && (order === "ymd" || order === "mdy" || order === "dmy")
    ? order
    : undefined;
}

function countsLikeIso(language: string): boolean {
  return (
    language !== "" && new Intl.DateTimeFormat(language).resolvedOptions().calendar === "gregory"
  );
}
