import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Locale } from "@/lib/i18n";
import { locale } from "./locale";

/**
 * Texts that are fetched with the part of the UI that says them, in whatever language is in use.
 *
 * @param load fetches them in one locale
 * @returns the texts, which are there after `follow`; whether they are; and `follow`, which resolves when they are
 *   there, and whose argument is for a page that has brought them along
 */
export function lazyTexts<T>(load: (locale: Locale) => Promise<T>): {
  texts: ReadonlySignal<T>;
  areThere: ReadonlySignal<boolean>;
  follow: (from?: typeof load) => Promise<void>;
} {
  const loaded = signal<T | null>(null);
  let following: Promise<void> | null = null;
  return {
    texts: computed(() => {
      if (loaded.value === null) throw new Error("follow these texts before the first is read");
      return loaded.value;
    }),
    areThere: computed(() => loaded.value !== null),
    follow(from = load) {
      following ??= new Promise((resolve, reject) => {
        effect(() => {
          const wanted = locale.value;
          from(wanted).then((texts) => {
            if (locale.peek() !== wanted) return;
            loaded.value = texts;
            resolve();
          }, reject);
        });
      });
      return following;
    },
  };
}
