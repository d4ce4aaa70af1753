const DECIMAL_DIGIT = /\p{Nd}/u;

/**
 * Digits of any script as ASCII digits, full-width and other compatibility forms folded (NFKC).
 * In Unicode every set of decimal digits starts at a code point that ends in 0 or 6.
 */
export function asciiDigits(text: string): string {
  return text.normalize("NFKC").replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    const start = code & ~0xf;
    const zero = DECIMAL_DIGIT.test(String.fromCodePoint(start)) ? start : start + 6;
    return String(code - zero);
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
