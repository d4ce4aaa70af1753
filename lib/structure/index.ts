/** Beliefs turned into the power structure of one decision (pure). */
import { ROLE_PRIOR, type PersonBelief, type RoleBelief } from "@/lib/beliefs";
import { CORE_ROLES, type RecordKey, type Role } from "@/lib/domain";

type PersonKey = RecordKey<"contact">;
type Beliefs = ReadonlyMap<PersonKey, PersonBelief>;

/** From this probability on a role is taken as held. */
export const HELD_FROM = 0.5;
/** From this estimate on (brief contact) a person counts as met. */
export const MET_FROM = 1;

/** How well one role is covered in this decision. */
export interface RoleCoverage {
  role: Role;
  /** Who holds it, most likely first. */
  holders: { person: PersonKey; belief: RoleBelief }[];
  /** `held` by somebody stated; only `guessed`, or from a title or the CRM; `contested`; or `open`. */
  state: "held" | "guessed" | "contested" | "open";
}

/** What is missing in the map. */
export type Gap = "decision-maker-unknown" | "single-threaded" | "nobody-met";

/** A person's place in the list that is the map: reporting order, with depth. */
export interface Place {
  person: PersonKey;
  depth: number;
}

export interface PowerStructure {
  coverage: RoleCoverage[];
  /**
   * Π (1 − P(decision maker)): the chance that the one who decides is none of these people. Only those
   * of whom something is known count: a name alone is no lead.
   */
  undiscovered: number;
  /** Those with whom we have real contact. */
  met: PersonKey[];
  gaps: Gap[];
  order: Place[];
}

/** The power structure of the people involved in a decision. Those who left count for nothing. */
export function powerStructure(beliefs: Beliefs): PowerStructure {
  const present = [...beliefs.values()].filter(({ left }) => left === null);
  const coverage = CORE_ROLES.map((role) => roleCoverage(role, present));
  const undiscovered = present
    .map(({ roles }) => roles["decision-maker"])
    .filter(({ state }) => state !== "unknown")
    .reduce((none, { probability }) => none * (1 - probability), 1);
  const met = present
    .filter(({ access }) => access.state !== "unknown" && access.estimate >= MET_FROM)
    .map(({ person }) => person.key);
  const gaps: Gap[] = [];
  if (present.length > 0) {
    if (coverage.find(({ role }) => role === "decision-maker")?.state !== "held") {
      gaps.push("decision-maker-unknown");
    }
    if (met.length === 0) gaps.push("nobody-met");
    if (met.length === 1) gaps.push("single-threaded");
  }
  return { coverage, undiscovered, met, gaps, order: reportingOrder(beliefs) };
}

/** Who holds a role among these people, and how well that is known. */
export function roleCoverage(role: Role, people: readonly PersonBelief[]): RoleCoverage {
  const holders = people
    .map(({ person, roles }) => ({ person: person.key, belief: roles[role] }))
    .filter(({ belief }) => belief.state !== "unknown")
    .toSorted((a, b) => b.belief.probability - a.belief.probability);
  const stated = holders.filter(({ belief }) => belief.state !== "inferred");
  const held = stated.filter(({ belief }) => belief.probability >= HELD_FROM);
  if (held.some(({ belief }) => belief.state === "stated")) {
    return { role, holders: held, state: "held" };
  }
  const contested = stated.filter(({ belief }) => belief.state === "contested");
  if (contested.length > 0) return { role, holders: contested, state: "contested" };
  // A guess, or what was said long ago, leans to it and no more.
  const guessed = holders.filter(({ belief }) => belief.probability > ROLE_PRIOR[role]);
  return { role, holders: guessed, state: guessed.length > 0 ? "guessed" : "open" };
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
  const below = Map.groupBy([...beliefs.values()].toSorted(byRank), (belief): PersonKey | null =>
    chief(belief),
  );
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
  for (const belief of [...beliefs.values()].toSorted(byRank)) {
    const [top] = placed.has(belief.person.key) ? [] : ringAbove(belief).toSorted(byRank);
    if (top) place(top);
  }
  return order;
}

function byRank(a: PersonBelief, b: PersonBelief): number {
  return (
    Number(a.left !== null) - Number(b.left !== null) ||
    b.roles["decision-maker"].probability - a.roles["decision-maker"].probability ||
    (b.seniority ?? 0) - (a.seniority ?? 0) ||
    a.person.name.localeCompare(b.person.name) ||
    (a.person.key < b.person.key ? -1 : 1)
  );
}
