/**
 * Keys name a record across CRMs and organisations: `crm:org:kind:id`.
 *
 * The four parts are percent-encoded, so a colon in a part never splits the key, and two CRMs or two
 * organisations with the same record id never meet. Keys are compared as text, so each has one spelling
 * only: that of {@link keyOf}.
 */

/** The kinds of record that Powermap remembers. A person is the `contact` of a CRM. */
export const RECORD_KINDS = ["opportunity", "account", "contact"] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

export type RecordKey<K extends RecordKind = RecordKind> = `${string}:${string}:${K}:${string}`;

export interface KeyParts<K extends RecordKind = RecordKind> {
  /** The recipe that read the record, e.g. `salesforce`. */
  crm: string;
  /** The organisation (tenant, database) inside that CRM, e.g. `acme`. */
  org: string;
  kind: K;
  /** The record's id in the CRM, or a name identity made by {@link nameId}. */
  id: string;
}

/** Builds the key of a record. Never throws: lone surrogates are replaced before encoding. */
export function keyOf<K extends RecordKind>({ crm, org, kind, id }: KeyParts<K>): RecordKey<K> {
  return `${encode(crm)}:${encode(org)}:${kind}:${encode(id)}`;
}

/** Splits a key; `null` when the text is not a key, or not spelled as {@link keyOf} spells it. */
export function parseKey(key: string): KeyParts | null {
  const parts = key.split(":");
  if (parts.length !== 4 || parts.some((part) => part === "")) return null;
  const [crm, org, kind, id] = parts as [string, string, string, string];
  if (!(RECORD_KINDS as readonly string[]).includes(kind)) return null;
  const decoded = { crm: decode(crm), org: decode(org), kind: kind as RecordKind, id: decode(id) };
  return keyOf(decoded) === key ? decoded : null;
}

/** The part of a key that names its CRM and organisation. */
export function orgOf(key: string): string {
  return key.split(":", 2).join(":");
}

/** The kind of record that a key names. */
export function kindOf<K extends RecordKind>(key: RecordKey<K>): K {
  return key.split(":")[2] as K;
}

/** True when both keys belong to the same CRM and organisation. */
export function sameOrg(a: string, b: string): boolean {
  return orgOf(a) === orgOf(b);
}

/** The start that all keys of one organisation share, for range queries. */
export function orgPrefix(crm: string, org: string): string {
  return `${encode(crm)}:${encode(org)}:`;
}

const NAME_MARK = "=";

/**
 * The id of a record of which a page gave only the name: the name within its context (the account's
 * name for a person, nothing for an account). Equal for two spellings that {@link normalName} equates.
 */
export function nameId(name: string, context = ""): string {
  return `${NAME_MARK}${encode(normalName(context))}/${encode(normalName(name))}`;
}

/** True for the key of a record that is known by its name only. */
export function isNamed(key: string): boolean {
  return key.split(":")[3]?.startsWith(encode(NAME_MARK)) ?? false;
}

/**
 * A name for comparing, not for showing: invisible and bidirectional control characters dropped,
 * compatibility forms folded (NFKC, Unicode TR15), white space collapsed, case folded. Marks stay: José
 * and Jose may be two people.
 */
export function normalName(name: string): string {
  return (
    name
      // First: what stands between a letter and its mark keeps them from composing.
      .replace(/\p{Default_Ignorable_Code_Point}|\p{Bidi_Control}/gu, "")
      .normalize("NFKC")
      .replace(/\s+/gu, " ")
      .trim()
      .toLowerCase()
      // Again: some letters compose with their mark in lower case only.
      .normalize("NFC")
  );
}

function encode(part: string): string {
  return encodeURIComponent(part.toWellFormed());
}

/** Text that was never encoded stays as it is: encoded, it is another. */
function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
