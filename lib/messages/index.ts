/** The typed protocol between pages, panels and the background; schemas are checked at the door. */
export * from "./door";
export * from "./id";
export * from "./protocol";
export * from "./schema";
export * from "./send";
