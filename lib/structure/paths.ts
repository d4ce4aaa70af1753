import TinyQueue from "tinyqueue";
import { SCALES, type PersonBelief } from "@/lib/beliefs";
import { REPORTING_PATH } from "./constants";
import { isAgainstUs, isMet } from "./coverage";
import type { Beliefs, PersonKey } from "./network";

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

type Ties = ReadonlyMap<PersonKey, ReadonlyMap<PersonKey, number>>;

/** Ties by which one person could introduce another, whoever moves whom: the best chance of each pair. */
export function introductions(beliefs: Beliefs): Ties {
  const ties = new Map<PersonKey, Map<PersonKey, number>>();
  const add = (a: PersonKey, b: PersonKey, chance: number) => {
    if (a === b || !beliefs.has(a) || !beliefs.has(b)) return;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = ties.get(from) ?? new Map<PersonKey, number>();
      ties.set(from, known.set(to, Math.max(chance, known.get(to) ?? 0)));
    }
  };
  for (const { person, influences, reportsTo } of beliefs.values()) {
    for (const { whom, strength, probability } of influences) {
      add(person.key, whom, probability * (strength / 3));
    }
    if (reportsTo?.to) add(person.key, reportsTo.to, REPORTING_PATH * reportsTo.probability);
  }
  return ties;
}

/**
 * The best path of introduction from our side to every person who can be reached: Dijkstra's algorithm
 * (1959) on −log of the chances, never through somebody who is against us.
 */
export function introductionPaths(beliefs: Beliefs, ties: Ties): Map<PersonKey, Path> {
  const queue = new TinyQueue<{ person: PersonKey; from: PersonKey | null; chance: number }>(
    [],
    // The likelier first; the key settles ties, so that the answer is always the same.
    (a, b) => b.chance - a.chance || (a.person < b.person ? -1 : 1),
  );
  const met = new Set<PersonKey>();
  for (const belief of beliefs.values()) {
    if (!isMet(belief)) continue;
    met.add(belief.person.key);
    queue.push({ person: belief.person.key, from: null, chance: accessChance(belief) });
  }
  const reached = new Map<PersonKey, Path>();
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { person, from, chance } = next;
    if (reached.has(person)) continue;
    const through = from === null ? [] : [...(reached.get(from)?.through ?? []), from];
    reached.set(person, { through, chance });
    const belief = beliefs.get(person);
    if (!belief || isAgainstUs(belief)) continue;
    for (const [to, tie] of ties.get(person) ?? []) {
      // Whom we know ourselves we need not be introduced to.
      if (!reached.has(to) && !met.has(to))
        queue.push({ person: to, from: person, chance: chance * tie });
    }
  }
  return reached;
}

function accessChance({ access }: PersonBelief): number {
  return Math.min(1, Math.max(0, access.estimate / SCALES.access.high));
}

/**
 * Remove-a-person: everybody on the way to one of `holders` without whom that one could not be reached.
 * Only who stands on the best path can be such a one.
 */
export function singlePoints(
  beliefs: Beliefs,
  ties: Ties,
  paths: ReadonlyMap<PersonKey, Path>,
  holders: readonly PersonKey[],
): SinglePoint[] {
  const cutsOff = new Map<PersonKey, PersonKey[]>();
  for (const holder of holders) {
    for (const person of paths.get(holder)?.through ?? []) {
      if (isReachedWithout(person, holder, beliefs, ties)) continue;
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
  beliefs: Beliefs,
  ties: Ties,
): boolean {
  const seen = new Set([removed, holder]);
  const open = [holder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (isMet(beliefs.get(next)!)) return true;
    for (const to of ties.get(next)?.keys() ?? []) {
      if (seen.has(to)) continue;
      seen.add(to);
      // Nobody who is against us introduces us.
      if (!isAgainstUs(beliefs.get(to)!)) open.push(to);
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
  for (const [person, { through }] of paths) {
    for (const broker of through) {
      brokered.set(broker, (brokered.get(broker) ?? 0) + (shares.get(person) ?? 0));
    }
  }
  return brokered;
}
