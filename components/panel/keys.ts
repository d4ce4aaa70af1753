import { redo, undo } from "@/lib/view";

/** Whether this is a Mac, where ⌘ does what Ctrl does elsewhere. */
const isMac = /mac/iu.test(navigator.platform);

/** The keys of the panel, as the sheet of keys lists them. */
export const PANEL_KEYS = [
  { does: "capture", keys: ["/"] },
  { does: "move", keys: ["↑", "↓"] },
  { does: "open", keys: ["↵"] },
  { does: "back", keys: ["Esc"] },
  { does: "people", keys: ["p"] },
  { does: "next", keys: ["n"] },
  { does: "save", keys: [isMac ? "⌘ ↵" : "Ctrl ↵"] },
  { does: "undo", keys: [isMac ? "⌘ Z" : "Ctrl Z"] },
  { does: "redo", keys: [isMac ? "⇧ ⌘ Z" : "Ctrl Shift Z"] },
  { does: "help", keys: ["?"] },
] as const;

/** Told to the document: back to the map, from whatever is open in it. */
export const BACK = "powermap-back";

const PEOPLE = ".person-button";

/** What a field says of itself while it is empty and has nothing to undo: then Undo is of what was said last. */
export const UNDOES_NOTHING = "data-undoes-nothing";

/**
 * What a key does in the panel. In a text field keys belong to the field, and in a dialog to the dialog; "/" is the
 * quick capture's own.
 * @param help opens the sheet of keys
 */
export function pressed(event: KeyboardEvent, help: () => void): void {
  const target = event.target instanceof Element ? event.target : null;
  const key = event.key.toLowerCase();
  const isOfField = target?.closest(
    "textarea, select, dialog, input:not([type=radio], [type=checkbox])",
  );
  const passesOn =
    target?.hasAttribute(UNDOES_NOTHING) && (event.ctrlKey || event.metaKey) && /^[zy]$/u.test(key);
  if ((isOfField && !passesOn) || event.altKey || event.isComposing) return;
  if (event.ctrlKey || event.metaKey) {
    if (key === "z" && !event.shiftKey) void undo();
    else if ((key === "z" && event.shiftKey) || (key === "y" && event.ctrlKey)) void redo();
    else return;
  } else if (key === "?") help();
  else if (key === "escape") document.dispatchEvent(new Event(BACK));
  else if (key === "p") focusFirst(PEOPLE);
  else if (key === "n") focusFirst(".step button");
  else if (!(target?.matches(PEOPLE) && move(target, key))) return;
  event.preventDefault();
}

function focusFirst(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus();
}

/** From one person of the list to another. */
function move(from: Element, key: string): boolean {
  const all = [...document.querySelectorAll<HTMLElement>(PEOPLE)];
  const at = all.indexOf(from as HTMLElement);
  const to = { arrowdown: at + 1, arrowup: at - 1, home: 0, end: all.length - 1 }[key];
  if (to === undefined) return false;
  all[to]?.focus();
  return true;
}
