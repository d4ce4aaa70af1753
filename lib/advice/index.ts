/** The power structure turned into next steps (pure). One rule, one module. */
import type { PersonBelief } from "@/lib/beliefs";
import type { RecordKey } from "@/lib/domain";
import type { PowerStructure } from "@/lib/structure";
import { findDecisionMaker } from "./findDecisionMaker";
import { meetRoleHolder } from "./meetRoleHolder";
import { verifyRole } from "./verifyRole";
import type { Step } from "./step";

export type { Step, StepKind } from "./step";

/** What a rule looks at. */
export interface Situation {
  beliefs: ReadonlyMap<RecordKey<"contact">, PersonBelief>;
  structure: PowerStructure;
}

/** Finds the steps that one kind of gap calls for. */
export type Rule = (situation: Situation) => Step[];

const rules: readonly Rule[] = [findDecisionMaker, meetRoleHolder, verifyRole];

/** The next steps, most urgent first. */
export function nextSteps(situation: Situation): Step[] {
  return rules.flatMap((rule) => rule(situation)).toSorted((a, b) => b.urgency - a.urgency);
}
