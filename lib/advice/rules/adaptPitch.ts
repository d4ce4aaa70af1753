import { isAgainstUs, isMet } from "@/lib/structure";
import { CONVINCED_FROM, MOVES, NAMED_FROM } from "../constants";
import {
  chanceOf,
  directChance,
  isKeyPlayer,
  learned,
  NO_GAIN,
  pitchFor,
  present,
  spoke,
  supportGain,
} from "../situation";
import type { Draft, Rule } from "../rule";

/**
 * Somebody whom we have met, of whose role or character enough is known to say what they want to hear: cut the
 * pitch to them. Key players who are not for us yet are the business of `winOver` and `neutralize`.
 */
export const adaptPitch: Rule = (situation) =>
  present(situation).flatMap(({ belief, share }): Draft[] => {
    const person = belief.person.key;
    const pitch = pitchFor(belief);
    const { state, estimate } = belief.stance;
    const elsewhere = isKeyPlayer(situation, belief) && state !== "unknown" && estimate < 0.5;
    if (!isMet(belief) || !pitch?.role || isAgainstUs(belief) || elsewhere) return [];
    if (estimate >= CONVINCED_FROM) return [];
    const chance = Math.sqrt(directChance(situation, person));
    const probability = chanceOf(situation, belief, pitch.role);
    return [
      {
        key: `adapt-pitch/${person}/${pitch.role}/${pitch.orientation}/${pitch.style}`,
        kind: "adapt-pitch",
        person,
        through: [],
        facts: {
          share,
          ...(probability < NAMED_FROM ? {} : { role: pitch.role, probability }),
          ...(state === "unknown" ? {} : { stance: belief.stance.said ?? estimate }),
        },
        gain: { ...NO_GAIN, support: supportGain(situation, belief, MOVES.pitch * chance) },
        pitch,
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
          { key: "nothing", claims: [] },
        ],
      },
    ];
  });
