import type { Recipe } from "./recipe";
import { salesforce } from "./salesforce/recipe";
import { tryton } from "./tryton/recipe";

/** Every CRM that Powermap reads; one line each. Hosts that two might claim go to the first. */
export const recipes: readonly Recipe[] = [salesforce, tryton];
