import { byShare } from "@/lib/structure";
import { TELLS } from "../constants";
import { friends, learned, NO_GAIN, spreadGain } from "../situation";
import type { Rule } from "../rule";

/** Nobody is stated to be the decision maker: ask the one who is likeliest to tell who has the final say. */
export const findDecisionMaker: Rule = (situation) => {
  const { structure, beliefs } = situation;
  if (!structure.gaps.includes("decision-maker-unknown")) return [];
  const [informant] = friends(situation);
  const works = TELLS * (informant?.chance ?? 0.25);
  const candidates = [...structure.shares.keys()].toSorted(byShare(structure.shares));
  return [
    {
      // Whoever else may be asked is a new reason.
      key: `find-decision-maker/${informant?.person ?? ""}`,
      kind: "find-decision-maker",
      person: null,
      through: informant ? [informant.person] : [],
      facts: { probability: structure.undiscovered, count: beliefs.size },
      gain: {
        ...NO_GAIN,
        notFound: -works * structure.ghost,
        spread: spreadGain(situation, works * structure.uncertainty.notFound),
      },
      pitch: null,
      cost: "ask",
      outcomes: [
        ...candidates.map((person) => ({
          key: "is" as const,
          person,
          claims: [learned(person, { aspect: "role", role: "decision-maker", holds: true })],
        })),
        { key: "nothing" as const, claims: [] },
      ],
    },
  ];
};
