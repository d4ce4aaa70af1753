import { parseHook } from "./hooks";
import { visit } from "./place";
import type { Recipe } from "./recipe";

/**
 * Every hook of the kind of page that a URL names, as the recipe writes them, as one selector: the
 * floor that reading is measured against.
 */
export function selectorOf(url: string): string | null {
  const at = visit(url);
  const hooks = at && hooksOf(at.recipe, at.place.kind);
  return hooks && [...new Set(hooks.map((hook) => parseHook(hook).css))].join(",");
}

/** The hooks that a recipe has for a kind of page, in order. */
export function hooksOf(recipe: Recipe, kind: keyof Recipe["kinds"]): string[] {
  const page = recipe.kinds[kind];
  if (!page) return [];
  return [
    ...Object.values(page.fields).flatMap(({ hooks }) => hooks),
    ...recipe.labelled.map(({ label }) => label),
    ...(page.people ?? []).flatMap(({ hooks }) => hooks),
    ...(page.witness?.hooks ?? []),
    ...(page.dates ?? []),
    ...(page.status?.hooks ?? []).map(({ hook }) => hook),
    ...(page.lists ?? []).flatMap((list) => [
      ...list.found.map(({ hook }) => hook),
      ...list.rows,
      ...list.person,
      ...Object.values(list.columns).flat(),
      ...(list.labels ? (recipe.columnLabels ?? []).map(({ label }) => label) : []),
    ]),
  ];
}
