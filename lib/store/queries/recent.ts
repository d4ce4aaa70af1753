import type { CrmRecord } from "@/lib/domain";
import type { Reader } from "../reader";

/** The opportunities seen last, newest first. */
export async function readRecentOpportunities(
  reader: Reader,
  count: number,
): Promise<CrmRecord<"opportunity">[]> {
  const all = (await reader.getAllFromIndex(
    "records",
    "kind",
    "opportunity",
  )) as CrmRecord<"opportunity">[];
  return all
    .filter(({ url }) => url !== undefined)
    .toSorted((a, b) => b.lastSeen - a.lastSeen)
    .slice(0, count);
}
