import { ROLES } from "@/lib/domain";
import type { RoleBelief } from "@/lib/beliefs";
import { roleCoverage, roleWeight, sortedByShare } from "@/lib/structure";
import { askAbout, isToldToUs, worthKnowing } from "../asking";
import { MATTERS_FROM, WEAK_BELOW } from "../constants";
import { lessens } from "../questions";
import { chanceOf, NO_GAIN, present, shareOf, spreadGain } from "../situation";
import type { Rule } from "../rule";

/**
 * A role that matters to the decision rests on a job title, a CRM field or one weak claim only: find out whether its
 * likeliest holder has it.
 */
export const verifyRole: Rule = (situation) => {
  const { profile, shares, roles } = situation.structure;
  const people = present(situation).map(({ belief }) => belief);
  return ROLES.filter((role) => roleWeight(role, profile) >= MATTERS_FROM).flatMap((role) => {
    const { holders, state } = roles.find((one) => one.role === role) ?? roleCoverage(role, people);
    // Of those who are equally likely, who has more of the decision.
    const likeliest = holders.filter(
      ({ belief }) => belief.probability === holders[0]?.belief.probability,
    );
    const [person] = sortedByShare(
      likeliest.map((one) => one.person),
      shares,
    );
    const belief = person && situation.beliefs.get(person);
    if (!belief) return [];
    const { evidence, probability } = belief.roles[role];
    if (!(state === "guessed" || (state === "held" && isWeak(belief.roles[role])))) return [];
    const { through, by, word, works } = askAbout(situation, person, evidence.some(isToldToUs));
    const less = role === "decision-maker" ? lessens(situation, belief, "role", word) : 0;
    const answer = (holds: boolean) => [by(person, { aspect: "role", role, holds })];
    return [
      {
        key: `verify-role/${person}/${role}/${evidence.find(({ claim }) => claim)?.claim?.id ?? "inferred"}`,
        kind: "verify-role" as const,
        person,
        through,
        facts: {
          role,
          probability: chanceOf(situation, belief, role),
          share: shareOf(situation, person),
        },
        gain: { ...NO_GAIN, spread: spreadGain(situation, works * less) },
        besides: works * worthKnowing(situation, role, probability, word),
        pitch: null,
        cost: "ask" as const,
        outcomes: [
          { key: "yes" as const, claims: answer(true) },
          { key: "no" as const, claims: answer(false) },
        ],
      },
    ];
  });
};

function isWeak({ evidence }: RoleBelief): boolean {
  const stated = evidence.filter(({ claim }) => claim !== undefined);
  return stated.length === 1 && (stated[0]?.weight ?? 0) < WEAK_BELOW;
}
