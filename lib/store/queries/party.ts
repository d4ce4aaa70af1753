import { byTime, keyOf, orgPrefix, standing, type RecordKey } from "@/lib/domain";
import type { PowermapDatabase } from "../database";

/**
 * What a party is (company or person) where its own page does not tell: as the user stated, or as the
 * one other record of that name in the organisation is. `null` when that cannot be told.
 */
export async function partyKind(
  database: PowermapDatabase,
  place: { crm: string; org: string; id: string },
  normalName: string,
): Promise<"account" | "contact" | null> {
  const as = (kind: "account" | "contact"): RecordKey => keyOf({ ...place, kind });
  const stated = standing(
    await database.claims
      .where("about")
      .anyOf([as("account"), as("contact")])
      .toArray(),
  )
    .filter(({ says }) => says.aspect === "party")
    .toSorted(byTime)
    .at(-1)?.says;
  if (stated?.aspect === "party") return stated.kind;
  const known = await database.records.bulkGet([as("account"), as("contact")]);
  if (known[0] && !known[1]) return "account";
  if (known[1] && !known[0]) return "contact";
  const prefix = orgPrefix(place.crm, place.org);
  const bearers = async (kind: "account" | "contact") =>
    (
      await database.records.where("[kind+normalName]").equals([kind, normalName]).primaryKeys()
    ).filter((key) => key.startsWith(prefix)).length;
  const [accounts, contacts] = await Promise.all([bearers("account"), bearers("contact")]);
  if (accounts > 0 && contacts === 0) return "account";
  if (contacts > 0 && accounts === 0) return "contact";
  return null;
}
