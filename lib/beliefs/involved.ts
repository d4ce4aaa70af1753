import type { ContactLink, CrmRecord, RecordKey } from "@/lib/domain";

/** The people of a decision: named on the opportunity, or spoken of in it. */
export function involved(
  { people, links }: { people: readonly CrmRecord<"contact">[]; links: readonly ContactLink[] },
  spoken: ReadonlySet<RecordKey>,
): CrmRecord<"contact">[] {
  const named = new Set<RecordKey>(links.map(({ contact }) => contact));
  return people.filter(({ key }) => named.has(key) || spoken.has(key));
}
