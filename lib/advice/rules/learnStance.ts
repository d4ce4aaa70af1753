import { STANCES_AT_ONCE } from "../constants";
import { HEARSAY_WORD, nextQuestions, OWN_WORD, stanceKept } from "../questions";
import { directChance, heard, learned, NO_GAIN, shareOf, spreadGain, whoKnows } from "../situation";
import type { Rule } from "../rule";

/**
 * What we do not know of a stance moves the prediction most here: ask the person, or whoever knows them where we
 * have not met. Hearsay tells less, and only who knows somebody there can ask.
 */
export const learnStance: Rule = (situation) =>
  nextQuestions(situation.beliefs, situation.structure, ["stance"])
    .filter(({ person }) => situation.beliefs.get(person)?.stance.evidence.length === 0)
    .slice(0, STANCES_AT_ONCE)
    .flatMap(({ person }) => {
      const met = situation.structure.met.includes(person);
      const informant = whoKnows(situation, person);
      if (!met && informant.through.length === 0) return [];
      const variance = situation.beliefs.get(person)?.stance.variance ?? 0;
      const part = situation.structure.uncertainty.people.get(person)?.stance ?? 0;
      const chance = met ? directChance(situation, person) : informant.chance;
      const kept = stanceKept(variance, met ? OWN_WORD : HEARSAY_WORD);
      const says = met ? learned : heard;
      const answer = (value: -1 | 0 | 1) => [says(person, { aspect: "stance", value })];
      return [
        {
          key: `learn-stance/${person}`,
          kind: "learn-stance" as const,
          person,
          through: met ? [] : informant.through,
          facts: { share: shareOf(situation, person) },
          gain: {
            ...NO_GAIN,
            spread: spreadGain(situation, Math.sqrt(chance) * part * (1 - kept)),
          },
          pitch: null,
          cost: "none" as const,
          outcomes: [
            { key: "for-us" as const, claims: answer(1) },
            { key: "neutral" as const, claims: answer(0) },
            { key: "against-us" as const, claims: answer(-1) },
          ],
        },
      ];
    });
