import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Summary } from "@/lib/advice";
import { fields, key, NOON, record } from "@/lib/domain/testing";
import { LIST_FILTERS, LIST_SORTS, type ListRow } from "@/lib/store/reading";
import { narrowed, sorted } from "./arranging";
import { arrangementOf, beginningOf, type Arranging } from "./beginning";
import { accountLines } from "./lines";

const TODAY = new Date(2026, 10, 20, 12);

/** An opportunity of one of some accounts; each may differ in all that an order or a filter goes by. */
const rows: fc.Arbitrary<ListRow<Summary>[]> = fc
  .array(
    fc.record({
      account: fc.option(fc.nat(12)),
      org: fc.constantFrom("acme", "globex"),
      closeDate: fc.constantFrom("2026-11-01", "2026-11-25", "2027-02-01", "soon"),
      amount: fc.nat(3),
      currency: fc.constantFrom("EUR", "CNY"),
      seen: fc.nat(5),
      score: fc.option(fc.nat(4)),
      status: fc.constantFrom("red" as const, "amber" as const, "green" as const),
      opponents: fc.nat(1),
      isKnown: fc.boolean(),
    }),
    { maxLength: 40 },
  )
  .map((all) =>
    all.map((one, n): ListRow<Summary> => {
      const { account, org, closeDate, amount, currency, seen, score, status, opponents } = one;
      const at = { lastSeen: NOON - seen };
      const opportunity = record(key("opportunity", `${n}`, org), `Deal ${n % 7}`, {
        fields: fields({ closeDate, amount, currency }),
        ...at,
      });
      return {
        facts: {
          opportunity,
          account:
            account === null ? null : record(key("account", `${account}`, org), `A${account}`, at),
        },
        summary: {
          key: opportunity.key,
          at: NOON,
          roles: one.isKnown ? [{ role: "decision-maker", state: "held", names: ["Chen"] }] : [],
          status,
          opponents,
          due: 0,
          step:
            score === null
              ? null
              : { key: "s", kind: "meet", person: null, through: [], facts: {}, score, names: [] },
        },
      };
    }),
  );

const arrangings: fc.Arbitrary<Arranging> = fc.record({
  list: fc.record({ sort: fc.constantFrom(...LIST_SORTS), only: fc.subarray([...LIST_FILTERS]) }),
  language: fc.constantFrom("en", "zh-CN"),
  today: fc.constant(TODAY),
});

describe("how the list begins", () => {
  test("is how the whole list begins, and says how long that is", () => {
    fc.assert(
      fc.property(rows, arrangings, (given, arranging) => {
        const { list, language, today } = arranging;
        const begun = beginningOf(given, arranging);
        const summaries = new Map(given.map(({ summary }) => [summary.key, summary]));
        const lines = accountLines(given.map(({ facts }) => facts));
        const whole = narrowed(
          sorted(lines, list.sort, summaries, language),
          list.only,
          summaries,
          today,
        );
        expect(begun.accounts).toEqual(whole.slice(0, begun.accounts.length));
        const keys = begun.accounts.flatMap(({ opportunities }) => opportunities);
        expect(begun.summaries).toEqual(keys.map(({ key }) => summaries.get(key)));
        expect(begun.shown).toBe(whole.flatMap(({ opportunities }) => opportunities).length);
        expect(begun.all).toBe(given.length);
        // It stops only where there is more than a popup has room for.
        const rowsOf = keys.length + begun.accounts.length / 2;
        expect(begun.accounts.length === whole.length || rowsOf >= 7).toBe(true);
        expect(begun.accounts.slice(0, -1).flatMap((one) => one.opportunities).length).toBeLessThan(
          7,
        );
      }),
    );
  });

  test("holds for its order, filters, language and day, whatever the order of the filters", () => {
    const arranging: Arranging = {
      list: { sort: "name", only: ["at-risk", "this-month"] },
      language: "en",
      today: TODAY,
    };
    const name = arrangementOf(arranging);
    const others: Partial<Arranging>[] = [
      { list: { sort: "amount", only: ["at-risk", "this-month"] } },
      { list: { sort: "name", only: ["at-risk"] } },
      { language: "zh-CN" },
      { today: new Date(2026, 10, 21) },
    ];
    for (const other of others) expect(arrangementOf({ ...arranging, ...other })).not.toBe(name);
    const same = { sort: "name" as const, only: ["this-month" as const, "at-risk" as const] };
    expect(arrangementOf({ ...arranging, list: same, today: new Date(2026, 10, 20, 23) })).toBe(
      name,
    );
  });
});
