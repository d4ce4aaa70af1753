import { Z_90, type PersonBelief } from "@/lib/beliefs";
import {
  LOCAL_AUTHOR,
  type RecordKey,
  type Role,
  type Statement,
  type StatedClaim,
} from "@/lib/domain";
import {
  FOR_US_FROM,
  HELD_FROM,
  isAgainstUs,
  type Beliefs,
  type PersonKey,
  type PowerStructure,
} from "@/lib/structure";
import { ANSWER, COLD, COLLEAGUE, HEARSAY } from "./constants";
import type { Gain, OutcomeClaim, Pitch } from "./step";

/** What a rule looks at. */
export interface Situation {
  beliefs: Beliefs;
  structure: PowerStructure;
  /** Now (ms since 1970). */
  now: number;
  /** When the opportunity is to close (ms since 1970), where that is known. */
  closes: number | null;
}

/** A step's way to a person: through whom, and how likely it is to work. */
export interface Way {
  through: readonly PersonKey[];
  chance: number;
}

/** Those who have not left, with their share. */
export function present({
  beliefs,
  structure,
}: Situation): { belief: PersonBelief; share: number }[] {
  return [...structure.shares].flatMap(([key, share]) => {
    const belief = beliefs.get(key);
    return belief ? [{ belief, share }] : [];
  });
}

export function shareOf({ structure }: Situation, person: PersonKey): number {
  return structure.shares.get(person) ?? 0;
}

/** Whether a person has a say that shows. */
export function isKeyPlayer({ structure }: Situation, { person }: PersonBelief): boolean {
  return structure.keyPlayers.includes(person.key);
}

/** Whether a person holds a role, as far as anybody has stated it. */
export function holds({ roles }: PersonBelief, role: Role): boolean {
  return roles[role].state === "stated" && roles[role].probability >= HELD_FROM;
}

/**
 * The best way to a person: directly where we have met, else by ties, by whom of all we know best as a
 * colleague, or on our own, whichever is likeliest to work.
 */
export function wayTo(situation: Situation, person: PersonKey): Way {
  const path = situation.structure.paths.get(person);
  const cold = coldChance(situation, person);
  if (path && (path.through.length === 0 || path.chance >= cold)) return path;
  const [friend] = friends(situation, person);
  const introduced = (friend?.chance ?? 0) * COLLEAGUE;
  return friend && introduced > cold
    ? { through: [friend.person], chance: introduced }
    : { through: [], chance: cold };
}

/** The chance to get to somebody on our own: the higher their rank, the less. */
function coldChance({ beliefs }: Situation, person: PersonKey): number {
  return COLD / (beliefs.get(person)?.seniority ?? 3);
}

/** The chance of getting to talk to a person on our own account: we have met, or we try. */
export function directChance(situation: Situation, person: PersonKey): number {
  const path = situation.structure.paths.get(person);
  const met = path && path.through.length === 0 ? path.chance : 0;
  return Math.max(met, coldChance(situation, person));
}

/** Those we have met who are not against us, best known first. */
interface Friend {
  person: PersonKey;
  chance: number;
}

/** The same for all rules: found once for each structure. */
const friendsOf = new WeakMap<PowerStructure, readonly Friend[]>();

/** Whom to ask about a person or a thing: those we have met who are not against us, best known first. */
export function friends(
  { beliefs, structure }: Situation,
  except: PersonKey | null = null,
): readonly Friend[] {
  let all = friendsOf.get(structure);
  if (!all) {
    all = structure.met
      .flatMap((person) => {
        const belief = beliefs.get(person);
        const chance = structure.paths.get(person)?.chance ?? 0;
        return belief && !isAgainstUs(belief)
          ? [{ person, chance, stance: belief.stance.estimate }]
          : [];
      })
      .toSorted(
        (a, b) => b.chance - a.chance || b.stance - a.stance || (a.person < b.person ? -1 : 1),
      );
    friendsOf.set(structure, all);
  }
  return except === null ? all : all.filter(({ person }) => person !== except);
}

/**
 * Whom to ask about a person: rather one who reports to them or moves them, or whom they move, then whom we
 * know best.
 */
export function whoKnows(situation: Situation, person: PersonKey): Way {
  const { beliefs } = situation;
  const about = beliefs.get(person);
  const near = new Set([
    about?.reportsTo?.to,
    ...(about?.influences ?? []).map(({ whom }) => whom),
  ]);
  const isNear = ({ person: one }: Friend) => {
    if (near.has(one)) return true;
    const belief = beliefs.get(one);
    return (
      belief?.reportsTo?.to === person ||
      (belief?.influences.some(({ whom }) => whom === person) ?? false)
    );
  };
  const others = friends(situation, person);
  const best = others.find(isNear) ?? others[0];
  return best ? { through: [best.person], chance: best.chance } : { through: [], chance: 0 };
}

/** Who moves a person, is for us, and whom we have met: the one to send. */
export function allyOf(situation: Situation, person: PersonKey): Way | null {
  const { beliefs } = situation;
  const [best] = friends(situation, person)
    .flatMap((friend) => {
      const belief = beliefs.get(friend.person);
      const tie = belief?.influences.find(({ whom }) => whom === person);
      if (!belief || !tie || belief.stance.estimate < FOR_US_FROM) return [];
      return [{ through: [friend.person], chance: friend.chance * tie.probability }];
    })
    .toSorted((a, b) => b.chance - a.chance);
  return best ?? null;
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

/** What to say to a person, by role, orientation and style; null where nothing is known of them. */
export function pitchFor(belief: PersonBelief): Pitch | null {
  const { roles, orientation, style } = belief;
  const likely = PITCHED.filter(
    (role) => roles[role].state !== "unknown" && roles[role].probability >= 0.35,
  );
  const [role = null] = likely.toSorted(
    (a, b) =>
      Number(holds(belief, b)) - Number(holds(belief, a)) ||
      PITCHED.indexOf(a) - PITCHED.indexOf(b),
  );
  const pitch = {
    role,
    orientation: orientation.state === "unknown" ? null : orientation.value,
    style: style.state === "unknown" ? null : style.value,
  };
  return pitch.role || pitch.orientation || pitch.style ? pitch : null;
}

/** What the person themselves told us. */
export function learned(about: RecordKey, says: Statement): OutcomeClaim {
  return { about, says, ...ANSWER };
}

/** What others told us of them. */
export function heard(about: RecordKey, says: Statement): OutcomeClaim {
  return { about, says, ...HEARSAY };
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
export function lastWord(claims: readonly (StatedClaim | undefined)[]): string {
  const own = claims.filter((one) => one?.by === LOCAL_AUTHOR);
  return (
    own
      .map((one) => one?.id ?? "")
      .toSorted()
      .at(-1) ?? ""
  );
}
