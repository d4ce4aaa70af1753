import { browser } from "wxt/browser";
import { pickLocale } from "@/lib/i18n";
import { newClaimId, type AnswerTo } from "@/lib/messages";
import { SAMPLE_ORG, sampleDeal, sampleSet } from "@/lib/sample";
import { addSet, settings } from "@/lib/store";
import { answering } from "./database";

/** Adds the sample account, told in the user's language; one that is there already stays as it is. */
export async function addSample(): Promise<AnswerTo<"sample.add">> {
  const setting = await settings.locale.getValue();
  const locale = setting === "auto" ? pickLocale([browser.i18n.getUILanguage()]) : setting;
  const set = sampleSet(locale, Date.now(), newClaimId);
  await answering((database) => addSet(database, SAMPLE_ORG, set));
  return { opportunity: sampleDeal("planning") };
}
