import "@/lib/store/testing";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import type { Summary } from "@/lib/advice";
import { stepsOf, summaryOf } from "@/lib/advice";
import type { Claim, ContactLink, CrmRecord, Statement } from "@/lib/domain";
import { claim, DAY, fields, key, link, record, withdrawal } from "@/lib/domain/testing";
import {
  appendClaims,
  forgetSummaries,
  openDatabase,
  readerOf,
  readBeginning,
  readOpenOpportunities,
  readOpportunity,
  readSummaries,
  rememberSeen,
  settings,
} from "@/lib/store";
import type { Beginning } from "@/lib/list";
import { announceWrite } from "@/lib/store/live";
import { loadAdvice } from "@/lib/view/advising";
import { reasonOpportunity } from "@/lib/view/reasoning";
import { followSummaries, summarizeAll, summarizeClaims, summarizeRecord } from "./summaries";

beforeAll(loadAdvice);

const NOW = Date.UTC(2026, 10, 20, 12);
const database = await openDatabase();

/** Two accounts, three opportunities, five people; the last one is known by name only. */
const [north, south] = [record(key("account", "n"), "North"), record(key("account", "s"), "South")];
const deals = [
  record(key("opportunity", "1"), "One", {
    account: north.key,
    fields: fields({ closeDate: "2026-12-18" }),
  }),
  record(key("opportunity", "2"), "Two", { account: north.key }),
  record(key("opportunity", "3"), "Three", { account: south.key }),
];
const people = ["Technical Director", "IT manager", "Purchasing manager", "Line lead", ""].map(
  (title, n) =>
    record(key("contact", n === 4 ? `=/person${n}` : `c${n}`), n === 4 ? "P1" : `P${n}`, {
      account: n === 3 ? south.key : north.key,
      fields: fields({ title }),
    }),
);
const rows = {
  records: [north, south, ...deals, ...people] as CrmRecord[],
  // Two opportunities of one account name the same people, one of them by name only.
  links: (
    [
      [0, 0],
      [0, 4],
      [1, 0],
      [1, 1],
      [1, 4],
      [2, 3],
    ] as const
  ).map(([deal, person]): ContactLink => link(deals[deal]!.key, people[person]!.key)),
};

beforeEach(async () => {
  fakeBrowser.reset();
  vi.spyOn(Date, "now").mockReturnValue(NOW);
  vi.spyOn(fakeBrowser.i18n, "getUILanguage").mockReturnValue("en");
  await Promise.all([database.records.clear(), database.links.clear(), database.claims.clear()]);
  await forgetSummaries();
  await rememberSeen(database, rows);
});

/** What the log says now, of each opportunity by itself as its panel reads it. */
async function fromLog(): Promise<Summary[]> {
  const reader = readerOf(database);
  const all = await Promise.all(deals.map(({ key }) => readOpportunity(reader, key)));
  return byKey(
    all.flatMap((data) =>
      data && (data.opportunity.fields.status?.value ?? "open") === "open"
        ? [summaryOf(data, NOW)]
        : [],
    ),
  );
}
const byKey = (all: Summary[]) => all.toSorted((a, b) => (a.key < b.key ? -1 : 1));
const kept = async () => byKey((await readSummaries<Summary>()).map(({ summary }) => summary));

const statements: fc.Arbitrary<Statement> = fc.oneof(
  fc.record({
    aspect: fc.constant("role" as const),
    role: fc.constantFrom("decision-maker" as const, "user" as const),
    holds: fc.boolean(),
  }),
  fc.record({ aspect: fc.constant("stance" as const), value: fc.constantFrom(-2, 0, 2) }),
  fc.record({ aspect: fc.constant("access" as const), level: fc.constantFrom(0, 2, 3) }),
  fc.record({
    aspect: fc.constant("same" as const),
    as: fc.constantFrom(...people.map(({ key }) => key)),
    holds: fc.boolean(),
  }),
) as fc.Arbitrary<Statement>;

/** Something that happens: a claim in some scope, one taken back, or a page that is read. */
const happenings = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constant("claim" as const),
      scope: fc.nat(4),
      about: fc.nat(4),
      says: statements,
    }),
    fc.record({ kind: fc.constant("undo" as const), of: fc.nat(9) }),
    fc.record({
      kind: fc.constant("page" as const),
      deal: fc.nat(2),
      person: fc.nat(4),
      status: fc.constantFrom("open", "won"),
      title: fc.constantFrom("CEO", "Purchasing manager"),
    }),
  ),
  { maxLength: 8 },
);
const scopes = [...deals.map(({ key }) => key), north.key, south.key];

