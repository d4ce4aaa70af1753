import type { Beliefs, PersonKey } from "./network";
import { assembled } from "./places";

/** A person's place in the list that is the map: reporting order, with depth. */
export interface Place {
  person: PersonKey;
  depth: number;
}

/** There is none. */
const NONE = -1;

/** What somebody's place goes by; their chief by the place among the beliefs. */
type Rank = readonly [
  left: boolean,
  decides: number,
  seniority: number,
  name: string,
  chief: number,
];

/**
 * People in reporting order: everybody under whom they report to, the senior first. Rings of reporting
 * are cut where they close, so everyone stands in the list once.
 */
export const reportingOrder: (beliefs: Beliefs) => readonly Place[] = assembled(
  ({ person, left, roles, seniority, reportsTo }, { indexOf }): Rank => [
    left !== null,
    roles["decision-maker"].probability,
    seniority ?? 0,
    person.name,
    reportsTo?.to ? (indexOf.get(reportsTo.to) ?? NONE) : NONE,
  ],
  (ranks, { people }) => inOrder(ranks, people),
);

function inOrder(ranks: readonly Rank[], people: readonly PersonKey[]): Place[] {
  const count = ranks.length;
  const ranked = people
    .map((_, i) => i)
    .toSorted((a, b) => byRank(ranks[a]!, ranks[b]!) || (people[a]! < people[b]! ? -1 : 1));
  const rankOf = new Int32Array(count);
  ranked.forEach((i, rank) => (rankOf[i] = rank));
  const chief = new Int32Array(count).fill(NONE);
  // Who is below somebody as a linked list in the order of ranks, begun from its end.
  const firstBelow = new Int32Array(count).fill(NONE);
  const nextBeside = new Int32Array(count).fill(NONE);
  for (let i = count - 1; i >= 0; i--) {
    const to = ranks[ranked[i]!]![4];
    const above = to === NONE ? NONE : rankOf[to]!;
    if (above === NONE || above === i) continue;
    chief[i] = above;
    nextBeside[i] = firstBelow[above]!;
    firstBelow[above] = i;
  }
  const order: Place[] = [];
  const depths = new Int32Array(count).fill(NONE);
  const place = (i: number, depth: number) => {
    depths[i] = depth;
    order.push({ person: people[ranked[i]!]!, depth });
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
function byRank(
  [left, decides, seniority, name]: Rank,
  [otherLeft, otherDecides, otherSeniority, otherName]: Rank,
): number {
  if (left !== otherLeft) return left ? 1 : -1;
  if (decides !== otherDecides) return decides > otherDecides ? -1 : 1;
  return otherSeniority - seniority || names.compare(name, otherName);
}
