import { loadStepTexts } from "@/lib/i18n";
import { lazyTexts } from "./lazyTexts";

const { texts, follow } = lazyTexts(loadStepTexts);

/** What the next steps say; there after {@link followStepTexts}. */
export const stepText = texts;

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export const followStepTexts = follow;
