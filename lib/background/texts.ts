import { browser } from "wxt/browser";
import { roleNames } from "@/lib/domain";
import { LOCALES, pickLocale, type WorkerTexts } from "@/lib/i18n";
import { readVocabulary, settings } from "@/lib/store";

/**
 * The texts in the user's language, with their names of the roles; read when needed, since the worker may
 * have slept since.
 */
export async function currentTexts(): Promise<WorkerTexts> {
  const [setting, vocabulary] = await Promise.all([settings.locale.getValue(), readVocabulary()]);
  const texts = LOCALES[setting === "auto" ? pickLocale([browser.i18n.getUILanguage()]) : setting];
  return { ...texts, role: roleNames(vocabulary, texts.role, texts.skinRole) };
}
