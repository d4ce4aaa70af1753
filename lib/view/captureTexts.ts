import { loadCaptureTexts } from "@/lib/i18n";
import { lazyTexts } from "./lazyTexts";

const { texts, follow } = lazyTexts(loadCaptureTexts);

/** What only the quick capture says; there after {@link followCaptureTexts}. */
export const captureText = texts;

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export const followCaptureTexts = follow;
