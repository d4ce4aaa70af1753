import type { Locale, Texts } from "./locale";

/** Fetches the texts of one locale: a page shows one language at a time. */
export async function loadTexts(locale: Locale): Promise<Texts> {
  if (locale === "zh_CN") return (await import("./zh_CN")).zh_CN;
  return (await import("./en")).en;
}
