import { NAMED_FROM, perBeliefAnd } from "@/lib/beliefs";
import { FOR_US_FROM, isAgainstUs, isMet } from "@/lib/structure";
import { CONVINCED_FROM, MOVES } from "../constants";
import {
  chanceOf,
  directChance,
  learned,
  NO_GAIN,
  pitchFor,
  present,
  spoke,
  supportGain,
} from "../situation";
import type { Draft, Rule } from "../rule";
import type { Facts, Outcome } from "../step";

/**
 * Somebody whom we have met, of whom it is known what role they hold or where they come from, and so what they
 * want to hear: cut the pitch to them. Key players who are not for us yet are the business of `winOver` and `neutralize`.
 */
export const adaptPitch: Rule = (situation) => {
  const drafts: Draft[] = [];
  for (const { belief, share, keyPlayer } of present(situation)) {
    const { state, estimate } = belief.stance;
    if (!isMet(belief) || isAgainstUs(belief) || estimate >= CONVINCED_FROM) continue;
    if (keyPlayer && state !== "unknown" && estimate < FOR_US_FROM) continue;
    const pitch = pitchFor(belief);
    // What a title alone suggests that they look at is no reason for a step.
    if (!pitch?.role && !pitch?.background) continue;
    const person = belief.person.key;
    const chance = Math.sqrt(directChance(situation, person));
    const facts: Facts = { share };
    const probability = pitch.role ? chanceOf(situation, belief, pitch.role) : 0;
    if (pitch.role && probability >= NAMED_FROM) {
      facts.role = pitch.role;
      facts.probability = probability;
    }
    if (pitch.background) facts.background = pitch.background;
    if (state !== "unknown") facts.stance = belief.stance.said ?? estimate;
    drafts.push({
      key: `adapt-pitch/${person}/${pitch.role}/${pitch.orientation}/${pitch.style}`,
      kind: "adapt-pitch",
      person,
      through: [],
      facts,
      gain: { ...NO_GAIN, support: supportGain(situation, belief, MOVES.pitch * chance) },
      pitch,
      cost: "none",
      outcomes: outcomesOf(belief, situation.now),
    });
  }
  return drafts;
};

const outcomesOf = perBeliefAnd(({ person: { key: person } }, now: number): Outcome[] => {
  const spoken = spoke(person, now);
  return [
    { key: "for-us", claims: [spoken, learned(person, { aspect: "stance", value: 1 })] },
    { key: "neutral", claims: [spoken, learned(person, { aspect: "stance", value: 0 })] },
    { key: "nothing", claims: [] },
  ];
});
