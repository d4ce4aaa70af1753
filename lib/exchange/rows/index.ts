/** Rules about rows that a data file and the database share: merging, erasing, expiring. */
export * from "./credible";
export * from "./erasure";
export * from "./expiry";
export { isNameOfOther, wordsIn } from "./mentions";
export * from "./merge";
export * from "./person";
export * from "./rows";
