import {
  backgroundBehind,
  NAMED_FROM,
  perBelief,
  Z_90,
  type Evidence,
  type PersonBelief,
} from "@/lib/beliefs";
import { LOCAL_AUTHOR, type RecordKey, type Role, type Statement } from "@/lib/domain";
import {
  HELD_FROM,
  isForUs,
  leadOf,
  MIDDLE_RANK,
  RANK_FACTOR,
  RANKS_ABOVE,
  rankFactor,
  type Beliefs,
  type PersonKey,
  type PowerStructure,
} from "@/lib/structure";
import { ANSWER, COLD, COLLEAGUE, HEARSAY } from "./constants";
import { bestKnownFirst, lookups, type Friend, type Present } from "./lookups";
import type { Preferences } from "./preferences";
import type { Gain, OutcomeClaim, Pitch } from "./step";

/** What a rule looks at. */
export interface Situation {
  beliefs: Beliefs;
  structure: PowerStructure;
  /** Now (ms since 1970). */
  now: number;
  /** When the opportunity is to close (ms since 1970), where that is known. */
  closes: number | null;
  /** What the user has set; what is built in where that is nothing. */
  set?: Preferences | undefined;
}

/** A step's way to a person: through whom, and how likely it is to work. */
export interface Way {
  through: readonly PersonKey[];
  chance: number;
  /** They are a colleague only: no tie is known between the two. */
  colleague?: true;
}

/** Those who have not left, with their share. */
export function present(situation: Situation): readonly Present[] {
  return lookups(situation).present;
}

export function shareOf({ structure }: Situation, person: PersonKey): number {
  return structure.shares.get(person) ?? 0;
}

/** The share of the decision to which the way leads through a person, where that is a good part of it; else 0. */
export function brokeredBy(situation: Situation, person: PersonKey): number {
  return lookups(situation).brokered.get(person) ?? 0;
}

/** Whether a person holds a role, as far as anybody has stated it. */
export function holds({ roles }: PersonBelief, role: Role): boolean {
  return roles[role].state === "stated" && roles[role].probability >= HELD_FROM;
}

/**
 * How likely it is that a person holds a role, as it is told in a reason. Of the decision maker there is one: the
 * posterior q ∝ rank · odds over those whom anything points to and nobody (as `decisionWeights` and
 * `chanceNotFound` have it), so that one who is known to decide explains the others away.
 */
export function chanceOf(situation: Situation, belief: PersonBelief, role: Role): number {
  const { probability } = belief.roles[role];
  if (role !== "decision-maker") return probability;
  const { leads } = lookups(situation);
  const rank = rankFactor(belief);
  // Of who is no lead the odds are not among the others'.
  const own = probability / (1 - probability);
  const more = own - leadOf(belief);
  const odds = leads.odds + more;
  return ((rank * own) / (leads.ranked + rank * more)) * (odds / (1 + odds));
}

/**
 * The best way to a person: directly where we have met, else by ties, by whom of all we know best as a
 * colleague, or on our own, whichever is likeliest to work.
 */
export function wayTo(situation: Situation, person: PersonKey): Way {
  const path = situation.structure.paths.get(person);
  const cold = coldChance(situation, person);
  if (path && (path.through.length === 0 || path.chance >= cold)) return path;
  const friend = bestFriend(situation, person);
  const introduced = (friend?.chance ?? 0) * COLLEAGUE;
  return friend && introduced > cold
    ? { through: [friend.person], chance: introduced, colleague: true }
    : { through: [], chance: cold };
}

/** The chance to get to somebody on our own: as much less as their rank lets them count for more. */
function coldChance({ beliefs }: Situation, person: PersonKey): number {
  const belief = beliefs.get(person);
  return belief ? coldChanceOf(belief) : coldAt(MIDDLE_RANK);
}

const coldChanceOf = perBelief(({ seniority }) => coldAt(seniority ?? MIDDLE_RANK));

function coldAt(rank: number): number {
  return COLD * RANK_FACTOR ** ((1 - rank) / RANKS_ABOVE);
}

/** The chance of getting to talk to a person on our own account: we have met, or we try. */
export function directChance(situation: Situation, person: PersonKey): number {
  const path = situation.structure.paths.get(person);
  const met = path && path.through.length === 0 ? path.chance : 0;
  return Math.max(met, coldChance(situation, person));
}

/** Whom to ask about a person or a thing: whom of those we have met who are not against us we know best. */
export function bestFriend(
  situation: Situation,
  except: PersonKey | null = null,
): Pick<Friend, "person" | "chance"> | undefined {
  const [first, second] = lookups(situation).bestFriends;
  return first?.person === except ? second : first;
}

