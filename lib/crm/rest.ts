import { visibleContainer } from "./container";
import { all, isVisible, textContent } from "./dom";
import { visit } from "./place";

/** What CRMs show in the place of what is still to come: by ARIA, and by the base components' own names. */
const TO_COME = [
  '[aria-busy="true"]',
  '[role="progressbar"]',
  "lightning-spinner",
  ".slds-spinner",
  ".stencil",
  ".forceStencil",
].join(",");

/** Whether the page shows that more is to come where the record stands, or has not loaded its own document yet. */
export function isLoading(document: Document, url: string): boolean {
  if (document.readyState !== "complete") return true;
  const container = containerAt(document, url);
  return container !== null && isToCome(container);
}

/**
 * How much text the page shows where the record should stand, when nothing says that more is to come; `null` while the
 * page still loads. The same answer for a while: it has come to rest.
 */
export function stillness(document: Document, url: string): number | null {
  if (document.readyState !== "complete") return null;
  const container = containerAt(document, url);
  if (container === null || isToCome(container)) return null;
  const { length } = (textContent(container) ?? "").trim();
  return length > 0 ? length : null;
}

function containerAt(document: Document, url: string): Element | null {
  const here = visit(url);
  return here && visibleContainer(document, here.recipe, here.place);
}

function isToCome(container: Element): boolean {
  return [...all(container, TO_COME)].some(isVisible);
}
