import { describe, expect, test } from "vitest";
import type { ContactLink, CrmRecord, RecordChange, RememberedField } from "@/lib/domain";
import { claim, key, NOON } from "@/lib/domain/testing";
import { checkRow } from "./rows";

const li = key("contact", "003A");
const deal = key("opportunity", "006A");

/** Every member that there is: one that is added and not let into a file does not compile here, or fails. */
const field: Required<RememberedField> = {
  value: "CTO",
  raw: "CTO ",
  ref: "1",
  hook: "[title]",
  ambiguous: true,
  at: NOON,
  own: true,
};
/** What a record is marked with only when it is read is never stored, and in no file. */
const record: Required<Omit<CrmRecord, "told">> = {
  key: li,
  kind: "contact",
  name: "Li Wei",
  normalName: "li wei",
  markers: [
    { kind: "role", role: "user", text: "(User)" },
    { kind: "left", text: "(Replaced by Bo)", replacedBy: "Bo" },
  ],
  account: key("account", "001A"),
  fields: { name: field, title: field },
  url: "https://acme.lightning.force.com/lightning/r/Contact/003A/view",
  namesakes: 2,
  firstSeen: NOON,
  lastSeen: NOON,
};
const link: Required<ContactLink> = {
  opportunity: deal,
  contact: li,
  role: "Decision Maker",
  primary: true,
  hook: "tr",
  firstSeen: NOON,
  lastSeen: NOON,
  unnamedSince: NOON,
};
const change: Required<RecordChange> = {
  id: 1,
  record: deal,
  field: "role",
  contact: li,
  before: null,
  after: "User",
  at: NOON,
};

describe("a row of a data file", () => {
  test.for([
    ["records", record],
    ["links", link],
    ["claims", claim(1, li, { aspect: "left" }, { scope: deal })],
    ["changes", change],
  ] as const)("of %s passes with every member that there is", ([table, row]) => {
    expect(checkRow(table, row)).toEqual({ row });
  });

  test("has the name for comparing that its name makes, whatever it says", () => {
    expect(checkRow("records", { ...record, normalName: "somebody else" })).toEqual({
      row: record,
    });
  });

  test.for<[string, "records" | "links" | "changes", object]>([
    ["another kind than its key", "records", { ...record, kind: "account" }],
    [
      "an account of another organisation",
      "records",
      { ...record, account: key("account", "1", "x") },
    ],
    ["an address of a script", "records", { ...record, url: "javascript:alert(1)" }],
    ["a field that there is none of", "records", { ...record, fields: { iban: field } }],
    ["a contact of another organisation", "links", { ...link, contact: key("contact", "1", "x") }],
    ["a member too many", "links", { ...link, evil: 1 }],
    ["a list for a value", "changes", { ...change, after: ["User"] }],
    ["people of two organisations", "changes", { ...change, contact: key("contact", "1", "x") }],
  ])("with %s is refused, with the reason", ([, table, row]) => {
    expect(checkRow(table, row)).toEqual({ wrong: expect.stringMatching(/./u) as string });
  });
});
