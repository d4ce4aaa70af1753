import { decision, profile } from "./decision";
import { panel } from "./panel";
import { popup } from "./popup";
import { shared } from "./shared";

/** English; the model that every other locale follows. */
export const en = { ...shared, decision, panel, popup, profile };
