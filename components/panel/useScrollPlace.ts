import { useLayoutEffect } from "preact/hooks";
import type { RecordKey } from "@/lib/domain";
import { keepScrolled, scrolledIn } from "@/lib/view";

/** What tells that the user scrolls, or is about to. */
const HANDS = ["wheel", "touchstart", "pointerdown", "keydown"] as const;

/**
 * Shows a record, or a person in it, where the user had left it. Parts that are fetched make it as long as it was
 * only after a moment: until then, or until the user scrolls, it is not where it belongs and nothing is kept. All in
 * the layout phase: what is shown next would else still be kept under the one before.
 */
export function useScrollPlace(record: RecordKey, person: RecordKey<"contact"> | null): void {
  useLayoutEffect(() => {
    const wanted = scrolledIn(record, person);
    const over = new AbortController();
    const grown = new ResizeObserver(() => restore());
    let restored = false;
    const settle = () => {
      restored = true;
      grown.disconnect();
    };
    const restore = () => {
      scrollTo({ top: wanted });
      if (scrollY >= wanted - 1) settle();
    };
    restore();
    if (!restored) grown.observe(document.body);
    for (const hand of HANDS)
      addEventListener(hand, settle, { passive: true, signal: over.signal });
    const keep = () => restored && keepScrolled(record, person, scrollY);
    addEventListener("scrollend", keep, { signal: over.signal });
    return () => {
      over.abort();
      grown.disconnect();
    };
  }, [record, person]);
}
