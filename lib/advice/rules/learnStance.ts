import { STANCES_AT_ONCE } from "../constants";
import { HEARSAY_WORD, lessens, nextQuestions, OWN_WORD } from "../questions";
import {
  directChance,
  heard,
  learned,
  NO_GAIN,
  present,
  shareOf,
  spreadGain,
  whoKnows,
  type Situation,
} from "../situation";
import { stanceOutcomes } from "../outcomes";
import type { Beliefs } from "@/lib/structure";
import type { Rule } from "../rule";

/**
 * What we do not know of a stance moves the prediction most here: ask the person, or whoever knows them where we
 * have not met. Hearsay tells less, and only who knows somebody there can ask.
 */
export const learnStance: Rule = (situation) =>
  nextQuestions(ofUnknownStance(situation), situation.structure, ["stance"])
    .slice(0, STANCES_AT_ONCE)
    .flatMap(({ person }) => {
      const met = situation.structure.met.includes(person);
      const informant = whoKnows(situation, person);
      if (!met && informant.through.length === 0) return [];
      const belief = situation.beliefs.get(person);
      if (!belief) return [];
      const chance = met ? directChance(situation, person) : informant.chance;
      const less = lessens(situation, belief, "stance", met ? OWN_WORD : HEARSAY_WORD);
      return [
        {
          // That we can ask them ourselves now, or somebody else who knows them, is another reason.
          key: `learn-stance/${person}/${met ? "" : informant.through.at(-1)}`,
          kind: "learn-stance" as const,
          person,
          through: met ? [] : informant.through,
          facts: { share: shareOf(situation, person) },
          gain: {
            ...NO_GAIN,
            spread: spreadGain(situation, Math.sqrt(chance) * less),
          },
          pitch: null,
          cost: "none" as const,
          outcomes: stanceOutcomes(person, { by: met ? learned : heard }),
        },
      ];
    });

function ofUnknownStance(situation: Situation): Beliefs {
  const unknown = present(situation).filter(({ belief }) => belief.stance.evidence.length === 0);
  return new Map(unknown.map(({ belief }) => [belief.person.key, belief]));
}
