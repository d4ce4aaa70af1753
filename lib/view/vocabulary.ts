import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { RoleBelief } from "@/lib/beliefs";
import { DEFAULT_VOCABULARY, ROLES, rolesIn, type Role, type Vocabulary } from "@/lib/domain";
import { readVocabulary, watchVocabulary } from "@/lib/store/reading";
import { roleCoverages, type Beliefs, type RoleCoverage } from "@/lib/structure";

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

/** How well the roles that are offered first are covered among these people. */
export function coverageOf(beliefs: Beliefs): RoleCoverage[] {
  return roleCoverages(beliefs, firstRoles.value);
}

/**
 * What the user called a role when they said last that somebody holds it, where that is a role of their own that they
 * still have; null: by its usual name.
 */
export function ownNameOf({
  role,
  evidence,
}: Pick<RoleBelief, "role" | "evidence">): string | null {
  const said = evidence
    .filter(({ says, claim }) => claim !== undefined && says.aspect === "role" && says.holds)
    .toSorted((a, b) => b.at - a.at)[0]?.says;
  const called = said?.aspect === "role" ? said.called : undefined;
  const isKnown = current.value.added.some(({ name, as }) => as === role && name === called);
  return called !== undefined && isKnown ? called : null;
}

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
