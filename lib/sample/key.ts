import { keyOf, orgOf, type RecordKey } from "@/lib/domain";
import type { Deal } from "./words";

/** The organisation that the sample account lives in: no CRM has it, so it meets no record of the user's. */
export const SAMPLE_ORG = { crm: "sample", org: "sample" } as const;

/** Whether a key is one of the sample account's. */
export function isSample(key: string): boolean {
  return orgOf(key) === `${SAMPLE_ORG.crm}:${SAMPLE_ORG.org}`;
}

/** The key of a sample opportunity. */
export function sampleDeal(deal: Deal): RecordKey<"opportunity"> {
  return keyOf({ ...SAMPLE_ORG, kind: "opportunity", id: deal });
}
