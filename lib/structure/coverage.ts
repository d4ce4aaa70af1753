import { ROLE_PRIOR, type PersonBelief, type RoleBelief, type ScaleBelief } from "@/lib/beliefs";
import { CORE_ROLES, type Role } from "@/lib/domain";
import { FOR_US_FROM, HELD_FROM, KEY_SHARE, MET_FROM, REAL_ACCESS } from "./constants";
import type { Beliefs, PersonKey } from "./network";
import { peopleOf } from "./places";
import { chanceAtLeast } from "./normal";

/** How well one role is covered in this decision. */
export interface RoleCoverage {
  role: Role;
  /** Who holds it, most likely first. */
  holders: { person: PersonKey; belief: RoleBelief }[];
  /** `held` by somebody stated; only `guessed`, or from a title or the CRM; `contested`; or `open`. */
  state: "held" | "guessed" | "contested" | "open";
  /** The chance that we have real access to the likeliest holder. */
  access: number;
}

/**
 * The state of the map (the rule of Altify's relationship map): `red` without a key player who is for us,
 * `green` with a decision maker or an approver who is, else `amber`.
 */
export type MapStatus = "red" | "amber" | "green";

/** How well each of these roles is covered, the four default ones unless told. Who left holds none. */
export function roleCoverages(
  beliefs: Beliefs,
  roles: readonly Role[] = CORE_ROLES,
): RoleCoverage[] {
  const present = peopleOf(beliefs).filter(({ left }) => left === null);
  return roles.map((role) => roleCoverage(role, present));
}

/** Who holds a role among these people, and how well that is known. */
export function roleCoverage(role: Role, people: readonly PersonBelief[]): RoleCoverage {
  // Of most people nothing is known for most roles, and this is asked for every claim.
  const known = people.filter(({ roles }) => roles[role].state !== "unknown");
  const those = (are: (belief: RoleBelief) => boolean) =>
    known.filter(({ roles }) => are(roles[role]));
  const held = those(isHeld);
  const contested = those(({ state }) => state === "contested");
  // A guess, or what was said long ago, leans to it and no more.
  const leaning = those(({ probability }) => probability > ROLE_PRIOR[role]);
  // Likely, but contested, is held by nobody; beside who is stated to hold it, such a one may do so too.
  const isStated = held.some(({ roles }) => roles[role].state === "stated");
  const [state, who] = isStated
    ? (["held", held] as const)
    : contested.length > 0
      ? (["contested", contested] as const)
      : ([leaning.length > 0 ? "guessed" : "open", leaning] as const);
  const holders = who.toSorted((a, b) => b.roles[role].probability - a.roles[role].probability);
  return {
    role,
    holders: holders.map(({ person, roles }) => ({ person: person.key, belief: roles[role] })),
    state,
    access: holders[0] ? realAccess(holders[0].access) : 0,
  };
}

/** The chance that we have real access to a person; of whom nothing is said, none is assumed. */
export function realAccess({ state, estimate, variance }: ScaleBelief): number {
  return state === "unknown" ? 0 : chanceAtLeast(REAL_ACCESS, estimate, variance);
}

export function isMet({ access }: PersonBelief): boolean {
  return access.state !== "unknown" && access.estimate >= MET_FROM;
}

export function isForUs({ stance }: PersonBelief): boolean {
  return stance.state !== "unknown" && stance.estimate >= FOR_US_FROM;
}

export function isAgainstUs({ stance }: PersonBelief): boolean {
  return stance.state !== "unknown" && stance.estimate <= -FOR_US_FROM;
}

/**
 * Whoever has a say that shows, by their part of what is held by people who are known, or because they decide or
 * approve; the greatest share first.
 */
export function keyPlayersOf(
  beliefs: Beliefs,
  shares: ReadonlyMap<PersonKey, number>,
): PersonKey[] {
  let known = 0;
  shares.forEach((share) => (known += share));
  const from = known * keyShare(beliefs.size);
  const players: PersonKey[] = [];
  for (const belief of peopleOf(beliefs)) {
    const { key } = belief.person;
    if ((shares.get(key) ?? 0) >= from || decides(belief)) players.push(key);
  }
  return sortedByShare(players, shares);
}

/** From which share on somebody is a key player among so many people. */
export function keyShare(people: number): number {
  return Math.min(KEY_SHARE.atMost, KEY_SHARE.timesEqual / Math.max(1, people));
}

/** The greater share first; what only the last bits tell apart is equal, and goes by the key. */
export function sortedByShare(
  people: readonly PersonKey[],
  shares: ReadonlyMap<PersonKey, number>,
): PersonKey[] {
  return people
    .map((key) => ({ key, share: Math.round((shares.get(key) ?? 0) * 1e9) }))
    .toSorted((a, b) => b.share - a.share || (a.key < b.key ? -1 : 1))
    .map(({ key }) => key);
}

export function decides({ roles }: PersonBelief): boolean {
  return isHeld(roles["decision-maker"]) || isHeld(roles.approver);
}

function isHeld({ state, probability }: RoleBelief): boolean {
  return state !== "inferred" && probability >= HELD_FROM;
}

export function mapStatus(beliefs: Beliefs, keyPlayers: readonly PersonKey[]): MapStatus {
  const forUs = keyPlayers.flatMap((key) => beliefs.get(key) ?? []).filter(isForUs);
  if (forUs.some(decides)) return "green";
  return forUs.length > 0 ? "amber" : "red";
}
