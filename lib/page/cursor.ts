import { personAt } from "@/lib/crm/page";
import type { SeenPerson } from "@/lib/domain";

/** Who was under the cursor, and on which page. */
export interface UnderCursor {
  url: string;
  person: SeenPerson | null;
}

/** The same when a menu was opened there, and whether that menu showed what is set of this very person. */
export interface MenuCursor extends UnderCursor {
  ready: boolean;
}

/** Who was told of, and whether the menu shows what is set of them: by now, and already before they were told of. */
interface Told {
  who: string;
  now: boolean;
  before: Promise<boolean>;
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
 * @param tell called when the pointer, or the focus, has come to another person, or to nobody, or a menu is opened
 *   on them; resolves once the menu is ready for them, to whether it was so before; to null where it is not
 */
export function watchCursor(
  document: Document,
  tell: (at: UnderCursor) => Promise<boolean | null>,
  signal: AbortSignal,
): { under(): MenuCursor; focused(): UnderCursor } {
  let last: MenuCursor = { url: document.location.href, person: null, ready: false };
  /** Of whom the menu is, as far as that is known. */
  let told: Told | null = null;
  /** How often it was told and not answered yet. */
  let pending = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const idOf = ({ url, person }: UnderCursor) =>
    person ? JSON.stringify([url, person.id, person.name]) : url;
  const come = (at: UnderCursor): Told => {
    clearTimeout(timer);
    const who = idOf(at);
    if (told?.who === who) return told;
    // What is still on its way may change the menu just before this is heard, and after it is drawn.
    const isAlone = pending === 0;
    pending += 1;
    const answer = tell(at).finally(() => (pending -= 1));
    const before = answer.then((shown) => isAlone && shown === true);
    const next: Told = { who, now: false, before };
    void answer.then((shown) => (next.now = shown !== null));
    return (told = next);
  };
  /**
   * The menu is that of all tabs and windows: what it shows may have been changed elsewhere. (The pointer leaves the
   * page for the open menu too; the next answer says that nothing has changed.)
   */
  const forget = () => {
    told = null;
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
    timer = setTimeout(() => come(seenAt(target, false)), REST);
  };
  on("pointerover", rests);
  on("focusin", rests);
  on("pointerdown", (event) => {
    if ((event as PointerEvent).button === 2) come(seenAt(event.composedPath()[0], false));
  });
  on("contextmenu", (event) => {
    const [target] = event.composedPath();
    const { now, before } = come(seenAt(target, false));
    const menu = (last = { ...seenAt(target, true), ready: now });
    // A check that is set from now on comes after the menu is drawn; one that was there before was drawn.
    if (!now) void before.then((was) => (menu.ready = was));
  });
  on("pointerout", (event) => {
    if ((event as PointerEvent).relatedTarget === null) forget();
  });
  on("visibilitychange", forget);
  return { under: () => last, focused: () => seenAt(focusIn(document), true) };
}

/** What has the focus, through the shadow roots that the page lets one look into. */
function focusIn(document: Document): Element | undefined {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  // The body has it when nothing has.
  return focus && focus !== document.body ? focus : undefined;
}
