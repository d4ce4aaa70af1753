import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseNamedAddress, withoutScheme } from "./address";
import { splitName } from "./markers";

const role = (role: string, text: string) => ({ kind: "role", role, text });
const left = (text: string, replacedBy?: string) => ({
  kind: "left",
  text,
  ...(replacedBy ? { replacedBy } : {}),
});

test.each([
  ["Jonas Brandt (DM)", "Jonas Brandt", [role("decision-maker", "DM")]],
  ["王芳(决策人)", "王芳", [role("decision-maker", "决策人")]],
  ["王芳（决策者）", "王芳", [role("decision-maker", "决策者")]],
  ["Anna Kern [EB]", "Anna Kern", [role("decision-maker", "EB")]],
  ["[EB] Anna Kern", "Anna Kern", [role("decision-maker", "EB")]],
  ["【内线】刘洋", "刘洋", [role("coach", "内线")]],
  ["Tom Becker (GONE)", "Tom Becker", [left("GONE")]],
  ["Tom Becker (left)", "Tom Becker", [left("left")]],
  ["Tom Becker (left the company)", "Tom Becker", [left("left the company")]],
  ["刘洋(已离职)", "刘洋", [left("已离职")]],
  ["Petra Vogel (Replaced by Anna)", "Petra Vogel", [left("Replaced by Anna", "Anna")]],
  ["Petra Vogel (replaced)", "Petra Vogel", [left("replaced")]],
  ["Petra Vogel (Replaced Tom)", "Petra Vogel", [left("Replaced Tom")]],
  ["赵敏（已由孙丽接替）", "赵敏", [left("已由孙丽接替", "孙丽")]],
  ["Anna Kern - DM", "Anna Kern", [role("decision-maker", "DM")]],
  ["Anna Kern / Champion", "Anna Kern", [role("champion", "Champion")]],
  [
    "Anna Kern (DM, Champion)",
    "Anna Kern",
    [role("decision-maker", "DM"), role("champion", "Champion")],
  ],
  ["Anna Kern (DM) (GONE)", "Anna Kern", [role("decision-maker", "DM"), left("GONE")]],
])("%s", (text, name, markers) => expect(splitName(text)).toEqual({ name, markers }));

test.each([
  "Anna (Sales)",
  "Anna (上海)",
  "陈明(上海)",
  "Anna (Sales, DM)",
  "Anna Kern (Purchasing)",
  "王芳(采购)",
  "Jean-Luc Picard",
  "Anna Kern - Berlin",
  "Left Bank Ltd.",
  "Coach",
  "(DM)",
  "Anna (Evaluator)",
  "Anna (Blocker)",
  "DM",
  "",
])("%s stays whole", (text) => expect(splitName(text)).toEqual({ name: text, markers: [] }));

test("what is split off stood in the text, and splitting again finds nothing more", () => {
  const word = fc.constantFrom(
    "Anna",
    "Kern",
    "(DM)",
    "[EB]",
    "(GONE)",
    "(Sales)",
    "-",
    "DM",
    "（决策人）",
    "(",
    ")",
    "(DM, EB)",
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const text = words.join(" ");
      const { name, markers } = splitName(text);
      for (const marker of markers) expect(text).toContain(marker.text);
      expect(text).toContain(name);
      // At most five are split off, and those of one pair of brackets together.
      if (markers.length < 4) expect(splitName(name)).toEqual({ name, markers: [] });
    }),
  );
});

test("never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => void splitName(text)),
  );
});

describe("addresses", () => {
  test.each([
    [
      "Jonas Brandt <j.brandt@nordwind.example>",
      { name: "Jonas Brandt", email: "j.brandt@nordwind.example" },
    ],
    ["王芳（决策人） <wang@x.example>", { name: "王芳（决策人）", email: "wang@x.example" }],
    ["Main desk <+1 312-555-0142>", { name: "Main desk", phone: "+1 312-555-0142" }],
    ["j.brandt@nordwind.example", { name: "", email: "j.brandt@nordwind.example" }],
    ["+49 40 5550 201", { name: "", phone: "+49 40 5550 201" }],
    ["Jonas Brandt", { name: "Jonas Brandt" }],
    ["a < b", { name: "a < b" }],
  ])("%s", (text, expected) => expect(parseNamedAddress(text)).toEqual(expected));

  test.each([
    ["mailto:a%2Bb@x.example?subject=hi", "a+b@x.example"],
    ["tel:+49 40 5550", "+49 40 5550"],
    ["tel:%E0%A4%A", "%E0%A4%A"],
    ["a@x.example", "a@x.example"],
  ])("%s", (text, expected) => expect(withoutScheme(text)).toBe(expected));
});
