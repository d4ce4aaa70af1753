import { ASKS, type Ask } from "@/lib/domain";
import type { PersonBelief } from "@/lib/beliefs";
import { isAgainstUs, isForUs } from "@/lib/structure";
import { CONVINCED_FROM, MOVES, QUIET_AFTER, SURE_BY_ASK } from "../constants";
import {
  directChance,
  happened,
  holds,
  learned,
  NO_GAIN,
  present,
  spoke,
  type Situation,
} from "../situation";
import type { Draft, Rule } from "../rule";
import type { Outcome } from "../step";

const DAY = 24 * 60 * 60 * 1_000;

/** A champion of whom we have heard nothing for a while: thank them, and keep them informed. */
export const protectChampion: Rule = (situation) =>
  present(situation).flatMap(({ belief, share }): Draft[] => {
    const person = belief.person.key;
    if (!isChampion(belief) || isAgainstUs(belief)) return [];
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
        gain: {
          ...NO_GAIN,
          support: share * Math.min(MOVES.protect, Math.max(0, belief.stance.estimate)),
        },
        pitch: null,
        cost: "none",
        outcomes: [
          {
            key: "for-us",
            claims: [spoke(person, situation.now), learned(person, { aspect: "stance", value: 1 })],
          },
          {
            key: "neutral",
            claims: [spoke(person, situation.now), learned(person, { aspect: "stance", value: 0 })],
          },
          {
            key: "against-us",
            claims: [
              spoke(person, situation.now),
              learned(person, { aspect: "stance", value: -1 }),
            ],
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
    if (!called && !isForUs(belief)) return [];
    const broker = situation.structure.brokers.find((one) => one.person === person);
    if (!called && !broker) return [];
    const ask = nextAsk(belief, situation);
    if (ask === null) return [];
    // A champion sells to those to whom the way leads through them.
    const brokered = broker?.share ?? 0;
    const chance = directChance(situation, person);
    return [
      {
        key: `prove-champion/${person}/${ask}`,
        kind: "prove-champion",
        person,
        through: [],
        facts: { share, ask, stance: belief.stance.said ?? belief.stance.estimate },
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
    (belief.stance.state === "stated" && belief.stance.estimate >= CONVINCED_FROM)
  );
}

/** The last time that we know of contact, or that they did or said something. */
function lastSign({ contacts, asks, objections, stance, access }: PersonBelief): number | null {
  let last: number | null = null;
  const raised = objections.flatMap(({ raised, word }) => (word ? [raised, word] : [raised]));
  for (const all of [contacts, asks, raised, stance.evidence, access.evidence]) {
    for (const { says, at } of all) {
      const time = says.aspect === "contacted" ? says.on : at;
      if (last === null || time > last) last = time;
    }
  }
  return last;
}

/**
 * The first rung that was not kept yet; none for a while after a refusal. Nobody introduces us to a decision maker
 * who is not found, to one whom we have met, or to themselves.
 */
function nextAsk({ person, asks }: PersonBelief, situation: Situation): Ask | null {
  const refused = asks.some(
    ({ says, at }) => says.aspect === "ask" && !says.kept && situation.now - at < QUIET_AFTER,
  );
  if (refused) return null;
  const { gaps, roles, met } = situation.structure;
  const decider = roles.find(({ role }) => role === "decision-maker")?.holders[0]?.person;
  const introduces =
    !gaps.includes("decision-maker-unknown") &&
    decider !== undefined &&
    decider !== person.key &&
    !met.includes(decider);
  const highest = Math.max(-1, ...keptAsks(asks).map((ask) => ASKS.indexOf(ask)));
  return ASKS.slice(highest + 1).find((ask) => ask !== "introduction" || introduces) ?? null;
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
