import type { Texts } from "../locale";

export const popup: Texts["popup"] = {};
