import type { LimitHit, PageSnapshot, SeenPerson } from "@/lib/domain";
import type { CompiledKind } from "./compile";
import type { PageContext } from "./context";
import { documentElementOf, getAttribute } from "./dom";
import type { Fields } from "./fields";
import type { Found } from "./found";
import { LIMITS } from "./limits";
import { partyOf } from "./party";
import type { Visit } from "./place";
import { cleanText } from "./values/text";
import { namesEverybody } from "./whole";

/** The snapshot of what was found. */
export function snapshotOf(context: PageContext, found: Found, fields: Fields): PageSnapshot {
  const { elements, kind, visit } = context;
  const people: SeenPerson[] = [];
  const lacking = new Set<string>();
  for (const [{ name: what, in: where }, { element, hook }] of found.people) {
    const { text: name } = cleanText(elements.value(element).shown, LIMITS.text);
    if (name === "") lacking.add(what);
    else people.push({ name, markers: [], in: where, hook });
  }
  found.listed(people.length);
  for (const { person } of found.readings) if (person) people.push(person);
  const { relations } = kind.kind;
  const party =
    visit.place.kind === "party" && relations
      ? partyOf(found.readings, relations, fields, people)
      : { kind: visit.place.kind, fields, people };
  const dates = found.dates.map((element) => cleanText(elements.value(element).shown).text);
  return {
    ...emptySnapshot(context, found),
    place: { ...visit.place, kind: party.kind },
    ...(dates.length > 0 ? { dates } : {}),
    fields: party.fields,
    people: party.people,
    ...(namesEverybody(kind.kind, found) ? { everybody: true } : {}),
    notFound: wanted(kind, visit).filter(
      (what) => lacking.has(what) || !(Object.hasOwn(party.fields, what) || found.has(what)),
    ),
  };
}

/** A page that shows nothing of its record. */
export function emptySnapshot(
  { document, url, visit, kind }: PageContext,
  found: Found,
): PageSnapshot {
  const root = documentElementOf(document);
  return {
    place: visit.place,
    url: keptUrl(url, found.cut),
    language: ((root && getAttribute(root, "lang")) ?? "").slice(0, 35),
    markers: [],
    fields: {},
    people: [],
    notFound: wanted(kind, visit),
    limits: found.limits,
  };
}

/** The fields, lists and persons that this page is read for. */
function wanted({ kind }: CompiledKind, { shows, list }: Visit): string[] {
  const { fields, status, lists = [], people = [] } = kind;
  if (shows === "list")
    return lists.filter(({ urlName }) => urlName === list).map(({ name }) => name);
  return [
    ...Object.keys(fields),
    ...(status ? ["status"] : []),
    ...[...lists, ...people].map(({ name }) => name),
  ];
}

/** The URL to keep: without what a page adds to it about its user's session. */
function keptUrl(url: string, cut: (hit: LimitHit) => void): string {
  const short = url.replace(/(#[^;]*);.*$/s, "$1");
  if (short.length <= LIMITS.url) return short;
  cut({ limit: "text", what: "url", found: url.length, kept: LIMITS.url });
  return short.split("?")[0]!.slice(0, LIMITS.url);
}
