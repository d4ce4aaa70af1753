import type { CrmRecord } from "@/lib/domain";
import type { OpportunityData } from "@/lib/store/reading";

/** The people of a decision: named on the opportunity, or spoken of in it. */
export function involved({
  opportunity: { key },
  people,
  links,
  claims,
}: Pick<OpportunityData, "opportunity" | "people" | "links" | "claims">): CrmRecord<"contact">[] {
  const spokenOf = new Set<string>(
    claims
      .filter(
        ({ scope, says }) => scope === key && says.aspect !== "refused" && says.aspect !== "same",
      )
      .flatMap(({ about, says }) => [
        about,
        ...(says.aspect === "reports-to" && says.to ? [says.to] : []),
        ...(says.aspect === "influences" ? [says.whom] : []),
      ]),
  );
  const named = new Set<string>([...links.map(({ contact }) => contact), ...spokenOf]);
  return people.filter((one) => named.has(one.key));
}
