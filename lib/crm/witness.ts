import { cleanText } from "./values/text";
import type { Fields } from "./fields";
import type { Found } from "./found";
import type { PageContext } from "./context";
import { idInUrl } from "./place";

/**
 * Whether the page still shows the record before, under the URL of this one: single-page applications
 * change the URL first, and their server may be slow.
 */
export function showsAnotherRecord(context: PageContext, found: Found, read: Fields): boolean {
  const { witness } = context.kind.kind;
  if (!witness) return false;
  return witness.by === "id" ? linksToAnother(context, found) : !learns(context, found, read);
}

/** Its links name another record of this kind, and none this one. */
function linksToAnother({ url, elements, visit }: PageContext, { witnesses }: Found): boolean {
  let other = false;
  for (const element of witnesses.slice(0, 200)) {
    const href = elements.href(element);
    const id = href === null ? null : idInUrl(href, url, visit.recipe, visit.place.kind);
    if (id === visit.place.id) return false;
    if (id !== null) other = true;
  }
  return other;
}

/** The witness values seen in a document, by record. Forgotten with the document. */
const shownBy = new WeakMap<Document, Map<string, string>>();

/**
 * Remembers the value that no two records share. False when the form is of another kind or still
 * empty, or the value is known to be that of another record.
 */
function learns(
  { document, elements, visit }: PageContext,
  { witnesses, fields }: Found,
  read: Fields,
): boolean {
  const [element] = witnesses;
  if (!element) return false;
  const value = cleanText(elements.value(element).shown).text;
  if (value === "") return read.name !== undefined || !fields.has("name");
  let known = shownBy.get(document);
  if (!known) shownBy.set(document, (known = new Map()));
  const { org, kind, id } = visit.place;
  const kin = `${org}\n${kind}\n`;
  for (const [record, witness] of known) {
    if (witness === value && record !== kin + id && record.startsWith(kin)) return false;
  }
  known.set(kin + id, value);
  return true;
}
