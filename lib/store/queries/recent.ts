import type { CrmRecord } from "@/lib/domain";
import type { PowermapDatabase } from "../database";

/** The opportunities seen last, newest first. */
export async function readRecentOpportunities(
  database: PowermapDatabase,
  count: number,
): Promise<CrmRecord<"opportunity">[]> {
  const all = (await database.records
    .where("kind")
    .equals("opportunity")
    .toArray()) as CrmRecord<"opportunity">[];
  return all
    .filter(({ url }) => url !== undefined)
    .toSorted((a, b) => b.lastSeen - a.lastSeen)
    .slice(0, count);
}
