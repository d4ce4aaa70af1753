import { computed, effect, signal } from "@preact/signals";
import { loadPersonTexts, type PersonTexts } from "@/lib/i18n";
import { locale } from "./locale";

const loaded = signal<PersonTexts | null>(null);
let following: Promise<void> | null = null;

/** What only the view of one person says; there after {@link followPersonTexts}. */
export const personText = computed<PersonTexts>(() => {
  if (loaded.value === null) throw new Error("await followPersonTexts() before a person is shown");
  return loaded.value;
});

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export function followPersonTexts(): Promise<void> {
  following ??= new Promise((resolve, reject) => {
    effect(() => {
      const wanted = locale.value;
      loadPersonTexts(wanted).then((texts) => {
        if (locale.peek() !== wanted) return;
        loaded.value = texts;
        resolve();
      }, reject);
    });
  });
  return following;
}
