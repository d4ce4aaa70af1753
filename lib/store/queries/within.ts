import { orgPrefix, type CrmRecord } from "@/lib/domain";
import type { Reader } from "../reader";

/** The opportunities of one organisation, in the order of their keys. */
export async function readOpportunitiesWithin(
  reader: Reader,
  { crm, org }: { crm: string; org: string },
): Promise<CrmRecord<"opportunity">[]> {
  const prefix = `${orgPrefix(crm, org)}opportunity:`;
  const rows = await reader.look().records.getAll(IDBKeyRange.bound(prefix, `${prefix}\uffff`));
  return rows as CrmRecord<"opportunity">[];
}
