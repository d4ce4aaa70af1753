import { ROLES } from "@/lib/domain";
import { isAgainstUs, isMet, REACHED_FROM, realAccess, roleWeight } from "@/lib/structure";
import { LEADS_ON, MOVES } from "../constants";
import { greaterFirst } from "../greaterFirst";
import { lessens } from "../questions";
import {
  chanceOf,
  happened,
  learned,
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
import type { Facts, Outcome } from "../step";
import { NAMED_FROM, perBelief, perBeliefAnd, type PersonBelief } from "@/lib/beliefs";

/**
 * A key player whom nobody of us has met: meet them, through whom it is likeliest to work. Opponents are the
 * business of `neutralize`.
 */
export const meet: Rule = (situation) =>
  present(situation)
    .filter(({ belief, keyPlayer }) => keyPlayer && !isMet(belief) && !isAgainstUs(belief))
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
        outcomes: metOutcomes(belief, situation.now),
      };
    });

/** A key player whom we have met in passing only: real access takes more than one meeting. */
export const deepenAccess: Rule = (situation) =>
  present(situation)
    .filter(
      ({ belief, keyPlayer }) =>
        keyPlayer && isMet(belief) && realAccess(belief.access) < REACHED_FROM,
    )
    .map(({ belief, share }): Draft => {
      const person = belief.person.key;
      const chance = situation.structure.paths.get(person)?.chance ?? 0;
      return {
        key: deepenKey(belief),
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
        outcomes: deepenedOutcomes(belief, situation.now),
      };
    });

/** One relationship carries the deal: add a second, where it covers most. */
export const addThread: Rule = (situation) => {
  if (!situation.structure.gaps.includes("single-threaded")) return [];
  const [only] = situation.structure.met;
  const [best] = present(situation)
    // Key players are met in any case.
    .filter(({ belief, keyPlayer }) => !isMet(belief) && !isAgainstUs(belief) && !keyPlayer)
    .map(({ belief, share }) => {
      const way = wayTo(situation, belief.person.key);
      return { belief, share, way, worth: share * way.chance };
    })
    .toSorted(
      (a, b) =>
        greaterFirst(a.worth, b.worth) || (a.belief.person.key < b.belief.person.key ? -1 : 1),
    );
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
      outcomes: metOutcomes(best.belief, situation.now),
    },
  ];
};

/** The role that makes a person worth meeting: of those that are likely enough to be named, what weighs most. */
function leading(situation: Situation, belief: PersonBelief) {
  let first: Pick<Facts, "role" | "probability"> = {};
  let most = 0;
  for (const role of knownRoles(belief)) {
    const probability = chanceOf(situation, belief, role);
    const weighs = probability * roleWeight(role, situation.structure.profile);
    if (probability < NAMED_FROM || weighs <= most) continue;
    first = { role, probability };
    most = weighs;
  }
  return first;
}

/** The roles of which anything is known. */
const knownRoles = perBelief(({ roles }) =>
  ROLES.filter((role) => roles[role].state !== "unknown"),
);

/** Another word on our access is another reason. */
const deepenKey = perBelief(
  ({ person, access: { evidence } }) =>
    `deepen-access/${person.key}/${evidence[0]?.claim?.id ?? ""}`,
);

const deepenedOutcomes = perBeliefAnd(({ person: { key } }, now: number): Outcome[] => [
  { key: "spoke", claims: [happened(key, { aspect: "access", level: 2 }), spoke(key, now)] },
  { key: "nothing", claims: [] },
]);

const metOutcomes = perBeliefAnd(({ person: { key: person } }, now: number): Outcome[] => {
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
});
