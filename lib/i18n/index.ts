/** The texts of Powermap in English and 简体中文. */
export * from "./load";
export * from "./locale";
export * from "./locales";
