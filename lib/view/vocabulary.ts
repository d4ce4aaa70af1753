import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { DEFAULT_VOCABULARY, ROLES, rolesIn, type Role, type Vocabulary } from "@/lib/domain";
import { readVocabulary, watchVocabulary } from "@/lib/store/reading";

const current = signal<Vocabulary>(DEFAULT_VOCABULARY);

/** How the roles are named and offered: what the administrator set, else the user. */
export const vocabulary: ReadonlySignal<Vocabulary> = current;

/** The roles that are offered first, in the vocabulary's order. */
export const firstRoles = computed<readonly Role[]>(() => rolesIn(current.value, "first"));

/** The roles that are offered at all. */
export const offeredRoles = computed<readonly Role[]>(() => [
  ...firstRoles.value,
  ...rolesIn(current.value, "more"),
]);

/** The roles that nobody is asked about. */
export const hiddenRoles = computed<ReadonlySet<Role>>(
  () => new Set(ROLES.filter((role) => !offeredRoles.value.includes(role))),
);

/** Follows the vocabulary. Resolves when it is known. */
export async function followVocabulary(): Promise<void> {
  const refresh = async () => {
    const read = await readVocabulary();
    // Equal ones are one: nothing is drawn anew for a change elsewhere in the policy.
    if (JSON.stringify(read) !== JSON.stringify(current.peek())) current.value = read;
  };
  watchVocabulary(() => void refresh());
  await refresh();
}
