import type { Vocabulary } from "@/lib/domain";
import { vocabularyOf } from "@/lib/domain";
import { readPolicy, watchPolicy, type Policy } from "./policy";
import { settings } from "./settings";

/**
 * The names of the roles that count: the administrator's, else the user's.
 *
 * @param policy what the administrator set, where not what is set now
 */
export async function readVocabulary(policy: Promise<Policy> = readPolicy()): Promise<Vocabulary> {
  const [{ vocabulary }, own] = await Promise.all([policy, settings.vocabulary.getValue()]);
  return vocabulary ?? vocabularyOf(own);
}

/** Calls back whenever they may have changed. */
export function watchVocabulary(changed: () => void): void {
  settings.vocabulary.watch(changed);
  watchPolicy(changed);
}
