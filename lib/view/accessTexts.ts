import { loadAccessTexts } from "@/lib/i18n";
import { lazyTexts } from "./lazyTexts";

const { texts, follow } = lazyTexts(loadAccessTexts);

/** What is said of access to CRMs; there after {@link followAccessTexts}. */
export const accessText = texts;

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export const followAccessTexts = follow;
