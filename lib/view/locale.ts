import { computed, effect, signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { LANGUAGE_TAG, LOCALES, pickLocale, type Locale } from "@/lib/i18n";
import { settings, type LocaleSetting } from "@/lib/store";

const setting = signal<LocaleSetting>("auto");

/** The locale in use: the user's choice, or the browser's own. */
export const locale = computed<Locale>(() =>
  setting.value === "auto" ? pickLocale([browser.i18n.getUILanguage()]) : setting.value,
);

/** All texts in the locale in use; components read `text.value`. */
export const text = computed(() => LOCALES[locale.value]);

/** The language tag for Intl. */
export const language = computed(() => LANGUAGE_TAG[locale.value]);

/** Follows the setting and marks the document's language. Resolves when the setting is known. */
export async function followLocale(document: Document): Promise<void> {
  effect(() => {
    document.documentElement.lang = language.value;
  });
  settings.locale.watch((value) => {
    setting.value = value;
  });
  setting.value = await settings.locale.getValue();
}
