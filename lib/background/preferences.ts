import type { Preferences } from "@/lib/advice";
import { assumptionsOf } from "@/lib/beliefs";
import { halfLivesOf, rolesIn, titleTableOf } from "@/lib/domain";
import { readVocabulary, settings, watchVocabulary } from "@/lib/store";

/** What the user has set that steps depend on. */
export async function readPreferences(): Promise<Preferences> {
  const [days, titles, vocabulary] = await Promise.all([
    settings.halfLives.getValue(),
    settings.titles.getValue(),
    readVocabulary(),
  ]);
  return {
    assumptions: assumptionsOf(halfLivesOf(days), titleTableOf(titles)),
    hidden: new Set(rolesIn(vocabulary, "hidden")),
  };
}

/** Calls back whenever something of it may have changed. Call it in the first turn of the worker. */
export function watchPreferences(changed: () => void): void {
  settings.halfLives.watch(changed);
  settings.titles.watch(changed);
  watchVocabulary(changed);
}
