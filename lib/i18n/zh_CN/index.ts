import type { Texts } from "../locale";
import { decision, profile } from "./decision";
import { panel } from "./panel";
import { popup } from "./popup";
import { shared } from "./shared";
import { steps } from "./steps";

/** 简体中文. */
export const zh_CN: Texts = { ...shared, decision, panel, popup, profile, steps };
