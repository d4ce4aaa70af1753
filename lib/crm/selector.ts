import { compile } from "./compile";
import { visit } from "./place";

/** Every hook of the page that a URL names as one selector: what reading it costs at the least. */
export function selectorOf(url: string): string | null {
  const at = visit(url);
  return (at && compile(at.recipe, at.place.kind)?.selector) ?? null;
}
