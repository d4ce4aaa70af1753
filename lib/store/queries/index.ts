/** How views and the background read what is remembered. */
export * from "./decision";
export * from "./open";
export * from "./party";
export * from "./recent";
export * from "./within";
export { readSince } from "./since";
