import { loadPersonTexts } from "@/lib/i18n";
import { lazyTexts } from "./lazyTexts";

const { texts, follow } = lazyTexts(loadPersonTexts);

/** What only the view of one person says; there after {@link followPersonTexts}. */
export const personText = texts;

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export const followPersonTexts = follow;
