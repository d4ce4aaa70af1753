import type { Place } from "@/lib/domain";
import { all, contains, first, isVisible } from "./dom";
import type { Recipe } from "./recipe";

/**
 * The element that holds the visible record: of the recipe's containers that are rendered the
 * innermost. Pages keep the records visited before in the DOM, in containers that are hidden.
 */
export function visibleContainer(document: Document, recipe: Recipe, place: Place): Element | null {
  const rendered = [...all(document, recipe.containers.join(","))].filter(isVisible);
  // In document order an element is followed by what it contains.
  const innermost = rendered.filter((element, index) => {
    const next = rendered[index + 1];
    return next === undefined || !contains(element, next);
  });
  if (innermost.length > 1 && recipe.site.idForm === "salesforce") {
    const own = innermost.find((element) => first(element, `[href*="${place.id.slice(0, 15)}"]`));
    if (own) return own;
  }
  return innermost[0] ?? null;
}

/** Whether the page shows that it waits for its server. */
export function isBusy(document: Document, recipe: Recipe): boolean {
  if (!recipe.busy) return false;
  return [...all(document, recipe.busy.join(","))].some(isVisible);
}