/**
 * Whom to ask about a person: rather one who reports to them or moves them, or whom they move, then whom we
 * know best.
 */
export function whoKnows(situation: Situation, person: PersonKey): Way {
  let near: Friend | undefined;
  eachFriendNear(situation, person, (friend) => {
    if (!near || bestKnownFirst(friend, near) < 0) near = friend;
  });
  const best = near ?? bestFriend(situation, person);
  return best ? { through: [best.person], chance: best.chance } : { through: [], chance: 0 };
}

/** Looks at the friends who report to a person or move them, or whom they report to or move. */
function eachFriendNear(
  situation: Situation,
  person: PersonKey,
  look: (friend: Friend) => void,
): void {
  const { friends } = lookups(situation);
  const { indexOf, start, other } = situation.structure.introductions;
  const at = indexOf.get(person);
  if (at === undefined) return;
  for (let place = start[at]!; place < start[at + 1]!; place++) {
    const friend = friends[other[place]!];
    if (friend) look(friend);
  }
}

/** Who moves a person or is their chief, is for us, and whom we have met: the one to send. */
export function allyOf(situation: Situation, person: PersonKey): Way | null {
  const { friends } = lookups(situation);
  const { indexOf } = situation.structure.introductions;
  const reportsTo = situation.beliefs.get(person)?.reportsTo;
  const chief = reportsTo?.to ? friends[indexOf.get(reportsTo.to) ?? -1] : undefined;
  let best: Way | null = null;
  if (chief && reportsTo && isForUs(chief.belief)) {
    best = { through: [chief.person], chance: chief.chance * reportsTo.probability };
  }
  const near: Friend[] = [];
  eachFriendNear(situation, person, (friend) => {
    if (isForUs(friend.belief)) near.push(friend);
  });
  for (const friend of near.toSorted(bestKnownFirst)) {
    const tie = friend.belief.influences.find(({ whom }) => whom === person);
    if (!tie) continue;
    const chance = friend.chance * tie.probability;
    if (!best || chance > best.chance) best = { through: [friend.person], chance };
  }
  return best;
}

export const NO_GAIN: Gain = { support: 0, covered: 0, notFound: 0, spread: 0 };

/** By how much the half-width of the support's interval is expected to shrink; negative. */
export function spreadGain({ structure }: Situation, lessens: number): number {
  const { variance } = structure.support;
  return Z_90 * (Math.sqrt(Math.max(0, variance - lessens)) - Math.sqrt(variance));
}

/** Expected movement of the support when a person moves by so many steps of stance. */
export function supportGain(situation: Situation, belief: PersonBelief, steps: number): number {
  const room = 2 - belief.stance.estimate;
  return shareOf(situation, belief.person.key) * Math.max(0, Math.min(room, steps));
}

/** The roles that a pitch is cut to, the telling one first. */
const PITCHED: readonly Role[] = [
  "decision-maker",
  "approver",
  "technical-evaluator",
  "purchaser",
  "opinion-leader",
  "user",
];

/** What to say to a person, by role, orientation (stated, or by title and background) and style; null where nothing is known of them. */
export const pitchFor = perBelief((belief): Pitch | null => {
  const { roles, orientation, style } = belief;
  const likely = PITCHED.filter(
    (role) => roles[role].state !== "unknown" && roles[role].probability >= NAMED_FROM,
  );
  const role = likely.find((one) => holds(belief, one)) ?? likely[0] ?? null;
  const pitch = {
    role,
    orientation: orientation.state === "unknown" ? null : orientation.value,
    background: backgroundBehind(orientation.evidence, orientation.value),
    style: style.state === "unknown" ? null : style.value,
  };
  return pitch.role || pitch.orientation || pitch.style ? pitch : null;
});

/** What the person themselves told us. */
export function learned(about: RecordKey, says: Statement): OutcomeClaim {
  return { about, says, how: ANSWER.how, sure: ANSWER.sure };
}

/** What others told us of them. */
export function heard(about: RecordKey, says: Statement): OutcomeClaim {
  return { about, says, how: HEARSAY.how, sure: HEARSAY.sure };
}

/** What happened with our own eyes on it. */
export function happened(about: RecordKey, says: Statement): OutcomeClaim {
  return { about, says, how: "observation", sure: "certain" };
}

/** That we spoke with somebody, now. */
export function spoke(about: PersonKey, now: number): OutcomeClaim {
  return happened(about, { aspect: "contacted", channel: "meeting", on: now });
}

/** The newest of the seller's own words on a thing, for a key that changes when they say something else. */
export function lastWord(evidence: readonly Evidence[]): string {
  let last = "";
  for (const { claim } of evidence) {
    if (claim?.by === LOCAL_AUTHOR && claim.id > last) last = claim.id;
  }
  return last;
}
