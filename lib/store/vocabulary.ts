import type { Vocabulary } from "@/lib/domain";
import { vocabularyOf } from "@/lib/domain";
import { readPolicy, watchPolicy } from "./policy";
import { settings } from "./settings";

/** The names of the roles that count: the administrator's, else the user's. */
export async function readVocabulary(): Promise<Vocabulary> {
  const [{ vocabulary }, own] = await Promise.all([readPolicy(), settings.vocabulary.getValue()]);
  return vocabulary ?? vocabularyOf(own);
}

/** Calls back whenever they may have changed. */
export function watchVocabulary(changed: () => void): void {
  settings.vocabulary.watch(changed);
  watchPolicy(changed);
}
