import type { RecordKey, StatedClaim } from "@/lib/domain";
import type { OpportunityData } from "@/lib/store/reading";

/** The people of a decision: named on the opportunity, or spoken of in it. */
export function involved(
  { people, links }: Pick<OpportunityData, "people" | "links">,
  spoken: ReadonlySet<RecordKey>,
): OpportunityData["people"] {
  const named = new Set<RecordKey>(links.map(({ contact }) => contact));
  return people.filter(({ key }) => named.has(key) || spoken.has(key));
}

/** Of whom these claims speak in an opportunity, and others did before. */
export function spokenOf(
  claims: readonly StatedClaim[],
  opportunity: RecordKey,
  before: Iterable<RecordKey> = [],
): Set<RecordKey> {
  const spoken = new Set(before);
  for (const { scope, about, says } of claims) {
    if (scope !== opportunity || says.aspect === "refused" || says.aspect === "same") continue;
    spoken.add(about);
    if (says.aspect === "reports-to" && says.to) spoken.add(says.to);
    if (says.aspect === "influences") spoken.add(says.whom);
  }
  return spoken;
}
