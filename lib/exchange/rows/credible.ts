import type { ContactLink, CrmRecord, RecordKey } from "@/lib/domain";
import type { Rows } from "./rows";

/**
 * What of a file's rows may be believed. A record's address is opened by a click in a list of the user's customers:
 * one that is not of the record's own organisation in its CRM is left out. Nothing was read after now: a later time
 * would have a file outdo whatever the CRM says from now on.
 *
 * @param isOf whether an address is a page of the CRM and organisation of a record
 * @param now ms since 1970
 */
export function credible(
  rows: Partial<Rows>,
  isOf: (url: string, key: RecordKey) => boolean,
  now: number,
): Partial<Rows> {
  const seen = <Row extends { firstSeen: number; lastSeen: number }>(row: Row): Row => ({
    ...row,
    firstSeen: Math.min(row.firstSeen, now),
    lastSeen: Math.min(row.lastSeen, now),
  });
  const record = ({ url, ...rest }: CrmRecord): CrmRecord => ({
    ...seen(rest as CrmRecord),
    ...(url !== undefined && isOf(url, rest.key) ? { url } : {}),
    fields: Object.fromEntries(
      Object.entries(rest.fields).map(([name, field]) => [
        name,
        { ...field, at: Math.min(field.at, now) },
      ]),
    ),
  });
  const link = (row: ContactLink): ContactLink => ({
    ...seen(row),
    ...(row.unnamedSince === undefined ? {} : { unnamedSince: Math.min(row.unnamedSince, now) }),
  });
  return {
    ...rows,
    ...(rows.records && { records: rows.records.map(record) }),
    ...(rows.links && { links: rows.links.map(link) }),
  };
}
