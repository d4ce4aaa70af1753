import { computed, effect, signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { LANGUAGE_TAG, loadTexts, pickLocale, type Locale, type Texts } from "@/lib/i18n";
import { roleNames, type Role, type Vocabulary } from "@/lib/domain";
import { settings, type LocaleSetting } from "@/lib/store/reading";
import { followVocabulary, vocabulary } from "./vocabulary";

const setting = signal<LocaleSetting>("auto");
const loaded = signal<Texts | null>(null);

/** The locale in use: the user's choice, or the browser's own. */
export const locale = computed<Locale>(() =>
  setting.value === "auto" ? pickLocale([browser.i18n.getUILanguage()]) : setting.value,
);

/**
 * All texts in the locale in use, with the user's names of the roles; components read `text.value`.
 * They are there after {@link followLocale}.
 */
export const text = computed<Texts>(() => {
  if (loaded.value === null) throw new Error("await followLocale() before the first text is read");
  return { ...loaded.value, role: namesIn(vocabulary.value) };
});

/** What a vocabulary calls each role, in the language in use. */
export function namesIn(words: Vocabulary): Record<Role, string> {
  if (loaded.value === null) throw new Error("await followLocale() before the first name is read");
  return roleNames(words, loaded.value.role, loaded.value.skinRole);
}

/** The language tag for Intl. */
export const language = computed(() => LANGUAGE_TAG[locale.value]);

/**
 * Follows the setting and marks the document's language. Resolves when there are texts to show.
 *
 * @param load fetches the texts of a locale, where the page has not brought them along
 */
export async function followLocale(document: Document, load = loadTexts): Promise<void> {
  settings.locale.watch((value) => {
    setting.value = value;
  });
  [setting.value] = await Promise.all([settings.locale.getValue(), followVocabulary()]);
  loaded.value = await load(locale.value);
  effect(() => {
    const wanted = locale.value;
    document.documentElement.lang = LANGUAGE_TAG[wanted];
    void load(wanted).then((texts) => {
      if (locale.peek() === wanted) loaded.value = texts;
    });
  });
}
