/** The typed protocol between pages, panels and the background; schemas are checked at the door. */
export { panelAnswers, reportAlive } from "./alive";
export * from "./door";
export * from "./id";
export * from "./protocol";
export { checkRow, MOST_ROWS } from "./rows";
export * from "./schema";
export * from "./send";
