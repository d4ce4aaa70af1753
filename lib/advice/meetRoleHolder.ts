import type { Rule } from "./index";
import { throughWhom } from "./through";

/** Somebody who holds a role has never been met: meet them, through someone we know. */
export const meetRoleHolder: Rule = (situation) => {
  const { structure } = situation;
  const met = new Set(structure.met);
  const seen = new Set<string>();
  return structure.coverage.flatMap(({ role, holders, state }) => {
    const [first] = holders;
    if (state !== "held" || !first || met.has(first.person) || seen.has(first.person)) return [];
    seen.add(first.person);
    const through = throughWhom(situation, first.person);
    return [
      {
        key: `meet-role-holder/${first.person}/${role}`,
        kind: "meet-role-holder" as const,
        person: first.person,
        through,
        role,
        probability: first.belief.probability,
        urgency: (role === "decision-maker" ? 2 : 1) + first.belief.probability,
      },
    ];
  });
};
