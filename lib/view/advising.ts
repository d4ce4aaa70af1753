import { signal, type ReadonlySignal } from "@preact/signals";

type Advice = typeof import("@/lib/advice");

const loaded = signal<Advice | null>(null);

/** The rules of the advice; null until {@link loadAdvice} has fetched them. */
export const advice: ReadonlySignal<Advice | null> = loaded;

/** Fetches the rules of the advice, which the map that is shown first does not need. */
export async function loadAdvice(): Promise<void> {
  loaded.value ??= await import("@/lib/advice");
}
