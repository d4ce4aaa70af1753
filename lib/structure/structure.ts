import type { ProfileBelief } from "@/lib/beliefs";
import { DEFAULT_PROFILE, type Profile } from "@/lib/domain";
import {
  isAgainstUs,
  isMet,
  keyPlayersOf,
  keyShare,
  mapStatus,
  realAccess,
  roleCoverages,
  type MapStatus,
  type RoleCoverage,
} from "./coverage";
import { chanceNotFound, decisionWeights, ghostShare } from "./decision";
import { networkOf, profileOf, type Beliefs, type PersonKey } from "./network";
import { peopleOf } from "./places";
import { reportingOrder, type Place } from "./order";
import {
  brokeredShares,
  introductionPaths,
  introductions,
  singlePoints,
  type Introductions,
  type Path,
  type SinglePoint,
} from "./paths";
import { predict, type Support, type Uncertainty } from "./support";

/** What is missing in the map. */
export type Gap = "decision-maker-unknown" | "single-threaded" | "nobody-met";

export interface PowerStructure {
  profile: Profile;
  /** Each person's share of the decision; with the ghost's they sum to 1. Who left has none. */
  shares: ReadonlyMap<PersonKey, number>;
  /** The share of a decision maker who has not been found yet. */
  ghost: number;
  /** The chance that the one who decides is none of these people. */
  undiscovered: number;
  support: Support;
  /** Where the variance of the support comes from. */
  uncertainty: Uncertainty;
  /** The share of the decision held by people of whose stance nothing is known, the ghost's included. */
  unknown: number;
  /** The share of the decision held by people to whom we have real access. */
  covered: number;
  status: MapStatus;
  roles: RoleCoverage[];
  /** Those with whom we have real contact. */
  met: PersonKey[];
  gaps: Gap[];
  /** Who has a say that shows, the greatest share first. */
  keyPlayers: PersonKey[];
  /** Key players who are against us, the greatest share first. */
  opponents: PersonKey[];
  introductions: Introductions;
  /** The best way of introduction to everybody who can be reached. */
  paths: ReadonlyMap<PersonKey, Path>;
  /** On whom our way to a key player depends. */
  singlePoints: SinglePoint[];
  /** Through whom the way leads to a good part of the decision, the greatest first. */
  brokers: { person: PersonKey; share: number }[];
  order: readonly Place[];
}

/** The power structure of the people involved in a decision. Those who left count for nothing. */
export function powerStructure(
  beliefs: Beliefs,
  profileBelief: ProfileBelief | Profile = DEFAULT_PROFILE,
): PowerStructure {
  const profile = isPlain(profileBelief) ? profileBelief : profileOf(profileBelief);
  const present = presentOf(beliefs);
  const people = peopleOf(present);
  const undiscovered = chanceNotFound(people);
  const ghost = people.length === 0 ? 1 : ghostShare(undiscovered);
  const network = networkOf(present, profile);
  const decision = decisionWeights(present, profile);
  const { shares, support, uncertainty } = predict(present, network, decision, ghost);
  const shareOf = (key: PersonKey) => shares.get(key) ?? 0;

  let [unknown, covered] = [ghost, 0];
  for (const { person, stance, access } of people) {
    const share = shareOf(person.key);
    if (stance.state === "unknown") unknown += share;
    covered += share * realAccess(access);
  }
  const roles = roleCoverages(present);
  const met = people.filter(isMet).map(({ person }) => person.key);
  const keyPlayers = keyPlayersOf(present, shares);
  const ties = introductions(present);
  const paths = introductionPaths(ties);
  return {
    profile,
    shares,
    ghost,
    undiscovered,
    support,
    uncertainty,
    unknown: Math.min(1, unknown),
    covered,
    status: mapStatus(present, keyPlayers),
    keyPlayers,
    roles,
    met,
    gaps: beliefs.size === 0 ? [] : gapsOf(roles, met),
    opponents: keyPlayers.filter((person) => isAgainstUs(present.get(person)!)),
    introductions: ties,
    paths,
    singlePoints: singlePoints(ties, paths, keyPlayers),
    brokers: [...brokeredShares(paths, shares)]
      .map(([person, share]) => ({ person, share }))
      .filter(({ share }) => share >= keyShare(present.size))
      .toSorted((a, b) => b.share - a.share || (a.person < b.person ? -1 : 1)),
    order: reportingOrder(beliefs),
  };
}

function presentOf(beliefs: Beliefs): Beliefs {
  // Mostly nobody has left.
  return peopleOf(beliefs).every(({ left }) => left === null)
    ? beliefs
    : new Map([...beliefs].filter(([, { left }]) => left === null));
}

function isPlain(profile: ProfileBelief | Profile): profile is Profile {
  return typeof profile.culture === "string";
}

function gapsOf(roles: readonly RoleCoverage[], met: readonly PersonKey[]): Gap[] {
  const gaps: Gap[] = [];
  if (roles.find(({ role }) => role === "decision-maker")?.state !== "held") {
    gaps.push("decision-maker-unknown");
  }
  if (met.length === 0) gaps.push("nobody-met");
  if (met.length === 1) gaps.push("single-threaded");
  return gaps;
}
