import type { Texts } from "../locale";

export const panel: Texts["panel"] = {};
