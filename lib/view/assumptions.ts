import { computed, signal, type ReadonlySignal } from "@preact/signals";
import type { Preferences } from "@/lib/advice";
import { assumptionsOf, type Assumptions } from "@/lib/beliefs";
import {
  DEFAULT_TITLES,
  halfLivesOf,
  titleTableOf,
  type HalfLives,
  type TitleTable,
} from "@/lib/domain";
import { settings } from "@/lib/store/reading";
import { hiddenRoles } from "./vocabulary";

const halfLives = signal<HalfLives>({});
const titles = signal<TitleTable>(DEFAULT_TITLES);

/** How fast claims age and what titles mean, as the user has set it. */
export const assumptions: ReadonlySignal<Assumptions> = computed(() =>
  assumptionsOf(halfLives.value, titles.value),
);

/** The same with what the vocabulary hides: all that steps depend on beside the claims. */
export const preferences: ReadonlySignal<Preferences> = computed(() => ({
  assumptions: assumptions.value,
  hidden: hiddenRoles.value,
}));

/** Follows these settings. Resolves when they are known. */
export async function followAssumptions(): Promise<void> {
  const takeLives = (value: unknown) => {
    halfLives.value = halfLivesOf(value);
  };
  const takeTitles = (value: unknown) => {
    titles.value = titleTableOf(value);
  };
  settings.halfLives.watch(takeLives);
  settings.titles.watch(takeTitles);
  const [days, table] = await Promise.all([
    settings.halfLives.getValue(),
    settings.titles.getValue(),
  ]);
  takeLives(days);
  takeTitles(table);
}
