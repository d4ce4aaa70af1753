import { decision, profile } from "./decision";
import { panel } from "./panel";
import { popup } from "./popup";
import { shared } from "./shared";
import { steps } from "./steps";

/** English; the model that every other locale follows. */
export const en = { ...shared, decision, panel, popup, profile, steps };
