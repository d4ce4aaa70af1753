import { perBeliefAnd, type PersonBelief } from "@/lib/beliefs";
import type { Beliefs, PersonKey } from "./network";

/** The people of a decision by their places, in the order of the beliefs. */
export interface Places {
  people: readonly PersonKey[];
  indexOf: ReadonlyMap<PersonKey, number>;
}

let last: Places = { people: [], indexOf: new Map() };

/** The very same as before where it is the same people in the same order, so that what goes by places holds on. */
export function placesOf(beliefs: Beliefs): Places {
  const people = [...beliefs.keys()];
  const isSame =
    people.length === last.people.length && people.every((key, i) => key === last.people[i]);
  if (!isSame) last = { people, indexOf: new Map(people.map((key, i) => [key, i])) };
  return last;
}

/**
 * Puts together what follows from each belief by itself, anew only where one of these parts is another: who knows
 * whom stays as it is with most claims, as these are about what people think.
 *
 * @param partOf numbers that follow from one belief, where it is known who stands in which place
 * @param whole puts the parts of all together, in the order of places
 */
export function assembled<T>(
  partOf: (belief: PersonBelief, places: Places) => readonly number[],
  whole: (parts: readonly (readonly number[])[]) => T,
): (beliefs: Beliefs) => T {
  const part = perBeliefAnd(partOf);
  let had: { places: Places; parts: readonly (readonly number[])[]; whole: T } | null = null;
  return (beliefs) => {
    const places = placesOf(beliefs);
    const parts = [...beliefs.values()].map((belief) => part(belief, places));
    const before = had?.places === places ? had : null;
    const isSame = before && parts.every((one, i) => sameNumbers(one, before.parts[i]!));
    had = { places, parts, whole: isSame ? before.whole : whole(parts) };
    return had.whole;
  };
}

function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a === b || (a.length === b.length && a.every((one, n) => one === b[n]));
}
