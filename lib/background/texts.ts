import { browser } from "wxt/browser";
import { roleNames } from "@/lib/domain";
import { LOCALES, pickLocale, type Locale, type WorkerTexts } from "@/lib/i18n";
import { readVocabulary, settings } from "@/lib/store";

/** The user's language: as set, else the browser's. */
export async function currentLocale(): Promise<Locale> {
  const setting = await settings.locale.getValue();
  return setting === "auto" ? pickLocale([browser.i18n.getUILanguage()]) : setting;
}

/**
 * The texts in the user's language, with their names of the roles; read when needed, since the worker may
 * have slept since.
 */
export async function currentTexts(): Promise<WorkerTexts> {
  const [locale, vocabulary] = await Promise.all([currentLocale(), readVocabulary()]);
  const texts = LOCALES[locale];
  return { ...texts, role: roleNames(vocabulary, texts.role, texts.skinRole) };
}
