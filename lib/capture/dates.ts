import { UNREAD_TIMES } from "./lexicon/times";

/** A day, or a time to come, that the text names; or a time of which it is not understood which day it is. */
export type Day = { on: number } | "future" | "unread";

interface Found {
  day: Day;
  length: number;
}

const NUMBERS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"].map(
      (word, n) => [word, n + 1],
    ),
  ),
  ...Object.fromEntries([..."一二三四五六七八九十"].map((word, n) => [word, n + 1])),
  两: 2,
  a: 1,
  an: 1,
  few: 3,
  "a few": 3,
  几: 3,
  半: 0.5,
};
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MONTH =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const WEEKDAY =
  "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?";
const FULL_WEEKDAY =
  "monday|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|saturday|sunday";
const COUNT = "\\d{1,3}|a few|few|an?|one|two|three|four|five|six|seven|eight|nine|ten";
const COUNT_ZH = "\\d{1,3}|[一二两三四五六七八九十几]";

const NUMBER_ZH = "\\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]";

type Reader = (found: RegExpExecArray, now: Date) => Date | "future" | null;
const rule = (pattern: string, read: Reader) => ({ pattern: new RegExp(pattern, "uy"), read });
const daysBefore = (count: number) => (_: unknown, now: Date) => shifted(now, -count);

/** The ways to name a day, each tried where a word begins. In the folded text (lower case). */
const RULES = [
  rule("(?:on )?(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})[日号]?", (found) =>
    dateOf(Number(found[1]), Number(found[2]), Number(found[3])),
  ),
  rule(`(${NUMBER_ZH})月(${NUMBER_ZH})[日号]?`, (found, now) =>
    lastOf(now, numberZh(found[1]!), numberZh(found[2]!)),
  ),
  // The last such day; "3号楼" and "on the 3rd floor" are places.
  rule(`(${NUMBER_ZH})号(?![楼线厅门车院厂仓馆会机位店])`, (found, now) =>
    lastDay(now, numberZh(found[1]!)),
  ),
  rule(
    "on (?:the )?(\\d{1,2})(?:st|nd|rd|th)(?=$|[,.;!?\\n]| (?:and|with|of this month)(?![a-z]))",
    (found, now) => lastDay(now, Number(found[1])),
  ),
  // Which of them is the month differs by country: only where just one can be.
  rule("(?:on )?(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?(?![\\d/])", (found, now) => {
    const [one, other] = [Number(found[1]), Number(found[2])];
    const month = one === other || other > 12 ? one : one > 12 ? other : 0;
    const day = month === one ? other : one;
    if (found[0] === "24/7") return null;
    return found[3] === undefined ? lastOf(now, month, day) : dateOf(Number(found[3]), month, day);
  }),
  rule(`(?:on )?(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?(?![\\d])`, (found, now) =>
    named(now, found[1]!, found[2]!, found[3]),
  ),
  rule(
    `(?:on )?(?:the )?(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})\\.?(?:,? (\\d{4}))?`,
    (found, now) => named(now, found[2]!, found[1]!, found[3]),
  ),
  rule(
    "(?:earlier )?today|this (?:morning|afternoon|evening)|just now|今天|今日|今早|今晚|刚才|刚刚",
    daysBefore(0),
  ),
  rule("the day before yesterday|day before yesterday|前天|前日", daysBefore(2)),
  rule("大前天", daysBefore(3)),
  rule("yesterday|last night|昨天|昨日|昨晚|昨儿", daysBefore(1)),
  rule(`(${COUNT}) (day|week|month)s? ago`, ([, count, unit], now) =>
    before(now, numberOf(count!), unit!),
  ),
  rule(`(${COUNT_ZH})个?(天|日|周|星期|礼拜|月)(?:之|以)?前`, ([, count, unit], now) =>
    before(now, numberOf(count!), unit!),
  ),
  // "Sun", "Sat" and "Mon" alone may be a name, or another word.
  rule(
    `(?:on last |on |last |this |past )(${WEEKDAY})(?![a-z])|(${FULL_WEEKDAY})(?![a-z])`,
    (found, now) => {
      const weekday = WEEKDAYS.indexOf((found[1] ?? found[2]!).slice(0, 3));
      const back = (weekdayOf(now) - weekday + 7) % 7;
      return shifted(now, -(back || (/^(?:last|on last)/u.test(found[0]) ? 7 : 0)));
    },
  ),
  rule("(上上|上个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])", ([, which, day], now) => {
    const weekday = "一二三四五六日".indexOf(day === "天" ? "日" : day!);
    const monday = shifted(now, -weekdayOf(now));
    if (which === undefined) return shifted(now, -((weekdayOf(now) - weekday + 7) % 7));
    const weeks = which === "上上" ? 2 : which.startsWith("上") ? 1 : 0;
    return notLater(shifted(monday, weekday - 7 * weeks), now);
  }),
  rule(
    "下(?:个)?(?:周|星期|礼拜)[一二三四五六日天末]?|next (?:" + WEEKDAY + ")(?![a-z])",
    () => "future",
  ),
  rule("last week|a week ago|上个?(?:周|星期|礼拜)", daysBefore(7)),
  rule("last month|上个?月", (_, now) => before(now, 1, "month")),
];

