/** IndexedDB through Dexie: the claim log, the records that mirror the CRM, and their history. */
export * from "./claims";
export * from "./database";
export * from "./failure";
export * from "./live";
export * from "./loss";
export * from "./queries";
export * from "./room";
export * from "./seen";
export * from "./settings";
export * from "./tab";
