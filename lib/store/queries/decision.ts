import type { IndexableType, Table } from "dexie";
import {
  byTime,
  canonicalLinks,
  identify,
  keyOf,
  mergeRecords,
  parseKey,
  standing,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type Identities,
  type Join,
  type Namesakes,
  type RecordChange,
  type RecordKey,
  type StatedClaim,
} from "@/lib/domain";
import type { PowermapDatabase } from "../database";
import { eachOnce, isContact, withStrays } from "./people";

/** Everything that is remembered about one account, with its people, each person once. */
export interface AccountData {
  account: CrmRecord<"account"> | null;
  /** Every key that means this account. */
  accountKeys: RecordKey<"account">[];
  people: CrmRecord<"contact">[];
  opportunities: CrmRecord<"opportunity">[];
  /** Standing claims about the account's people in any scope, keys canonical, oldest first. */
  claims: StatedClaim[];
  joins: Join[];
  namesakes: Namesakes[];
  /** The person that a key stands for. */
  personOf(key: RecordKey<"contact">): RecordKey<"contact">;
}

/** The same for one opportunity. */
export interface OpportunityData extends AccountData {
  opportunity: CrmRecord<"opportunity">;
  links: ContactLink[];
  changes: RecordChange[];
}

/** All that an opportunity's panel needs; `null` when the opportunity was never read. */
export async function readOpportunity(
  database: PowermapDatabase,
  key: RecordKey<"opportunity">,
): Promise<OpportunityData | null> {
  return database.transaction(
    "r",
    [database.records, database.links, database.claims, database.changes],
    async () => {
      const opportunity = (await database.records.get(key)) as CrmRecord<"opportunity"> | undefined;
      if (!opportunity) return null;
      const [links, changes] = await Promise.all([
        database.links.where("opportunity").equals(key).toArray(),
        database.changes.where("record").equals(key).toArray(),
      ]);
      const data = await accountData(database, opportunity.account, key, links);
      return {
        ...data,
        opportunity,
        links: canonicalLinks(links, { of: data.personOf as Identities["of"] }),
        changes,
      };
    },
  );
}

/** All that an account's panel needs. */
export async function readAccount(
  database: PowermapDatabase,
  key: RecordKey<"account">,
): Promise<AccountData> {
  return database.transaction("r", [database.records, database.claims], () =>
    accountData(database, key),
  );
}

/** One person: the account around them and the opportunities that name them. */
export interface PersonData extends AccountData {
  person: CrmRecord<"contact">;
  /** The opportunities on which the person is named. */
  named: CrmRecord<"opportunity">[];
  /** How they are named there. */
  links: ContactLink[];
}

/** All that a contact's panel needs; `null` when the person was never seen. */
export async function readPerson(
  database: PowermapDatabase,
  key: RecordKey<"contact">,
): Promise<PersonData | null> {
  return database.transaction(
    "r",
    [database.records, database.links, database.claims],
    async () => {
      const own = (await database.records.get(key)) as CrmRecord<"contact"> | undefined;
      if (!own) return null;
      const data = own.account
        ? await accountData(database, own.account)
        : await accountData(database, undefined, undefined, [], [own]);
      const canonical = data.personOf(key);
      const person = data.people.find((one) => one.key === canonical) ?? own;
      const same = data.joins.map(({ from }) => from as RecordKey<"contact">);
      const links = await database.links
        .where("contact")
        .anyOf([canonical, ...same.filter((one) => data.personOf(one) === canonical)])
        .toArray();
      const named = await database.records.bulkGet([
        ...new Set(links.map(({ opportunity }) => opportunity)),
      ]);
      return {
        ...data,
        person,
        named: named.filter((one): one is CrmRecord<"opportunity"> => one !== undefined),
        links: links.map((link) => ({ ...link, contact: canonical })),
      };
    },
  );
}

async function accountData(
  database: PowermapDatabase,
  accountKey: RecordKey<"account"> | undefined,
  opportunity?: RecordKey<"opportunity">,
  links: readonly ContactLink[] = [],
  alone: readonly CrmRecord<"contact">[] = [],
): Promise<AccountData> {
  const accounts = accountKey ? await accountAliases(database, accountKey) : null;
  const accountKeys = accounts?.keys ?? [];
  const [members, linked] = await Promise.all([
    rowsOfEach(database.records, "account", accountKeys),
    database.records.bulkGet(links.map(({ contact }) => contact)),
  ]);
  const found = [...members, ...linked, ...alone].filter(isContact);
  const names = new Set(found.map(({ normalName }) => normalName));
  const bearers = await rowsOfEach(
    database.records,
    "[kind+normalName]",
    [...names].map((name) => ["contact", name]),
  );
  const everyone = withStrays(found, bearers.filter(isContact), accountKeys);
  const keys = everyone.map(({ key }) => key);
  const scopes = new Set([...accountKeys, ...(opportunity ? [opportunity] : []), ...keys]);
  const [here, about] = await Promise.all([
    rowsOfEach(database.claims, "scope", [...scopes]),
    rowsOfEach(database.claims, "about", keys),
  ]);
  // Who is who does not depend on the opportunity in which it was said.
  const claims = standing(distinct([...here, ...about]))
    .filter(({ scope, says }) => !opportunity || scopes.has(scope) || says.aspect === "same")
    .toSorted(byTime);
  const { identities, ...once } = eachOnce(everyone, claims, accountKeys);
  return {
    account: accounts?.record ?? null,
    accountKeys,
    ...once,
    opportunities: members.filter(
      (record): record is CrmRecord<"opportunity"> => record.kind === "opportunity",
    ),
    joins: identities.joins,
    namesakes: identities.namesakes,
    personOf: identities.of,
  };
}

/** The records that mean the same account: by name within the organisation, and as stated. */
async function accountAliases(
  database: PowermapDatabase,
  key: RecordKey<"account">,
): Promise<{ keys: RecordKey<"account">[]; record: CrmRecord<"account"> | null }> {
  const parts = parseKey(key);
  if (!parts) return { keys: [key], record: null };
  const prefix = keyOf({ ...parts, kind: "account", id: "" });
  const [accounts, log] = await Promise.all([
    database.records.where("key").startsWith(prefix).toArray() as Promise<CrmRecord<"account">[]>,
    database.claims.where("about").startsWith(prefix).toArray(),
  ]);
  const keys = identify(accounts, standing(log)).all(key) as RecordKey<"account">[];
  const records = keys.flatMap((one) => accounts.find((record) => record.key === one) ?? []);
  return { keys, record: records.length > 0 ? mergeRecords(records) : null };
}

/** The rows of each key. One `getAll` per key: the cursor behind `anyOf` takes a step per row. */
async function rowsOfEach<Row, Key>(
  table: Table<Row, Key>,
  index: string,
  keys: readonly IndexableType[],
): Promise<Row[]> {
  const found = await Promise.all(keys.map((key) => table.where(index).equals(key).toArray()));
  return found.flat();
}

function distinct(claims: readonly Claim[]): Claim[] {
  return [...new Map(claims.map((claim) => [claim.id, claim])).values()];
}
