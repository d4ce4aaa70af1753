/** The power structure turned into next steps (pure). One rule, one module. */
export type { Handled } from "./handled";
export { dueSteps } from "./due";
export { nextSteps, RULES, worthOf } from "./next";
export type { Preferences } from "./preferences";
export { nextQuestions, QUESTIONS, type Question } from "./questions";
export { namedDecider } from "./outcomes";
export { askOutcomes } from "./rules/champion";
export { pitchFor, type Situation } from "./situation";
export {
  stepsOf,
  summaryOf,
  type DecisionInput,
  type NamedStep,
  type RoleMark,
  type Summary,
} from "./summary";
export {
  OUTCOME_KEYS,
  STEP_KINDS,
  type Facts,
  type Gain,
  type Outcome,
  type OutcomeClaim,
  type OutcomeKey,
  type Pitch,
  type Step,
  type StepKind,
} from "./step";
