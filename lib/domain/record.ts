import type { RecordKey, RecordKind } from "./key";
import type { Role } from "./role";

/** The only kinds of value that pass from a page into Powermap. Dates are `YYYY-MM-DD`. */
export type FieldValue = string | number | boolean;

/** The fields that Powermap reads of each kind of record. */
export const FIELDS = {
  opportunity: ["name", "account", "stage", "amount", "currency", "closeDate", "owner", "status"],
  account: ["name", "industry", "parent", "owner"],
  contact: ["name", "title", "department", "account", "email", "phone", "mobile", "reportsTo"],
} as const satisfies Record<RecordKind, readonly string[]>;
export type FieldName<K extends RecordKind = RecordKind> = (typeof FIELDS)[K][number];

/** Whether an opportunity is still being decided. */
export const OPPORTUNITY_STATUSES = ["open", "won", "lost"] as const;
export type OpportunityStatus = (typeof OPPORTUNITY_STATUSES)[number];

/** One field as it was read, with where it came from. */
export interface FieldReading {
  value: FieldValue;
  /** The text on the page, where the value was computed from it. */
  raw?: string;
  /** The id in the CRM of the record that the field points at, when the page gives it. */
  ref?: string;
  /** The recipe's hook that matched, for "what I read here, and from where". */
  hook: string;
  /** The text has more than one meaning (01/02/2026); `value` is then the raw text. */
  ambiguous?: true;
}

/** A field as remembered: the last reading, and when it was made (ms since 1970). */
export interface RememberedField extends FieldReading {
  at: number;
  /** Read on the record's own page, not in a list. */
  own?: true;
}

/** What a seller wrote into a name: "(DM)", "(GONE)", "(Replaced by …)". Offered, never applied. */
export type NameMarker =
  | { kind: "role"; role: Role; text: string }
  | { kind: "left"; text: string; replacedBy?: string };

/** A record of the CRM as its pages showed it last. Nobody edits it; visits refresh it. */
export interface CrmRecord<K extends RecordKind = RecordKind> {
  key: RecordKey<K>;
  kind: K;
  /** Display name, markers split off. */
  name: string;
  /** {@link normalName} of `name`, for finding namesakes. */
  normalName: string;
  markers: NameMarker[];
  /** The account the record belongs to, as read (it may be known by name only). */
  account?: RecordKey<"account">;
  fields: Partial<Record<FieldName, RememberedField>>;
  /** The page of the record itself, when it was seen there. */
  url?: string;
  /** How many rows of this name one page showed; more than one: they cannot be told apart yet. */
  namesakes?: number;
  firstSeen: number;
  lastSeen: number;
  /** Known by the user's word alone: such a record is made for reading and never stored. */
  told?: true;
}

/** A person named on an opportunity's page, with the role that the CRM gives them there. */
export interface ContactLink {
  opportunity: RecordKey<"opportunity">;
  contact: RecordKey<"contact">;
  /** The CRM's own word for the role, as shown. */
  role?: string;
  primary?: boolean;
  hook: string;
  firstSeen: number;
  lastSeen: number;
  /** When a page named everybody but this person (ms since 1970); absent while it names them. */
  unnamedSince?: number;
}

/** Something that the CRM changed between two visits. */
export interface RecordChange {
  id?: number;
  record: RecordKey;
  /** `role` and `primary` are those of the contact `contact` on this opportunity; `named`: whether it has them. */
  field: FieldName | "role" | "primary" | "named";
  contact?: RecordKey<"contact">;
  before: FieldValue | null;
  after: FieldValue;
  at: number;
}
