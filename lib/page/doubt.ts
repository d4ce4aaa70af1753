import { stillness } from "@/lib/crm/page";
import { lookAgain } from "./again";

/** A page that shows something else than its record, and nothing new for this long (ms), will not show it. */
export const STILL_FOR = 6_000;
/** A page that never comes to rest is not waited for longer than this (ms). */
export const PATIENCE = 30_000;

/** Whether a page that shows nothing of its record still may. */
export interface Doubt {
  /** The record is there: whatever was doubted is over. */
  seen(): void;
  /**
   * A look at the page found nothing of its record.
   *
   * @param promises it is the record's own page, and shows no part of it either
   */
  unseen(promises: boolean): void;
}

/**
 * Doubts for one visit of a page, until the signal stops it.
 *
 * @param look has the page looked at again
 * @param tell says that nothing of the record is there, and whether it is gone: the page that promises it is at rest
 */
export function doubtful(
  document: Document,
  url: string,
  { look, tell }: { look: () => void; tell: (gone: boolean) => void },
  signal: AbortSignal,
): Doubt {
  /** Since when the page shows nothing of the record, and since when what it shows instead is the same. */
  let empty: { since: number; still: number; stillness: number | null } | null = null;
  /** What was told; `null`: nothing yet. */
  let told: boolean | null = null;
  const again = lookAgain(look, signal);
  return {
    seen() {
      again.not();
      empty = null;
      told = null;
    },
    unseen(promises) {
      again.not();
      if (told === true || signal.aborted) return;
      const now = performance.now();
      // A page in the background may be left undrawn; it is looked at again when it comes to the front.
      if (document.hidden) {
        empty = null;
        return;
      }
      const found = stillness(document, url);
      if (empty === null || (found !== null && found !== empty.stillness)) {
        empty = { since: empty?.since ?? now, still: now, stillness: found };
      }
      const isStill = found !== null && now - empty.still >= STILL_FOR;
      if (isStill || now - empty.since >= PATIENCE) {
        const gone = isStill && promises;
        if (told !== gone) tell(gone);
        told = gone;
      }
      // After that a page that still loads is looked at when it changes.
      if (told === null || (found !== null && !isStill)) again.soon();
    },
  };
}
