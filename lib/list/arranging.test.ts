import { describe, expect, test } from "vitest";
import type { Summary } from "@/lib/advice";
import type { CrmRecord, RecordKey } from "@/lib/domain";
import { field, fields, key, NOON, record } from "@/lib/domain/testing";
import { sampleDeal } from "@/lib/sample";
import {
  LIST_FILTERS,
  LIST_SORTS,
  type ListFilter,
  type ListSort,
  type OpenFacts,
} from "@/lib/store/reading";
import { accountLines, type AccountLine } from "./lines";
import { matching, narrowed, nextCloseDate, sorted, type Summaries } from "./arranging";
import { isSpelled } from "@/lib/view/pinyin";

const huadong = record(key("account", "1"), "华东制造集团 Huadong", { lastSeen: NOON - 5 });
const hotels = record(key("account", "2"), "Café Royal Hôtels", { lastSeen: NOON - 9 });
/** Noon of 20 November where the test runs. */
const TODAY = new Date(2026, 10, 20, 12);

function open(
  account: CrmRecord<"account"> | null,
  name: string,
  of: CrmRecord["fields"] = {},
  lastSeen = NOON - 10,
): OpenFacts {
  const opportunity = record(key("opportunity", name), name, { fields: of, lastSeen });
  return { opportunity, account };
}
const closing = (closeDate: string) => fields({ closeDate });
const names = (lines: readonly AccountLine[]) =>
  lines.flatMap(({ opportunities }) => opportunities.map(({ name }) => name));

/** What decisions come to, of which a test says only what it is about. */
function summaries(
  of: Record<string, Partial<Summary> & { score?: number }>,
): Map<RecordKey, Summary> {
  return new Map(
    Object.entries(of).map(([name, { score, ...more }]): [RecordKey, Summary] => [
      key("opportunity", name),
      {
        key: key("opportunity", name),
        at: NOON,
        roles: [],
        status: "amber",
        opponents: 0,
        due: 0,
        step:
          score === undefined
            ? null
            : { key: "s", kind: "meet", person: null, through: [], facts: {}, score, names: [] },
        ...more,
      },
    ]),
  );
}

describe("accounts with their open opportunities", () => {
  test("an account that only the opportunity's page names bears that name", () => {
    const named = open(null, "Booking", fields({ account: "Café Royal Hôtels" }));
    const [line] = accountLines([named]);
    expect(line).toMatchObject({ name: "Café Royal Hôtels", crm: "salesforce", org: "acme" });
  });

  test("opportunities without any account stand together, apart per organisation", () => {
    const elsewhere = open(null, "C");
    elsewhere.opportunity.key = key("opportunity", "1", "globex");
    const lines = accountLines([open(null, "A"), open(null, "B"), elsewhere]);
    expect(lines.map(({ name, org, opportunities }) => [name, org, opportunities.length])).toEqual([
      ["", "acme", 2],
      ["", "globex", 1],
    ]);
  });

  test("were seen when the account or any of them was", () => {
    const lines = accountLines([
      open(huadong, "A", {}, NOON - 7),
      open(huadong, "B", {}, NOON - 3),
      open(hotels, "C", {}, NOON - 20),
    ]);
    expect(lines.map(({ lastSeen }) => lastSeen)).toEqual([NOON - 3, NOON - 9]);
  });
});

describe("the order", () => {
  const lines = accountLines([
    open(hotels, "Booking", {
      ...closing("2027-01-10"),
      ...fields({ amount: 9, currency: "EUR" }),
    }),
    open(huadong, "Unclear", { closeDate: field("01/02/2026", { ambiguous: true }) }),
    open(huadong, "Later", {
      ...closing("2026-12-18"),
      ...fields({ amount: 50, currency: "CNY" }),
    }),
    open(huadong, "Overdue", {
      ...closing("2026-11-01"),
      ...fields({ amount: 70, currency: "CNY" }),
    }),
    open(null, "Alone", {}, NOON),
  ]);
  const by = (sort: ListSort, known: Summaries = new Map()) =>
    names(sorted(lines, sort, known, "en"));

  test.for<[ListSort, string[]]>([
    ["close-date", ["Overdue", "Later", "Unclear", "Booking", "Alone"]],
    // What is most urgent of an account decides for all of it; what is not known comes last.
    ["urgency", ["Booking", "Later", "Overdue", "Unclear", "Alone"]],
    // Two currencies cannot be compared: the one of most comes first.
    ["amount", ["Overdue", "Later", "Unclear", "Booking", "Alone"]],
    ["name", ["Alone", "Booking", "Later", "Overdue", "Unclear"]],
    ["last-seen", ["Alone", "Overdue", "Later", "Unclear", "Booking"]],
  ])("by %s", ([sort, order]) => {
    expect(by(sort, summaries({ Booking: { score: 8 }, Later: { score: 5 } }))).toEqual(order);
  });

  test.for(LIST_SORTS)("the sample comes after the user's own (%s)", (sort) => {
    const sample = open(null, "A sample", { ...closing("2026-11-02") }, NOON + 9);
    sample.opportunity.key = sampleDeal("planning");
    const known = summaries({ Booking: { score: 1 } });
    known.set(sample.opportunity.key, { ...known.get(key("opportunity", "Booking"))!, step: null });
    const all = [...accountLines([sample]), ...lines];
    expect(names(sorted(all, sort, known, "en")).at(-1)).toBe("A sample");
  });

  test("the next of several close dates is the first that is clear and not past", () => {
    const { opportunities } = lines.find(({ name }) => name.startsWith("华东"))!;
    const next = (...day: [number, number, number, number]) =>
      nextCloseDate(opportunities, new Date(...day));
    // The day goes by the clock where the user is: the whole of it is not past.
    expect(next(2026, 10, 1, 23)).toBe("2026-11-01");
    expect(next(2026, 10, 2, 0)).toBe("2026-12-18");
    // Where all are past, the one that is overdue for longest.
    expect(next(2026, 11, 19, 0)).toBe("2026-11-01");
    expect(nextCloseDate([], TODAY)).toBeNull();
  });

  test("by urgency is by close date where nothing is known", () => {
    expect(by("urgency")).toEqual(by("close-date"));
  });

  test("of Chinese names is by their pinyin", () => {
    const chinese = ["张", "李", "安"].map((name) =>
      open(record(key("account", name), name), `of ${name}`),
    );
    const order = sorted(accountLines(chinese), "name", new Map(), "zh-CN");
    expect(order.map(({ name }) => name)).toEqual(["安", "李", "张"]);
  });
});

