import type { PersonBelief } from "@/lib/beliefs";
import type { Beliefs, PersonKey } from "./network";

/** A person's place in the list that is the map: reporting order, with depth. */
export interface Place {
  person: PersonKey;
  depth: number;
}

/** There is none. */
const NONE = -1;

/**
 * People in reporting order: everybody under whom they report to, the senior first. Rings of reporting
 * are cut where they close, so everyone stands in the list once.
 */
export function reportingOrder(beliefs: Beliefs): Place[] {
  const ranked = byRank([...beliefs.values()]);
  const count = ranked.length;
  const rankOf = new Map(ranked.map(({ person }, i) => [person.key, i]));
  const chief = new Int32Array(count).fill(NONE);
  // Who is below somebody as a linked list in the order of ranks, begun from its end.
  const firstBelow = new Int32Array(count).fill(NONE);
  const nextBeside = new Int32Array(count).fill(NONE);
  for (let i = count - 1; i >= 0; i--) {
    const to = ranked[i]!.reportsTo?.to;
    const above = to ? (rankOf.get(to) ?? NONE) : NONE;
    if (above === NONE || above === i) continue;
    chief[i] = above;
    nextBeside[i] = firstBelow[above]!;
    firstBelow[above] = i;
  }
  const order: Place[] = [];
  const depths = new Int32Array(count).fill(NONE);
  const place = (i: number, depth: number) => {
    depths[i] = depth;
    order.push({ person: ranked[i]!.person.key, depth });
  };
  // An explicit stack: a chain of a thousand must not overflow the call stack.
  const placeAll = (top: number) => {
    place(top, 0);
    const stack = [firstBelow[top]!];
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      if (i === NONE) continue;
      stack.push(nextBeside[i]!);
      if (depths[i] !== NONE) continue;
      place(i, depths[chief[i]!]! + 1);
      stack.push(firstBelow[i]!);
    }
  };
  for (let i = 0; i < count; i++) if (chief[i] === NONE) placeAll(i);
  // Only rings are left, and who hangs below them: each starts at its most senior member.
  for (let i = 0; i < count; i++) if (depths[i] === NONE) placeAll(ringAbove(i, chief));
  return order;
}

/** The most senior member of the ring in which the way up from somebody ends. */
function ringAbove(start: number, chief: Int32Array): number {
  const path = new Set<number>();
  let at = start;
  for (; !path.has(at); at = chief[at]!) path.add(at);
  const ring = [...path];
  return Math.min(...ring.slice(ring.indexOf(at)));
}

/** The order of `localeCompare`, made once for all comparisons. */
const names = new Intl.Collator();

/** The likelier decision maker first, then the senior; who left comes last. */
function byRank(people: readonly PersonBelief[]): PersonBelief[] {
  // What is compared again and again stands close together.
  const left = Uint8Array.from(people, (one) => (one.left === null ? 0 : 1));
  const decides = Float64Array.from(people, ({ roles }) => roles["decision-maker"].probability);
  const seniority = Uint8Array.from(people, (one) => one.seniority ?? 0);
  const places = people.map((_, i) => i);
  return places
    .toSorted((a, b) => {
      if (left[a] !== left[b]) return left[a]! - left[b]!;
      if (decides[a] !== decides[b]) return decides[a]! > decides[b]! ? -1 : 1;
      if (seniority[a] !== seniority[b]) return seniority[b]! - seniority[a]!;
      const [one, other] = [people[a]!.person, people[b]!.person];
      return names.compare(one.name, other.name) || (one.key < other.key ? -1 : 1);
    })
    .map((i) => people[i]!);
}
