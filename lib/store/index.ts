/** IndexedDB through Dexie: the claim log, the records that mirror the CRM, and their history. */
export { addSet } from "./addSet";
export * from "./claims";
export * from "./database";
export { noticeLoss } from "./loss";
export * from "./reading";
export { requireRoom } from "./room";
export { watchWrites } from "./live";
export { readerOf } from "./reader";
export * from "./seen";
export * from "./tab";
export { readRows } from "./snapshots";
export {
  forgetSummaries,
  keepSummaries,
  replaceSummaries,
  summarizedExtent,
  type Extent,
} from "./summaries";
