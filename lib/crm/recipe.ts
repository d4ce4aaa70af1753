import type { FieldName, OpportunityStatus, PageKind } from "@/lib/domain";

/**
 * A recipe tells the one reading engine where a CRM keeps things on its pages. It is data: it can be
 * written as JSON, has no functions, no regular expressions, no conditions and no loops. Adding a CRM
 * is one folder with a recipe and its fixtures, and one line in the registry (docs/adding-a-crm.md).
 *
 * A *hook* is a CSS selector. Where a list of hooks is asked for, the better one stands first:
 * record ids and data attributes, then ARIA and labels, then structure; of each hook the first
 * element in the record counts. Hooks of the plain form `tag[attribute="value"]` or
 * `[attribute="value"]` are looked up in an index, so a recipe may hold as many as it likes.
 */
export interface Recipe {
  /** The first part of record keys. Never changed once released. */
  id: string;
  names: { en: string; "zh-CN": string };
  site: Site;
  /** What stands for the visible record. Of several visible ones the innermost counts. */
  containers: readonly string[];
  /** Parts of a record's container that belong to something else (dialogs, previews). */
  leaveOut: readonly string[];
  /** Parts of a value that are not the value (texts for screen readers, buttons). */
  noise: readonly string[];
  /** Where inside a field's element its value stands. Without any, the element itself is the value. */
  values: readonly string[];
  /** Where a field's label stands, for fields that no hook finds. */
  labelled: readonly Labelled[];
  /** The same for the columns of lists. */
  columnLabels?: readonly Labelled[];
  /** Shown while the page still waits for its server; what stands there then may be another record. */
  busy?: readonly string[];
  /** Words before a name that are not part of it. */
  salutations?: readonly string[];
  /** Order of day, month and year where the product fixes it per language; else the language says. */
  dateOrder?: Readonly<Record<string, DateOrder>>;
  /** Links to a person, anywhere in the product, for "who is under the cursor". */
  personLinks: readonly string[];
  kinds: Partial<Record<PageKind, KindRecipe>>;
}

export type DateOrder = "ymd" | "mdy" | "dmy";

/** How URLs name the product, the organisation and the record. */
export interface Site {
  /** The product's domains. The label before them names the organisation: `acme` on all of them. */
  hosts: readonly string[];
  /** Domains that name the same organisation, but show no pages that are read. */
  aliases: readonly string[];
  /**
   * Also runs under addresses of its users' own. There, as on any other host, the organisation is
   * the host with its port; where the URL names a `{database}`, that belongs to it.
   */
  selfHosted: boolean;
  /** Where its users sign in, the same for all of them. It is opened for the user, never read. */
  start?: string;
  /** URLs of the product, for pages that name no record. */
  app: readonly string[];
  /**
   * URLs of records: segments between slashes, `{id}`, `{type}`, `{list}`, `{database}` for one
   * segment each, `**` at the end for anything. What stands after `#` is compared with the fragment,
   * up to its first `;` or `?`; a `;` at the end asks for that semicolon. The first that fits counts.
   */
  pages: readonly {
    url: string;
    /** `lists`: only the list named by `{list}` is read; `nothing`: the record is named, not shown. */
    shows: "record" | "list" | "nothing";
  }[];
  /** What `{type}` may be. */
  types: readonly (readonly [type: string, kind: PageKind])[];
  /** What the first characters of an id say about the kind; then `{type}` may be missing. */
  idPrefixes?: readonly (readonly [prefix: string, kind: PageKind])[];
  idForm: "digits" | "salesforce";
}

export interface KindRecipe {
  fields: Partial<Record<FieldName, FieldRecipe>>;
  /** How the page tells which record it shows, to notice that the one before is still there. */
  witness?: Witness;
  lists?: readonly ListRecipe[];
  /** Fields that name a person of this record, e.g. "Jonas Brandt <j.brandt@nordwind.example>". */
  people?: readonly { name: string; in: "opportunity" | "account"; hooks: readonly string[] }[];
  /** The part of the page that stands for the record itself. */
  header?: readonly string[];
  /** More dates of the page, to learn the order of day and month from. */
  dates?: readonly string[];
  status?: StatusRecipe;
  /** For parties: what a relation type says about the two sides. */
  relations?: RelationWords;
}

/** How the text of a field is understood. */
export type FieldType =
  | "text"
  | "name"
  | "record"
  | "amount"
  | "currency"
  | "date"
  | "choice"
  | "email"
  | "phone";

export interface FieldRecipe {
  type: FieldType;
  hooks: readonly string[];
  /** The field's label in the languages known, for {@link Recipe.labelled}. */
  labels?: readonly string[];
}

/** A place where a label stands beside its value. */
export interface Labelled {
  /** The label; with `attribute` the value's own element, which names its label there. */
  label: string;
  attribute?: string;
  /** The nearest ancestor that holds label and value. Without both the value is the next element. */
  box?: string;
}

/**
 * `id`: links that hold the record's own id. `unique`: a value that no two records share; without the
 * element the page still shows something else.
 */
export type Witness = { by: "id" | "unique"; hooks: readonly string[] };

/** Whether an opportunity is still being decided. */
export interface StatusRecipe {
  /** Hooks that mean a status by being there. */
  hooks: readonly { hook: string; means: OpportunityStatus }[];
  /** Stages (machine value or shown text, any case) that mean a status. */
  stages: Readonly<Record<OpportunityStatus, readonly string[]>>;
}

export type Column = "role" | "primary" | "title" | "department" | "email" | "phone" | "account";

/** A list of people on a record's page. */
export interface ListRecipe {
  name: string;
  in: "opportunity" | "account";
  /** What `{list}` is when the list has a page of its own. */
  urlName?: string;
  /** How the list is found: a hook inside it (or its heading with these words), and the box around. */
  found: readonly { hook: string; words?: readonly string[]; box?: string }[];
  /** The heading that says how many rows the list has: "Contact Roles (3)". Not one that counts what a filter leaves. */
  count?: readonly string[];
  /** One person each. */
  rows: readonly string[];
  /** The person's name in a row. */
  person: readonly string[];
  columns: Partial<Record<Column, readonly string[]>>;
  /** The columns' labels in the languages known, for {@link Recipe.columnLabels}. */
  labels?: Partial<Record<Column, readonly string[]>>;
  /** The role column holds job titles as well as roles. */
  roleIsTitle?: boolean;
}

/** Relation types between parties, by what they say. Types not listed: the other side is a person. */
export interface RelationWords {
  /** Endings of the person's own side ("Technical director at"): the other side is their account. */
  endings: readonly string[];
  /** Between persons. */
  superior: readonly string[];
  persons: readonly string[];
  /** Between companies. */
  parent: readonly string[];
  companies: readonly string[];
}
