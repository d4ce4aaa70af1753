import type { RoleBelief } from "@/lib/beliefs";
import { WEAK_BELOW } from "../constants";
import { knowingRole, lessens } from "../questions";
import { learned, NO_GAIN, shareOf, spreadGain, whoKnows } from "../situation";
import type { Rule } from "../rule";

/** A role rests on a job title, a CRM field or one weak claim only: find out whether it is so. */
export const verifyRole: Rule = (situation) =>
  situation.structure.roles.flatMap(({ role, holders, state }) => {
    const [first] = holders;
    if (!first || !(state === "guessed" || (state === "held" && isWeak(first.belief)))) return [];
    const { person, belief } = first;
    const { through } = whoKnows(situation, person);
    const whole = situation.beliefs.get(person);
    const less = role === "decision-maker" && whole ? lessens(situation, whole, "role") : 0;
    const answer = (holds: boolean) => [learned(person, { aspect: "role", role, holds })];
    return [
      {
        key: `verify-role/${person}/${role}/${belief.evidence.find(({ claim }) => claim)?.claim?.id ?? "inferred"}`,
        kind: "verify-role" as const,
        person,
        through,
        facts: { role, probability: belief.probability, share: shareOf(situation, person) },
        gain: { ...NO_GAIN, spread: spreadGain(situation, less) },
        besides: knowingRole(role, belief.probability),
        pitch: null,
        cost: "ask" as const,
        outcomes: [
          { key: "yes" as const, claims: answer(true) },
          { key: "no" as const, claims: answer(false) },
        ],
      },
    ];
  });

function isWeak({ evidence }: RoleBelief): boolean {
  const stated = evidence.filter(({ claim }) => claim !== undefined);
  return stated.length === 1 && (stated[0]?.weight ?? 0) < WEAK_BELOW;
}
