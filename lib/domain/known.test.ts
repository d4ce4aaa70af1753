import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standing } from "./claim";
import { normalName } from "./key";
import { keyOfAdded, knownPeople, TOLD, withoutTold, withTold } from "./known";
import { claim, fields, key, named, NOON, record, withdrawal } from "./testing";

const acme = key("account", "001");
const deal = key("opportunity", "006");
const sun = keyOfAdded(acme, "Sun Lei", "Huadong");
const told = (n: number, title?: string, scope: typeof acme | typeof deal = acme) =>
  claim(
    n,
    sun,
    { aspect: "known", name: "Sun Lei", ...(title ? { title } : {}) },
    {
      scope,
      at: NOON + n,
    },
  );

describe("somebody whom the user told us of", () => {
  test("has the key under which a page of the CRM would name them", () => {
    expect(sun).toBe(named("Sun Lei", "Huadong"));
    expect(keyOfAdded(deal, " SUN  lei", "huadong ")).toBe(sun);
    expect(keyOfAdded(key("account", "1", "10.0.0.1:8080"), "A")).toBe(
      named("A", "", "10.0.0.1:8080"),
    );
  });

  test("is a record with what was told last, and goes when that is withdrawn", () => {
    const [one, ...more] = knownPeople([told(2, "Plant manager"), told(3), told(1, "Planner")]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      key: sun,
      name: "Sun Lei",
      normalName: "sun lei",
      account: acme,
      firstSeen: NOON + 1,
      lastSeen: NOON + 3,
    });
    expect(one?.fields).toEqual({ title: { value: "Plant manager", hook: TOLD, at: NOON + 2 } });
    const first = told(1);
    const back = withdrawal(8, first);
    expect(knownPeople(standing([first, back]))).toEqual([]);
    expect(knownPeople(standing([first, back, withdrawal(9, back)]))).toHaveLength(1);
  });

  test("belongs to the account of the opportunity, where that is known", () => {
    expect(knownPeople([told(1, "", deal)])[0]).not.toHaveProperty("account");
    expect(knownPeople([told(1, "", deal)], () => acme)[0]).toMatchObject({ account: acme });
  });

  test("is as the CRM shows them, where it does", () => {
    const [one] = knownPeople([told(1, "Planner")]);
    const bare = record(sun, "Sun Lei");
    expect(withTold(undefined, one!)).toBe(one);
    expect(withTold(bare, one!)).toMatchObject({ account: acme, fields: one!.fields });
    const shown = record(sun, "Sun Lei", { fields: fields({ title: "Director" }) });
    expect(withTold(shown, one!).fields).toEqual(shown.fields);
    const own = record(key("contact", "003"), "Sun Lei", { fields: shown.fields });
    expect(withoutTold([own, one!]).map((each) => each.fields)).toEqual([own.fields, {}]);
    const silent = record(own.key, "Sun Lei");
    const { told: _, ...read } = one!;
    expect(withoutTold([silent, one!])).toEqual([silent, read]);
    expect(withoutTold([one!, one!])).toEqual([one, one]);
  });

  test("is one person by whatever spelling, and in whatever order it was told", () => {
    const spelling = fc.constantFrom("Sun Lei", "sun lei", " SUN LEI ", "Ｓｕｎ Ｌｅｉ");
    const word = fc.record({ name: spelling, title: fc.option(fc.constantFrom("A", "B")) });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), (words, seed) => {
        const claims = words.map(({ name, title }, n) =>
          claim(
            n,
            keyOfAdded(acme, name, "Huadong"),
            { aspect: "known", name, ...(title ? { title } : {}) },
            { scope: acme, at: NOON + n },
          ),
        );
        const mixed = claims.toSorted(
          (a, b) => ((a.at * (seed + 7)) % 11) - ((b.at * (seed + 7)) % 11),
        );
        const people = knownPeople(mixed);
        expect(people).toEqual(knownPeople(claims));
        expect(people).toHaveLength(1);
        expect(people[0]!.normalName).toBe(normalName("Sun Lei"));
        expect(people[0]!.name).toBe(words.at(-1)!.name);
        expect(people[0]!.fields.title?.value).toBe(
          words.findLast(({ title }) => title !== null)?.title,
        );
      }),
    );
  });
});
