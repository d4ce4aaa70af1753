import { ASKS, type Ask } from "@/lib/domain";
import type { PersonBelief } from "@/lib/beliefs";
import { isForUs } from "@/lib/structure";
import { MOVES, QUIET_AFTER } from "../constants";
import { directChance, happened, holds, learned, NO_GAIN, present, spoke } from "../situation";
import type { Draft, Rule } from "../rule";
import type { Outcome } from "../step";

const DAY = 24 * 60 * 60 * 1_000;

/** How sure a kept ask makes us of a champion: the dearer it was to them, the surer. */
const SURE_BY_ASK = {
  criteria: "guess",
  forward: "likely",
  introduction: "certain",
  case: "certain",
} as const satisfies Record<Ask, string>;

/** A champion of whom we have heard nothing for a while: thank them, and keep them informed. */
export const protectChampion: Rule = (situation) =>
  present(situation).flatMap(({ belief, share }): Draft[] => {
    const person = belief.person.key;
    if (!isChampion(belief)) return [];
    const last = lastSign(belief);
    const quiet = last === null ? null : situation.now - last;
    if (quiet === null || quiet < QUIET_AFTER) return [];
    return [
      {
        key: `protect-champion/${person}/${last}`,
        kind: "protect-champion",
        person,
        through: [],
        facts: { share, days: Math.floor(quiet / DAY) },
        // What is kept, not won: without it their support fades.
        gain: { ...NO_GAIN, support: share * Math.min(MOVES.protect, belief.stance.estimate) },
        pitch: null,
        cost: "none",
        outcomes: [
          {
            key: "for-us",
            claims: [spoke(person, situation.now), learned(person, { aspect: "stance", value: 2 })],
          },
          {
            key: "neutral",
            claims: [spoke(person, situation.now), learned(person, { aspect: "stance", value: 0 })],
          },
          { key: "nothing", claims: [] },
        ],
      },
    ];
  });

/**
 * Somebody is called our champion, or stands for us with influence, and has done nothing yet that costs them
 * something: ask for the next rung of the ladder.
 */
export const proveChampion: Rule = (situation) =>
  present(situation).flatMap(({ belief, share }): Draft[] => {
    const person = belief.person.key;
    const called = holds(belief, "champion") || holds(belief, "coach");
    const broker = situation.structure.brokers.some((one) => one.person === person);
    if (!called && !(isForUs(belief) && broker)) return [];
    const ask = nextAsk(belief, situation.structure.gaps.includes("decision-maker-unknown"));
    if (ask === null) return [];
    // A champion sells to those to whom the way leads through them.
    const brokered = situation.structure.brokers.find((one) => one.person === person)?.share ?? 0;
    const chance = directChance(situation, person);
    return [
      {
        key: `prove-champion/${person}/${ask}`,
        kind: "prove-champion",
        person,
        through: [],
        facts: { share, ask, stance: belief.stance.estimate },
        gain: { ...NO_GAIN, support: (share + brokered) * MOVES.prove * chance },
        pitch: null,
        cost: "favour",
        outcomes: askOutcomes(belief, ask),
      },
    ];
  });

function isChampion(belief: PersonBelief): boolean {
  return (
    holds(belief, "champion") ||
    (belief.stance.state === "stated" && belief.stance.estimate >= 1.25)
  );
}

/** The last time that we know of contact, or that they did or said something. */
function lastSign({ contacts, asks, stance, access }: PersonBelief): number | null {
  const times = [
    ...contacts.map(({ says, at }) => (says.aspect === "contacted" ? says.on : at)),
    ...[...asks, ...stance.evidence, ...access.evidence].map(({ at }) => at),
  ];
  return times.length > 0 ? Math.max(...times) : null;
}

/** The first rung that was not kept yet. Nobody introduces us to a decision maker who is not found. */
function nextAsk({ asks }: PersonBelief, nobodyDecides: boolean): Ask | null {
  const highest = Math.max(-1, ...keptAsks(asks).map((ask) => ASKS.indexOf(ask)));
  return ASKS.slice(highest + 1).find((ask) => !(ask === "introduction" && nobodyDecides)) ?? null;
}

/**
 * What it says of a person that they did what we asked of them, or did not. What they did before is not
 * forgotten: the dearest thing that they ever did says how sure we are. A refusal speaks against them by
 * another method, so that it does not take the place of an act.
 */
export function askOutcomes({ person: { key }, asks }: PersonBelief, ask: Ask): Outcome[] {
  const done = [ask, ...keptAsks(asks)];
  const dearest = ASKS.findLast((one) => done.includes(one)) ?? ask;
  const champion = (holds: boolean) => ({ aspect: "role", role: "champion", holds }) as const;
  return [
    {
      key: "did-it",
      claims: [
        happened(key, { aspect: "ask", ask, kept: true }),
        { about: key, says: champion(true), how: "act", sure: SURE_BY_ASK[dearest] },
      ],
    },
    {
      key: "did-not",
      claims: [
        happened(key, { aspect: "ask", ask, kept: false }),
        { about: key, says: champion(false), how: "observation", sure: "guess" },
      ],
    },
  ];
}

function keptAsks(asks: PersonBelief["asks"]): Ask[] {
  return asks.flatMap(({ says }) => (says.aspect === "ask" && says.kept ? [says.ask] : []));
}
