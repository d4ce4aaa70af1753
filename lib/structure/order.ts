import type { PersonBelief } from "@/lib/beliefs";
import type { Beliefs, PersonKey } from "./network";

/** A person's place in the list that is the map: reporting order, with depth. */
export interface Place {
  person: PersonKey;
  depth: number;
}

/**
 * People in reporting order: everybody under whom they report to, the senior first. Rings of reporting
 * are cut where they close, so everyone stands in the list once.
 */
export function reportingOrder(beliefs: Beliefs): Place[] {
  const chief = (belief: PersonBelief): PersonKey | null => {
    const to = belief.reportsTo?.to;
    return to && to !== belief.person.key && beliefs.has(to) ? to : null;
  };
  const ranked = [...beliefs.values()].toSorted(byRank);
  const below = Map.groupBy(ranked, (belief): PersonKey | null => chief(belief));
  const order: Place[] = [];
  const placed = new Set<PersonKey>();
  // An explicit stack: a chain of a thousand must not overflow the call stack.
  const place = (start: PersonBelief) => {
    const stack = [{ belief: start, depth: 0 }];
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { belief, depth } = next;
      if (placed.has(belief.person.key)) continue;
      placed.add(belief.person.key);
      order.push({ person: belief.person.key, depth });
      for (const under of (below.get(belief.person.key) ?? []).toReversed()) {
        stack.push({ belief: under, depth: depth + 1 });
      }
    }
  };
  for (const top of below.get(null) ?? []) place(top);
  // Only rings are left, and who hangs below them: each starts at its most senior member.
  const ringAbove = (start: PersonBelief): PersonBelief[] => {
    const path = new Set<PersonBelief>();
    let at = start;
    for (let to = chief(at); to !== null && !path.has(at); to = chief(at)) {
      path.add(at);
      at = beliefs.get(to) ?? at;
    }
    return [...path].slice([...path].indexOf(at));
  };
  for (const belief of ranked) {
    const [top] = placed.has(belief.person.key) ? [] : ringAbove(belief).toSorted(byRank);
    if (top) place(top);
  }
  return order;
}

/** The order of `localeCompare`, made once for all comparisons. */
const byName = new Intl.Collator();

function byRank(a: PersonBelief, b: PersonBelief): number {
  return (
    Number(a.left !== null) - Number(b.left !== null) ||
    b.roles["decision-maker"].probability - a.roles["decision-maker"].probability ||
    (b.seniority ?? 0) - (a.seniority ?? 0) ||
    byName.compare(a.person.name, b.person.name) ||
    (a.person.key < b.person.key ? -1 : 1)
  );
}
