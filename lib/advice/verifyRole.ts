import { throughWhom } from "./through";
import type { Rule } from "./index";

/** A role rests on a job title, a CRM field or contradicting claims only: find out. */
export const verifyRole: Rule = (situation) =>
  situation.structure.coverage.flatMap(({ role, holders, state }) => {
    const [first] = holders;
    if ((state !== "guessed" && state !== "contested") || !first) return [];
    return [
      {
        key: `verify-role/${first.person}/${role}/${state}`,
        kind: "verify-role" as const,
        person: first.person,
        through: throughWhom(situation, first.person),
        role,
        probability: first.belief.probability,
        urgency: (state === "contested" ? 1.5 : 0.5) + first.belief.probability,
      },
    ];
  });
