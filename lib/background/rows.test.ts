import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  keyOf,
  nameId,
  parseKey,
  type PageSnapshot,
  type RecordKind,
  type SeenPerson,
} from "@/lib/domain";
import { NOON, fields, record } from "@/lib/domain/testing";
import { rowsOf, rowsOfPerson } from "./rows";
import { snapshotOf, urlOf } from "./testing";

const of = <K extends RecordKind>(kind: K, id: string) =>
  keyOf({ crm: "demo", org: "acme", kind, id });
const byName = (name: string, account = "") => of("contact", nameId(name, account));
const accountByName = (name: string) => of("account", nameId(name));
const deal = of("opportunity", "1");
const rows = (snapshot: PageSnapshot, kind = snapshot.place.kind as RecordKind) => {
  const seen = rowsOf(snapshot, kind, NOON);
  return { ...seen, byKey: new Map(seen.records.map((one) => [one.key, one])) };
};
const opportunity = (people: Partial<SeenPerson>[], account = "Acme#A1") =>
  rows(
    snapshotOf(urlOf("opportunity/1"), { name: "ERP", ...(account ? { account } : {}) }, people),
  );

describe("an opportunity's page", () => {
  test("with ids gives the record, its account and its people, and who is named on it", () => {
    const { byKey, links } = opportunity([
      {
        id: "L",
        name: "Li Wei",
        title: "CTO",
        email: "li@acme",
        role: "Decision Maker",
        primary: true,
      },
      { id: "W", name: "Wang Fang", in: "account", role: "Buyer" },
    ]);
    expect([...byKey.keys()].toSorted()).toEqual(
      [deal, of("account", "A1"), of("contact", "L"), of("contact", "W")].toSorted(),
    );
    expect(byKey.get(deal)).toMatchObject({
      kind: "opportunity",
      name: "ERP",
      account: of("account", "A1"),
      url: urlOf("opportunity/1"),
      fields: { name: { value: "ERP", own: true, at: NOON } },
    });
    expect(byKey.get(of("contact", "L"))).toMatchObject({
      account: of("account", "A1"),
      fields: { title: { value: "CTO", hook: "tr" }, email: { value: "li@acme" } },
    });
    expect(byKey.get(of("contact", "L"))?.fields.name?.own).toBeUndefined();
    expect(byKey.get(of("contact", "L"))?.url).toBeUndefined();
    expect(links).toEqual([
      {
        opportunity: deal,
        contact: of("contact", "L"),
        role: "Decision Maker",
        primary: true,
        hook: "tr",
        firstSeen: NOON,
        lastSeen: NOON,
      },
    ]);
  });

  test("without ids knows account and people by their names within it", () => {
    const { byKey, links } = opportunity([{ name: "李伟" }], "Acme");
    expect([...byKey.keys()].toSorted()).toEqual(
      [deal, accountByName("Acme"), byName("李伟", "ACME")].toSorted(),
    );
    expect(byKey.get(byName("李伟", "Acme"))).toMatchObject({
      account: accountByName("Acme"),
      namesakes: 1,
    });
    expect(links.map(({ contact }) => contact)).toEqual([byName("李伟", "acme")]);
  });

  test("before its account was read knows people by their names alone", () => {
    const { byKey } = opportunity([{ name: "Li Wei" }], "");
    expect(byKey.get(byName("Li Wei"))?.account).toBeUndefined();
  });

  test("puts people into the account that their own row names", () => {
    const { byKey } = opportunity([
      { id: "P", account: { name: "Partner" } },
      { id: "Q", account: { name: "Acme", id: "A1" } },
    ]);
    expect(byKey.get(of("contact", "P"))?.account).toBe(accountByName("Partner"));
    expect(byKey.get(of("contact", "Q"))?.account).toBe(of("account", "A1"));
    expect(byKey.get(accountByName("Partner"))?.kind).toBe("account");
  });

  test("that names everybody says so, and that it is nobody", () => {
    const of = (people: Partial<SeenPerson>[]) =>
      rowsOf(
        { ...snapshotOf(urlOf("opportunity/1"), { name: "ERP" }, people), everybody: true },
        "opportunity",
        NOON,
      );
    expect(of([{ id: "L", name: "Li Wei" }]).everybody).toEqual({ on: deal, at: NOON });
    expect(of([])).toMatchObject({ links: [], everybody: { on: deal, at: NOON } });
    // As old as the page's word is.
    const url = urlOf("opportunity/1");
    const nobody = { ...snapshotOf(url, { name: "ERP" }, []), everybody: true, saidFor: 500 };
    expect(rowsOf(nobody as PageSnapshot, "opportunity", NOON).everybody?.at).toBe(NOON - 500);
    expect(opportunity([{ id: "L", name: "Li Wei" }]).everybody).toBeUndefined();
  });

  test("links a person of two rows once, with all that they say", () => {
    const { links, byKey } = opportunity([
      { id: "L", role: "User", title: "CTO" },
      { id: "L", role: "Decision Maker", primary: true, phone: "1" },
    ]);
    expect(links).toMatchObject([{ role: "Decision Maker", primary: true }]);
    expect(byKey.get(of("contact", "L"))?.fields).toMatchObject({
      title: { value: "CTO" },
      phone: { value: "1" },
    });
  });

  test("keeps markers apart from the name", () => {
    const gone = { kind: "left", text: "(GONE)" } as const;
    const { byKey } = opportunity([{ id: "L", markers: [gone] }]);
    expect(byKey.get(of("contact", "L"))).toMatchObject({ name: "Li Wei", markers: [gone] });
  });
});

