import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standing } from "./claim";
import {
  canonicalClaim,
  canonicalLinks,
  identify,
  mergeRecords,
  takenOff,
  type Identities,
} from "./identity";
import type { RecordKey } from "./key";
import type { CrmRecord } from "./record";
import {
  DAY,
  NOON,
  claim,
  field,
  fields,
  key,
  link,
  named,
  namedAccount,
  record,
  withdrawal,
} from "./testing";

const acme = key("account", "001A");
const globex = key("account", "001G");
const nameless = named("Li Wei", "Acme");
const withId = key("contact", "003A");
const twin = key("contact", "003B");
const of = (key: RecordKey<"contact">, account?: RecordKey<"account">, name = "Li Wei") =>
  record(key, name, account ? { account } : {});
const accountOf = (one: CrmRecord) => one.account;
const same = (n: number, about: RecordKey, as: RecordKey, holds = true, at = NOON) =>
  claim(n, about, { aspect: "same", as, holds }, { at });

describe("a person known by name", () => {
  test("is the one of this name in the account who has an id, however the name is written", () => {
    const people = [of(nameless, acme, "ＬＩ  Wei\u200b"), of(withId, acme)];
    const found = identify(people, [], accountOf);
    expect(found.joins).toEqual([{ from: nameless, into: withId, because: "name" }]);
    expect(found.of(nameless)).toBe(withId);
    expect(found.of(withId)).toBe(withId);
    expect(found.all(nameless)).toEqual([withId, nameless]);
    expect(found.all(withId)).toEqual([withId, nameless]);
    expect(found.namesakes).toEqual([]);
  });

  test("is neither of two who bear the name, and that is reported", () => {
    const found = identify([of(nameless, acme), of(withId, acme), of(twin, acme)], [], accountOf);
    expect(found.joins).toEqual([]);
    expect(found.namesakes).toEqual([{ named: nameless, candidates: [withId, twin] }]);
    expect(new Set([nameless, withId, twin].map(found.of)).size).toBe(3);
  });

  test("stands for several when a page showed several rows of the name", () => {
    const several = { ...of(nameless, acme), namesakes: 2 };
    const found = identify([several, of(withId, acme)], [], accountOf);
    expect(found.joins).toEqual([]);
    expect(found.namesakes).toEqual([{ named: nameless, candidates: [withId] }]);
  });

  test("is nobody in another account, nor an account of that name", () => {
    const account = record(key("account", "001X"), "Li Wei");
    const found = identify([of(nameless, acme), of(withId, globex), account], [], accountOf);
    expect(found.joins).toEqual([]);
    expect(found.namesakes).toEqual([]);
  });

  test("is one person under two name identities of one account", () => {
    const early = named("Li Wei");
    const found = identify([of(nameless, acme), of(early, acme)], [], accountOf);
    expect(found.of(early)).toBe(found.of(nameless));
    const joined = identify([of(nameless, acme), of(early, acme), of(withId, acme)], [], accountOf);
    expect([early, nameless].map(joined.of)).toEqual([withId, withId]);
  });
});

