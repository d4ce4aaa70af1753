import { en } from "./en";
import { zh_CN } from "./zh_CN";

/** Every text that users see, typed: a locale that lacks one does not compile. */
export type Texts = typeof en;

export const LOCALES = { en, zh_CN } as const satisfies Record<string, Texts>;
export type Locale = keyof typeof LOCALES;

/** The BCP 47 tag of a locale, for `lang` attributes and Intl. */
export const LANGUAGE_TAG: Readonly<Record<Locale, string>> = { en: "en", zh_CN: "zh-CN" };

/** The locale for a list of preferred languages, best first; English where none is spoken. */
export function pickLocale(preferred: readonly string[]): Locale {
  for (const tag of preferred) {
    const language = tag.toLowerCase().split(/[-_]/u)[0];
    if (language === "zh") return "zh_CN";
    if (language === "en") return "en";
  }
  return "en";
}
