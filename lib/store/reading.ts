/** What views use of the store: queries and settings, and nothing that writes claims or records. */
export * from "./failure";
export { answerAsked, readAsked, watchAsked, type AskedPerson } from "./asked";
export * from "./backup";
export { readSnapshots, type Snapshot } from "./copies";
export { readEverything } from "./everything";
export * from "./drafts";
export { DATABASE_NAME } from "./installed";
export { watchQuery, type Watch } from "./live";
export { lostAt } from "./loss";
export * from "./queries";
export * from "./policy";
export { openReader, type Reader } from "./reader";
export { readReports, type PageReport } from "./reports";
export { failureOf } from "./room";
export * from "./settings";
export { readBeginning, readSummaries, type ListRow } from "./summaries";
export * from "./vocabulary";
export { arePeopleToCome, readTab, watchTabs, type ReadReport, type TabState } from "./tab";
