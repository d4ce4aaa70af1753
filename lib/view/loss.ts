import { signal, type ReadonlySignal } from "@preact/signals";
import { lostAt } from "@/lib/store/reading";

const lost = signal<number | null>(null);

/** When the browser was found to have emptied the database; null when it has not, or that was noted. */
export const lostSince: ReadonlySignal<number | null> = lost;

export async function followLoss(): Promise<void> {
  lostAt.watch((at) => {
    lost.value = at;
  });
  lost.value = await lostAt.getValue();
}

/** The user has taken note. */
export async function noteLoss(): Promise<void> {
  await lostAt.setValue(null);
}
