/** The words that a language writes dates with. */
export interface DateWords {
  /** Names of months, long and short, alone and beside a day; 0 for a word that names two. */
  months: ReadonlyMap<string, number>;
  /** Names of weekdays, and of which (Sunday is 0): "feira" belongs to five. */
  weekdays: ReadonlyMap<string, ReadonlySet<number>>;
  /** What else may stand beside them: "de", "of", "г", "at". */
  particles: ReadonlySet<string>;
}

/**
 * Particles that people and programs write into dates and `Intl` does not: articles, ordinal endings,
 * prepositions between the parts. Nothing that says before, after or about when.
 */
const PARTICLES: Readonly<Record<string, readonly string[]>> = {
  en: ["the", "of", "st", "nd", "rd", "th"],
  de: ["der", "den", "um", "uhr"],
  fr: ["le", "er", "à"],
  es: ["el", "de", "del"],
  it: ["il"],
  pt: ["de"],
  sv: ["den"],
  da: ["den"],
  nb: ["den"],
  nl: ["de"],
};

const known = new Map<string, DateWords>();
const NONE: DateWords = { months: new Map(), weekdays: new Map(), particles: new Set() };

/** The words of a language, lower case; none where no language is given. */
export function wordsOf(language: string): DateWords {
  if (language === "") return NONE;
  let words = known.get(language);
  if (!words) known.set(language, (words = findWords(language)));
  return words;
}

function findWords(language: string): DateWords {
  const months = new Map<string, number>();
  const weekdays = new Map<string, Set<number>>();
  const particles = new Set(PARTICLES[new Intl.Locale(language).language]);
  const day = (month: number, date: number) => Date.UTC(2026, month - 1, date, 12);

  for (const month of ["long", "short"] as const) {
    for (const options of [{ month }, { month, day: "numeric" }] as const) {
      const parts = formatter(language, options);
      for (let number = 1; number <= 12; number++) {
        for (const word of wordsIn(parts(day(number, 15)), "month")) {
          if (word.length < 2) continue;
          months.set(word, months.has(word) && months.get(word) !== number ? 0 : number);
        }
      }
    }
  }
  for (const weekday of ["long", "short"] as const) {
    for (const options of [{ weekday }, { weekday, day: "numeric", month: "long" }] as const) {
      const parts = formatter(language, options);
      for (let date = 1; date <= 7; date++) {
        const time = day(6, date);
        for (const word of wordsIn(parts(time), "weekday")) {
          weekdays.set(word, (weekdays.get(word) ?? new Set()).add(new Date(time).getUTCDay()));
        }
      }
    }
  }
  // What a language puts between and behind the parts: "20 de noviembre", "2026 г.", "at 9:30", "ค.ศ.".
  for (const dateStyle of ["full", "long", "medium"] as const) {
    for (const options of [{ dateStyle }, { dateStyle, timeStyle: "short" }] as const) {
      const parts = formatter(language, options)(day(6, 1));
      for (const kind of ["literal", "era"]) {
        for (const word of wordsIn(parts, kind)) particles.add(word);
      }
    }
  }
  return { months, weekdays, particles };
}

function formatter(language: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(language, {
    ...options,
    calendar: "gregory",
    timeZone: "UTC",
  });
  return (time: number) => format.formatToParts(time);
}

function wordsIn(parts: readonly Intl.DateTimeFormatPart[], kind: string): string[] {
  return parts
    .filter(({ type }) => type === kind)
    .flatMap(({ value }) => value.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []);
}
