import type { PageKind, SeenPerson } from "@/lib/domain";
import { compile, isHeadedBy } from "./compile";
import { visibleContainer } from "./container";
import type { PersonAt } from "./contract";
import { all, contains, documentOf, first, matches, openRootOf, parentNode } from "./dom";
import { Elements } from "./element";
import { newRow, personOfLink, readRow, RowCollector } from "./people";
import { recipeAt, visit } from "./place";
import type { ListRecipe, Recipe } from "./recipe";
import { createReader } from "./reader";
import { cleanText } from "./values/text";

export const personAt: PersonAt = (element, url, { own = true } = {}) => {
  try {
    return find(element, url, own);
  } catch {
    return null;
  }
};

function find(element: Element, url: string, own: boolean): SeenPerson | null {
  const at = recipeAt(url);
  if (!at) return null;
  const { recipe } = at;
  const here = visit(url);
  const elements = new Elements(recipe, url);
  elements.shadowRootOf = openRootOf;

  const inRow = personInRow(element, recipe, elements, here?.place.kind);
  if (inRow) return inRow;
  const link =
    recipe.personLinks.length > 0 && elements.around(element, recipe.personLinks.join(","));
  if (link)
    return personOfLink(
      link,
      elements,
      recipe.personLinks.find((hook) => matches(link, hook))!,
    );
  if (!here) return null;

  const container = visibleContainer(documentOf(element), recipe, here.place);
  if (!container || !contains(container, element)) return null;
  const kind = recipe.kinds[here.place.kind];
  for (const { in: where, hooks } of kind?.people ?? []) {
    for (const hook of hooks) {
      const field = first(container, hook);
      const around = field && parentNode(field);
      if (!field || !around || !contains(around, element)) continue;
      const name = cleanText(elements.value(field).shown).text;
      return name === "" ? null : { name, markers: [], in: where, hook };
    }
  }
  if (!own || !kind?.header || !elements.around(element, kind.header.join(","))) return null;
  return ownPerson(createReader(documentOf(element), url)?.read());
}

/** The person of the list's row that the element is in. */
function personInRow(
  element: Element,
  recipe: Recipe,
  elements: Elements,
  pageKind: PageKind | undefined,
): SeenPerson | null {
  const kinds = pageKind ? [pageKind] : (Object.keys(recipe.kinds) as PageKind[]);
  for (const name of kinds) {
    const kind = compile(recipe, name);
    for (const [list, compiled] of kind?.lists ?? []) {
      const row = elements.around(element, list.rows.join(","));
      if (!row || (pageKind && !isListed(row, list, elements))) continue;
      const collector = new RowCollector(compiled, elements, newRow(compiled, row));
      for (const part of all(row, compiled.index.selector)) collector.take(part);
      const { person } = readRow(collector.rowOf(row)!, elements, kind!.kind.relations, () => {});
      if (person) return pageKind ? person : { ...person, in: "account" };
    }
  }
  return null;
}

function isListed(row: Element, list: ListRecipe, elements: Elements): boolean {
  return list.found.some(({ hook, words, box }) => {
    if (!box) return elements.around(row, hook) !== null;
    const around = elements.around(row, box);
    if (!around) return false;
    return words
      ? [...all(around, hook)].some((heading) => isHeadedBy(heading, words))
      : elements.inside(around, hook) !== null;
  });
}

/** The person whose own page this is. */
function ownPerson(
  read: ReturnType<NonNullable<ReturnType<typeof createReader>>["read"]> | undefined,
): SeenPerson | null {
  const name = read?.fields.name;
  if (!read || !name || (read.place.kind !== "contact" && read.place.kind !== "party")) return null;
  const text = (field: "title" | "department" | "email" | "phone") => {
    const value = read.fields[field]?.value;
    return value === undefined ? {} : { [field]: String(value) };
  };
  const { account } = read.fields;
  return {
    id: read.place.id,
    name: String(name.value),
    markers: read.markers,
    in: "account",
    ...text("title"),
    ...text("department"),
    ...text("email"),
    ...text("phone"),
    ...(account
      ? { account: { name: String(account.value), ...(account.ref ? { id: account.ref } : {}) } }
      : {}),
    hook: name.hook,
  };
}
