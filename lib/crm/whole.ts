import { textContent } from "./dom";
import type { Found } from "./found";
import type { KindRecipe, ListRecipe } from "./recipe";

/**
 * Whether all whom the CRM names on an opportunity were read: every list of them has a heading that says how many rows
 * it has, and so many were read. By this alone it can be told that somebody is no longer named, as a page shows a few
 * rows of a long list, and fewer while it loads. A page that names people without their ids tells nothing (it may have
 * another name for them tomorrow, or one that is half typed). That there is nobody counts where all lists say so: a
 * list says it while it loads as well, which `lib/page/nobody.ts` sees to.
 */
export function namesEverybody({ lists = [], people = [] }: KindRecipe, found: Found): boolean {
  const isOfDeal = (one: { in: "opportunity" | "account" }) => one.in === "opportunity";
  const ofDeal = lists.filter(isOfDeal);
  if (ofDeal.length === 0 || people.some(isOfDeal)) return false;
  const rows = ofDeal.map((list) => wholeRows(list, found));
  return rows.every((count) => count !== null && count > 0) || rows.every((count) => count === 0);
}

/** How many rows a list has, where its heading says as many as were read; else null. */
function wholeRows(list: ListRecipe, found: Found): number | null {
  const counts = new Set<number | null>();
  for (const one of found.counts) {
    if (one.list === list) counts.add(countIn(textContent(one.element) ?? ""));
  }
  // Not the rows themselves: a page may show the list in two places.
  const rows = new Set<string>();
  for (const [index, { person }] of found.readings.entries()) {
    if (!person || found.rows[index]?.list.list !== list) continue;
    if (person.id === undefined) return null;
    rows.add(`${person.id} ${person.role}`);
  }
  const [count] = counts;
  return counts.size === 1 && count === rows.size ? rows.size : null;
}

/** The number of rows by which a heading ends; `null` where there are more ("6+"). */
function countIn(heading: string): number | null {
  const digits = /[(（](\d{1,6})[)）]\s*$/.exec(heading.slice(0, 200))?.[1];
  return digits === undefined ? null : Number(digits);
}