describe("rows of one name without an id", () => {
  const count = (...people: Partial<SeenPerson>[]) =>
    opportunity(people, "Acme").byKey.get(byName("Li Wei", "Acme"))?.namesakes;

  test("are one person when they say the same, or share an e-mail address", () => {
    expect(count({}, {})).toBe(1);
    expect(count({ title: "CTO" }, { phone: "1" })).toBe(1);
    expect(count({ email: "a@x", title: "CTO" }, { email: "a@x", title: "Chief" })).toBe(1);
    expect(count({ title: "CTO" }, { title: "CTO", role: "Decision Maker" })).toBe(1);
    expect(count({ in: "account", role: "Technical director" }, { in: "opportunity" })).toBe(1);
  });

  test("are two when they say different things", () => {
    expect(count({ email: "a@x" }, { email: "b@x" })).toBe(2);
    expect(count({ title: "CTO" }, { title: "Buyer" })).toBe(2);
    expect(
      count({ in: "account", role: "Technical director" }, { in: "account", role: "Buyer" }),
    ).toBe(2);
  });

  test("are not counted where they have ids", () => {
    const { byKey } = opportunity([{ id: "L" }, { id: "M" }]);
    expect([...byKey.values()].filter(({ namesakes }) => namesakes !== undefined)).toEqual([]);
  });
});

describe("an account's page", () => {
  test("gives its people, and no links", () => {
    const snapshot = snapshotOf(urlOf("account/A1"), { name: "Acme" }, [
      { in: "account", role: "Technical director" },
    ]);
    const { byKey, links } = rows(snapshot);
    expect(links).toEqual([]);
    expect(byKey.get(of("account", "A1"))?.account).toBeUndefined();
    expect(byKey.get(byName("Li Wei", "Acme"))).toMatchObject({
      account: of("account", "A1"),
      // Where there is no title, what relates the person to the company says the most.
      fields: { title: { value: "Technical director" } },
    });
  });
});

describe("a contact's page", () => {
  test("gives the person with their account, and their chief by id only", () => {
    const snapshot = snapshotOf(urlOf("contact/L"), {
      name: "Li Wei",
      account: "Acme#A1",
      reportsTo: "Wang Fang#W",
    });
    const { byKey } = rows(snapshot);
    expect(byKey.get(of("contact", "L"))).toMatchObject({
      account: of("account", "A1"),
      url: urlOf("contact/L"),
      fields: { reportsTo: { value: "Wang Fang", ref: "W", own: true } },
    });
    expect(byKey.get(of("contact", "W"))).toMatchObject({
      name: "Wang Fang",
      account: of("account", "A1"),
    });
    const bare = rows(snapshotOf(urlOf("contact/L"), { name: "Li Wei", reportsTo: "Wang Fang" }));
    expect([...bare.byKey.keys()]).toEqual([of("contact", "L")]);
  });

  test("that lists the person themselves still says so of its own", () => {
    const snapshot = snapshotOf(
      urlOf("contact/L"),
      { name: "Li Wei", title: "CTO", account: "Acme#A1" },
      [{ id: "L", name: "Li Wei…", title: "C…", in: "account" }],
    );
    expect(rows(snapshot).byKey.get(of("contact", "L"))).toMatchObject({
      name: "Li Wei",
      url: urlOf("contact/L"),
      fields: { name: { own: true }, title: { value: "CTO", own: true } },
    });
  });

  test("of a party is the kind that it turned out to be", () => {
    const snapshot = snapshotOf(urlOf("party/5"), { name: "Acme" });
    expect(rows(snapshot, "account").records.map(({ key }) => key)).toEqual([of("account", "5")]);
    expect(rows(snapshot, "contact").records.map(({ key }) => key)).toEqual([of("contact", "5")]);
  });
});

