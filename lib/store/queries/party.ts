import { byTime, keyOf, orgPrefix, standing, type RecordKey } from "@/lib/domain";
import type { Reader } from "../reader";

/**
 * What a party is (company or person) where its own page does not tell: as the user stated, or as the
 * one other record of that name in the organisation is. `null` when that cannot be told.
 */
export async function partyKind(
  reader: Reader,
  place: { crm: string; org: string; id: string },
  normalName: string,
): Promise<"account" | "contact" | null> {
  const as = (kind: "account" | "contact"): RecordKey => keyOf({ ...place, kind });
  const { records, claims } = reader.look();
  const both = [as("account"), as("contact")];
  const log = await Promise.all(both.map((key) => claims.index("about").getAll(key)));
  const stated = standing(log.flat())
    .filter(({ says }) => says.aspect === "party")
    .toSorted(byTime)
    .at(-1)?.says;
  if (stated?.aspect === "party") return stated.kind;
  const [account, contact] = await Promise.all(both.map((key) => records.getKey(key)));
  if (account && !contact) return "account";
  if (contact && !account) return "contact";
  const prefix = orgPrefix(place.crm, place.org);
  const bearers = async (kind: "account" | "contact") =>
    (await records.index("[kind+normalName]").getAllKeys([kind, normalName])).filter((key) =>
      key.startsWith(prefix),
    ).length;
  const [accounts, contacts] = await Promise.all([bearers("account"), bearers("contact")]);
  if (accounts > 0 && contacts === 0) return "account";
  if (contacts > 0 && accounts === 0) return "contact";
  return null;
}
