import TinyQueue from "tinyqueue";
import { SCALES, type PersonBelief } from "@/lib/beliefs";
import { REPORTING_PATH, STRONGEST } from "./constants";
import { isAgainstUs, isMet } from "./coverage";
import type { Beliefs, PersonKey } from "./network";
import { assembled, peopleOf, placesOf } from "./places";

/** How we get to a person. */
export interface Path {
  /** Who introduces us, from whom we know ourselves to the last before the person; empty where we have met. */
  through: readonly PersonKey[];
  /** How likely that is to work, 0 to 1: the product of our access and of the ties on the way. */
  chance: number;
}

/** Somebody on whom our way to a decision holder depends. */
export interface SinglePoint {
  person: PersonKey;
  /** Whom we could no longer reach without them. */
  cutsOff: readonly PersonKey[];
}

/** Who could introduce us to whom. Each person's ties in compressed rows, as in `influence.ts`. */
export interface Introductions {
  people: readonly PersonBelief[];
  indexOf: ReadonlyMap<PersonKey, number>;
  start: Int32Array;
  /** Indices into `people`, each once in a row. */
  other: Int32Array;
  chance: Float64Array;
}

/** Ties by which one person could introduce another, whoever moves whom: the best chance of each pair. */
export function introductions(beliefs: Beliefs): Introductions {
  const { indexOf } = placesOf(beliefs);
  return { people: peopleOf(beliefs), indexOf, ...contactsIn(beliefs) };
}

type Rows = Pick<Introductions, "start" | "other" | "chance">;

/** Whom a person moves and to whom they report, with the chance of an introduction; in rows of both. */
const contactsIn = assembled(
  ({ person, influences, reportsTo }, { indexOf }) => {
    const found: number[] = [];
    const add = (whom: PersonKey, chance: number) => {
      const other = indexOf.get(whom);
      if (other !== undefined && whom !== person.key) found.push(other, chance);
    };
    for (const { whom, strength, probability } of influences) {
      add(whom, probability * (strength / STRONGEST));
    }
    if (reportsTo?.to) add(reportsTo.to, REPORTING_PATH * reportsTo.probability);
    return found;
  },
  (parts): Rows => {
    const count = parts.length;
    const start = new Int32Array(count + 1);
    parts.forEach((part, a) => {
      start[a + 1]! += part.length / 2;
      for (let n = 0; n < part.length; n += 2) start[part[n]! + 1]! += 1;
    });
    for (let i = 0; i < count; i++) start[i + 1]! += start[i]!;
    const at = start.slice();
    const other = new Int32Array(start[count]!);
    const chance = new Float64Array(start[count]!);
    const put = (from: number, to: number, value: number) => {
      const place = at[from]!++;
      other[place] = to;
      chance[place] = value;
    };
    parts.forEach((part, a) => {
      for (let n = 0; n < part.length; n += 2) {
        put(a, part[n]!, part[n + 1]!);
        put(part[n]!, a, part[n + 1]!);
      }
    });
    return best({ start, other, chance });
  },
);

/** Of several ties of one pair the best, where the first of them stood: moves the rows together in place. */
function best(all: Rows): Rows {
  const { start, other, chance } = all;
  const people = start.length - 1;
  const placeOf = new Int32Array(people).fill(-1);
  let write = 0;
  for (let from = 0, read = 0; from < people; from++) {
    const row = write;
    for (const end = start[from + 1]!; read < end; read++) {
      const to = other[read]!;
      const had = placeOf[to]!;
      if (had >= row) {
        chance[had] = Math.max(chance[had]!, chance[read]!);
        continue;
      }
      placeOf[to] = write;
      other[write] = to;
      chance[write] = chance[read]!;
      write++;
    }
    start[from] = row;
  }
  start[people] = write;
  return all;
}

/**
 * The best path of introduction from our side to every person who can be reached: Dijkstra's algorithm
 * (1959) on −log of the chances, never through somebody who is against us.
 */
