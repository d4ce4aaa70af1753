import type { Texts } from "../locale";

export const welcome: Texts["welcome"] = {};
