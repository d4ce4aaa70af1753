import { describe, expect, test } from "vitest";
import { claim, DAY, field, fields, key, link, NOON, record } from "@/lib/domain/testing";
import { expiring, monthsAfter } from "./expiry";
import type { Rows } from "./rows";

const account = key("account", "a");
const li = key("contact", "li");
const deal = (id: string, status: string, closeDate?: string) =>
  record(key("opportunity", id), id, {
    account,
    fields: fields({ status, ...(closeDate ? { closeDate } : {}) }),
  });
const said = (n: number, scope: ReturnType<typeof key>) =>
  claim(n, li, { aspect: "stance", value: 1 }, { scope });
const rows = (opportunities: ReturnType<typeof deal>[], claims: Rows["claims"]): Rows => ({
  records: [record(account, "Huadong"), record(li, "Li Wei", { account }), ...opportunities],
  links: opportunities.map((one) => link(one.key, li)),
  claims,
  changes: [],
});
const days = (found: ReturnType<typeof expiring>) =>
  found.map(({ opportunity, at, claims }) => [
    opportunity.name,
    new Date(at).toISOString().slice(0, 10),
    claims.length,
  ]);

describe("claims about people expire", () => {
  test("so many months after their opportunity closed, and never those of an open one", () => {
    const [won, open] = [deal("won", "won", "2026-01-31"), deal("open", "open", "2020-01-01")];
    const unknown = record(key("opportunity", "new"), "new", { account });
    const all = rows(
      [won, open, unknown],
      [said(1, won.key), said(2, won.key), said(3, open.key), said(4, unknown.key)],
    );
    expect(days(expiring(all, 24))).toEqual([["won", "2028-01-31", 2]]);
    expect(days(expiring(all, 1))).toEqual([["won", "2026-02-28", 2]]);
    expect(expiring(all, null)).toEqual([]);
  });

  test("not what is said of the customer, nor who is who", () => {
    const lost = deal("lost", "lost", "2020-01-01");
    const culture = claim(1, lost.key, { aspect: "culture", value: "consensus" });
    const same = claim(
      2,
      li,
      { aspect: "same", as: key("contact", "x"), holds: true },
      { scope: lost.key },
    );
    expect(expiring(rows([lost], [culture, same]), 1)).toEqual([]);
  });

  test("of the whole account with the opportunity that closed last, and not while one is open", () => {
    const [first, last] = [deal("first", "won", "2020-01-01"), deal("last", "lost", "2022-06-30")];
    const claims = [said(1, account), said(2, li)];
    expect(days(expiring(rows([first, last], claims), 12))).toEqual([["last", "2023-06-30", 2]]);
    expect(expiring(rows([first, last, deal("open", "open")], claims), 12)).toEqual([]);
    expect(expiring(rows([], claims), 12), "no opportunity is known").toEqual([]);
  });

  test("from the day it was first seen closed, where the close date is still to come or unclear", () => {
    const early = deal("early", "won", "2030-01-01");
    expect(days(expiring(rows([early], [said(1, early.key)]), 12))).toEqual([
      ["early", "2027-11-20", 1],
    ]);
    const changes = [
      {
        record: early.key,
        field: "status" as const,
        before: "open",
        after: "won",
        at: NOON - 40 * DAY,
      },
    ];
    expect(days(expiring({ ...rows([early], [said(1, early.key)]), changes }, 12))).toEqual([
      ["early", "2027-10-11", 1],
    ]);
    const unclear = record(early.key, "early", {
      fields: { status: field("won"), closeDate: field("01/02/2026", { ambiguous: true }) },
    });
    expect(days(expiring(rows([unclear], [said(1, early.key)]), 12))).toEqual([
      ["early", "2027-11-20", 1],
    ]);
  });
});

test("months are those of the calendar", () => {
  const after = (day: string, months: number) =>
    new Date(monthsAfter(Date.parse(day), months)).toISOString().slice(0, 10);
  expect(after("2024-02-29", 12)).toBe("2025-02-28");
  expect(after("2026-08-31", 1)).toBe("2026-09-30");
  expect(after("2026-12-15", 24)).toBe("2028-12-15");
});
