const DECIMAL_DIGIT = /\p{Nd}/u;

/**
 * Digits of any script as ASCII digits, full-width and other compatibility forms folded (NFKC). Unicode
 * keeps the ten digits of a script together and in order, so that every run of them starts with a zero.
 */
export function asciiDigits(text: string): string {
  return text.normalize("NFKC").replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let start = code;
    while (DECIMAL_DIGIT.test(String.fromCodePoint(start - 1))) start--;
    return String((code - start) % 10);
  });
}

/** A language tag that Intl takes (Tryton writes `zh_CN`), or "" where the page gives none. */
export function languageTag(lang: string): string {
  if (lang === "" || lang.length > 35) return "";
  try {
    return Intl.getCanonicalLocales(lang.replaceAll("_", "-"))[0] ?? "";
  } catch {
    return "";
  }
}
