/** The vocabulary of Powermap: what every other layer talks about. Imports nothing. */
export * from "./claim";
export * from "./key";
export * from "./record";
export * from "./role";
export * from "./snapshot";
