/** What views use of the store: queries and settings, and nothing that writes claims or records. */
export * from "./failure";
export { readSnapshots, type Snapshot } from "./copies";
export * from "./drafts";
export { DATABASE_NAME } from "./installed";
export { watchQuery } from "./live";
export { lostAt } from "./loss";
export * from "./queries";
export * from "./policy";
export { openReader, type Reader } from "./reader";
export { failureOf } from "./room";
export * from "./settings";
export * from "./vocabulary";
export { readSummaries } from "./summaries";
export { readTab, watchTab, type ReadReport, type TabState } from "./tab";
