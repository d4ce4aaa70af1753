import type { RecordKind } from "./key";
import type { FieldName, FieldReading, NameMarker } from "./record";

/**
 * What a record page is about. A `party` is a company or a person, in CRMs that keep both in one
 * table: which one is decided later, from what else is known.
 */
export type PageKind = RecordKind | "party";

/** The record that a URL names. */
export interface Place {
  crm: string;
  org: string;
  kind: PageKind;
  id: string;
}

/** A person named on a page: a row of a list, a lookup field, the thing under the cursor. */
export interface SeenPerson {
  /** The record id, when the page gives it. */
  id?: string;
  /** Display name, markers split off. */
  name: string;
  markers: NameMarker[];
  /** `role`: named on the opportunity; `account`: one of the account's people. */
  in: "opportunity" | "account";
  title?: string;
  department?: string;
  email?: string;
  phone?: string;
  /** The CRM's own word for the role (contact role) or relation, as shown. */
  role?: string;
  primary?: boolean;
  /** The account of this person as the page names it, if not the page's own. */
  account?: { name: string; id?: string };
  hook: string;
}

/** A limit that cut something short; reported, never silent. */
export interface LimitHit {
  limit: "text" | "people" | "nodes" | "time";
  /** What was cut: a field name or a list name. */
  what: string;
  /** How much was there, when that is known. */
  found?: number;
  kept: number;
}

/** What one page showed of one record. Plain data: strings, numbers, booleans. */
export interface PageSnapshot {
  place: Place;
  /** The page's URL when it was read. */
  url: string;
  /** BCP 47 tag of the page's own language, "" when it does not say. */
  language: string;
  /** Markers that were in the record's own name (a contact page). */
  markers: NameMarker[];
  fields: Partial<Record<FieldName, FieldReading>>;
  /** Other dates that the page shows, as text: they tell the order of day and month. */
  dates?: string[];
  people: SeenPerson[];
  /**
   * `people` are all whom the CRM names on this opportunity: their list was read whole. That it is nobody the page may
   * say while it loads too; who watches the page takes the word away until it can be believed.
   */
  everybody?: true;
  /** For how long the page had said so when it was believed (ms): what was seen elsewhere meanwhile is newer. */
  saidFor?: number;
  /** Fields and lists that the recipe looks for and this page did not show. */
  notFound: string[];
  limits: LimitHit[];
}
