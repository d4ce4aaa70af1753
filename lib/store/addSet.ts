import {
  orgPrefix,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type RecordChange,
} from "@/lib/domain";
import type { PowermapDatabase } from "./database";
import { StoreFailure } from "./failure";
import { announceWrite } from "./live";

/** Rows of one organisation for every table. */
export interface RowSet {
  records: readonly CrmRecord[];
  links: readonly ContactLink[];
  changes: readonly RecordChange[];
  claims: readonly Claim[];
}

/**
 * Adds everything that there is of an organisation, whole or not at all; where any record of it is there
 * already, nothing is added.
 * @returns whether it was added
 * @throws {StoreFailure} when it could not be written
 */
export async function addSet(
  database: PowermapDatabase,
  { crm, org }: { crm: string; org: string },
  set: RowSet,
): Promise<boolean> {
  const { records, links, claims, changes } = database;
  try {
    const added = await database.transaction("rw", records, links, claims, changes, async () => {
      if ((await records.where("key").startsWith(orgPrefix(crm, org)).count()) > 0) return false;
      await Promise.all([
        records.bulkAdd([...set.records]),
        links.bulkAdd([...set.links]),
        claims.bulkAdd([...set.claims]),
        changes.bulkAdd([...set.changes]),
      ]);
      return true;
    });
    announceWrite();
    return added;
  } catch (error) {
    throw StoreFailure.from(error);
  }
}
