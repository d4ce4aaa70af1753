import type { CrmRecord } from "@/lib/domain";
import type { Reader } from "../reader";

/** The opportunities seen last, newest first. */
export async function readRecentOpportunities(
  reader: Reader,
  count: number,
): Promise<CrmRecord<"opportunity">[]> {
  const all = (await reader
    .look()
    .records.index("kind")
    .getAll("opportunity")) as CrmRecord<"opportunity">[];
  return all
    .filter(({ url }) => url !== undefined)
    .toSorted((a, b) => b.lastSeen - a.lastSeen)
    .slice(0, count);
}
