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
  | { is: "person"; entry: NonNullable<KindRecipe["people"]>[number]; hook: string }
  | { is: "list"; list: ListRecipe; words?: readonly string[]; box?: string }
  | { is: "witness" }
  | { is: "date" }
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
  const labels = new Map<string, FieldName>();
  // Plain loops: the first read of a page waits for every function that it is the first to call.
  const add = (hook: string, target: RecordTarget) => entries.push([parseHook(hook).css, target]);
  let rank = 0;
  for (const [field, { hooks, labels: words = [] }] of Object.entries(kind.fields) as [
    FieldName,
    FieldRecipe,
  ][]) {
    for (const hook of hooks) add(hook, { is: "field", field, rank: rank++, hook });
    for (const word of words) labels.set(word.toLowerCase(), field);
  }
  for (const entry of kind.people ?? []) {
    for (const hook of entry.hooks) add(hook, { is: "person", entry, hook });
  }
  for (const list of kind.lists ?? []) {
    for (const found of list.found) add(found.hook, { is: "list", list, ...found });
  }
  for (const hook of kind.witness?.hooks ?? []) add(hook, { is: "witness" });
  for (const hook of kind.dates ?? []) add(hook, { is: "date" });
  for (const { hook, means } of kind.status?.hooks ?? []) {
    add(hook, { is: "status", means, rank: rank++, hook });
  }
  if (labels.size > 0) {
    for (const labelled of recipe.labelled) {
      add(labelled.label, { is: "label", labelled, rank: rank++ });
    }
  }
  const index = new HookIndex(entries);
  const lists = new Map<ListRecipe, CompiledList>();
  let { selector } = index;
  for (const list of kind.lists ?? []) {
    const compiled = compileList(recipe, list);
    lists.set(list, compiled);
    selector += `,${compiled.index.selector}`;
  }
  return { kind, index, labels, lists, leaveOut: recipe.leaveOut.join(","), selector };
}

function compileList(recipe: Recipe, list: ListRecipe): CompiledList {
  const entries: [string, ListTarget][] = [];
  const labels = new Map<string, Column>();
  let rank = 0;
  for (const css of list.rows) entries.push([css, { is: "row" }]);
  for (const hook of list.person) {
    entries.push([parseHook(hook).css, { is: "person", rank: rank++, hook }]);
  }
  for (const [column, hooks] of Object.entries(list.columns) as [Column, readonly string[]][]) {
    for (const hook of hooks) {
      entries.push([parseHook(hook).css, { is: "column", column, rank: rank++, hook }]);
    }
  }
  for (const [column, words] of Object.entries(list.labels ?? {}) as [
    Column,
    readonly string[],
  ][]) {
    for (const word of words) labels.set(word.toLowerCase(), column);
  }
  if (labels.size > 0) {
    for (const labelled of recipe.columnLabels ?? []) {
      entries.push([labelled.label, { is: "label", labelled, rank: rank++ }]);
    }
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

/** Whether a list's heading says one of these words, perhaps with the number of rows: "Contacts (3+)". */
export function isHeadedBy(heading: Element, words: readonly string[]): boolean {
  const label = plainLabel(textContent(heading) ?? "").replace(/\s*[(（]\d+\+?[)）]$/, "");
  return words.some((word) => word.toLowerCase() === label);
}

/** A label for comparing: without its colon or required mark, in any case. Recipes hold it like that. */
export function plainLabel(text: string): string {
  if (/^[\w ]{0,60}$/.test(text)) return text.trim().toLowerCase();
  return cleanText(text.slice(0, 200))
    .text.replace(/^\*\s*|\s*[:：*]+$/g, "")
    .trim()
    .toLowerCase();
}
