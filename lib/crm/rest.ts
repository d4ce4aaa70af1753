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

/**
 * How much text the page shows where the record should stand, when nothing says that more is to come; `null` while the
 * page still loads. The same answer for a while: it has come to rest.
 */
export function stillness(document: Document, url: string): number | null {
  const here = visit(url);
  if (!here || document.readyState !== "complete") return null;
  const container = visibleContainer(document, here.recipe, here.place);
  if (!container || [...all(container, TO_COME)].some(isVisible)) return null;
  const { length } = (textContent(container) ?? "").trim();
  return length > 0 ? length : null;
}
