/** Where the focus goes from a part of the page of which nothing else is left: what heads it. */
const HEADS = [
  ":scope > fieldset :checked",
  ":scope > summary",
  ":scope > :is(h1, h2, h3)",
  ":scope > header :is(h1, h2)",
].join(", ");

let following: AbortController | null = null;

/**
 * Keeps the focus in its place when the row of the button that had it goes away, as what is accepted, withdrawn or
 * removed does: it goes to the same button of the next row, or else of the one before, or to what heads the part. On
 * the body it would begin anew at the top of the page, for whoever works by keys or by ear. What goes away as a whole
 * is left to whoever puts something in its place, and where it goes in the same turn it is left alone. Whoever used
 * the pointer looks at the place where it is: nothing scrolls for them.
 *
 * A ref: `<ul ref={keepsFocus}>`.
 */
export function keepsFocus(part: HTMLElement | null): void {
  part?.addEventListener("click", ({ target, detail }) => {
    const button = target instanceof Element ? target.closest("button") : null;
    // A key presses a button without a count of clicks.
    if (button && button === document.activeElement) follow(button, part, detail > 0);
  });
}

/** Until the focus goes elsewhere by itself, or the pointer is used. */
function follow(from: HTMLButtonElement, part: HTMLElement, preventScroll: boolean): void {
  following?.abort();
  following = new AbortController();
  const { signal } = following;
  const stop = () => observer.disconnect();
  const heirs = heirsOf(from);
  const observer = new MutationObserver(() => {
    const now = document.activeElement;
    if (now === from) return;
    if (!part.isConnected || (now !== null && now !== document.body)) stop();
    else if (from.isConnected && !from.disabled) from.focus({ preventScroll });
    else {
      stop();
      heirs.some((heir) => takesFocus(heir(), preventScroll));
    }
  });
  observer.observe(document.body, { childList: true, subtree: true });
  signal.addEventListener("abort", stop);
  addEventListener("pointerdown", stop, { signal, capture: true });
}

/** Who may take the focus of a button, first those nearest to it; each is looked for when it is needed. */
function heirsOf(from: HTMLButtonElement): (() => HTMLElement | null)[] {
  const row = from.closest("li");
  const at = row ? buttonsIn(row).indexOf(from) : 0;
  const rows = [...(row?.parentElement?.children ?? [])];
  const place = row ? rows.indexOf(row) : 0;
  const nearest = [...rows.slice(place + 1), ...rows.slice(0, place).toReversed()];
  const around: HTMLElement[] = [];
  for (let one = (row ?? from).parentElement; one; one = one.parentElement) around.push(one);
  return [
    ...nearest.map((other) => () => (other.isConnected ? (buttonsIn(other)[at] ?? null) : null)),
    ...around.map((one) => () => (one.isConnected ? one.querySelector<HTMLElement>(HEADS) : null)),
  ];
}

function buttonsIn(row: Element): HTMLButtonElement[] {
  return [...row.querySelectorAll("button")];
}

/** Gives the focus to what may stand in for what had it. Whether that has it then. */
export function takesFocus(element: HTMLElement | null, preventScroll: boolean): boolean {
  // A heading takes it only where that is said.
  if (element && /^H\d$/u.test(element.tagName)) element.tabIndex = -1;
  element?.focus({ preventScroll });
  return element !== null && document.activeElement === element;
}