describe("what the user stated", () => {
  const three = [of(nameless, acme), of(withId, acme), of(twin, acme)];

  test("picks one of two namesakes", () => {
    const found = identify(three, [same(1, nameless, twin)], accountOf);
    expect(found.of(nameless)).toBe(twin);
    expect(found.of(withId)).toBe(withId);
    expect(found.joins).toEqual([{ from: nameless, into: twin, because: "stated" }]);
    expect(found.namesakes).toEqual([]);
  });

  test("does not join the other of two namesakes because it is not the one", () => {
    const found = identify(three, [same(1, nameless, twin, false)], accountOf);
    expect(found.joins).toEqual([]);
    expect(found.namesakes).toEqual([{ named: nameless, candidates: [withId] }]);
  });

  test("splits what was joined by name, whichever of both is named first", () => {
    for (const no of [same(1, nameless, withId, false), same(1, withId, nameless, false)]) {
      const found = identify(three.slice(0, 2), [no], accountOf);
      expect(found.joins).toEqual([]);
      expect(found.of(nameless)).toBe(nameless);
    }
  });

  test("is undone by a withdrawal and restored by another", () => {
    const no = same(1, nameless, withId, false);
    const undo = withdrawal(2, no);
    const people = three.slice(0, 2);
    const joined = (log: Parameters<typeof standing>[0]) =>
      identify(people, standing(log), accountOf).of(nameless) === withId;
    expect(joined([no])).toBe(false);
    expect(joined([no, undo])).toBe(true);
    expect(joined([no, undo, withdrawal(3, undo)])).toBe(false);
  });

  test("counts as it was said last, by the id where both came at once", () => {
    const yes = same(1, nameless, withId, true, NOON);
    const no = same(2, nameless, withId, false, NOON + 1);
    const noAtOnce = same(3, nameless, withId, false, NOON);
    for (const log of [
      [yes, no],
      [no, yes],
      [yes, noAtOnce],
      [noAtOnce, yes],
    ]) {
      expect(identify(three.slice(0, 2), log, accountOf).of(nameless)).toBe(nameless);
    }
  });

  test("joins two records with ids, and then a name has one bearer", () => {
    const found = identify(three, [same(1, withId, twin)], accountOf);
    expect(found.of(twin)).toBe(withId);
    expect(found.of(nameless)).toBe(withId);
    const split = identify(
      three,
      [same(1, withId, twin), same(2, nameless, twin, false)],
      accountOf,
    );
    expect(split.of(nameless)).toBe(nameless);
  });

  test("goes before the name: two people with ids never become one through it", () => {
    const other = of(key("contact", "003C"), acme, "Wei Li");
    const found = identify(
      [of(nameless, acme), of(withId, acme), other],
      [same(1, nameless, other.key)],
      accountOf,
    );
    expect(found.of(nameless)).toBe(other.key);
    expect(found.of(withId)).toBe(withId);
  });

  test("of a record that is not here changes nothing", () => {
    const found = identify(
      [of(withId, acme)],
      [same(1, withId, key("contact", "gone"))],
      accountOf,
    );
    expect(found.joins).toEqual([]);
  });

  test("cannot make a ring", () => {
    const found = identify(
      three,
      [same(1, withId, twin), same(2, twin, nameless), same(3, nameless, withId)],
      accountOf,
    );
    expect(new Set([nameless, withId, twin].map(found.of)).size).toBe(1);
    expect(found.all(twin).toSorted()).toEqual([nameless, withId, twin].toSorted());
  });
});

