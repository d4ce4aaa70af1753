import type { Texts } from "../locale";
import { decision, profile } from "./decision";
import { panel } from "./panel";
import { popup } from "./popup";
import { shared } from "./shared";

/** 简体中文. */
export const zh_CN: Texts = { ...shared, decision, panel, popup, profile };
