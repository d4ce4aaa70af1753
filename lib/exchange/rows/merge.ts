import { mergeRecords, sameData, type Claim, type ContactLink, type CrmRecord } from "@/lib/domain";
import { changeId, linkId, TABLE_HOOK, type Rows } from "./rows";

/** What becomes of one table when rows are merged into it. */
export interface TablePlan<Row> {
  /** Rows that are not there yet. */
  fresh: Row[];
  /** Rows that are there, and are replaced by what both say together. */
  changed: Row[];
  /** How many are there already, just so. */
  known: number;
}

/** A claim whose id is taken by another one. The one that is there stays. */
export interface ClaimConflict {
  stored: Claim;
  sent: Claim;
}

/** What a merge would write, table by table, and what it leaves out. */
export interface MergePlan {
  records: TablePlan<CrmRecord>;
  links: TablePlan<ContactLink>;
  claims: TablePlan<Claim> & { conflicts: ClaimConflict[] };
  changes: TablePlan<Rows["changes"][number]>;
}

/**
 * Merges rows into those that are there. Claims are a log: the union by id, and two that say different
 * things under one id are a conflict. Of records and links the newer reading counts. Merging the same
 * rows again changes nothing.
 *
 * @param stored the rows that are there under the keys of those to be merged; more do no harm
 */
export function mergePlan(stored: Rows, incoming: Rows): MergePlan {
  const conflicts: ClaimConflict[] = [];
  const claims = merge(
    stored.claims,
    incoming.claims,
    ({ id }) => id,
    (had, sent) => {
      if (!sameData(had, sent)) conflicts.push({ stored: had, sent });
      return had;
    },
  );
  return {
    records: merge(stored.records, incoming.records, ({ key }) => key, mergeRecord),
    links: merge(stored.links, incoming.links, linkId, mergeLink),
    claims: { ...claims, known: claims.known - conflicts.length, conflicts },
    changes: withoutIds(merge(stored.changes, incoming.changes, changeId, (had) => had)),
  };
}

/** Whether the plan would write anything. */
export function isEmptyPlan({ records, links, claims, changes }: MergePlan): boolean {
  return [records, links, claims, changes].every(
    ({ fresh, changed }) => fresh.length === 0 && changed.length === 0,
  );
}

function merge<Row>(
  stored: readonly Row[],
  incoming: readonly Row[],
  idOf: (row: Row) => string,
  both: (had: Row, sent: Row) => Row,
): TablePlan<Row> {
  const before = new Map(stored.map((row) => [idOf(row), row]));
  const after = new Map<string, Row>();
  let known = 0;
  for (const row of incoming) {
    const id = idOf(row);
    const had = after.get(id) ?? before.get(id);
    if (had === undefined) {
      after.set(id, row);
      continue;
    }
    const merged = both(had, row);
    if (merged === had || sameData(merged, had)) known += 1;
    else after.set(id, merged);
  }
  const written = [...after];
  return {
    fresh: written.filter(([id]) => !before.has(id)).map(([, row]) => row),
    changed: written.filter(([id]) => before.has(id)).map(([, row]) => row),
    known,
  };
}

/** The newer reading first; of two of one moment always the same one. */
function newestFirst<Row extends { lastSeen: number; unnamedSince?: number }>(
  one: Row,
  other: Row,
): [Row, Row] {
  const [its, others] = [readAt(one), readAt(other)];
  if (its !== others) return its > others ? [one, other] : [other, one];
  return JSON.stringify(one) >= JSON.stringify(other) ? [one, other] : [other, one];
}

/** When a page last told of it: that it is there, or that it no longer is. */
function readAt({ lastSeen, unnamedSince }: { lastSeen: number; unnamedSince?: number }): number {
  return Math.max(lastSeen, unnamedSince ?? lastSeen);
}

/** As {@link newestFirst}; of one moment what a page said counts, and not what a table says of it. */
function countsFirst(one: CrmRecord, other: CrmRecord): [CrmRecord, CrmRecord] {
  const [first, second] = newestFirst(one, other);
  const isTied = first.lastSeen === second.lastSeen;
  return isTied && isOfTable(first) && !isOfTable(second) ? [second, first] : [first, second];
}

function isOfTable({ fields }: CrmRecord): boolean {
  return Object.values(fields).some(({ hook }) => hook === TABLE_HOOK);
}

function mergeRecord(had: CrmRecord, sent: CrmRecord): CrmRecord {
  const [newer, older] = countsFirst(had, sent);
  const merged = mergeRecords([newer, older]);
  // The name is that of the reading which counts.
  const named = merged.fields.name !== undefined && merged.fields.name === older.fields.name;
  const { name, normalName } = named ? older : newer;
  return { ...merged, name, normalName };
}

function mergeLink(had: ContactLink, sent: ContactLink): ContactLink {
  const [newer, { unnamedSince: _, ...older }] = newestFirst(had, sent);
  return {
    ...older,
    ...newer,
    firstSeen: Math.min(had.firstSeen, sent.firstSeen),
    lastSeen: Math.max(had.lastSeen, sent.lastSeen),
  };
}

/** New changes are numbered by the database that they come into. */
function withoutIds(plan: TablePlan<Rows["changes"][number]>) {
  return { ...plan, fresh: plan.fresh.map(({ id: _, ...change }) => change) };
}
