import { computed } from "@preact/signals";
import type { Amount } from "@/lib/list";
import { language, text } from "./locale";

const DAY = 24 * 60 * 60 * 1_000;

/** Made when it is first asked for, which a popup that opens does of few. */
const inLanguage = <T>(make: (language: string) => T) => computed(() => make(language.value));

const percents = inLanguage(
  (tag) => new Intl.NumberFormat(tag, { style: "percent", maximumFractionDigits: 0 }),
);
const decimals = inLanguage((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
const dates = inLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { day: "numeric", month: "short", timeZone: "UTC" }),
);
const datesWithYear = inLanguage(
  (tag) => new Intl.DateTimeFormat(tag, { dateStyle: "medium", timeZone: "UTC" }),
);
const moments = inLanguage((tag) => new Intl.DateTimeFormat(tag, { dateStyle: "medium" }));
const distances = inLanguage(
  (tag) => new Intl.RelativeTimeFormat(tag, { numeric: "auto", style: "short" }),
);
const spans = inLanguage(
  (tag) => new Intl.NumberFormat(tag, { style: "unit", unit: "day", unitDisplay: "long" }),
);
/** Gives the format with these options, made once. */
const amounts = inLanguage((tag) => {
  const made = new Map<string, Intl.NumberFormat>();
  return (options: Intl.NumberFormatOptions) => {
    const key = JSON.stringify(options);
    let format = made.get(key);
    if (!format) made.set(key, (format = new Intl.NumberFormat(tag, options)));
    return format;
  };
});

/** 0.374 → "37 %" in the user's way. */
export function percent(share: number): string {
  return percents.value.format(share);
}

/** A number with at most one decimal. */
export function decimal(value: number): string {
  return decimals.value.format(value);
}

/** The same with its sign: "+0.6", "−0.2", "0". What rounds to nothing has none. */
export function signed(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  const sign = rounded > 0 ? "+" : rounded < 0 ? "−" : "";
  return `${sign}${decimal(Math.abs(rounded))}`;
}

/** A share that is more or less than before: −0.27 → "−27 %". */
export function signedPercent(share: number): string {
  const sign = share > 0 ? "+" : share < 0 ? "−" : "";
  return `${sign}${percent(Math.abs(share))}`;
}

/** A time span: 45 → "45 days". */
export function days(count: number): string {
  return spans.value.format(count);
}

/** How many days ago: 0 → "today", 3 → "3 days ago". */
export function daysAgo(count: number): string {
  return distances.value.format(-count, "day");
}

/** The day of a moment (ms since 1970), in the user's time zone. */
export function day(moment: number): string {
  return moments.value.format(moment);
}

/**
 * How long ago a moment is, for a sentence about what was done then: "2 min ago". Less than a minute is
 * "just now": Intl says "now", as of something that still goes on, and what is shown is told by the minute.
 */
export function ago(moment: number, now = Date.now()): string {
  const seconds = (moment - now) / 1_000;
  if (seconds > -60) return text.value.common.justNow;
  const [value, unit] =
    seconds > -3_600
      ? [Math.round(seconds / 60), "minute" as const]
      : seconds > -86_400
        ? [Math.round(seconds / 3_600), "hour" as const]
        : [Math.round(seconds / 86_400), "day" as const];
  return distances.value.format(value, unit);
}

/** A calendar date (`YYYY-MM-DD`) with the days until then; other text stays as it is. */
export function calendarDate(
  text: string,
  now = Date.now(),
): { date: string; distance: string | null; past: boolean } {
  const time = /^\d{4}-\d{2}-\d{2}$/u.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) return { date: text, distance: null, past: false };
  const today = new Date(now);
  const start = Date.UTC(today.getFullYear(), today.getMonth(), today.getDate());
  const days = Math.round((time - start) / DAY);
  const sameYear = text.startsWith(String(today.getFullYear()));
  return {
    date: (sameYear ? dates : datesWithYear).value.format(time),
    distance: distances.value.format(days, "day"),
    past: days < 0,
  };
}

/** The page's own text, quoted, where its meaning is unclear. */
export function asWritten(raw: string): string {
  return text.value.common.asWritten(raw);
}

/** An amount with its currency, or the page's own text where that was unclear. */
export function money(amount: Amount): string {
  if ("raw" in amount) return asWritten(amount.raw);
  const { value, currency } = amount;
  return inCurrency(value, currency, Number.isInteger(value) ? { maximumFractionDigits: 0 } : {});
}

/** A sum in few characters, as the user's language shortens numbers: "€1.5M", "¥150万". */
export function compactMoney({
  value,
  currency,
}: {
  value: number;
  currency: string | null;
}): string {
  return inCurrency(value, currency, { notation: "compact", maximumFractionDigits: 1 });
}

function inCurrency(value: number, currency: string | null, how: Intl.NumberFormatOptions): string {
  const format = amounts.value;
  if (!currency) return format(how).format(value);
  try {
    return format({ ...how, style: "currency", currency }).format(value);
  } catch {
    // Not an ISO 4217 code: the page's own sign stands before the number.
    return `${currency} ${format(how).format(value)}`;
  }
}
