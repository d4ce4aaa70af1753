import {
  identify,
  isNamed,
  isWithdrawal,
  kindOf,
  knownPeople,
  orgOf,
  standing,
  type CrmRecord,
  type Identities,
  type RecordKey,
  type StatedClaim,
} from "@/lib/domain";
import type { Rows } from "./rows";

/** Who and which account is who, for one set of rows; reckoned per organisation, when it is asked for. */
export interface WhoIsWho {
  /**
   * Every key that means this person: as stated, by their name within the account, and rows of that name
   * that name no account where nobody else in the organisation is called so.
   */
  aliases(key: RecordKey<"contact">): RecordKey<"contact">[];
  /** The key that stands for an account. */
  account(key: RecordKey): RecordKey;
}

/**
 * Every record, with those who are known by the user's word alone, also where that was taken back: what else was said
 * of them is still there.
 */
export function everybody({ records, claims }: Pick<Rows, "records" | "claims">): CrmRecord[] {
  const known = new Map(records.map((record) => [record.key, record]));
  const stated = claims.filter((claim): claim is StatedClaim => !isWithdrawal(claim));
  const told = knownPeople(stated, (opportunity) => known.get(opportunity)?.account);
  return [...records, ...told.filter(({ key }) => !known.has(key))];
}

/** The normal names that these keys are known by. */
export function namesOf(
  rows: Pick<Rows, "records" | "claims">,
  keys: ReadonlySet<string>,
): Set<string> {
  const theirs = everybody(rows).filter(({ key }) => keys.has(key));
  return new Set(theirs.map(({ normalName }) => normalName));
}

export function whoIsWho(rows: Pick<Rows, "records" | "claims">): WhoIsWho {
  const stated = standing(rows.claims);
  const inOrg = Map.groupBy(everybody(rows), ({ key }) => orgOf(key));
  const reckoned = new Map<string, { accounts: Identities; people: Identities }>();
  const within = (key: RecordKey) => {
    const org = orgOf(key);
    const had = reckoned.get(org);
    if (had) return had;
    const all = inOrg.get(org) ?? [];
    const accounts = identify(
      all.filter(({ kind }) => kind === "account"),
      stated,
    );
    const contacts = all.filter(({ kind }) => kind === "contact");
    const made = { accounts, people: people(contacts, stated, accounts) };
    reckoned.set(org, made);
    return made;
  };
  return {
    aliases: (key) => within(key).people.all(key) as RecordKey<"contact">[],
    account: (key) => (kindOf(key) === "account" ? within(key).accounts.of(key) : key),
  };
}

function people(
  contacts: readonly CrmRecord[],
  stated: readonly StatedClaim[],
  accounts: Identities,
): Identities {
  const homes = new Map<RecordKey, RecordKey>();
  for (const { key, account } of contacts) if (account) homes.set(key, accounts.of(account));
  for (const bearers of Map.groupBy(contacts, ({ normalName }) => normalName).values()) {
    const known = new Set(bearers.flatMap(({ key }) => homes.get(key) ?? []));
    const [only] = known;
    if (only === undefined || known.size > 1) continue;
    for (const { key } of bearers) if (isNamed(key) && !homes.has(key)) homes.set(key, only);
  }
  return identify(contacts, stated, ({ key }) => homes.get(key));
}
