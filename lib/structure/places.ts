import type { PersonBelief } from "@/lib/beliefs";
import type { Beliefs, PersonKey } from "./network";

/** The people of a decision by their places, in the order of the beliefs. */
interface Places {
  people: readonly PersonKey[];
  indexOf: ReadonlyMap<PersonKey, number>;
}

const peopleIn = new WeakMap<Beliefs, readonly PersonBelief[]>();

/** The beliefs about each person as a list, made once. */
export function peopleOf(beliefs: Beliefs): readonly PersonBelief[] {
  let people = peopleIn.get(beliefs);
  if (!people) peopleIn.set(beliefs, (people = [...beliefs.values()]));
  return people;
}

let last: Places = { people: [], indexOf: new Map() };

/** The very same as before where it is the same people in the same order, so that what goes by places holds on. */
export function placesOf(beliefs: Beliefs): Places {
  const people = peopleOf(beliefs);
  const isSame =
    people.length === last.people.length &&
    people.every(({ person }, i) => person.key === last.people[i]);
  if (isSame) return last;
  const keys = people.map(({ person }) => person.key);
  last = { people: keys, indexOf: new Map(keys.map((key, i) => [key, i])) };
  return last;
}

/**
 * What follows from each of these beliefs, in their order: anew only where another stands in a place than the last time.
 * That is quicker for all of them than to look each one up (see `perBelief`, which does for one).
 */
export function ofEach<T>(
  of: (belief: PersonBelief) => T,
): (people: readonly PersonBelief[]) => readonly T[] {
  let had: { people: readonly PersonBelief[]; found: readonly T[] } = { people: [], found: [] };
  return (people) => {
    const before = had;
    const found = people.map((belief, i) =>
      belief === before.people[i] ? before.found[i]! : of(belief),
    );
    had = { people, found };
    return found;
  };
}

/**
 * Puts together what follows from each belief by itself, anew only where one of these parts is another: who knows
 * whom, and who is above whom, stays as it is with most claims, as these are about what people think.
 *
 * @param partOf numbers or words that follow from one belief, where it is known who stands in which place
 * @param whole puts the parts of all together, in the order of places
 */
export function assembled<Part extends readonly unknown[], T>(
  partOf: (belief: PersonBelief, places: Places) => Part,
  whole: (parts: readonly Part[], places: Places) => T,
): (beliefs: Beliefs) => T {
  let had: Assembled<Part, T> | null = null;
  return (beliefs) => {
    const places = placesOf(beliefs);
    const people = peopleOf(beliefs);
    const before = had?.places === places ? had : null;
    const parts = people.map((belief, i) => {
      if (belief === before?.people[i]) return before.parts[i]!;
      const part = partOf(belief, places);
      return before && sameItems(part, before.parts[i]!) ? before.parts[i]! : part;
    });
    const isSame = before && parts.every((one, i) => one === before.parts[i]);
    had = { places, people, parts, whole: isSame ? before.whole : whole(parts, places) };
    return had.whole;
  };
}

interface Assembled<Part, T> {
  places: Places;
  people: readonly PersonBelief[];
  parts: readonly Part[];
  whole: T;
}

function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, n) => one === b[n]);
}
