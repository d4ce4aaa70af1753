import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Where keys are typed and belong to the field. */
const FIELDS =
  "textarea, select, dialog, [contenteditable], input:not([type=radio], [type=checkbox])";

/** "/" goes to the field from wherever the focus is. Returns what goes back there. */
export function useSlash(field: RefObject<HTMLElement | null>): (event: Event) => void {
  const before = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(FIELDS)) return;
      event.preventDefault();
      before.current =
        document.activeElement instanceof HTMLElement ? document.activeElement : null;
      field.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [field]);
  return (event) => {
    event.stopPropagation();
    field.current?.blur();
    if (before.current?.isConnected) before.current.focus();
    before.current = null;
  };
}

/** Arrows go from row to row, the last of which is the buttons; Escape back to the text. */
export function inRow(
  event: KeyboardEvent,
  list: HTMLElement | null,
  field: HTMLElement | null,
): void {
  const { target, key } = event;
  if (!(target instanceof HTMLElement) || list === null) return;
  if (key === "Escape") {
    event.stopPropagation();
    field?.focus();
    return;
  }
  // In a choice the arrows choose.
  if (target.matches("select")) return;
  const rows = [
    ...list.querySelectorAll<HTMLElement>(
      ".capture-drop, .capture-wanted input, .capture-actions .button:enabled",
    ),
  ];
  const at = rows.indexOf(target);
  if (at < 0) return;
  if ((key === "Delete" || key === "Backspace") && target.matches(".capture-drop")) target.click();
  else if (key === "ArrowDown" || key === "ArrowRight")
    rows[Math.min(at + 1, rows.length - 1)]?.focus();
  else if (key === "ArrowUp" || key === "ArrowLeft") (rows[at - 1] ?? field)?.focus();
  else return;
  event.preventDefault();
}
