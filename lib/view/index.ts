/** Signals that the UI reads: its only door to the store and to messages. */
export * from "./accounts";
export * from "./database";
export * from "./locale";
export * from "./saying";
export * from "./shown";
export * from "./sites";
export * from "./tab";
