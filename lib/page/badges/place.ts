import type { Badge, Form } from "./badge";

/** A badge may move so far along the line (px), past the buttons that CRMs put beside a name. */
const FAR = 64;
const GAP = 4;

/**
 * Writes each badge as fully as there is room for: it covers neither words nor anything else of the page.
 * Measured when the page's layout is clean, right after a frame; then nothing has to be laid out for it.
 */
export function placeBadges(badges: readonly Badge[]): void {
  if (badges.length === 0) return;
  requestAnimationFrame(() => setTimeout(() => place(badges), 0));
}

function place(badges: readonly Badge[]): void {
  let left = badges.filter((badge) => badge.fits());
  for (const form of ["full", "short"] satisfies Form[]) {
    for (const badge of left) {
      badge.moveBy(0);
      badge.write(form);
      // Measured unseen: shown only once there is room.
      badge.pill.dataset.form = "none";
    }
    const rooms = left.map(roomFor);
    left.forEach((badge, index) => {
      const by = rooms[index];
      if (by === null || by === undefined) return;
      badge.moveBy(by);
      badge.pill.dataset.form = form;
    });
    left = left.filter((_, index) => rooms[index] === null);
  }
}

/** How far a badge has to move to stand free (px); null where there is no room for it. */
function roomFor({ pill, link }: Badge): number | null {
  const rect = pill.getBoundingClientRect();
  if (rect.width === 0) return null;
  const backwards = getComputedStyle(pill).direction === "rtl";
  let by = 0;
  for (let hop = 0; hop < 3 && by <= FAR; hop++) {
    const shift = backwards ? -by : by;
    const met = metAt(new DOMRect(rect.x + shift, rect.y, rect.width, rect.height), link);
    if (met === null) return by;
    if (met === "outside") return null;
    by += Math.max(1, (backwards ? rect.right - by - met.left : met.right - rect.left - by) + GAP);
  }
  return null;
}

/** What a place is taken by: nothing, an element or words of the page, or that it is out of sight. */
function metAt(place: DOMRect, link: Element): DOMRect | "outside" | null {
  const root = link.getRootNode() as Document | ShadowRoot;
  const y = place.y + place.height / 2;
  for (const x of [place.left + 1, (place.left + place.right) / 2, place.right - 1]) {
    const there = root.elementFromPoint(x, y);
    if (there === null) return "outside";
    if (there === link || link.contains(there)) continue;
    if (!there.contains(link)) return there.getBoundingClientRect();
    const words = wordsAt(there, x, y, link);
    if (words) return words;
  }
  return null;
}

/** The page's own words at a point, inside this element and outside of the link. */
function wordsAt(element: Element, x: number, y: number, link: Element): DOMRect | null {
  for (const node of element.childNodes) {
    if (node.nodeType !== Node.TEXT_NODE || !node.nodeValue?.trim() || link.contains(node))
      continue;
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (x >= line.left && x <= line.right && y >= line.top && y <= line.bottom) return line;
    }
  }
  return null;
}
