import { leadOf, sortedByShare } from "@/lib/structure";
import { ALONE, TELLS } from "../constants";
import { isToldToUs } from "../asking";
import { namedDecider } from "../outcomes";
import { bestFriend, NO_GAIN, spreadGain } from "../situation";
import { NAMED_FROM, type PersonBelief } from "@/lib/beliefs";
import type { Rule } from "../rule";

/**
 * Nobody is stated to be the decision maker: ask the one who is likeliest to tell who has the final say. Whether it is
 * somebody who was named to us, as far as that is believed, is the business of `verifyRole`.
 */
export const findDecisionMaker: Rule = (situation) => {
  const { structure, beliefs } = situation;
  // Where nobody is known there is no gap among them, and all is still to be found.
  if (beliefs.size > 0 && !structure.gaps.includes("decision-maker-unknown")) return [];
  const informant = bestFriend(situation);
  const asked = informant ? [informant.person] : [];
  const works = TELLS * (informant?.chance ?? ALONE);
  const leads = [...structure.shares.keys()]
    .filter((key) => leadOf(beliefs.get(key)!) > 0)
    .toSorted();
  if (leads.some((key) => isNamedToUs(beliefs.get(key)!))) return [];
  const candidates = sortedByShare([...structure.shares.keys()], structure.shares);
  return [
    {
      // Other leads are another reason; whom to ask about them is not.
      key: `find-decision-maker/${leads.join("+")}`,
      kind: "find-decision-maker",
      person: null,
      through: asked,
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
        ...candidates.map((person) => namedDecider(person, asked)),
        { key: "nothing" as const, claims: [] },
      ],
    },
  ];
};

function isNamedToUs({ roles }: PersonBelief): boolean {
  const { state, probability, evidence } = roles["decision-maker"];
  return (
    state === "stated" &&
    probability >= NAMED_FROM &&
    evidence.some((one) => isToldToUs(one) && one.says.aspect === "role" && one.says.holds)
  );
}
