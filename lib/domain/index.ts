/** The vocabulary of Powermap: what every other layer talks about. Imports nothing. */
export * from "./assumptions";
export * from "./claim";
export * from "./crm";
export * from "./identity";
export * from "./key";
export * from "./known";
export * from "./mentions";
export * from "./profile";
export * from "./record";
export * from "./role";
export * from "./roleWords";
export * from "./same";
export * from "./snapshot";
export * from "./vocabulary";
