import { describe, expect, test } from "vitest";
import {
  keyOf,
  normalName,
  type CrmRecord,
  type FieldName,
  type FieldReading,
  type RecordKind,
} from "@/lib/domain";
import type { OpenOpportunity } from "@/lib/store";
import { accountLines, amountOf, matching, totals } from "./accounts";

const NOW = Date.UTC(2026, 10, 23, 12);

function record<K extends RecordKind>(
  kind: K,
  id: string,
  name: string,
  fields: Partial<Record<FieldName, Partial<FieldReading>>> = {},
): CrmRecord<K> {
  const remembered = Object.entries(fields).map(([field, reading]) => [
    field,
    { hook: "test", at: NOW, ...reading },
  ]);
  return {
    key: keyOf({ crm: "salesforce", org: "acme", kind, id }),
    kind,
    name,
    normalName: normalName(name),
    markers: [],
    fields: Object.fromEntries(remembered),
    firstSeen: NOW,
    lastSeen: NOW,
  };
}

function open(
  account: CrmRecord<"account"> | null,
  name: string,
  fields: Parameters<typeof record>[3] = {},
): OpenOpportunity {
  const opportunity = record("opportunity", name, name, fields);
  return { opportunity, account, people: [], links: [], claims: [] };
}

const huadong = record("account", "1", "华东制造集团 Huadong");
const hotels = record("account", "2", "Café Royal Hôtels");

describe("accounts with their open opportunities", () => {
  test("stand in the order of the nearest close date; unclear and missing dates come last", () => {
    const lines = accountLines(
      [
        open(hotels, "Booking", { closeDate: { value: "2027-01-10" } }),
        open(huadong, "Unclear", { closeDate: { value: "01/02/2026", ambiguous: true } }),
        open(huadong, "Later", { closeDate: { value: "2026-12-18" } }),
        open(huadong, "Overdue", { closeDate: { value: "2026-11-01" } }),
        open(huadong, "Nothing said"),
      ],
      NOW,
    );
    expect(lines.map(({ name }) => name)).toEqual([huadong.name, hotels.name]);
    expect(lines[0]?.opportunities.map(({ name }) => name)).toEqual([
      "Overdue",
      "Later",
      "Nothing said",
      "Unclear",
    ]);
  });

  test("an account that only the opportunity's page names bears that name", () => {
    const named = open(null, "Booking", { account: { value: "Café Royal Hôtels" } });
    const [line] = accountLines([named], NOW);
    expect(line).toMatchObject({ name: "Café Royal Hôtels", crm: "salesforce", org: "acme" });
  });

  test("opportunities without any account stand together, apart per organisation", () => {
    const elsewhere = open(null, "C");
    elsewhere.opportunity.key = keyOf({ crm: "tryton", org: "h/db", kind: "opportunity", id: "1" });
    const lines = accountLines([open(null, "A"), open(null, "B"), elsewhere], NOW);
    expect(lines.map(({ name, org, opportunities }) => [name, org, opportunities.length])).toEqual([
      ["", "acme", 2],
      ["", "h/db", 1],
    ]);
  });

  test("say who holds which role, who may, and where nobody is known", () => {
    const chen = record("contact", "c", "Chen Hao", { title: { value: "Operator" } });
    const zhao = record("contact", "z", "Zhao Min", { title: { value: "Purchasing manager" } });
    const one = open(huadong, "MES");
    const scope = one.opportunity.key;
    one.people.push(chen, zhao);
    one.links.push(
      ...[chen, zhao].map(({ key }) => ({
        opportunity: scope,
        contact: key,
        hook: "test",
        firstSeen: NOW,
        lastSeen: NOW,
      })),
    );
    one.claims.push({
      id: "0",
      at: NOW - 1_000,
      by: "me",
      scope,
      about: chen.key,
      says: { aspect: "role", role: "decision-maker", holds: true },
      how: "interview",
      sure: "certain",
    });
    const coverage = accountLines([one], NOW)[0]?.opportunities[0]?.coverage;
    expect(coverage?.find(({ role }) => role === "decision-maker")).toEqual({
      role: "decision-maker",
      state: "held",
      names: ["Chen Hao"],
    });
    expect(coverage?.find(({ role }) => role === "purchaser")).toEqual({
      role: "purchaser",
      state: "guessed",
      names: ["Zhao Min"],
    });
    expect(coverage?.find(({ role }) => role === "opinion-leader")?.state).toBe("open");
  });
});

describe("amounts", () => {
  test("an amount or a currency that stays ambiguous is the page's own text", () => {
    const amount = (fields: Parameters<typeof record>[3]) =>
      amountOf(record("opportunity", "1", "x", fields));
    expect(amount({ amount: { value: "1.200", ambiguous: true } })).toEqual({ raw: "1.200" });
    const sign = { value: "¥", ambiguous: true } as const;
    expect(amount({ amount: { value: 5, raw: "¥5.00" }, currency: sign })).toEqual({
      raw: "¥5.00",
    });
    expect(amount({ amount: { value: 5 }, currency: { value: "CNY" } })).toEqual({
      value: 5,
      currency: "CNY",
    });
    expect(amount({ amount: { value: 5 } })).toEqual({ value: 5, currency: null });
    expect(amount({})).toBeNull();
  });

  test("are summed per currency and never across", () => {
    const amounts = [
      { value: 100, currency: "EUR" },
      { value: 300, currency: "CNY" },
      { value: 50, currency: "EUR" },
      { value: 7, currency: null },
      { raw: "1.200" },
      null,
    ];
    expect(totals(amounts.map((amount) => ({ amount })))).toEqual({
      sums: [
        { value: 300, currency: "CNY" },
        { value: 150, currency: "EUR" },
        { value: 7, currency: null },
      ],
      unclear: 1,
    });
  });
});

describe("searching", () => {
  const lines = accountLines(
    [
      open(huadong, "Plant-wide MES licence"),
      open(huadong, "Quality module"),
      open(hotels, "Ｂｏｏｋｉｎｇ renewal"),
    ],
    NOW,
  );
  const found = (query: string) =>
    matching(lines, query).flatMap(({ opportunities }) => opportunities.map(({ name }) => name));

  test.for([
    ["mes", ["Plant-wide MES licence"]],
    ["CAFE hotel", ["Ｂｏｏｋｉｎｇ renewal"]],
    ["booking", ["Ｂｏｏｋｉｎｇ renewal"]],
    ["华东 quality", ["Quality module"]],
    ["huadong", ["Plant-wide MES licence", "Quality module"]],
    ["quality hotel", []],
    ["module quality", ["Quality module"]],
  ] as const)("%j finds %j", ([query, names]) => {
    expect(found(query)).toEqual(names);
  });

  test("nothing typed finds everything", () => {
    expect(found(" ")).toHaveLength(3);
  });
});
