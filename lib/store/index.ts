/** IndexedDB through Dexie: the claim log, the records that mirror the CRM, and their history. */
export { addSet } from "./addSet";
export { askForPerson } from "./asked";
export * from "./claims";
export * from "./database";
export * from "./erase";
export * from "./import";
export { noticeLoss } from "./loss";
export { watchWrites } from "./live";
export { beginNewLog } from "./newLog";
export * from "./reading";
export { requireRoom } from "./room";
export { readerOf } from "./reader";
export { eraseExpired, readRetention } from "./retention";
export * from "./seen";
export { readRows } from "./snapshots";
export {
  aloneWithSummaries,
  forgetSummaries,
  keepBeginning,
  keepSummaries,
  replaceSummaries,
  summarizedExtent,
  type Extent,
} from "./summaries";
export * from "./tab";
