/**
 * The pseudo-locale: every English text in brackets, with accents, and longer by two fifths and by what a
 * script without spaces does to a line. What then stands on a page without brackets is not translatable, and
 * what does not fit would not fit in German either.
 */
const ACCENTS: Readonly<Record<string, string>> = {
  a: "á",
  e: "é",
  i: "í",
  o: "ö",
  u: "ü",
  A: "Á",
  E: "É",
  I: "Í",
  O: "Ö",
  U: "Ü",
};

/** How much longer a text of one's own language gets in translation. */
const LONGER = 0.4;

/** One text in brackets. What has no letter (a sign, a number) stays: there is nothing to translate. */
export function pseudoText(text: string): string {
  if (!/\p{L}/u.test(text)) return text;
  const accented = text.replace(/[aeiouAEIOU]/gu, (letter) => ACCENTS[letter] ?? letter);
  const more = "長".repeat(Math.max(1, Math.round((text.length * LONGER) / 2)));
  return `[!!${accented} ${more}!!]`;
}

/** Puts every text of a module in brackets, in place; what a function returns when it does. */
export function pseudoTexts(texts: object, done = new Set<unknown>()): void {
  if (done.has(texts)) return;
  done.add(texts);
  for (const [name, value] of Object.entries(texts)) {
    const wrapped = wrap(value, done);
    if (wrapped !== value) (texts as Record<string, unknown>)[name] = wrapped;
  }
}

function wrap(value: unknown, done: Set<unknown>): unknown {
  if (typeof value === "string") return pseudoText(value);
  if (typeof value === "function") {
    return (...args: unknown[]) => {
      const said: unknown = value(...args);
      return typeof said === "string" ? pseudoText(said) : said;
    };
  }
  if (typeof value === "object" && value !== null) pseudoTexts(value, done);
  return value;
}
