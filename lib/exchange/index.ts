/** Data files: what is exported and imported, written and read as plain data. The format: docs/data-format.md. */
export * from "./failure";
export * from "./format";
export type { Pace } from "./pace";
export * from "./read";
export * from "./rows";
