import { loadShareTexts } from "@/lib/i18n";
import { lazyTexts } from "./lazyTexts";

const { texts, follow } = lazyTexts(loadShareTexts);

/** What only the panel's menu says; there after {@link followShareTexts}. */
export const shareText = texts;

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export const followShareTexts = follow;
