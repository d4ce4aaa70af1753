import { ROLES } from "@/lib/domain";
import { isAgainstUs, isMet, realAccess, roleWeight } from "@/lib/structure";
import { LEADS_ON, MOVES, NAMED_FROM } from "../constants";
import { lessens } from "../questions";
import {
  chanceOf,
  happened,
  learned,
  isKeyPlayer,
  NO_GAIN,
  pitchFor,
  present,
  spoke,
  spreadGain,
  supportGain,
  wayTo,
  type Situation,
} from "../situation";
import type { Draft, Rule } from "../rule";
import type { Outcome } from "../step";
import type { PersonBelief } from "@/lib/beliefs";
import type { PersonKey } from "@/lib/structure";

/**
 * A key player whom nobody of us has met: meet them, through whom it is likeliest to work. Opponents are the
 * business of `neutralize`.
 */
export const meet: Rule = (situation) =>
  present(situation)
    .filter(
      ({ belief }) => isKeyPlayer(situation, belief) && !isMet(belief) && !isAgainstUs(belief),
    )
    .map(({ belief, share }): Draft => {
      const person = belief.person.key;
      const { through, chance, colleague } = wayTo(situation, person);
      return {
        key: `meet/${person}/${through.at(-1) ?? ""}`,
        kind: "meet",
        person,
        through,
        facts: { share, ...leading(situation, belief), ...(colleague && { colleague }) },
        gain: {
          ...NO_GAIN,
          support: supportGain(situation, belief, MOVES.pitch * chance),
          covered: share * chance * LEADS_ON,
          spread: spreadGain(situation, chance * lessens(situation, belief, "stance")),
        },
        pitch: pitchFor(belief),
        cost: through.length > 0 ? "favour" : "none",
        outcomes: metOutcomes(person, situation),
      };
    });

/** A key player whom we have met in passing only: real access takes more than one meeting. */
export const deepenAccess: Rule = (situation) =>
  present(situation)
    .filter(
      ({ belief }) =>
        isKeyPlayer(situation, belief) && isMet(belief) && realAccess(belief.access) < 0.5,
    )
    .map(({ belief, share }): Draft => {
      const person = belief.person.key;
      const chance = situation.structure.paths.get(person)?.chance ?? 0;
      return {
        key: `deepen-access/${person}/${belief.access.evidence[0]?.claim?.id ?? ""}`,
        kind: "deepen-access",
        person,
        through: [],
        facts: { share, ...leading(situation, belief) },
        gain: {
          ...NO_GAIN,
          covered: share * Math.sqrt(chance) * LEADS_ON * (1 - realAccess(belief.access)),
        },
        pitch: pitchFor(belief),
        cost: "none",
        outcomes: [
          {
            key: "spoke",
            claims: [
              happened(person, { aspect: "access", level: 2 }),
              spoke(person, situation.now),
            ],
          },
          { key: "nothing", claims: [] },
        ],
      };
    });

/** One relationship carries the deal: add a second, where it covers most. */
export const addThread: Rule = (situation) => {
  if (!situation.structure.gaps.includes("single-threaded")) return [];
  const [only] = situation.structure.met;
  const [best] = present(situation)
    // Key players are met in any case.
    .filter(
      ({ belief }) => !isMet(belief) && !isAgainstUs(belief) && !isKeyPlayer(situation, belief),
    )
    .map(({ belief, share }) => {
      const way = wayTo(situation, belief.person.key);
      return { belief, share, way, worth: share * way.chance };
    })
    .toSorted((a, b) => b.worth - a.worth || (a.belief.person.key < b.belief.person.key ? -1 : 1));
  if (!best || only === undefined) return [];
  const person = best.belief.person.key;
  return [
    {
      key: `add-thread/${person}/${only}`,
      kind: "add-thread",
      person,
      through: best.way.through,
      facts: { share: best.share, ...(best.way.colleague && { colleague: true }) },
      gain: { ...NO_GAIN, covered: best.worth * LEADS_ON },
      pitch: pitchFor(best.belief),
      cost: "none",
      outcomes: metOutcomes(person, situation),
    },
  ];
};

/** The role that makes a person worth meeting: of those that are likely enough to be named, what weighs most. */
function leading(situation: Situation, belief: PersonBelief) {
  const [first] = ROLES.map((role) => ({ role, probability: chanceOf(situation, belief, role) }))
    .filter(
      ({ role, probability }) =>
        belief.roles[role].state !== "unknown" && probability >= NAMED_FROM,
    )
    .map((one) => ({
      ...one,
      weighs: one.probability * roleWeight(one.role, situation.structure.profile),
    }))
    .filter(({ weighs }) => weighs > 0)
    .toSorted((a, b) => b.weighs - a.weighs);
  return first ? { role: first.role, probability: first.probability } : {};
}

function metOutcomes(person: PersonKey, { now }: Situation): Outcome[] {
  const met = (key: Outcome["key"], value: -1 | 0 | 1): Outcome => ({
    key,
    claims: [
      happened(person, { aspect: "access", level: 1 }),
      spoke(person, now),
      learned(person, { aspect: "stance", value }),
    ],
  });
  return [
    met("met-for-us", 1),
    met("met-neutral", 0),
    met("met-against-us", -1),
    { key: "nothing", claims: [] },
  ];
}
