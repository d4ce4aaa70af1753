/** Signals that the UI reads: its only door to the store and to messages. */
export * from "./accounts";
export * from "./database";
export * from "./format";
export * from "./locale";
export * from "./loss";
export * from "./panel";
export * from "./saying";
export * from "./shown";
export * from "./sites";
export * from "./tab";
export type { Failure } from "@/lib/messages";
export { suggestionsFor } from "@/lib/beliefs";
export type { Evidence, PersonBelief, RoleBelief, ScaleBelief, Suggestion } from "@/lib/beliefs";
export type { Step } from "@/lib/advice";
export type { Gap, Place as MapPlace, PowerStructure, RoleCoverage } from "@/lib/structure";
export type {
  AccountData,
  OpportunityData,
  PersonData,
  ReadReport,
  TabState,
} from "@/lib/store/reading";