describe("the person under the cursor", () => {
  const site = { crm: "demo", org: "acme" };
  const person: SeenPerson = { name: "Li Wei", markers: [], in: "opportunity", hook: "a" };

  test("is the same as in the page's list", () => {
    const { byKey } = opportunity([{ name: "Li Wei" }], "Acme");
    const page = byKey.get(deal) ?? null;
    const found = rowsOfPerson(site, person, page, NOON);
    expect(found).toMatchObject({
      contact: byName("Li Wei", "Acme"),
      account: accountByName("Acme"),
    });
    // One row under a cursor says nothing of how many bear the name.
    expect(found.seen.records.every((one) => !("namesakes" in one))).toBe(true);
    expect(found.seen.links).toEqual([]);
  });

  test("is the same as on the account's page, and on their own", () => {
    const account = record(of("account", "A1"), "Acme");
    expect(rowsOfPerson(site, person, account, NOON)).toMatchObject({
      contact: byName("Li Wei", "Acme"),
      account: of("account", "A1"),
    });
    const own = record(of("contact", "L"), "Li Wei", {
      account: of("account", "A1"),
      fields: fields({ account: "Acme" }),
    });
    expect(rowsOfPerson(site, { ...person, id: "L" }, own, NOON)).toMatchObject({
      contact: of("contact", "L"),
      account: of("account", "A1"),
    });
  });

  test("on a page of no record has the account that stands beside them, or none", () => {
    expect(rowsOfPerson(site, person, null, NOON)).toMatchObject({
      contact: byName("Li Wei"),
      account: null,
    });
    const beside = { ...person, id: "L", account: { name: "Acme", id: "A1" } };
    expect(rowsOfPerson(site, beside, null, NOON)).toMatchObject({
      contact: of("contact", "L"),
      account: of("account", "A1"),
    });
  });
});

test("every row stays within the organisation of its page, whatever the page says", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", minLength: 1 }),
    fc.constantFrom("a:b:contact:c", "=x/y", "%", "salesforce:globex:account:1"),
  );
  const people = fc.array(
    fc.record(
      {
        id: hostile,
        name: hostile,
        role: hostile,
        in: fc.constantFrom<SeenPerson["in"]>("opportunity", "account"),
        account: fc.record({ name: hostile, id: hostile }),
      },
      { requiredKeys: ["name", "in"] },
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(
      people,
      hostile,
      fc.constantFrom("opportunity/1", "account/A1", "contact/L"),
      (some, name, path) => {
        const seen = rows(snapshotOf(urlOf(path), { name, account: name, reportsTo: name }, some));
        const keys = [
          ...seen.records.flatMap(({ key, account }) => [key, ...(account ? [account] : [])]),
          ...seen.links.flatMap(({ opportunity, contact }) => [opportunity, contact]),
        ];
        for (const key of keys) expect(parseKey(key)).toMatchObject({ crm: "demo", org: "acme" });
        expect(new Set(seen.records.map(({ key }) => key)).size).toBe(seen.records.length);
        // Only the page's own record may be shown without its name: under it stand its people.
        const nameless = seen.records.filter((one) => one.name === "");
        const [kind, id] = path.split("/");
        const own = kind === "contact" || some.length === 0 ? [] : [of(kind as RecordKind, id!)];
        expect(own).toEqual(expect.arrayContaining(nameless.map(({ key }) => key)));
      },
    ),
    { examples: [[[{ name: "\0", in: "opportunity" }], "\t", "opportunity/1"]] },
  );
});
