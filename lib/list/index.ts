/** The list of open opportunities: its lines, their order, what it is narrowed to, and how it begins. */
export * from "./amount";
export * from "./arranging";
export * from "./beginning";
export * from "./lines";
