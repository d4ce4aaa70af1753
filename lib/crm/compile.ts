import type { FieldName, OpportunityStatus, PageKind } from "@/lib/domain";
import { getAttribute, nextElementSibling, textContent } from "./dom";
import type { Elements } from "./element";
import { HookIndex, parseHook } from "./hooks";
import type { Column, FieldRecipe, KindRecipe, Labelled, ListRecipe, Recipe } from "./recipe";
import { cleanText } from "./values/text";

/** What an element of a record's container was looked for as. */
export type RecordTarget =
  | { is: "field"; field: FieldName; rank: number; hook: string }
  | { is: "label"; labelled: Labelled; rank: number }
  | { is: "person"; entry: NonNullable<KindRecipe["people"]>[number]; rank: number; hook: string }
  | { is: "list"; list: ListRecipe; words?: readonly string[]; box?: string }
  | { is: "witness"; hook: string }
  | { is: "date"; hook: string }
  | { is: "status"; means: OpportunityStatus; rank: number; hook: string };

/** What an element of a list was looked for as. */
export type ListTarget =
  | { is: "row" }
  | { is: "person"; rank: number; hook: string }
  | { is: "column"; column: Column; rank: number; hook: string }
  | { is: "label"; labelled: Labelled; rank: number };

export interface CompiledList {
  list: ListRecipe;
  index: HookIndex<ListTarget>;
  labels: ReadonlyMap<string, Column>;
}

export interface CompiledKind {
  kind: KindRecipe;
  index: HookIndex<RecordTarget>;
  labels: ReadonlyMap<string, FieldName>;
  lists: ReadonlyMap<ListRecipe, CompiledList>;
  leaveOut: string;
  /** Every hook of the page and its lists as one selector. */
  selector: string;
}

const compiled = new WeakMap<Recipe, Map<PageKind, CompiledKind>>();

/** Prepares a recipe for one kind of page; done once. */
export function compile(recipe: Recipe, pageKind: PageKind): CompiledKind | null {
  let kinds = compiled.get(recipe);
  if (!kinds) compiled.set(recipe, (kinds = new Map()));
  let found = kinds.get(pageKind);
  const kind = recipe.kinds[pageKind];
  if (!found && kind) kinds.set(pageKind, (found = compileKind(recipe, kind)));
  return found ?? null;
}

function compileKind(recipe: Recipe, kind: KindRecipe): CompiledKind {
  const entries: [string, RecordTarget][] = [];
  const add = (hook: string, target: RecordTarget) => entries.push([parseHook(hook).css, target]);
  const fields = Object.entries(kind.fields) as [FieldName, FieldRecipe][];
  for (const [field, { hooks }] of fields) {
    hooks.forEach((hook, rank) => add(hook, { is: "field", field, rank, hook }));
  }
  for (const entry of kind.people ?? []) {
    entry.hooks.forEach((hook, rank) => add(hook, { is: "person", entry, rank, hook }));
  }
  for (const list of kind.lists ?? []) {
    for (const { hook, words, box } of list.found) {
      add(hook, {
        is: "list",
        list,
        ...(words ? { words: words.map((word) => word.toLowerCase()) } : {}),
        ...(box ? { box } : {}),
      });
    }
  }
  for (const hook of kind.witness?.hooks ?? []) add(hook, { is: "witness", hook });
  for (const hook of kind.dates ?? []) add(hook, { is: "date", hook });
  kind.status?.hooks.forEach(({ hook, means }, rank) =>
    add(hook, { is: "status", means, rank, hook }),
  );
  const labels = new Map(
    fields.flatMap(([field, { labels = [] }]) =>
      labels.map((label) => [label.toLowerCase(), field] as const),
    ),
  );
  if (labels.size > 0) {
    recipe.labelled.forEach((labelled, rank) =>
      add(labelled.label, { is: "label", labelled, rank: 1_000 + rank }),
    );
  }
  const lists = new Map((kind.lists ?? []).map((list) => [list, compileList(recipe, list)]));
  const index = new HookIndex(entries);
  const selectors = [index, ...[...lists.values()].map((list) => list.index)];
  return {
    kind,
    index,
    labels,
    lists,
    leaveOut: recipe.leaveOut.join(","),
    selector: selectors.map(({ selector }) => selector).join(","),
  };
}

function compileList(recipe: Recipe, list: ListRecipe): CompiledList {
  const entries: [string, ListTarget][] = list.rows.map((css) => [css, { is: "row" }]);
  list.person.forEach((hook, rank) =>
    entries.push([parseHook(hook).css, { is: "person", rank, hook }]),
  );
  for (const [column, hooks] of Object.entries(list.columns) as [Column, readonly string[]][]) {
    hooks.forEach((hook, rank) =>
      entries.push([parseHook(hook).css, { is: "column", column, rank, hook }]),
    );
  }
  const labels = new Map(
    (Object.entries(list.labels ?? {}) as [Column, readonly string[]][]).flatMap(
      ([column, words]) => words.map((word) => [word.toLowerCase(), column] as const),
    ),
  );
  if (labels.size > 0) {
    recipe.columnLabels?.forEach((labelled, rank) =>
      entries.push([labelled.label, { is: "label", labelled, rank: 1_000 + rank }]),
    );
  }
  return { list, index: new HookIndex(entries), labels };
}

/** What the label that stands in a place for labels means, and the element that holds its value. */
export function labelAt<T>(
  { label, attribute, box }: Labelled,
  element: Element,
  elements: Elements,
  words: ReadonlyMap<string, T>,
): { means: T; value: Element; hook: string } | null {
  const text = attribute ? getAttribute(element, attribute) : textContent(element);
  const word = plainLabel(text ?? "");
  const means = words.get(word);
  if (means === undefined) return null;
  const value = box
    ? elements.around(element, box)
    : attribute
      ? element
      : nextElementSibling(element);
  return value && { means, value, hook: `${label} = ${word}` };
}

/** A label for comparing: without its colon or required mark, in any case. Recipes hold it like that. */
export function plainLabel(text: string): string {
  if (/^[\w ]{0,60}$/.test(text)) return text.trim().toLowerCase();
  return cleanText(text.slice(0, 200))
    .text.replace(/^\*\s*|\s*[:：*]+$/g, "")
    .trim()
    .toLowerCase();
}
