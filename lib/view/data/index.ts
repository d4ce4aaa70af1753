/** The user's data as a whole: how much it is, out to files, in from files, and erased. */
export * from "./backup";
export * from "./erasing";
export { exportAll, exporting, exportTable, exportWorkbook, type ExportKind } from "./exporting";
export * from "./importing";
export * from "./stored";
export * from "./texts";
export * from "./words";
export { diagnostics } from "../diagnostics";
export type { Counts, Erased } from "@/lib/exchange";
export type { Imported } from "@/lib/messages";
export type { Snapshot } from "@/lib/store/reading";
