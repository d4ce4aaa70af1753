import {
  keyOf,
  nameId,
  normalName,
  type ContactLink,
  type CrmRecord,
  type FieldName,
  type FieldReading,
  type NameMarker,
  type PageSnapshot,
  type RecordKey,
  type RecordKind,
  type RememberedField,
  type SeenPerson,
} from "@/lib/domain";
import type { Seen } from "@/lib/store";

interface Org {
  crm: string;
  org: string;
}

/**
 * The rows that a snapshot stands for: the record itself, the account and the people it names, and who
 * is named on the opportunity. Records without an id are known by their name in their context.
 *
 * @param url the address of the record's own page, where the snapshot may be of a list of it
 */
export function rowsOf(
  snapshot: PageSnapshot,
  kind: RecordKind,
  at: number,
  url = snapshot.url,
): Seen {
  const { place, fields, people, markers } = snapshot;
  const rows = new Map<RecordKey, CrmRecord>();
  const key = keyOf({ ...place, kind });
  const own = kind === "account" ? { name: textOf(fields.name) } : null;
  const account = own
    ? { key: key as RecordKey<"account">, name: own.name }
    : accountRow(place, fields.account, at, rows);

  if (kind === "contact") reportsToRow(place, fields.reportsTo, account, at, rows);
  rows.set(key, {
    ...recordRow(key, kind, textOf(fields.name), markers, at),
    ...(account && kind !== "account" ? { account: account.key } : {}),
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, reading]) => [name, { ...reading, at, own: true }]),
    ),
    url,
  });

  const links: ContactLink[] = [];
  for (const person of people) {
    const at_ = person.account ? accountOfPerson(place, person.account, at, rows) : account;
    const contact = personRow(place, person, at_, at, rows);
    if (kind === "opportunity" && person.in === "opportunity") {
      links.push({
        opportunity: key as RecordKey<"opportunity">,
        contact,
        ...(person.role === undefined ? {} : { role: person.role }),
        ...(person.primary === undefined ? {} : { primary: person.primary }),
        hook: person.hook,
        firstSeen: at,
        lastSeen: at,
      });
    }
  }
  return {
    // A list of its people does not name the record itself, and they are shown under it all the same.
    records: [...rows.values()].filter(
      (row) => row.name !== "" || (row.key === key && kind !== "contact" && people.length > 0),
    ),
    links: oncePerPerson(links),
    ...(snapshot.everybody
      ? { everybody: { on: key as RecordKey<"opportunity">, at: at - (snapshot.saidFor ?? 0) } }
      : {}),
  };
}

interface AccountRef {
  key: RecordKey<"account">;
  name: string;
}

function accountRow(
  org: Org,
  reading: FieldReading | undefined,
  at: number,
  rows: Map<RecordKey, CrmRecord>,
): AccountRef | null {
  const name = textOf(reading);
  if (name === "" || !reading) return null;
  return accountOfPerson(org, { name, ...(reading.ref ? { id: reading.ref } : {}) }, at, rows);
}

function accountOfPerson(
  { crm, org }: Org,
  { name, id }: { name: string; id?: string },
  at: number,
  rows: Map<RecordKey, CrmRecord>,
): AccountRef {
  const key = keyOf({ crm, org, kind: "account", id: id ?? nameId(name) });
  if (!rows.has(key)) rows.set(key, recordRow(key, "account", name, [], at));
  return { key, name };
}

function reportsToRow(
  { crm, org }: Org,
  reading: FieldReading | undefined,
  account: AccountRef | null,
  at: number,
  rows: Map<RecordKey, CrmRecord>,
): void {
  const name = textOf(reading);
  // Only by id: a manager's bare name says nothing that the field itself does not say.
  if (!reading?.ref || name === "") return;
  const key = keyOf({ crm, org, kind: "contact", id: reading.ref });
  rows.set(key, {
    ...recordRow(key, "contact", name, [], at),
    ...(account ? { account: account.key } : {}),
  });
}

