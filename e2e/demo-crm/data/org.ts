/** One organisation of the demo CRM: its records, and what a page asks of them. */
import { isValid18, kindOf, makeId, to18, type Kind } from "./ids.ts";

export type Value = string | number | boolean | null;
export interface CrmRow {
  id: string;
  kind: Kind;
  fields: Record<string, Value>;
}
/** What a link to a record needs. */
export interface Ref {
  kind: Kind;
  name: string;
}
export interface RecordAnswer {
  record: CrmRow;
  /** Names of the records that the answer points at, by id. */
  refs: Record<string, Ref>;
  /** Rows of the related lists, by relationship name. */
  related: Record<string, CrmRow[]>;
  /** Fields that this org's page layout does not show, as `Kind.Field`. */
  hidden: string[];
}

/** Relationship name → child kind and the field that points at the parent. */
export const RELATED: Partial<Record<Kind, Record<string, { kind: Kind; by: string }>>> = {
  Opportunity: {
    OpportunityContactRoles: { kind: "OpportunityContactRole", by: "OpportunityId" },
  },
  Account: {
    Contacts: { kind: "Contact", by: "AccountId" },
    Opportunities: { kind: "Opportunity", by: "AccountId" },
  },
  Contact: {
    OpportunityContactRoles: { kind: "OpportunityContactRole", by: "ContactId" },
  },
};

export class Org {
  readonly key: string;
  readonly name: string;
  /** The currency that converted amounts are given in. */
  readonly currency: string;
  readonly rows = new Map<string, CrmRow>();
  readonly hidden = new Set<string>();
  /** Contacts made up by `?roles=N`; real enough to open, left out of list views. */
  private readonly padding = new Set<string>();

  constructor(key: string, name: string, currency: string) {
    this.key = key;
    this.name = name;
    this.currency = currency;
  }

  add(kind: Kind, tail: string, fields: Record<string, Value>): string {
    const id = makeId(kind, tail);
    if (this.rows.has(id)) throw new Error(`two records with the id ${id}`);
    this.rows.set(id, { id, kind, fields });
    return id;
  }

  /** A record by its 15- or 18-character id. */
  get(id: string): CrmRow | undefined {
    return this.rows.get(id.length === 15 ? to18(id) : id);
  }

  /** Deletes a record: its contact roles go with it, other records stop pointing at it. */
  remove(id: string): boolean {
    const gone = this.get(id);
    if (!gone) return false;
    this.rows.delete(gone.id);
    for (const row of this.rows.values()) {
      for (const [field, value] of Object.entries(row.fields)) {
        if (value !== gone.id) continue;
        if (row.kind === "OpportunityContactRole") this.rows.delete(row.id);
        else row.fields[field] = null;
      }
    }
    return true;
  }

  children(parent: string, relation: string): CrmRow[] {
    const link = RELATED[kindOf(parent) ?? "User"]?.[relation];
    if (!link) return [];
    return this.all(link.kind).filter((row) => row.fields[link.by] === parent);
  }

  all(kind: Kind): CrmRow[] {
    return [...this.rows.values()].filter((row) => row.kind === kind);
  }

  /** Everything that a record's page shows; `roles` pads the contact roles to that many rows. */
  page(id: string, roles = 0): RecordAnswer | null {
    const record = this.get(id);
    if (!record) return null;
    const related: Record<string, CrmRow[]> = {};
    for (const relation of Object.keys(RELATED[record.kind] ?? {})) {
      related[relation] = this.children(record.id, relation);
    }
    if (record.kind === "Opportunity") this.pad(record, related.OpportunityContactRoles!, roles);
    const rows = [record, ...Object.values(related).flat()];
    return { record, refs: this.refs(rows), related, hidden: [...this.hidden] };
  }

  /** The rows of a list view, with the names they point at. */
  list(kind: Kind, filter: string, me: string): { rows: CrmRow[]; refs: Record<string, Ref> } {
    const rows = this.all(kind).filter((row) => {
      if (this.padding.has(row.id)) return false;
      if (filter.startsWith("My")) return row.fields.OwnerId === me;
      if (filter === "Open") return !String(row.fields.StageName).startsWith("Closed");
      if (filter === "Won") return row.fields.StageName === "Closed Won";
      return true;
    });
    return { rows, refs: this.refs(rows) };
  }

  search(text: string): { id: string; kind: Kind; name: string }[] {
    const wanted = text.trim().toLowerCase();
    if (!wanted) return [];
    return [...this.rows.values()]
      .filter((row) => ["Account", "Contact", "Opportunity"].includes(row.kind))
      .filter((row) => nameOf(row).slice(0, 200).toLowerCase().includes(wanted))
      .slice(0, 8)
      .map((row) => ({ id: row.id, kind: row.kind, name: nameOf(row).slice(0, 200) }));
  }

  private refs(rows: CrmRow[]): Record<string, Ref> {
    const refs: Record<string, Ref> = {};
    const note = (id: Value | undefined) => {
      const row = typeof id === "string" && isValid18(id) ? this.rows.get(id) : undefined;
      if (row) refs[row.id] = { kind: row.kind, name: nameOf(row) };
      return row;
    };
    for (const row of rows) {
      for (const [field, value] of Object.entries(row.fields)) {
        if (!field.endsWith("Id")) continue;
        const target = note(value);
        // A contact role shows the contact's title and the deal's stage: bring those along.
        if (row.kind === "OpportunityContactRole" && target?.kind === "Contact") {
          note(target.fields.AccountId);
          row.fields.Title = target.fields.Title ?? null;
          row.fields.Email = target.fields.Email ?? null;
          row.fields.AccountId = target.fields.AccountId ?? null;
        }
        if (row.kind === "OpportunityContactRole" && target?.kind === "Opportunity") {
          row.fields.StageName = target.fields.StageName ?? null;
        }
      }
    }
    return refs;
  }

  private pad(opportunity: CrmRow, roles: CrmRow[], count: number): void {
    for (let i = roles.length; i < Math.min(count, 5000); i++) {
      const contact = makeId("Contact", `Pad${i}`);
      if (!this.rows.has(contact)) {
        this.padding.add(contact);
        this.add("Contact", `Pad${i}`, {
          Name: `Additional Contact ${i + 1}`,
          AccountId: opportunity.fields.AccountId ?? null,
          Title: i % 3 ? "Specialist" : "Engineer",
          Department: "Operations",
          Email: `contact${i + 1}@example.com`,
          OwnerId: opportunity.fields.OwnerId ?? null,
        });
      }
      roles.push({
        id: makeId("OpportunityContactRole", `${opportunity.id.slice(12, 15)}${i.toString(36)}`),
        kind: "OpportunityContactRole",
        fields: {
          OpportunityId: opportunity.id,
          ContactId: contact,
          Role: i % 4 ? "Business User" : null,
          IsPrimary: false,
        },
      });
    }
  }
}

/** The display name of any record. */
export function nameOf(row: CrmRow): string {
  return String(row.fields.Name ?? "");
}
