import type { Rule } from "./index";
import { throughWhom } from "./through";

/** Nobody is stated to be the decision maker: ask the one we know best who has the final say. */
export const findDecisionMaker: Rule = (situation) => {
  const { structure, beliefs } = situation;
  if (beliefs.size === 0 || !structure.gaps.includes("decision-maker-unknown")) return [];
  const through = throughWhom(situation, null);
  return [
    {
      key: `find-decision-maker/${through ?? ""}`,
      kind: "find-decision-maker",
      person: null,
      through,
      role: "decision-maker",
      probability: structure.undiscovered,
      urgency: 2 + structure.undiscovered,
    },
  ];
};
