import type { Texts } from "../locale";
import { panel } from "./panel";
import { popup } from "./popup";
import { shared } from "./shared";
import { welcome } from "./welcome";

/** 简体中文. */
export const zh_CN: Texts = { ...shared, panel, popup, welcome };
