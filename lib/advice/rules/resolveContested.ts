import { ROLES, type Statement } from "@/lib/domain";
import { ROLE_WEIGHT } from "@/lib/structure";
import type { Evidence } from "@/lib/beliefs";
import { KNOWING_A_ROLE } from "../constants";
import { knowingRole, lessens } from "../questions";
import { learned, NO_GAIN, present, spreadGain, whoKnows } from "../situation";
import { stanceOutcomes } from "../outcomes";
import type { Rule } from "../rule";
import type { Outcome } from "../step";

/** Roles that have a say of their own in the decision. */
const CONTESTABLE = ROLES.filter((role) => ROLE_WEIGHT[role] > 0);

/** Strong claims contradict each other: ask who can tell, instead of averaging them away. */
export const resolveContested: Rule = (situation) =>
  present(situation).flatMap(({ belief, share }) => {
    const person = belief.person.key;
    const make = (
      what: string,
      evidence: readonly Evidence[],
      facts: object,
      less: number,
      besides: number,
      outcomes: readonly Outcome[],
    ) => ({
      // Another claim on either side is another reason.
      key: `resolve-contested/${person}/${what}/${ids(evidence)}`,
      kind: "resolve-contested" as const,
      person,
      through: whoKnows(situation, person).through,
      facts: { share, ...facts },
      gain: { ...NO_GAIN, spread: spreadGain(situation, less) },
      besides,
      pitch: null,
      cost: "ask" as const,
      outcomes,
    });
    const answer = (says: Statement) => [learned(person, says)];
    const steps = CONTESTABLE.filter((role) => belief.roles[role].state === "contested").map(
      (role) => {
        const { evidence, probability } = belief.roles[role];
        const less = role === "decision-maker" ? lessens(situation, belief, "role") : 0;
        return make(
          role,
          evidence,
          { aspect: "role", role, probability },
          less,
          knowingRole(role, 0.5),
          [
            { key: "yes", claims: answer({ aspect: "role", role, holds: true }) },
            { key: "no", claims: answer({ aspect: "role", role, holds: false }) },
          ],
        );
      },
    );
    if (belief.stance.state === "contested") {
      steps.push(
        make(
          "stance",
          belief.stance.evidence,
          { aspect: "stance" },
          lessens(situation, belief, "stance"),
          share * KNOWING_A_ROLE,
          stanceOutcomes(person),
        ),
      );
    }
    return steps;
  });

function ids(evidence: readonly Evidence[]): string {
  return evidence
    .flatMap(({ claim }) => claim?.id ?? [])
    .toSorted()
    .join("+");
}
