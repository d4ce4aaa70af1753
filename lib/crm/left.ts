import { visibleContainer } from "./container";
import { all, getAttribute } from "./dom";
import { idInUrl, visit } from "./place";

/**
 * The element in which the page shows a record at this moment, in CRMs that give every record an
 * element of its own; `null` in others, and where nothing is shown. Taken in the moment in which the
 * URL changes, it is the element of the record before.
 */
export function elementOnScreen(document: Document, url: string): Element | null {
  const here = visit(url);
  if (!here || !showsRecordsApart(here)) return null;
  return visibleContainer(document, here.recipe, here.place);
}

/**
 * Whether the page still shows what it showed before it came to this URL: the same element, which has
 * no link by which it names itself as this record. Its parts may still come late, so that comparing
 * what was read would not tell.
 */
export function isLeftBehind(document: Document, url: string, before: Element | null): boolean {
  const here = visit(url);
  if (!before || !here || elementOnScreen(document, url) !== before) return false;
  const hooks = here.recipe.kinds[here.place.kind]?.witness?.hooks ?? [];
  return ![...all(before, hooks.join(","))].some(
    (link) =>
      idInUrl(getAttribute(link, "href") ?? "", url, here.recipe, here.place.kind) ===
      here.place.id,
  );
}

function showsRecordsApart({ recipe, place }: NonNullable<ReturnType<typeof visit>>): boolean {
  return recipe.kinds[place.kind]?.witness?.by === "id";
}
