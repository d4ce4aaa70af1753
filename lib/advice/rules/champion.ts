import { ASKS, type Ask } from "@/lib/domain";
import { perBelief, perBeliefAnd, type PersonBelief } from "@/lib/beliefs";
import { isAgainstUs, isForUs, type PersonKey } from "@/lib/structure";
import { CONVINCED_FROM, MOVES, QUIET_AFTER, SURE_BY_ASK } from "../constants";
import { stanceOutcomes } from "../outcomes";
import {
  brokeredBy,
  directChance,
  happened,
  holds,
  NO_GAIN,
  present,
  spoke,
  type Situation,
} from "../situation";
import type { Draft, Rule } from "../rule";
import type { Outcome } from "../step";

const DAY = 24 * 60 * 60 * 1_000;

/** A champion of whom we have heard nothing for a while: thank them, and keep them informed. */
export const protectChampion: Rule = (situation) => {
  const drafts: Draft[] = [];
  for (const { belief, share } of present(situation)) {
    if (!isChampion(belief) || isAgainstUs(belief)) continue;
    const last = lastSign(belief);
    if (last === null || situation.now - last < QUIET_AFTER) continue;
    const person = belief.person.key;
    drafts.push({
      key: `protect-champion/${person}/${last}`,
      kind: "protect-champion",
      person,
      through: [],
      facts: { share, days: Math.floor((situation.now - last) / DAY) },
      // What is kept, not won: without it their support fades.
      gain: {
        ...NO_GAIN,
        support: share * Math.min(MOVES.protect, Math.max(0, belief.stance.estimate)),
      },
      pitch: null,
      cost: "none",
      outcomes: keptOutcomes(belief, situation.now),
    });
  }
  return drafts;
};

/**
 * Somebody is called our champion, or stands for us with influence, and has done nothing yet that costs them
 * something: ask for the next rung of the ladder.
 */
export const proveChampion: Rule = (situation) => {
  const decider = unmetDecider(situation);
  const drafts: Draft[] = [];
  for (const { belief, share } of present(situation)) {
    const called = holds(belief, "champion") || holds(belief, "coach");
    if (!called && !isForUs(belief)) continue;
    const person = belief.person.key;
    // A champion sells to those to whom the way leads through them.
    const brokered = brokeredBy(situation, person);
    if (!called && brokered === 0) continue;
    const rung = nextAsk(belief, decider, situation.now);
    if (!rung) continue;
    const { ask, outcomes, refused } = rung;
    const chance = directChance(situation, person);
    drafts.push({
      // Asked again after a refusal it is another step: the one before is done.
      key: `prove-champion/${person}/${ask}/${refused ?? ""}`,
      kind: "prove-champion",
      person,
      through: [],
      facts: { share, ask, stance: belief.stance.said ?? belief.stance.estimate },
      gain: { ...NO_GAIN, support: (share + brokered) * MOVES.prove * chance },
      pitch: null,
      cost: "favour",
      outcomes,
    });
  }
  return drafts;
};

const keptOutcomes = perBeliefAnd(({ person }, now: number): Outcome[] => {
  const spoken = spoke(person.key, now);
  return [
    ...stanceOutcomes(person.key).map(({ key, claims }) => ({ key, claims: [spoken, ...claims] })),
    { key: "nothing", claims: [] },
  ];
});

function isChampion(belief: PersonBelief): boolean {
  return (
    holds(belief, "champion") ||
    (belief.stance.state === "stated" && belief.stance.estimate >= CONVINCED_FROM)
  );
}

/** The last time that we know of contact, or that they did or said something. */
const lastSign = perBelief(({ contacts, asks, objections, stance, access }): number | null => {
  let last: number | null = null;
  const raised = objections.flatMap(({ raised, word }) => (word ? [raised, word] : [raised]));
  for (const all of [contacts, asks, raised, stance.evidence, access.evidence]) {
    for (const { says, at } of all) {
      const time = says.aspect === "contacted" ? says.on : at;
      if (last === null || time > last) last = time;
    }
  }
  return last;
});

/** The decision maker, as far as they are found and we have not met them. */
function unmetDecider({ structure: { gaps, roles, met } }: Situation): PersonKey | null {
  if (gaps.includes("decision-maker-unknown")) return null;
  const decider = roles.find(({ role }) => role === "decision-maker")?.holders[0]?.person;
  return decider !== undefined && !met.includes(decider) ? decider : null;
}

/**
 * The first rung that was not kept yet; none for a while after a refusal. To the decision maker that we have not met
 * nobody introduces us who is it.
 */
function nextAsk(belief: PersonBelief, decider: PersonKey | null, now: number): Rung | undefined {
  const { refused, left } = askedOf(belief);
  if (refused !== null && now - refused < QUIET_AFTER) return undefined;
  const introduces = decider !== null && decider !== belief.person.key;
  return left.find(({ ask }) => ask !== "introduction" || introduces);
}

/** What may be asked of a person, and what may come of it. */
interface Rung {
  ask: Ask;
  outcomes: Outcome[];
  /** When they last refused what we asked of them (ms since 1970); null: never. */
  refused: number | null;
}

/** When a person last refused, and the rungs above those that they kept. */
const askedOf = perBelief((belief) => {
  const { asks } = belief;
  const refusals = asks.filter(({ says }) => says.aspect === "ask" && !says.kept);
  const highest = Math.max(-1, ...keptAsks(asks).map((ask) => ASKS.indexOf(ask)));
  const refused = refusals.length > 0 ? Math.max(...refusals.map(({ at }) => at)) : null;
  return {
    refused,
    left: ASKS.slice(highest + 1).map((ask): Rung => ({
      ask,
      outcomes: askOutcomes(belief, ask),
      refused,
    })),
  };
});

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
