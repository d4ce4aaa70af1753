/** Claims and records folded into what we believe at a time (pure). */
export { assumptionsOf, DEFAULT_ASSUMPTIONS, halfLivesIn, type Assumptions } from "./assumptions";
export { changesOf, withChanges } from "./changes";
export {
  CONTESTED_FROM,
  HALF_LIFE,
  METHOD_WEIGHT,
  NAMED_FROM,
  ROLE_PRIOR,
  SCALE_PRECISION,
  SCALES,
  SURENESS_FACTOR,
  TIE_PRIOR,
  UNSAID_STRENGTH,
  Z_90,
} from "./constants";
export type { Evidence } from "./evidence";
export { beliefsAt, fold, type BeliefInput, type Fold } from "./fold";
export { guessesFor, type Guess } from "./guess";
export type { Objection } from "./objection";
export { involved } from "./involved";
export { fromLogit, logit } from "./odds";
export { backgroundBehind } from "./orientation";
export { perBelief, perBeliefAnd } from "./perBelief";
export type { PersonBelief } from "./person";
export type { ProfileBelief } from "./profile";
export type { BeliefState, RoleBelief } from "./role";
export type { ScaleBelief, ScaleName } from "./scale";
export { suggestionsFor, type Suggestion } from "./suggestion";
export type { Tie } from "./tie";
export { builtInTitles, titleHint, titleWordKey, type TitleGroup, type TitleHint } from "./title";
export type { TraitBelief } from "./trait";
