/** Signals that the UI reads: its only door to the store and to messages. */
export * from "./accessTexts";
export * from "./accounts";
export * from "./amounts";
export * from "./asked";
export * from "./advising";
export * from "./alive";
export * from "./capture";
export * from "./captureTexts";
export * from "./assumptions";
export * from "./clock";
export * from "./condition";
export * from "./database";
export * from "./destination";
export * from "./drafts";
export * from "./format";
export * from "./locale";
export * from "./loss";
export * from "./panel";
export * from "./personTexts";
export * from "./policy";
export * from "./place";
export * from "./reach";
export { effectOf, takenOffAt, type Reasoned } from "./reasoning";
export * from "./sample";
export * from "./sampleData";
export { canRedo, history } from "./history";
export * from "./here";
export {
  introducing,
  introducingNamesake,
  involving,
  keyOfNewcomer,
  type Around,
} from "./introducing";
export * from "./saying";
export * from "./settings";
export * from "./share";
export * from "./shareTexts";
export * from "./shortcuts";
export * from "./shown";
export * from "./sites";
export * from "./steps";
export * from "./stepTexts";
export * from "./tab";
export * from "./theme";
export * from "./vocabulary";
export * from "./welcomeTexts";
export type { Failure } from "@/lib/messages";
export { wordsIn } from "@/lib/exchange/rows";
export { guessesFor, NAMED_FROM, suggestionsFor, type Guess } from "@/lib/beliefs";
export type {
  Evidence,
  Objection,
  PersonBelief,
  ProfileBelief,
  RoleBelief,
  ScaleBelief,
  Suggestion,
  TraitBelief,
} from "@/lib/beliefs";
export { askOutcomes, pitchFor } from "@/lib/advice";
export {
  amountOf,
  matching,
  narrowed,
  nextCloseDate,
  sorted,
  type AccountLine,
  type OpportunityLine,
} from "@/lib/list";
export type {
  Facts,
  Gain,
  Handled,
  NamedStep,
  Outcome,
  Pitch,
  RoleMark,
  Step,
  Summary,
} from "@/lib/advice";
export { HELD_FROM, isAgainstUs, isForUs, realAccess, whatIf } from "@/lib/structure";
export type {
  Difference,
  Gap,
  MapStatus,
  Path,
  Place as MapPlace,
  PowerStructure,
  RoleCoverage,
  Support,
  WhatIf,
} from "@/lib/structure";
export type {
  AccountData,
  OpportunityData,
  PersonData,
  ReadReport,
  TabState,
} from "@/lib/store/reading";
export { isOpenOpportunity } from "@/lib/store/reading";
export { LIST_FILTERS, LIST_SORTS, type ListFilter, type ListSort } from "@/lib/store/reading";
