import { refreshSummaries } from "@/lib/background/summaries";
import { addSet, openDatabase } from "@/lib/store";
import type { OpportunityData, Reasoned } from "@/lib/view";

/** Puts what was told into the database, as if it had been read and said. */
export async function remember(views: readonly Reasoned<OpportunityData>[]): Promise<void> {
  const database = await openDatabase();
  const all = views.map(({ data }) => data);
  await addSet(
    database,
    { crm: "demo", org: "acme" },
    {
      records: all.flatMap(({ opportunity, account, people }) => [
        opportunity,
        ...(account ? [account] : []),
        ...people,
      ]),
      links: all.flatMap(({ links }) => links),
      changes: [],
      claims: all.flatMap(({ claims }) => claims),
    },
  );
  database.close();
  await refreshSummaries();
}
