import { textContent } from "./dom";
import type { Found } from "./found";
import type { KindRecipe, ListRecipe } from "./recipe";

/**
 * Whether all whom the CRM names on an opportunity were read: every list of them says how many rows it has, and so
 * many people stand in it; every field that names one does. By this alone it can be told that somebody is no longer
 * named, as a page shows a few rows of a long list, and fewer while it loads. For the same reason a page that names
 * nobody tells nothing.
 *
 * @param lacking the fields that were found without a name in them
 */
export function namesEverybody(
  { lists = [], people = [] }: KindRecipe,
  found: Found,
  lacking: ReadonlySet<string>,
): boolean {
  const isOfDeal = (one: { in: "opportunity" | "account" }) => one.in === "opportunity";
  const [ofDeal, fields] = [lists.filter(isOfDeal), people.filter(isOfDeal)];
  return (
    ofDeal.length + fields.length > 0 &&
    ofDeal.every((list) => isWhole(list, found)) &&
    fields.every((field) => found.people.has(field) && !lacking.has(field.name))
  );
}

function isWhole(list: ListRecipe, found: Found): boolean {
  const counts = new Set<number | null>();
  for (const one of found.counts) {
    if (one.list === list) counts.add(countIn(textContent(one.element) ?? ""));
  }
  const people = new Set<string>();
  found.readings.forEach(({ person }, index) => {
    if (person && found.rows[index]?.list.list === list) people.add(person.id ?? person.name);
  });
  const [count] = counts;
  return counts.size === 1 && people.size > 0 && count === people.size;
}

/** The number of rows by which a heading ends, or a line begins; `null` where there are more ("6+", "50+ items"). */
function countIn(text: string): number | null {
  const [, last, first] = /[(（](\d{1,6})[)）]\s*$|^\s*(\d{1,6})\s/.exec(text.slice(0, 200)) ?? [];
  const digits = last ?? first;
  return digits === undefined ? null : Number(digits);
}