/**
 * The day that is named at this place: today at this very moment, another day at its noon where the
 * user is. A day without a year is the last one of that name; one that is still to come is `"future"`. A time that names
 * no day is `"unread"`.
 *
 * @param folded the text as {@link fold} gives it
 * @param now ms since 1970
 */
export function dayAt(folded: string, place: number, now: number): Found | null {
  const today = new Date(now);
  let longest: Found | null = null;
  for (const { pattern, read } of RULES) {
    pattern.lastIndex = place;
    const found = pattern.exec(folded);
    if (!found || found[0].length <= (longest?.length ?? 0)) continue;
    if (/\w$/u.test(found[0]) && /\w/u.test(folded[place + found[0].length] ?? "")) continue;
    const day = read(found, today);
    if (day === null) longest = { day: "unread", length: found[0].length };
    else longest = { day: day === "future" ? day : dayOf(day, today), length: found[0].length };
  }
  for (const pattern of UNREAD_TIMES) {
    pattern.lastIndex = place;
    const length = pattern.exec(folded)?.[0].length ?? 0;
    if (length > (longest?.length ?? 0)) longest = { day: "unread", length };
  }
  return longest;
}

function dayOf(date: Date, today: Date): Day {
  if (Number.isNaN(date.getTime()) || date.getFullYear() < 2000) return "future";
  if (date.toDateString() === today.toDateString()) return { on: today.getTime() };
  if (date > today) return "future";
  return { on: noon(date).getTime() };
}

/** Monday 0 … Sunday 6. */
const weekdayOf = (date: Date) => (date.getDay() + 6) % 7;
const noon = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12);
const shifted = (date: Date, days: number) =>
  new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12);
const notLater = (date: Date, now: Date) =>
  date > now && date.toDateString() !== now.toDateString() ? "future" : date;
const numberOf = (word: string) => NUMBERS[word] ?? Number(word);

/** 十一 → 11, 二十 → 20; a number in digits too. */
function numberZh(word: string): number {
  if (/^\d/u.test(word)) return Number(word);
  const [tens, ones] = word.includes("十") ? word.split("十") : ["0", word];
  return 10 * (tens === "" ? 1 : (NUMBERS[tens!] ?? 0)) + (NUMBERS[ones!] ?? 0);
}

/** The last day of this number in a month; null where none of the last two months has it. */
function lastDay(now: Date, day: number): Date | null {
  if (day <= now.getDate()) return dateOf(now.getFullYear(), now.getMonth() + 1, day);
  const before = new Date(now.getFullYear(), now.getMonth() - 1, 1);
  return dateOf(before.getFullYear(), before.getMonth() + 1, day);
}

function before(now: Date, count: number, unit: string): Date {
  if (/^(?:day|天|日)/u.test(unit)) return shifted(now, -count);
  if (/^(?:week|周|星期|礼拜)/u.test(unit)) return shifted(now, -7 * count);
  // The 31st of a month without one is its last day.
  const last = new Date(now.getFullYear(), now.getMonth() - count + 1, 0, 12).getDate();
  return new Date(now.getFullYear(), now.getMonth() - count, Math.min(now.getDate(), last), 12);
}

/** Null where there is no such day. */
function dateOf(year: number, month: number, day: number): Date | null {
  const date = new Date(year, month - 1, day, 12);
  return date.getMonth() === month - 1 && date.getDate() === day ? date : null;
}

/** The last such day that is not still to come. */
function lastOf(now: Date, month: number, day: number): Date | null {
  const here = dateOf(now.getFullYear(), month, day);
  const isLater = here !== null && here > now && here.toDateString() !== now.toDateString();
  return here === null || isLater ? dateOf(now.getFullYear() - 1, month, day) : here;
}

function named(now: Date, month: string, day: string, year: string | undefined): Date | null {
  const number = MONTHS.indexOf(month.slice(0, 3)) + 1;
  return year === undefined
    ? lastOf(now, number, Number(day))
    : dateOf(Number(year), number, Number(day));
}
