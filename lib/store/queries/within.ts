import { orgPrefix, type CrmRecord } from "@/lib/domain";
import { startingWith } from "../range";
import type { Reader } from "../reader";

/** The opportunities of one organisation, in the order of their keys. */
export async function readOpportunitiesWithin(
  reader: Reader,
  { crm, org }: { crm: string; org: string },
): Promise<CrmRecord<"opportunity">[]> {
  const prefix = `${orgPrefix(crm, org)}opportunity:`;
  const rows = await reader.look().records.getAll(startingWith(prefix));
  return rows as CrmRecord<"opportunity">[];
}
