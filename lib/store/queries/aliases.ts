import {
  identify,
  isOfIdentity,
  keyOf,
  mergeRecords,
  normalName,
  parseKey,
  sameOrg,
  standing,
  type CrmRecord,
  type RecordKey,
} from "@/lib/domain";
import { startingWith } from "../range";
import type { Look } from "../reader";

type Account = CrmRecord<"account">;

/**
 * The records that mean the same account: by name within the organisation, and as stated.
 *
 * @param called what it is probably called, which spares a round
 */
export async function accountAliases(
  at: Look,
  key: RecordKey<"account">,
  called: string,
): Promise<{ keys: RecordKey<"account">[]; record: CrmRecord<"account"> | null }> {
  const parts = parseKey(key);
  if (!parts) return { keys: [key], record: null };
  const bearers = async (name: string) =>
    name === ""
      ? []
      : ((await at.records.index("[kind+normalName]").getAll(["account", name])) as Account[]);
  const name = normalName(called);
  const inOrg = startingWith(keyOf({ ...parts, kind: "account", id: "" }));
  const [own, guessed, log] = await Promise.all([
    at.records.get(key) as Promise<Account | undefined>,
    bearers(name),
    at.claims.index("about").getAll(inOrg),
  ]);
  const stated = standing(log).filter(isOfIdentity);
  const found = new Map<RecordKey, Account | undefined>([[key, own]]);
  const names = new Set(own?.normalName === name ? [name] : []);
  if (names.size > 0) guessed.forEach((one) => found.set(one.key, one));
  const partners = () =>
    stated
      .flatMap(({ about, says }) =>
        found.has(about) ? [says.as] : found.has(says.as) ? [about] : [],
      )
      .filter((one) => !found.has(one));
  // Whoever has the name of one of these, or was said to be one of them, until there are no more.
  for (;;) {
    const more = new Set([...found.values()].flatMap((one) => one?.normalName ?? []));
    const [unasked, others] = [more.difference(names), partners()];
    if (unasked.size + others.length === 0) break;
    const [alike, same] = await Promise.all([
      Promise.all([...unasked].map(bearers)),
      Promise.all(others.map((one) => at.records.get(one) as Promise<Account | undefined>)),
    ]);
    unasked.forEach((one) => names.add(one));
    alike.flat().forEach((one) => found.set(one.key, one));
    others.forEach((one, n) => found.set(one, same[n]));
  }
  const accounts = [...found.values()]
    .filter((one): one is Account => one !== undefined && sameOrg(one.key, key))
    // As the store has them: what they come to does not depend on whose are looked up.
    .toSorted((a, b) => (a.key < b.key ? -1 : 1));
  const keys = identify(accounts, stated).all(key) as RecordKey<"account">[];
  const records = keys.flatMap((one) => found.get(one) ?? []);
  return { keys, record: records.length > 0 ? mergeRecords(records) : null };
}
