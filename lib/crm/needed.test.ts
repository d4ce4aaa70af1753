// @vitest-environment jsdom
import { globSync, readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import { createReader, recipes } from "@/lib/crm";
import type { PageKind, PageSnapshot } from "@/lib/domain";
import type { KindRecipe, Recipe } from "./recipe";
import { fixture } from "./testing";

/**
 * Nothing stands in a recipe for show: every field and every status is read of some fixture, and
 * without any one of its hooks some fixture is read differently.
 */
interface Page {
  url: string;
  page: Document;
  text: string;
  /** `null` on pages that name no record. */
  golden: PageSnapshot | null;
}

function pagesOf({ id }: Recipe): Page[] {
  return globSync(`${id}/fixtures/*.html`, { cwd: import.meta.dirname }).map((path) => {
    const text = readFileSync(`${import.meta.dirname}/${path.replace(/html$/, "json")}`, "utf8");
    const { url, page } = fixture(path.replace(/\.html$/, ""));
    return { url, page, text, golden: JSON.parse(text) as Page["golden"] };
  });
}

type Path = readonly (string | number)[];

/**
 * Where in a recipe everything stands that finds something in a page: the hooks and the fields' labels,
 * but not every word that a column, a stage or a salutation may be called in some language.
 */
function placesOfHooks(recipe: Recipe): Path[] {
  const each = (path: Path, list: readonly unknown[] = []) => list.map((_, at) => [...path, at]);
  const places = (
    ["containers", "leaveOut", "noise", "values", "labelled", "columnLabels"] as const
  ).flatMap((part) => each([part], recipe[part]));
  for (const [name, kind] of Object.entries(recipe.kinds) as [PageKind, KindRecipe][]) {
    const at = ["kinds", name];
    for (const [field, { hooks, labels }] of Object.entries(kind.fields)) {
      places.push(...each([...at, "fields", field, "hooks"], hooks));
      places.push(...each([...at, "fields", field, "labels"], labels));
    }
    places.push(
      ...each([...at, "witness", "hooks"], kind.witness?.hooks),
      ...each([...at, "dates"], kind.dates),
      ...each([...at, "status", "hooks"], kind.status?.hooks),
    );
    kind.people?.forEach(({ hooks }, n) =>
      places.push(...each([...at, "people", n, "hooks"], hooks)),
    );
    kind.lists?.forEach((list, n) => {
      for (const part of ["found", "count", "rows", "person"] as const) {
        places.push(...each([...at, "lists", n, part], list[part]));
      }
      for (const [column, hooks] of Object.entries(list.columns)) {
        places.push(...each([...at, "lists", n, "columns", column], hooks));
      }
    });
  }
  return places;
}

function without(recipe: Recipe, path: Path): { mutant: Recipe; hook: string } {
  const mutant = structuredClone(recipe);
  const list = path.slice(0, -1).reduce<unknown>((at, step) => (at as never)[step], mutant);
  const [hook] = (list as unknown[]).splice(path.at(-1) as number, 1);
  return { mutant, hook: typeof hook === "string" ? hook : JSON.stringify(hook) };
}

/** Reads by another recipe in place of the registered one. */
function readBy(mutant: Recipe, { page, url }: Page): PageSnapshot | null {
  const registered = recipes as Recipe[];
  const at = registered.findIndex(({ id }) => id === mutant.id);
  const [original] = registered.splice(at, 1, mutant);
  try {
    return createReader(page, url)?.read() ?? null;
  } finally {
    registered.splice(at, 1, original!);
  }
}

describe.each(recipes.map((recipe) => [recipe.id, recipe] as const))("%s", (_, recipe) => {
  const pages = pagesOf(recipe);
  const kinds = Object.entries(recipe.kinds) as [PageKind, KindRecipe][];

  test("every field and every status stands in some golden", () => {
    const missing = kinds.flatMap(([name, { fields, status }]) => {
      const goldens = pages
        .flatMap(({ golden }) => golden ?? [])
        // A party's page turns out to be a contact's or an account's.
        .filter(
          ({ place }) => place.kind === name || (name === "party" && !recipe.kinds[place.kind]),
        );
      const seen = (field: string) =>
        goldens.map((golden) => golden.fields[field as "name"]?.value).filter((value) => value);
      return [
        ...Object.keys(fields).filter((field) => seen(field).length === 0),
        ...Object.keys(status?.stages ?? {}).filter((means) => !seen("status").includes(means)),
      ].map((what) => `${name}: ${what}`);
    });
    expect(missing).toEqual([]);
  });

  test(
    "without any one hook or label some golden is read differently",
    { timeout: 120_000 },
    () => {
      const differs = (by: Recipe, page: Page) => !isDeepStrictEqual(readBy(by, page), page.golden);
      expect(pages.filter((page) => differs(structuredClone(recipe), page))).toEqual([]);
      const unnoticed = placesOfHooks(recipe).flatMap((path) => {
        const { mutant, hook } = without(recipe, path);
        // Those first that say that they were read by it.
        const likely = JSON.stringify(hook);
        const inOrder = pages.toSorted(
          (a, b) => Number(b.text.includes(likely)) - Number(a.text.includes(likely)),
        );
        return inOrder.some((page) => differs(mutant, page)) ? [] : [`${path.join(".")}: ${hook}`];
      });
      expect(unnoticed).toEqual([]);
    },
  );
});