/**
 * The row of one person under the cursor, on the page of `page` (null: a page of no known record).
 * @returns the person's key, the account they belong to as far as the page tells, and the rows.
 */
export function rowsOfPerson(
  org: Org,
  person: SeenPerson,
  page: CrmRecord | null,
  at: number,
): { contact: RecordKey<"contact">; account: RecordKey<"account"> | null; seen: Seen } {
  const rows = new Map<RecordKey, CrmRecord>();
  const account = person.account
    ? accountOfPerson(org, person.account, at, rows)
    : page && accountOfPage(page);
  const contact = personRow(org, person, account, at, rows);
  // One person under a cursor says nothing about how many bear the name.
  const records = [...rows.values()].map(({ namesakes: _, ...record }) => record);
  return { contact, account: account?.key ?? null, seen: { records, links: [] } };
}

function accountOfPage(page: CrmRecord): AccountRef | null {
  if (page.kind === "account") return { key: page.key as RecordKey<"account">, name: page.name };
  if (page.account === undefined) return null;
  return { key: page.account, name: textOf(page.fields.account) };
}

/** The row of a person named on a page; rows of one id are one, namesakes without an id are counted. */
function personRow(
  { crm, org }: Org,
  person: SeenPerson,
  account: AccountRef | null,
  at: number,
  rows: Map<RecordKey, CrmRecord>,
): RecordKey<"contact"> {
  const id = person.id ?? nameId(person.name, account?.name);
  const key = keyOf({ crm, org, kind: "contact", id });
  const field = (value: string): RememberedField => ({ value, hook: person.hook, at });
  const fields: Partial<Record<FieldName, RememberedField>> = { name: field(person.name) };
  for (const name of ["title", "department", "email", "phone"] as const) {
    const value = person[name];
    if (value !== undefined && value !== "") fields[name] = field(value);
  }
  // Where a CRM has no field for the title, what relates a person to the company says the most.
  if (person.in === "account" && person.role && fields.title === undefined) {
    fields.title = field(person.role);
  }
  const had = rows.get(key);
  // The page's own record says more than a row about it on the same page.
  if (had?.url !== undefined) return key;
  const namesakes = person.id === undefined ? { namesakes: countNamesake(had, fields) } : {};
  rows.set(key, {
    ...recordRow(key, "contact", person.name, person.markers, at),
    ...(account ? { account: account.key } : {}),
    fields: { ...had?.fields, ...fields },
    ...namesakes,
  });
  return key;
}

/** Two rows of one name are two people, unless they share an e-mail address or say the same. */
function countNamesake(had: CrmRecord | undefined, { email, title }: CrmRecord["fields"]): number {
  if (!had) return 1;
  const differs = (a: RememberedField | undefined, b: RememberedField | undefined) =>
    a !== undefined && b !== undefined && a.value !== b.value;
  const { email: hadEmail, title: hadTitle } = had.fields;
  if (email !== undefined && email.value === hadEmail?.value) return had.namesakes ?? 1;
  return (had.namesakes ?? 1) + Number(differs(email, hadEmail) || differs(title, hadTitle));
}

function recordRow<K extends RecordKind>(
  key: RecordKey<K>,
  kind: K,
  name: string,
  markers: NameMarker[],
  at: number,
): CrmRecord<K> {
  return {
    key,
    kind,
    name,
    normalName: normalName(name),
    markers,
    fields: {},
    firstSeen: at,
    lastSeen: at,
  };
}

function oncePerPerson(links: readonly ContactLink[]): ContactLink[] {
  const merged = new Map<string, ContactLink>();
  for (const link of links) merged.set(link.contact, { ...merged.get(link.contact), ...link });
  return [...merged.values()];
}

function textOf(reading: FieldReading | undefined): string {
  return reading === undefined ? "" : String(reading.value).trim();
}
