import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";
import type { RefObject } from "preact";
import type * as Virtual from "@tanstack/virtual-core";

/** Lists of up to so many accounts are drawn whole. */
const WHOLE = 30;
/** Of longer ones so many at first, which is more than a popup has room for. */
const FIRST = 5;
/** So many on each side of the current one fill a popup. */
const AROUND = 4;
/** How high an account is before it has been measured (px). */
const ESTIMATE = 118;

/** One account of the list that is drawn, and what room those before it that are not take. */
export interface Drawn {
  index: number;
  /** From the one drawn before (px). */
  gap: number;
}

/**
 * Which accounts of a long list are drawn: those in sight and those around the current one. What decides that is
 * fetched when the first are there.
 *
 * @param current the account that must be drawn, with those beside it, wherever it is; -1 for none
 * @returns the accounts to draw, the room that is left after them, and what measures each
 */
export function useWindow(
  scroller: RefObject<HTMLElement | null>,
  keys: readonly string[],
  current: number,
): { drawn: Drawn[]; after: number; measure: (element: Element | null) => void } {
  const count = keys.length;
  const isLong = count > WHOLE;
  const [library, setLibrary] = useState<typeof Virtual | null>(null);
  useEffect(() => {
    if (isLong) void import("@tanstack/virtual-core").then(setLibrary);
  }, [isLong]);
  const [, draw] = useReducer<number, void>((turn) => turn + 1, 0);
  const instance = useRef<Virtual.Virtualizer<HTMLElement, Element> | null>(null);

  const options = library && {
    count: isLong ? count : 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ESTIMATE,
    getItemKey: (index: number) => keys[index] ?? index,
    overscan: 2,
    rangeExtractor: (range: Virtual.Range) => {
      const found = library.defaultRangeExtractor(range);
      if (current < 0 || current >= count || found.includes(current)) return found;
      // With those beside it: it is scrolled to, and would stand alone until that is noticed.
      const around = library.defaultRangeExtractor({
        startIndex: current,
        endIndex: current,
        overscan: AROUND,
        count,
      });
      return [...new Set([...found, ...around])].toSorted((a, b) => a - b);
    },
    observeElementRect: library.observeElementRect,
    observeElementOffset: library.observeElementOffset,
    scrollToFn: library.elementScroll,
    onChange: () => draw(),
  };
  if (options) {
    if (instance.current === null) instance.current = new library.Virtualizer(options);
    else instance.current.setOptions(options);
  }
  const virtualizer = instance.current;
  useLayoutEffect(() => virtualizer?._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer?._willUpdate());

  const measure = (element: Element | null) => {
    if (element && virtualizer) virtualizer.measureElement(element);
  };
  if (!isLong) return { drawn: keys.map((_, index) => ({ index, gap: 0 })), after: 0, measure };
  // Before the list has been measured: the first ones, and the current.
  const items = virtualizer?.getVirtualItems() ?? [];
  const places =
    items.length > 0
      ? items
      : keys.flatMap((_, index) =>
          index < FIRST || index === current
            ? { index, start: index * ESTIMATE, end: (index + 1) * ESTIMATE }
            : [],
        );
  let end = 0;
  const drawn = places.map(({ index, start, end: itsEnd }) => {
    const gap = start - end;
    end = itsEnd;
    return { index, gap };
  });
  const total = items.length > 0 ? virtualizer!.getTotalSize() : count * ESTIMATE;
  return { drawn, after: total - end, measure };
}
