import { en } from "./en";
import { steps as enSteps } from "./en/steps";
import type { Locale, StepTexts, Texts } from "./locale";
import { zh_CN } from "./zh_CN";
import { steps as zhSteps } from "./zh_CN/steps";

/**
 * What the popup says, in all locales at once: it is to be there at a glance, and to fetch one more file takes longer
 * than to read all of these.
 */
export const POPUP_TEXTS: Readonly<Record<Locale, Texts>> = { en, zh_CN };
export const POPUP_STEP_TEXTS: Readonly<Record<Locale, StepTexts>> = {
  en: enSteps,
  zh_CN: zhSteps,
};
