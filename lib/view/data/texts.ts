import { loadDataTexts } from "@/lib/i18n";
import { lazyTexts } from "../lazyTexts";

const { texts, follow } = lazyTexts(loadDataTexts);

/** What only the user's data says of itself; there after {@link followDataTexts}. */
export const dataText = texts;

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export const followDataTexts = follow;
