import { panel } from "./panel";
import { popup } from "./popup";
import { shared } from "./shared";
import { welcome } from "./welcome";

/** English; the model that every other locale follows. */
export const en = { ...shared, panel, popup, welcome };