export function introductionPaths(ties: Introductions): Map<PersonKey, Path> {
  const { people, start, other, chance: chances } = ties;
  const keys = people.map(({ person }) => person.key);
  const queue = new TinyQueue<{ person: number; from: number | null; chance: number }>(
    [],
    // The likelier first; the key settles ties, so that the answer is always the same.
    (a, b) => b.chance - a.chance || (keys[a.person]! < keys[b.person]! ? -1 : 1),
  );
  const met = people.map(isMet);
  people.forEach((belief, person) => {
    if (met[person]) queue.push({ person, from: null, chance: accessChance(belief) });
  });
  const paths: (Path | undefined)[] = people.map(() => undefined);
  // Of who waits in the queue: a worse introduction need not wait beside a better one.
  const likeliest = new Float64Array(people.length);
  const reached = new Map<PersonKey, Path>();
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { person, from, chance } = next;
    if (paths[person]) continue;
    const through = from === null ? NOBODY : [...paths[from]!.through, keys[from]!];
    const path: Path = { through, chance };
    paths[person] = path;
    reached.set(keys[person]!, path);
    if (isAgainstUs(people[person]!)) continue;
    for (let place = start[person]!; place < start[person + 1]!; place++) {
      const to = other[place]!;
      // Whom we know ourselves we need not be introduced to.
      if (paths[to] || met[to]) continue;
      const introduced = chance * chances[place]!;
      if (introduced < likeliest[to]!) continue;
      likeliest[to] = introduced;
      queue.push({ person: to, from: person, chance: introduced });
    }
  }
  return reached;
}

/** Between us and whom we have met. */
const NOBODY: Path["through"] = [];

function accessChance({ access }: PersonBelief): number {
  return Math.min(1, Math.max(0, access.estimate / SCALES.access.high));
}

/**
 * Remove-a-person: everybody on the way to one of `holders` without whom that one could not be reached.
 * Only who stands on the best path can be such a one.
 */
export function singlePoints(
  ties: Introductions,
  paths: ReadonlyMap<PersonKey, Path>,
  holders: readonly PersonKey[],
): SinglePoint[] {
  const cutsOff = new Map<PersonKey, PersonKey[]>();
  for (const holder of holders) {
    for (const person of paths.get(holder)?.through ?? []) {
      if (isReachedWithout(person, holder, ties)) continue;
      cutsOff.set(person, [...(cutsOff.get(person) ?? []), holder]);
    }
  }
  return [...cutsOff]
    .map(([person, cutsOff]) => ({ person, cutsOff }))
    .toSorted((a, b) => b.cutsOff.length - a.cutsOff.length || (a.person < b.person ? -1 : 1));
}

/** Looks from the one to be reached: somebody we have met is mostly near. */
function isReachedWithout(
  removed: PersonKey,
  holder: PersonKey,
  { people, indexOf, start, other }: Introductions,
): boolean {
  const seen = new Set([indexOf.get(removed)!, indexOf.get(holder)!]);
  const open = [indexOf.get(holder)!];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isMet(people[next]!)) return true;
    for (let place = start[next]!; place < start[next + 1]!; place++) {
      const to = other[place]!;
      if (seen.has(to)) continue;
      seen.add(to);
      // Nobody who is against us introduces us.
      if (!isAgainstUs(people[to]!)) open.push(to);
    }
  }
  return false;
}

/** Brokers: the share of the decision to which the best way leads through each person. */
export function brokeredShares(
  paths: ReadonlyMap<PersonKey, Path>,
  shares: ReadonlyMap<PersonKey, number>,
): Map<PersonKey, number> {
  const brokered = new Map<PersonKey, number>();
  paths.forEach(({ through }, person) => {
    for (const broker of through) {
      brokered.set(broker, (brokered.get(broker) ?? 0) + (shares.get(person) ?? 0));
    }
  });
  return brokered;
}
