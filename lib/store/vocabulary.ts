import type { Vocabulary } from "@/lib/domain";
import { vocabularyOf } from "@/lib/domain";
import { rememberedPolicy, watchRememberedPolicy } from "./policy";
import { settings } from "./settings";

/**
 * The names of the roles that count: the administrator's, else the user's. By the policy as it was set last: menus and
 * pages are not to wait for the seconds in which a browser reads its policies.
 */
export async function readVocabulary(): Promise<Vocabulary> {
  const [{ vocabulary }, own] = await Promise.all([
    rememberedPolicy(),
    settings.vocabulary.getValue(),
  ]);
  return vocabulary ?? vocabularyOf(own);
}

/** Calls back whenever they may have changed. */
export function watchVocabulary(changed: () => void): void {
  settings.vocabulary.watch(changed);
  watchRememberedPolicy(changed);
}
