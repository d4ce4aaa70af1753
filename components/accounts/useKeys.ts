import { useEffect, useRef } from "preact/hooks";
import type { RefObject } from "preact";

/**
 * The keys of the list, wherever the focus is in the popup: what is typed goes to the search box at once, and so do
 * the keys that choose. A menu keeps its own, and Enter is the button's that has the focus.
 */
export function useKeys(
  box: RefObject<HTMLInputElement | null>,
  keys: Readonly<Partial<Record<string, () => void>>>,
): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // While an input method composes (Chinese), the keys are its own.
      if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
      const { key, target } = event;
      const isBox = target === box.current;
      if (target instanceof HTMLSelectElement && key !== "Escape") return;
      const act = latest.current[key];
      if (act && (isBox || key !== "Enter")) {
        if (!isBox) box.current?.focus();
        act();
        event.preventDefault();
      } else if (!isBox && key.length === 1 && key !== " ") {
        box.current?.focus();
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [box]);
}
