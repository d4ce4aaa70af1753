import {
  isNamed,
  stillNames,
  type ContactLink,
  type CrmRecord,
  type FieldName,
  type RecordChange,
  type RecordKey,
  type RememberedField,
} from "@/lib/domain";
import type { PowermapDatabase } from "./database";
import { StoreFailure } from "./failure";
import { announceWrite } from "./live";

/** What one page showed, as rows. Fields that were not read are absent and blank nothing. */
export interface Seen {
  records: CrmRecord[];
  links: ContactLink[];
  /** The links are all that the CRM has on this opportunity at this time (ms since 1970). */
  everybody?: { on: RecordKey<"opportunity">; at: number };
}

/** A row that did not change is not written again within this time, so that views stay quiet (ms). */
const FRESH_FOR = 60_000;

/**
 * Folds what a page showed into what is remembered, in one transaction: newer readings replace older
 * ones, what was not read stays, and every difference is kept as a change.
 * @throws {StoreFailure}
 */
export async function rememberSeen(database: PowermapDatabase, seen: Seen): Promise<void> {
  const { records, links, changes } = database;
  try {
    await database.transaction("rw", records, links, changes, async () => {
      const [oldRecords, oldLinks] = await Promise.all([
        records.bulkGet(seen.records.map(({ key }) => key)),
        links.bulkGet(seen.links.map(({ opportunity, contact }) => [opportunity, contact])),
      ]);
      const found: RecordChange[] = [];
      const newRecords = seen.records.flatMap((record, index) => {
        const old = oldRecords[index];
        if (!old) return [record];
        const merged = mergeRecord(old, record, found);
        return worthWriting(old, merged) ? [merged] : [];
      });
      const newLinks = seen.links.flatMap((link, index) => {
        const old = oldLinks[index];
        if (!old) return [link];
        const merged = mergeLink(old, link, found);
        return worthWriting(old, merged) ? [merged] : [];
      });
      if (seen.everybody) {
        const { on, at } = seen.everybody;
        const named = new Set(seen.links.map(({ contact }) => contact));
        for (const link of await links.where("opportunity").equals(on).toArray()) {
          if (!stillNames(link) || named.has(link.contact) || link.lastSeen > at) continue;
          newLinks.push({ ...link, unnamedSince: at });
          found.push(namedChange(link, false, at));
        }
      }
      await Promise.all([
        newRecords.length > 0 && records.bulkPut(newRecords),
        newLinks.length > 0 && links.bulkPut(newLinks),
        found.length > 0 && changes.bulkAdd(found),
      ]);
    });
  } catch (error) {
    throw StoreFailure.from(error);
  }
  // Also when there was nothing new: a worker that died after its last write may have told nobody of it.
  announceWrite();
}

function mergeRecord(old: CrmRecord, seen: CrmRecord, changes: RecordChange[]): CrmRecord {
  const fields = { ...old.fields };
  for (const [name, reading] of Object.entries(seen.fields) as [FieldName, RememberedField][]) {
    const had = fields[name];
    // A list shortens or decorates a name; the record's own page has the last word on it.
    if (name === "name" && had?.own && !reading.own) continue;
    if (had && had.value !== reading.value) {
      const { value: before } = had;
      changes.push({ record: old.key, field: name, before, after: reading.value, at: reading.at });
    }
    fields[name] = had?.value === reading.value ? seenAgain(had, reading) : reading;
  }
  // The name is that of the reading which counts; where there never was one, what was said last.
  const named =
    seen.name === "" || (fields.name !== undefined && fields.name.value === old.fields.name?.value)
      ? old
      : seen;
  const ownWord = seen.fields.name?.own ?? false;
  return {
    ...old,
    ...(seen.namesakes === undefined ? {} : { namesakes: seen.namesakes }),
    ...(seen.url === undefined ? {} : { url: seen.url }),
    ...accountOf(old, seen),
    name: named.name,
    normalName: named.normalName,
    // A list may leave a marker out; only the record's own page says that it is gone.
    markers: ownWord || seen.markers.length > 0 ? seen.markers : old.markers,
    fields,
    lastSeen: Math.max(old.lastSeen, seen.lastSeen),
  };
}

/** The same value once more: a list does not take the word from the record's own page. */
function seenAgain(had: RememberedField, reading: RememberedField): RememberedField {
  const at = reading.at - had.at < FRESH_FOR ? had.at : reading.at;
  return { ...(had.own && !reading.own ? had : reading), at };
}

/**
 * An account known by id is not given up for the same account's bare name, nor the account that the
 * record's own page names for the one around a list in which the record stood.
 */
function accountOf(old: CrmRecord, seen: CrmRecord): { account?: RecordKey<"account"> } {
  if (seen.account === undefined) return {};
  if (old.account === undefined) return { account: seen.account };
  const had = old.fields.account;
  const reading = seen.fields.account;
  if (had?.own && reading === undefined) return { account: old.account };
  const bare = !isNamed(old.account) && isNamed(seen.account);
  return { account: bare && had?.value === reading?.value ? old.account : seen.account };
}

function namedChange(link: ContactLink, after: boolean, at: number): RecordChange {
  const { opportunity: record, contact } = link;
  return { record, contact, field: "named", before: !after, after, at };
}

function mergeLink(old: ContactLink, seen: ContactLink, changes: RecordChange[]): ContactLink {
  const { opportunity: record, contact } = old;
  const { unnamedSince: _, ...known } = old;
  const at = seen.lastSeen;
  if (!stillNames(old)) changes.push(namedChange(old, true, at));
  if (seen.role !== undefined && seen.role !== old.role) {
    changes.push({
      record,
      contact,
      field: "role",
      before: old.role ?? null,
      after: seen.role,
      at,
    });
  }
  if (seen.primary !== undefined && seen.primary !== (old.primary ?? false)) {
    changes.push({
      record,
      contact,
      field: "primary",
      before: old.primary ?? null,
      after: seen.primary,
      at,
    });
  }
  return { ...known, ...seen, firstSeen: old.firstSeen };
}

function worthWriting<Row extends { lastSeen: number }>(old: Row, merged: Row): boolean {
  if (merged.lastSeen - old.lastSeen >= FRESH_FOR) return true;
  return JSON.stringify({ ...old, lastSeen: 0 }) !== JSON.stringify({ ...merged, lastSeen: 0 });
}
