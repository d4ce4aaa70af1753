import { isAgainstUs, isForUs, isMet } from "@/lib/structure";
import { MOVES } from "../constants";
import {
  allyOf,
  directChance,
  lastWord,
  NO_GAIN,
  pitchFor,
  present,
  supportGain,
  wayTo,
} from "../situation";
import { stanceOutcomes } from "../outcomes";
import type { Draft, Rule } from "../rule";
import type { Facts } from "../step";
import { perBelief } from "@/lib/beliefs";

/** A key player whom we have met and who is not for us yet: win them over. */
export const winOver: Rule = (situation) =>
  present(situation)
    .filter(
      ({ belief, keyPlayer }) =>
        keyPlayer &&
        isMet(belief) &&
        belief.stance.state === "stated" &&
        !isForUs(belief) &&
        !isAgainstUs(belief),
    )
    .map(({ belief, share }): Draft => {
      const person = belief.person.key;
      const chance = Math.sqrt(directChance(situation, person));
      return {
        key: `win-over/${person}/${wordOnStance(belief)}`,
        kind: "win-over",
        person,
        through: [],
        facts: { share, stance: belief.stance.said ?? belief.stance.estimate },
        gain: { ...NO_GAIN, support: supportGain(situation, belief, MOVES.winOver * chance) },
        pitch: pitchFor(belief),
        cost: "none",
        outcomes: outcomesOf(belief),
      };
    });

/** A key player who is against us: have an ally speak to them, or take away what they hold against us. */
export const neutralize: Rule = (situation) =>
  situation.structure.opponents.flatMap((person): Draft[] => {
    const belief = situation.beliefs.get(person);
    if (!belief) return [];
    const share = situation.structure.shares.get(person) ?? 0;
    const ally = allyOf(situation, person);
    const { through, chance, colleague } = ally ?? wayTo(situation, person);
    const best = Math.max(chance, directChance(situation, person));
    const moved = belief.influences.filter(({ whom }) => situation.structure.shares.has(whom));
    const stance = belief.stance.said ?? belief.stance.estimate;
    const facts: Facts = { share, stance, count: moved.length };
    if (colleague) facts.colleague = true;
    return [
      {
        key: `neutralize/${person}/${through[0] ?? ""}/${wordOnStance(belief)}`,
        kind: "neutralize",
        person,
        through,
        facts,
        gain: {
          ...NO_GAIN,
          support: supportGain(situation, belief, MOVES.neutralize * best),
        },
        pitch: pitchFor(belief),
        cost: "conflict",
        outcomes: outcomesOf(belief),
      },
    ];
  });

const outcomesOf = perBelief(({ person }) => stanceOutcomes(person.key));

const wordOnStance = perBelief(({ stance }) => lastWord(stance.evidence));
