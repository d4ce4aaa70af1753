import { signal, type ReadonlySignal } from "@preact/signals";
import {
  NO_POLICY,
  readPolicy,
  rememberedPolicy,
  watchPolicy,
  type Policy,
} from "@/lib/store/reading";

const current = signal<Policy>(NO_POLICY);

/** What an administrator has set for everybody; nothing until {@link followPolicy} has read it. */
export const policy: ReadonlySignal<Policy> = current;

/** What an administrator has set as of now: what is on screen may be older, and follows. */
export async function policyNow(): Promise<Policy> {
  current.value = await readPolicy();
  return current.value;
}

/** Follows the policy. Resolves when it is known as it was last. */
export async function followPolicy(): Promise<void> {
  const take = (value: Policy) => {
    current.value = value;
  };
  watchPolicy(take);
  take(await rememberedPolicy());
  void readPolicy().then(take);
}
