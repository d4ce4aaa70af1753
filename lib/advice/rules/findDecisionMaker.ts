import { leadOf, sortedByShare } from "@/lib/structure";
import { ALONE, TELLS } from "../constants";
import { bestFriend, learned, NO_GAIN, spreadGain } from "../situation";
import type { Rule } from "../rule";

/** Nobody is stated to be the decision maker: ask the one who is likeliest to tell who has the final say. */
export const findDecisionMaker: Rule = (situation) => {
  const { structure, beliefs } = situation;
  if (!structure.gaps.includes("decision-maker-unknown")) return [];
  const informant = bestFriend(situation);
  const works = TELLS * (informant?.chance ?? ALONE);
  const leads = [...structure.shares.keys()]
    .filter((key) => leadOf(beliefs.get(key)!) > 0)
    .toSorted();
  const candidates = sortedByShare([...structure.shares.keys()], structure.shares);
  return [
    {
      // Other leads are another reason; whom to ask about them is not.
      key: `find-decision-maker/${leads.join("+")}`,
      kind: "find-decision-maker",
      person: null,
      through: informant ? [informant.person] : [],
      facts: {
        probability: structure.ghost,
        count: structure.shares.size,
        ...(structure.undiscovered === 1 ? { noLead: true as const } : {}),
      },
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
