import { personAt } from "@/lib/crm/page";
import type { SeenPerson } from "@/lib/domain";

/** Who was under the cursor, and on which page. */
export interface UnderCursor {
  url: string;
  person: SeenPerson | null;
}

/**
 * The pointer rests on a person for this long (ms) before that is told: less than it takes to press a button,
 * and more than it takes to pass by.
 */
const REST = 50;

/**
 * Remembers the person on whom the context menu was opened last, by pointer or by keyboard, and tells early
 * whom it may be opened on next: the browser asks nobody when it draws the menu, so what it says of a person
 * must be known before.
 *
 * @param told called when the pointer, or the focus, has come to another person, or to nobody
 */
export function watchCursor(
  document: Document,
  told: (at: UnderCursor) => void,
  signal: AbortSignal,
): { under(): UnderCursor; focused(): UnderCursor } {
  let last: UnderCursor = { url: document.location.href, person: null };
  let before = "";
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const tell = (at: UnderCursor) => {
    clearTimeout(timer);
    const who = at.person ? JSON.stringify([at.url, at.person.id, at.person.name]) : "";
    if (who === before) return;
    before = who;
    told(at);
  };
  const seenAt = (target: EventTarget | undefined, own: boolean): UnderCursor => {
    const url = document.location.href;
    return { url, person: target instanceof Element ? personAt(target, url, { own }) : null };
  };
  const on = (type: string, listener: (event: Event) => void) =>
    // Early: pages stop events where they show menus of their own.
    document.addEventListener(
      type,
      (event) => {
        // Only the user's own: a script of the page must not choose who is tagged.
        if (event.isTrusted) listener(event);
      },
      { capture: true, passive: true, signal },
    );

  const rests = (event: Event) => {
    const [target] = event.composedPath();
    clearTimeout(timer);
    timer = setTimeout(() => tell(seenAt(target, false)), REST);
  };
  on("pointerover", rests);
  on("focusin", rests);
  on("pointerdown", (event) => {
    if ((event as PointerEvent).button === 2) tell(seenAt(event.composedPath()[0], false));
  });
  on("contextmenu", (event) => {
    last = seenAt(event.composedPath()[0], true);
    tell(last);
  });
  // What was true of a person may not be after the tab was away: told anew.
  on("visibilitychange", () => void (before = ""));
  return { under: () => last, focused: () => seenAt(focusIn(document), true) };
}

/** What has the focus, through the shadow roots that the page lets one look into. */
function focusIn(document: Document): Element | undefined {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  // The body has it when nothing has.
  return focus && focus !== document.body ? focus : undefined;
}