describe("identities", () => {
  const names = fc.constantFrom("Li Wei", "Wang Fang", "李伟");
  const accounts = fc.constantFrom(acme, globex, undefined);
  const people = fc.uniqueArray(
    fc
      .record({
        name: names,
        account: accounts,
        id: fc.option(fc.nat(8)),
        rows: fc.constantFrom(1, 1, 2),
      })
      .map(({ name, account, id, rows }) => ({
        ...of(id === null ? named(name, account ?? "") : key("contact", `${id}`), account, name),
        ...(id === null ? { namesakes: rows } : {}),
      })),
    { selector: (one) => one.key, minLength: 1, maxLength: 12 },
  );

  test("joined by name never cross accounts or names, and never merge two ids", () => {
    fc.assert(
      fc.property(people, (some) => {
        const found = identify(some, [], accountOf);
        const groups = Map.groupBy(some, (one) => found.of(one.key));
        for (const members of groups.values()) {
          expect(new Set(members.map((one) => `${one.account}/${one.normalName}`)).size).toBe(1);
          expect(members.filter((one) => !one.key.includes("%3D")).length).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test("do not depend on the order of records and claims", () => {
    fc.assert(
      fc.property(
        people.chain((some) => {
          const one = fc.constantFrom(...some.map((person) => person.key));
          const claims = fc
            .array(fc.record({ about: one, as: one, holds: fc.boolean(), at: fc.nat(3) }), {
              maxLength: 5,
            })
            .map((said) =>
              said.map(({ about, as, holds, at }, n) => same(n, about, as, holds, NOON + at)),
            );
          return fc.tuple(fc.constant(some), claims);
        }),
        ([some, claims]) => {
          const a = identify(some, claims, accountOf);
          const b = identify(some.toReversed(), claims.toReversed(), accountOf);
          for (const person of some) expect(b.of(person.key)).toBe(a.of(person.key));
        },
      ),
    );
  });
});

describe("accounts", () => {
  test("known by name are the one of that name", () => {
    const found = identify([record(namedAccount("ACME"), "ACME"), record(acme, "Acme")], []);
    expect(found.of(namedAccount("ACME"))).toBe(acme);
  });
});

describe("one record out of several", () => {
  const old = record(withId, "Li Wei", {
    fields: fields(
      { name: "Li Wei", title: "CTO", email: "li@acme.example" },
      { own: true, at: NOON - DAY },
    ),
    url: "https://acme.example/003A",
    firstSeen: NOON - 9 * DAY,
    lastSeen: NOON - DAY,
  });
  const fresh = record(nameless, "Li Wei", {
    account: acme,
    fields: { ...fields({ name: "Li W.", title: "CIO", phone: "123" }) },
    markers: [{ kind: "left", text: "(GONE)" }],
  });

  test("has the newest reading of each field, and the name of its own page, in any order", () => {
    for (const merged of [mergeRecords([old, fresh]), mergeRecords([fresh, old])]) {
      const values = Object.entries(merged.fields).map(([name, one]) => [name, one.value]);
      expect(Object.fromEntries(values)).toEqual({
        name: "Li Wei",
        title: "CIO",
        email: "li@acme.example",
        phone: "123",
      });
      expect(merged.account).toBe(acme);
      expect(merged.url).toBe("https://acme.example/003A");
      expect(merged.markers).toEqual(fresh.markers);
      expect([merged.firstSeen, merged.lastSeen]).toEqual([NOON - 9 * DAY, NOON]);
    }
  });

  test("is the first of them, and does not change the rows it is made of", () => {
    const before = structuredClone([old, fresh]);
    expect(mergeRecords([old, fresh]).key).toBe(withId);
    expect(mergeRecords([fresh, old]).key).toBe(nameless);
    expect([old, fresh]).toEqual(before);
    expect(() => mergeRecords([])).toThrow(RangeError);
  });

  test("takes its own page's reading where both are of one moment", () => {
    const list = record(nameless, "Li Wei", { fields: { title: field("Head of…") } });
    const page = record(withId, "Li Wei", {
      fields: { title: field("Head of IT", { own: true }) },
    });
    expect(mergeRecords([list, page]).fields.title?.value).toBe("Head of IT");
    expect(mergeRecords([page, list]).fields.title?.value).toBe("Head of IT");
  });
});

describe("what is said of a joined person", () => {
  const found = identify([of(nameless, acme), of(withId, acme)], [], accountOf);
  const boss = key("contact", "003Z");

  test("is said of the one who stands for them", () => {
    const reports = claim(1, boss, { aspect: "reports-to", to: nameless });
    expect(canonicalClaim(reports, found).says).toEqual({ aspect: "reports-to", to: withId });
    const moves = claim(2, nameless, {
      aspect: "influences",
      whom: boss,
      strength: 2,
      holds: true,
    });
    expect(canonicalClaim(moves, found)).toEqual({ ...moves, about: withId });
    const top = claim(3, boss, { aspect: "reports-to", to: null });
    expect(canonicalClaim(top, found)).toEqual(top);
  });

  test("on an opportunity is one line, with the newest word and nothing lost", () => {
    const deal = key("opportunity", "006A");
    const links = [
      link(deal, withId, {
        role: "Influencer",
        primary: true,
        firstSeen: NOON - 2 * DAY,
        lastSeen: NOON - DAY,
      }),
      link(deal, nameless, { role: "Decision Maker", firstSeen: NOON - 5 * DAY, lastSeen: NOON }),
      link(deal, boss),
    ];
    for (const some of [links, links.toReversed()]) {
      const merged = canonicalLinks(some, found);
      expect(merged).toHaveLength(2);
      expect(merged.find(({ contact }) => contact === withId)).toEqual(
        link(deal, withId, {
          role: "Decision Maker",
          primary: true,
          firstSeen: NOON - 5 * DAY,
          lastSeen: NOON,
        }),
      );
    }
  });
});

test("whom the CRM names no longer is told by person, once every record of theirs is unnamed", () => {
  const deal = key("opportunity", "006A");
  const [li, wang, same] = [key("contact", "li"), key("contact", "wang"), key("contact", "li2")];
  const of = ((one: string) => (one === same ? li : one)) as Identities["of"];
  const gone = (contact: typeof li, at: number) => link(deal, contact, { unnamedSince: at });
  expect([...takenOff([link(deal, li), gone(wang, 5)], { of })]).toEqual([[wang, 5]]);
  expect([...takenOff([gone(li, 5), link(deal, same)], { of })]).toEqual([]);
  expect([...takenOff([gone(li, 5), gone(same, 9)], { of })]).toEqual([[li, 9]]);
});
