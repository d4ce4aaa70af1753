import type { RecordKey } from "@/lib/domain";
import { openedIn, type AccountData, type Reasoned } from "@/lib/view";

type PersonKey = RecordKey<"contact">;

/** Of whom a line speaks that names nobody: of the person who is open. */
export function subjectOf({ data, scope }: Reasoned<AccountData>): PersonKey | null {
  if ("person" in data) return (data.person as { key: PersonKey }).key;
  const open = openedIn(scope);
  return open && data.personOf(open);
}

/** Longest name in the example (characters): it is one line. */
const SHORT = 24;

/** Somebody here, of whom a line might speak: the first of the list, else anybody. */
export function exampleIn({ data, structure }: Reasoned<AccountData>): string {
  const names = new Map(data.people.map(({ key, name }) => [key, name.trim()]));
  const all = [...structure.order.map(({ person }) => names.get(person) ?? ""), ...names.values()];
  return all.find((name) => name !== "" && name.length <= SHORT) ?? "";
}

/** Everybody of the record, by name, and how to call them by any key that means them. */
export function everybodyIn({ people, personOf }: AccountData, noName: string) {
  const all = people
    .map(({ key, name }) => ({ key, name: name || noName }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const names = new Map(all.map(({ key, name }) => [key, name]));
  return { people: all, nameOf: (key: PersonKey) => names.get(personOf(key)) ?? noName };
}
