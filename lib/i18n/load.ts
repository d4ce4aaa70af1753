import type { Locale, PersonTexts, SettingsTexts, Texts } from "./locale";

/** Fetches the texts of one locale: a page shows one language at a time. */
export async function loadTexts(locale: Locale): Promise<Texts> {
  if (locale === "zh_CN") return (await import("./zh_CN")).zh_CN;
  return (await import("./en")).en;
}

/** Fetches what only the view of one person says. */
export async function loadPersonTexts(locale: Locale): Promise<PersonTexts> {
  if (locale === "zh_CN") return (await import("./zh_CN/person")).person;
  return (await import("./en/person")).person;
}

/** Fetches what only the settings page says. */
export async function loadSettingsTexts(locale: Locale): Promise<SettingsTexts> {
  if (locale === "zh_CN") return (await import("./zh_CN/settings")).settings;
  return (await import("./en/settings")).settings;
}
