import { loadWelcomeTexts } from "@/lib/i18n";
import { lazyTexts } from "./lazyTexts";

const { texts, follow } = lazyTexts(loadWelcomeTexts);

/** What only the welcome page says; there after {@link followWelcomeTexts}. */
export const welcomeText = texts;

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export const followWelcomeTexts = follow;