describe("summaries", () => {
  test("agree with the log after whatever was said, taken back or read", async () => {
    await fc.assert(
      fc.asyncProperty(happenings, async (all) => {
        await Promise.all([
          database.records.clear(),
          database.links.clear(),
          database.claims.clear(),
        ]);
        await rememberSeen(database, rows);
        await summarizeAll(NOW + 7 * DAY); // anew, whatever the run before left
        await forgetSummaries();
        await summarizeAll();
        const said: Claim[] = [];
        for (const [n, one] of all.entries()) {
          if (one.kind === "page") {
            const deal = deals[one.deal]!;
            const person = people[one.person]!;
            const seen = { ...deal.fields, ...fields({ status: one.status }, { at: NOW + n }) };
            await rememberSeen(database, {
              records: [
                { ...deal, fields: seen, lastSeen: NOW },
                // What the page says of a person holds in the account's other opportunities too.
                { ...person, fields: fields({ title: one.title }, { at: NOW - 99 + n }) },
              ],
              links: [link(deal.key, person.key)],
            });
            await summarizeRecord(deal.key);
            continue;
          }
          const made =
            one.kind === "claim"
              ? claim(n, people[one.about]!.key, one.says, {
                  scope: scopes[one.scope]!,
                  at: NOW - 9 + n,
                })
              : said[one.of] && withdrawal(n, said[one.of]!);
          if (!made) continue;
          said.push(made);
          await appendClaims(database, [made]);
          await summarizeClaims([made.id]);
        }
        expect(await kept()).toEqual(await fromLog());
      }),
      { numRuns: 150 },
    );
  });

  test("take one reading of an account that several people of an opportunity come from", async () => {
    const loose = record(key("opportunity", "loose"), "Loose");
    const readings = async (...named: number[]) => {
      const links = named.map((n) => link(loose.key, people[n]!.key));
      await rememberSeen(database, { records: [loose], links });
      const read = vi.spyOn(IDBIndex.prototype, "getAll");
      await summarizeRecord(loose.key);
      const count = read.mock.calls.length;
      read.mockRestore();
      return count;
    };
    const one = await readings(0);
    const three = await readings(1, 2);
    // Each person has rows of their own to be read, and not their account once more.
    expect(three - one).toBeLessThan(one / 2);
  });

  test("are the same made all at once and each by itself, and as the panel has it", async () => {
    await appendClaims(database, [
      claim(
        1,
        people[0]!.key,
        { aspect: "role", role: "decision-maker", holds: true },
        { scope: deals[0]!.key, at: NOW - 5 },
      ),
      claim(2, people[1]!.key, { aspect: "stance", value: -1 }, { scope: north.key, at: NOW - 4 }),
    ]);
    const reader = readerOf(database);
    const bulk = (await readOpenOpportunities(reader)).map((one) => summaryOf(one, NOW));
    expect(byKey(bulk)).toEqual(await fromLog());
    const data = (await readOpportunity(reader, deals[0]!.key))!;
    const panel = reasonOpportunity(data, NOW);
    expect(stepsOf(data, NOW).open).toEqual(panel.steps);
    expect(summaryOf(data, NOW).status).toBe(panel.structure.status);
  });

  test("are all made anew when claims came of which nobody told, and not while nothing happened", async () => {
    await summarizeAll();
    const before = await kept();
    // As an import or a worker that died leaves it.
    await database.claims.add(
      claim(
        1,
        people[0]!.key,
        { aspect: "role", role: "decision-maker", holds: true },
        { scope: deals[0]!.key, at: NOW - 5 },
      ),
    );
    await summarizeAll();
    expect(await kept()).not.toEqual(before);
    expect(await kept()).toEqual(await fromLog());
    const same = await kept();
    await summarizeAll(NOW + DAY / 24);
    expect(await kept()).toEqual(same);
    await summarizeAll(NOW + DAY);
    expect((await kept()).map(({ at }) => at)).toEqual(same.map(() => NOW + DAY));
  });

  test("forget whom the database forgot", async () => {
    await summarizeAll();
    await Promise.all([database.records.clear(), database.links.clear(), database.claims.clear()]);
    await summarizeAll();
    expect(await kept()).toEqual([]);
  });

  test("follow a write by themselves", async () => {
    followSummaries();
    await new Promise((resolve) => setTimeout(resolve, 50));
    announceWrite();
    await vi.waitFor(async () => expect(await kept()).toHaveLength(3), { timeout: 3_000 });
    await appendClaims(database, [
      claim(
        1,
        people[3]!.key,
        { aspect: "role", role: "decision-maker", holds: true },
        { scope: deals[2]!.key, at: NOW - 5 },
      ),
    ]);
    await vi.waitFor(async () => expect(await kept()).toEqual(await fromLog()), { timeout: 3_000 });
  });

  test("tell how the list begins, as it is arranged, until one of them is no more", async () => {
    const begun = () => readBeginning<Beginning>();
    const accounts = async () => (await begun())?.accounts.map(({ name }) => name);
    followSummaries();
    await new Promise((resolve) => setTimeout(resolve, 50));
    announceWrite();
    await vi.waitFor(async () => expect(await accounts()).toEqual(["North", "South"]), {
      timeout: 3_000,
    });
    expect(await begun()).toMatchObject({ shown: 3, all: 3, severalOrgs: false });
    await settings.list.setValue({ sort: "close-date", only: ["this-month"] });
    await vi.waitFor(async () => expect(await begun()).toMatchObject({ shown: 0, all: 3 }), {
      timeout: 3_000,
    });
    await settings.list.setValue({ sort: "name", only: [] });
    await vi.waitFor(async () => expect(await accounts()).toEqual(["North", "South"]), {
      timeout: 3_000,
    });
    await appendClaims(database, [
      claim(
        1,
        people[3]!.key,
        { aspect: "role", role: "decision-maker", holds: true },
        { scope: deals[2]!.key, at: NOW - 5 },
      ),
    ]);
    const mark = { role: "decision-maker", state: "held", names: ["P3"] };
    await vi.waitFor(
      async () =>
        expect(
          (await begun())?.summaries.find((one) => one.key === deals[2]!.key)?.roles,
        ).toContainEqual(mark),
      { timeout: 3_000 },
    );
    await forgetSummaries();
    expect(await begun()).toBeNull();
  });
});
