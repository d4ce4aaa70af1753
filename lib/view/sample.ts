import { computed } from "@preact/signals";
import type { RecordKey } from "@/lib/domain";
import { loadSampleTexts } from "@/lib/i18n";
import { isSample } from "@/lib/sample";
import { lazyTexts } from "./lazyTexts";
import { tabState } from "./tab";

const { texts, follow } = lazyTexts(loadSampleTexts);

/** What is said of the sample account; there after {@link followSampleTexts}. */
export const sampleText = texts;

/** Fetches these texts, from then on in whatever language is in use. Resolves when they are there. */
export const followSampleTexts = follow;

/** The record of the sample account that is shown; null where something of the user's own is. */
export const sampleShown = computed<RecordKey | null>(() => {
  const tab = tabState.value;
  const key = tab === null || tab === "none" ? null : tab.key;
  return key !== null && isSample(key) ? key : null;
});
