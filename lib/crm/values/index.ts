/** Localised texts of pages → values. Pure; where a text can mean several things, it says so. */
export * from "./address";
export * from "./amount";
export * from "./currency";
export * from "./date";
export * from "./digits";
export * from "./flag";
export * from "./markers";
export * from "./text";
