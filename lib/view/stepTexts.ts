import { loadStepTexts } from "@/lib/i18n";
import { lazyTexts } from "./lazyTexts";

const { texts, areThere, follow } = lazyTexts(loadStepTexts);

/** What the next steps say; there after {@link followStepTexts}. */
export const stepText = texts;

/** Whether they are there. */
export const knowsStepTexts = areThere;

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export const followStepTexts = follow;