describe("filters", () => {
  const lines = accountLines([
    open(huadong, "Overdue", closing("2026-11-19")),
    open(huadong, "Today", closing("2026-11-20")),
    open(huadong, "Soon", closing("2026-12-31")),
    open(hotels, "Far", closing("2027-06-30")),
    open(hotels, "Undated"),
  ]);
  const only = (filters: ListFilter[], known: Summaries = new Map()) =>
    names(narrowed(lines, filters, known, TODAY));

  test("at risk is what is overdue, has no friend soon before it closes, or an enemy and no friend who decides", () => {
    expect(only(["at-risk"])).toEqual(["Overdue"]);
    const red = { status: "red" } as const;
    expect(only(["at-risk"], summaries({ Soon: red, Far: red, Undated: red }))).toEqual([
      "Overdue",
      "Soon",
    ]);
    const against = { opponents: 1 };
    const friend = { opponents: 1, status: "green" } as const;
    expect(only(["at-risk"], summaries({ Far: against, Today: friend }))).toEqual([
      "Overdue",
      "Far",
    ]);
  });

  test("closing this month is the calendar month where the user is", () => {
    expect(only(["this-month"])).toEqual(["Overdue", "Today"]);
  });

  test("no decision maker is said only of what is known", () => {
    const decides = (state: Summary["roles"][number]["state"]) => ({
      roles: [{ role: "decision-maker" as const, state, names: [] }],
    });
    const known = summaries({
      Overdue: decides("held"),
      Today: decides("guessed"),
      Soon: decides("contested"),
      Far: decides("open"),
    });
    expect(only(["no-decision-maker"], known)).toEqual(["Today", "Soon", "Far"]);
    expect(only(["no-decision-maker", "this-month"], known)).toEqual(["Today"]);
    expect(only([...LIST_FILTERS], known)).toEqual([]);
  });
});

describe("searching", () => {
  const lines = accountLines([
    open(huadong, "Plant-wide MES licence"),
    open(huadong, "Quality module"),
    open(hotels, "Ｂｏｏｋｉｎｇ renewal"),
    open(record(key("account", "3"), "重庆银行"), "吕梁二期MES"),
  ]);
  const found = (query: string) => names(matching(lines, query, isSpelled));

  test.for<[string, string[]]>([
    ["licence", ["Plant-wide MES licence"]],
    ["CAFE hotel", ["Ｂｏｏｋｉｎｇ renewal"]],
    ["booking", ["Ｂｏｏｋｉｎｇ renewal"]],
    ["华东 quality", ["Quality module"]],
    ["huadong", ["Plant-wide MES licence", "Quality module"]],
    ["quality hotel", []],
    ["module quality", ["Quality module"]],
    // Pinyin: initials, in full, both, and with a character of two readings (重 chong, 行 hang).
    ["hdzz", ["Plant-wide MES licence", "Quality module"]],
    ["zhizao", ["Plant-wide MES licence", "Quality module"]],
    ["huadzz qual", ["Quality module"]],
    ["CQYH", ["吕梁二期MES"]],
    ["chongqing lvliang", ["吕梁二期MES"]],
    ["yinhang", ["吕梁二期MES"]],
    ["xyz", []],
  ])("%j finds %j", ([query, expected]) => {
    expect(found(query)).toEqual(expected);
  });

  test("by letters is by names alone until pinyin is known", () => {
    expect(names(matching(lines, "hdzz"))).toEqual([]);
  });

  test("nothing typed finds everything", () => {
    expect(found(" ")).toHaveLength(4);
  });
});
