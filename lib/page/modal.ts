/**
 * Puts a popover where it can be pressed: a modal dialog makes inert all that is not in it, also what lies above it.
 * It moves when such a dialog opens, and out again when its dialog closes or is taken off the page.
 *
 * @returns what ends that
 */
export function keepReachable(popover: HTMLElement): () => void {
  const { ownerDocument: document } = popover;
  let inside: Element = document.documentElement;
  const put = () => {
    inside = modalOnTop(document) ?? document.documentElement;
    if (popover.parentNode === inside) return;
    inside.append(popover);
    // A page may forbid popovers by policy; it is then shown in place.
    popover.showPopover?.();
    look(inside);
  };
  const observer = new MutationObserver((changes) => {
    // One that a page takes out of a dialog that stays is not forced on it.
    if (changes.some(({ type }) => type === "attributes") || !inside.isConnected) put();
  });
  /** Showing a dialog and closing it sets the attribute, where scripts of the page have it (open shadow roots). */
  const look = (at: Node) =>
    observer.observe(at.getRootNode(), {
      subtree: true,
      childList: true,
      attributeFilter: ["open"],
    });
  look(document);
  put();
  return () => observer.disconnect();
}

const MODAL = "dialog:modal";

/** Of several the one that has the focus: all others are inert. */
function modalOnTop(document: Document): Element | null {
  let at: Element | null = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  for (; at; at = parentOf(at)) if (at.matches(MODAL)) return at;
  return [...document.querySelectorAll(MODAL)].at(-1) ?? null;
}

function parentOf(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
