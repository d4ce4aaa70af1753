import { computed, signal } from "@preact/signals";
import { browser } from "wxt/browser";
import type { CrmRecord } from "@/lib/domain";
import { send, type Failure } from "@/lib/messages";
import { isSample, SAMPLE_ORG } from "@/lib/sample";
import { readOpportunitiesWithin } from "@/lib/store/reading";
import { follow } from "./database";
import { forgetGone } from "./forgetting";
import { panelPage } from "./panel";

const found = follow(signal(SAMPLE_ORG), readOpportunitiesWithin);

/** The sample opportunities, the next to close first; none where the sample was not added, null while that is not known. */
export const sampleDeals = computed<CrmRecord<"opportunity">[] | null>(
  () => found.value?.value.toSorted((a, b) => closeDate(a).localeCompare(closeDate(b))) ?? null,
);

const closeDate = ({ fields }: CrmRecord): string => String(fields.closeDate?.value ?? "");

/** Adds the sample account where it is not there, and shows it. Resolves to why that failed, or null. */
export async function openSample(): Promise<Failure | null> {
  const answer = await send("sample.add", {});
  if (!answer.ok) return answer.failure;
  await browser.tabs.create({ url: panelPage(answer.value.opportunity) });
  return null;
}

/** Removes the sample account with all that was said of it. Resolves to why that failed, or null. */
export async function removeSample(): Promise<Failure | null> {
  const answer = await send("data.erase", { of: { kind: "organisation", ...SAMPLE_ORG } });
  if (!answer.ok) return answer.failure;
  await forgetGone({ key: isSample, claim: ({ scope }) => isSample(scope), draft: isSample });
  return null;
}
