import type { Claim, ContactLink, CrmRecord, RecordChange } from "@/lib/domain";

/** Everything that is remembered, as rows: what a data file holds and what the database keeps. */
export interface Rows {
  records: CrmRecord[];
  links: ContactLink[];
  claims: Claim[];
  changes: RecordChange[];
}

export const TABLES = [
  "records",
  "links",
  "claims",
  "changes",
] as const satisfies readonly (keyof Rows)[];
export type TableName = (typeof TABLES)[number];

/** Where a value of a person's line in a CSV comes from: a table adds what no page told, and no more. */
export const TABLE_HOOK = "table";

/** How many rows each table has. */
export type Counts = Record<TableName, number>;

export function noRows(): Rows {
  return { records: [], links: [], claims: [], changes: [] };
}

export function countsOf(rows: Rows): Counts {
  return {
    records: rows.records.length,
    links: rows.links.length,
    claims: rows.claims.length,
    changes: rows.changes.length,
  };
}

/** What makes a link one link. */
export function linkId({ opportunity, contact }: ContactLink): string {
  return `${opportunity}\n${contact}`;
}

/** What makes a change one change; the number that a database gave it says nothing elsewhere. */
export function changeId({ id: _, ...change }: RecordChange): string {
  const { record, field, contact, at, before, after } = change;
  return JSON.stringify([record, field, contact ?? null, at, before, after]);
}
