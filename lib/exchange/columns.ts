import { isWithdrawal, type CrmRecord, type FieldName, type Statement } from "@/lib/domain";
import { TABLE_HOOK, type Rows } from "./rows";

/** What a cell holds before it is written: a number is no text, and needs no guarding. */
export type Cell = string | number | boolean | null;

/** A table for spreadsheets: column by column, in this order. */
export interface Table {
  columns: readonly string[];
  rows: Cell[][];
}

const moment = (at: number) => new Date(at).toISOString();

/** What stands in the cells of a member; `either`: a number for a stance, else text. */
type Kind = "text" | "flag" | "number" | "moment" | "either";
type MemberOf<Says> = Says extends unknown ? Exclude<keyof Says, "aspect"> : never;

/** The members of statements, all of them. */
const MEMBERS = {
  role: "text",
  called: "text",
  holds: "flag",
  level: "number",
  value: "either",
  to: "text",
  whom: "text",
  strength: "number",
  topic: "text",
  text: "text",
  objection: "text",
  channel: "text",
  on: "moment",
  ask: "text",
  kept: "flag",
  replacedBy: "text",
  as: "text",
  kind: "text",
  step: "text",
  state: "text",
  until: "moment",
  why: "text",
  suggestion: "text",
  name: "text",
  title: "text",
} as const satisfies Record<MemberOf<Statement>, Kind>;
type Member = keyof typeof MEMBERS;
const MEMBER_NAMES = Object.keys(MEMBERS) as Member[];

export const CLAIM_COLUMNS = [
  "id",
  "at",
  "by",
  "person",
  "opportunity",
  "aspect",
  ...MEMBER_NAMES,
  "how",
  "sure",
  "withdraws",
  "scope",
  "about",
] as const;

/** Every claim in a line; `person` and `opportunity` are names for the reader, and not read back. */
export function claimTable({ claims, records }: Rows): Table {
  const names = new Map<string, string>(records.map(({ key, name }) => [key, name]));
  return {
    columns: CLAIM_COLUMNS,
    rows: claims.map((claim) => {
      const says: Record<string, unknown> = isWithdrawal(claim) ? {} : claim.says;
      const named: Record<string, unknown> = {
        ...says,
        ...claim,
        at: moment(claim.at),
        person: names.get(claim.about),
        opportunity: names.get(claim.scope),
      };
      return CLAIM_COLUMNS.map((column) => {
        const value = named[column];
        const isMoment = column in MEMBERS && MEMBERS[column as Member] === "moment";
        if (typeof value === "number") return isMoment ? moment(value) : value;
        return typeof value === "string" || typeof value === "boolean" ? value : null;
      });
    }),
  };
}

/** The claim of a line; what is wrong with it, its schema says. */
export function claimOfLine(line: Readonly<Record<string, string>>): unknown {
  const { id, by, scope, about, how, sure, withdraws, aspect } = line;
  const base = { id, at: momentOf(line.at), by, scope, about };
  if (withdraws) return { ...base, withdraws };
  const says: Record<string, unknown> = { aspect };
  for (const member of MEMBER_NAMES) {
    const cell = line[member] ?? "";
    if (cell !== "") says[member] = valueOf(MEMBERS[member], cell, aspect);
  }
  // Nobody above: an empty cell, where every other person is named.
  if (aspect === "reports-to" && says.to === undefined) says.to = null;
  return { ...base, says, how, sure };
}

function valueOf(
  kind: (typeof MEMBERS)[Member],
  cell: string,
  aspect: string | undefined,
): unknown {
  if (kind === "number" || (kind === "either" && aspect === "stance")) return Number(cell);
  if (kind === "moment") return momentOf(cell);
  // Spreadsheets write TRUE, some in the user's language; what is neither is for the schema to refuse.
  if (kind === "flag") {
    const word = cell.toLowerCase();
    return word === "true" ? true : word === "false" ? false : cell;
  }
  return cell;
}

function momentOf(cell: string | undefined): number {
  return Date.parse(cell ?? "");
}

/** What a person's line says; `name` and the rest are fields as read from the CRM. */
const PERSON_FIELDS = [
  "title",
  "department",
  "email",
  "phone",
  "mobile",
  "reportsTo",
] as const satisfies readonly FieldName[];

export const PERSON_COLUMNS = [
  "name",
  ...PERSON_FIELDS,
  "accountName",
  "url",
  "firstSeen",
  "lastSeen",
  "account",
  "key",
] as const;

/** Every person in a line; `accountName` is for the reader, and not read back. */
export function personTable({ records }: Rows): Table {
  const names = new Map<string, string>(records.map(({ key, name }) => [key, name]));
  return {
    columns: PERSON_COLUMNS,
    rows: records
      .filter(({ kind }) => kind === "contact")
      .map((record) => {
        const fields = PERSON_FIELDS.map((field): Cell => record.fields[field]?.value ?? null);
        const { name, url = null, account, firstSeen, lastSeen, key } = record;
        const seen = [moment(firstSeen), moment(lastSeen)];
        return [
          name,
          ...fields,
          names.get(account ?? "") ?? null,
          url,
          ...seen,
          account ?? null,
          key,
        ];
      }),
  };
}

/**
 * The person of a line. What a page of the CRM said always counts more: a table adds what no page told,
 * so its values are as old as the person.
 */
export function personOfLine(line: Readonly<Record<string, string>>): unknown {
  const { key, name = "", account, url } = line;
  const firstSeen = momentOf(line.firstSeen);
  const fields: CrmRecord["fields"] = {};
  for (const field of ["name", ...PERSON_FIELDS] as const) {
    const value = line[field] ?? "";
    if (value !== "") fields[field] = { value, hook: TABLE_HOOK, at: firstSeen };
  }
  return {
    key,
    kind: "contact",
    name,
    normalName: "",
    markers: [],
    ...(account ? { account } : {}),
    fields,
    ...(url ? { url } : {}),
    firstSeen,
    // Never newer than what is known, or it would stand for it.
    lastSeen: firstSeen,
  };
}
