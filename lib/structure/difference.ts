import type { PowerStructure } from "./structure";
import type { PersonKey } from "./network";

/** A share that is another than before; `null` is whoever has not been found. */
export interface Shift {
  person: PersonKey | null;
  before: number;
  after: number;
}

/** What is different between two maps of the same people. */
export interface Difference {
  /** The greatest first; only what shows as a whole percent. */
  shifts: Shift[];
  support: { before: number; after: number };
  covered: { before: number; after: number };
}

type Compared = Pick<PowerStructure, "shares" | "ghost" | "support" | "covered">;

/** What changed on the map. */
export function difference(before: Compared, after: Compared): Difference {
  const people = new Set([...before.shares.keys(), ...after.shares.keys()]);
  const shifts: Shift[] = [...people].map((person) => ({
    person,
    before: before.shares.get(person) ?? 0,
    after: after.shares.get(person) ?? 0,
  }));
  shifts.push({ person: null, before: before.ghost, after: after.ghost });
  const size = ({ before, after }: Shift) => Math.abs(after - before);
  const shows = ({ before, after }: Shift) => Math.round(before * 100) !== Math.round(after * 100);
  return {
    shifts: shifts.filter(shows).toSorted((a, b) => size(b) - size(a)),
    support: { before: before.support.estimate, after: after.support.estimate },
    covered: { before: before.covered, after: after.covered },
  };
}
