import type { PersonBelief } from "@/lib/beliefs";
import {
  isAgainstUs,
  isMet,
  leadOf,
  rankFactor,
  type Beliefs,
  type PersonKey,
  type PowerStructure,
} from "@/lib/structure";

/** Somebody who has not left, with their share. */
export interface Present {
  belief: PersonBelief;
  share: number;
  /** Whether they have a say that shows. */
  keyPlayer: boolean;
}

/** Somebody we have met who is not against us. */
export interface Friend {
  person: PersonKey;
  belief: PersonBelief;
  chance: number;
}

/** What rules look up in a structure again and again. */
interface Lookups {
  beliefs: Beliefs;
  present: readonly Present[];
  /** By their places among the introductions. */
  friends: readonly (Friend | undefined)[];
  /** The two whom we know best. */
  bestFriends: readonly Friend[];
  /** The share of the decision to which the way leads through each broker. */
  brokered: ReadonlyMap<PersonKey, number>;
  /** Σ odds, and Σ rank · odds, of all who may be the decision maker. */
  leads: { odds: number; ranked: number };
}

/** The same for all rules: made once for each structure, and gone with it. */
const lookupsOf = new WeakMap<PowerStructure, Lookups>();

export function lookups({
  beliefs,
  structure,
}: {
  beliefs: Beliefs;
  structure: PowerStructure;
}): Lookups {
  const had = lookupsOf.get(structure);
  if (had?.beliefs === beliefs) return had;
  const made = makeLookups(beliefs, structure);
  lookupsOf.set(structure, made);
  return made;
}

function makeLookups(beliefs: Beliefs, structure: PowerStructure): Lookups {
  const keyPlayers = new Set(structure.keyPlayers);
  const present: Present[] = [];
  const leads = { odds: 0, ranked: 0 };
  structure.shares.forEach((share, key) => {
    const belief = beliefs.get(key);
    if (!belief) return;
    present.push({ belief, share, keyPlayer: keyPlayers.has(key) });
    const odds = leadOf(belief);
    if (odds === 0) return;
    leads.odds += odds;
    leads.ranked += rankFactor(belief) * odds;
  });
  let bestFriends: readonly Friend[] = [];
  const friends = structure.introductions.people.map((belief): Friend | undefined => {
    if (!isMet(belief) || isAgainstUs(belief)) return undefined;
    const person = belief.person.key;
    const friend = { person, belief, chance: structure.paths.get(person)?.chance ?? 0 };
    const last = bestFriends[1];
    // Most are not among the two.
    if (!last || bestKnownFirst(friend, last) < 0) {
      bestFriends = [...bestFriends, friend].toSorted(bestKnownFirst).slice(0, 2);
    }
    return friend;
  });
  return {
    beliefs,
    present,
    friends,
    bestFriends,
    brokered: new Map(structure.brokers.map(({ person, share }) => [person, share])),
    leads,
  };
}

export function bestKnownFirst(a: Friend, b: Friend): number {
  return (
    b.chance - a.chance ||
    b.belief.stance.estimate - a.belief.stance.estimate ||
    (a.person < b.person ? -1 : 1)
  );
}
