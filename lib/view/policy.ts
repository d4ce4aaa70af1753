import { signal, type ReadonlySignal } from "@preact/signals";
import { NO_POLICY, readPolicy, watchPolicy, type Policy } from "@/lib/store/reading";

const current = signal<Policy>(NO_POLICY);

/** What an administrator has set for everybody; nothing until {@link followPolicy} has read it. */
export const policy: ReadonlySignal<Policy> = current;

/** Follows the policy. Resolves when it is known. */
export async function followPolicy(): Promise<void> {
  watchPolicy((value) => {
    current.value = value;
  });
  current.value = await readPolicy();
}
