/** Builders for tests: valid rows, of which a test states only what it is about. */
import type { StatedClaim, Statement, Withdrawal } from "./claim";
import { keyOf, nameId, normalName, type RecordKey, type RecordKind } from "./key";
import type { ContactLink, CrmRecord, FieldName, FieldValue, RememberedField } from "./record";

/** Noon of 20 November 2026 (UTC): the "now" of tests. */
export const NOON = Date.UTC(2026, 10, 20, 12);
export const DAY = 24 * 60 * 60 * 1_000;

/** The key of a record with an id, `salesforce:acme` unless told. */
export function key<K extends RecordKind>(kind: K, id: string, org = "acme"): RecordKey<K> {
  return keyOf({ crm: "salesforce", org, kind, id });
}

/** The key of a person of whom only the name is known. */
export function named(name: string, account = "", org = "acme"): RecordKey<"contact"> {
  return key("contact", nameId(name, account), org);
}

/** The key of an account of which only the name is known. */
export function namedAccount(name: string, org = "acme"): RecordKey<"account"> {
  return key("account", nameId(name), org);
}

/** The n-th claim id: a UUIDv7 whose order is that of n. */
export function claimId(n: number): string {
  const hex = n.toString(16).padStart(12, "0");
  return `01930000-0000-7000-8000-${hex}`;
}

export function record<K extends RecordKind>(
  key: RecordKey<K>,
  name: string,
  more: Partial<Omit<CrmRecord<K>, "key" | "name">> = {},
): CrmRecord<K> {
  return {
    key,
    kind: key.split(":")[2] as K,
    name,
    normalName: normalName(name),
    markers: [],
    fields: {},
    firstSeen: NOON,
    lastSeen: NOON,
    ...more,
  };
}

export function field(value: FieldValue, more: Partial<RememberedField> = {}): RememberedField {
  return { value, hook: "[test]", at: NOON, ...more };
}

export function fields(
  values: Partial<Record<FieldName, FieldValue>>,
  more: Partial<RememberedField> = {},
): CrmRecord["fields"] {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, field(value, more)]),
  );
}

export function link(
  opportunity: RecordKey<"opportunity">,
  contact: RecordKey<"contact">,
  more: Partial<ContactLink> = {},
): ContactLink {
  return { opportunity, contact, hook: "[test]", firstSeen: NOON, lastSeen: NOON, ...more };
}

export function claim(
  n: number,
  about: RecordKey,
  says: Statement,
  more: Partial<Omit<StatedClaim, "id" | "about" | "says">> = {},
): StatedClaim {
  return {
    id: claimId(n),
    at: NOON,
    by: "me",
    scope: about,
    about,
    says,
    how: "judgement",
    sure: "likely",
    ...more,
  };
}

export function withdrawal(
  n: number,
  of: { id: string; scope: RecordKey; about: RecordKey },
): Withdrawal {
  const { id: withdraws, scope, about } = of;
  return { id: claimId(n), at: NOON, by: "me", scope, about, withdraws };
}
