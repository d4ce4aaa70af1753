import { failCommits, freshName } from "./testing";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { CrmRecord, NameMarker } from "@/lib/domain";
import { NOON, field, fields, key, link, namedAccount, record } from "@/lib/domain/testing";
import { openDatabase, type PowermapDatabase } from "./database";
import { rememberSeen } from "./seen";

const deal = key("opportunity", "006A");
const li = key("contact", "003A");
const acme = key("account", "001A");
const HOUR = 3_600_000;
const gone: NameMarker = { kind: "left", text: "(GONE)" };

let database: PowermapDatabase;
beforeEach(async () => {
  database = await openDatabase(freshName());
});
afterEach(() => database.close());

/** A record read at a time: its own page, or a row of a list. */
const seenAt = (
  at: number,
  values: Parameters<typeof fields>[0],
  { own, ...more }: { own?: true } & Partial<CrmRecord<"contact">> = {},
) =>
  record(li, String(values.name ?? "Li Wei"), {
    fields: fields(values, { at, ...(own ? { own } : {}) }),
    firstSeen: at,
    lastSeen: at,
    ...more,
  });
const see = (...records: CrmRecord[]) => rememberSeen(database, { records, links: [] });
const remembered = async () => {
  const found = await database.records.get(li);
  if (!found) throw new Error("not remembered");
  return found;
};
const values = async () =>
  Object.fromEntries(
    Object.entries((await remembered()).fields).map(([name, one]) => [name, one.value]),
  );
const changes = async () =>
  (await database.changes.toArray()).map(({ field, before, after }) => [field, before, after]);

describe("seeing a record again", () => {
  test("blanks nothing that was not read this time", async () => {
    await see(
      seenAt(
        NOON,
        { name: "Li Wei", title: "CTO", email: "li@acme.example" },
        { own: true, markers: [gone], url: "https://crm/003A", account: acme },
      ),
    );
    await see(seenAt(NOON + HOUR, { name: "Li Wei" }));
    expect(await values()).toEqual({ name: "Li Wei", title: "CTO", email: "li@acme.example" });
    expect(await remembered()).toMatchObject({
      url: "https://crm/003A",
      account: acme,
      markers: [gone],
      firstSeen: NOON,
      lastSeen: NOON + HOUR,
    });
    expect(await changes()).toEqual([]);
  });

  test("keeps each difference once, with what stood there before", async () => {
    await see(seenAt(NOON, { name: "Li Wei", title: "Manager" }, { own: true }));
    const later = seenAt(
      NOON + HOUR,
      { name: "Li Wei", title: "CTO", phone: "123" },
      { own: true },
    );
    await see(later);
    await see({ ...later, lastSeen: NOON + 2 * HOUR });
    expect(await changes()).toEqual([["title", "Manager", "CTO"]]);
    expect(await database.changes.toArray()).toMatchObject([{ record: li, at: NOON + HOUR }]);
    await see(seenAt(NOON + 3 * HOUR, { title: "Manager" }, { own: true }));
    expect(await changes()).toEqual([
      ["title", "Manager", "CTO"],
      ["title", "CTO", "Manager"],
    ]);
  });

  test("in a list does not replace the name of its own page", async () => {
    await see(seenAt(NOON, { name: "Li Wei" }, { own: true }));
    await see(seenAt(NOON + HOUR, { name: "Mr Li Wei, Acme…" }));
    expect(await remembered()).toMatchObject({ name: "Li Wei", normalName: "li wei" });
    expect(await changes()).toEqual([]);
  });

  test("on its own page replaces the name that a list gave", async () => {
    await see(seenAt(NOON, { name: "Mr Li Wei, Acme…" }));
    await see(seenAt(NOON + HOUR, { name: "Li Wei" }, { own: true }));
    expect(await remembered()).toMatchObject({ name: "Li Wei", normalName: "li wei" });
  });

  test("shows a new marker from a list, and that it is gone from the own page only", async () => {
    await see(seenAt(NOON, { name: "Li Wei" }, { own: true }));
    await see(seenAt(NOON + HOUR, { name: "Li Wei" }, { markers: [gone] }));
    expect((await remembered()).markers).toEqual([gone]);
    await see(seenAt(NOON + 2 * HOUR, { name: "Li Wei" }));
    expect((await remembered()).markers).toEqual([gone]);
    await see(seenAt(NOON + 3 * HOUR, { name: "Li Wei" }, { own: true }));
    expect((await remembered()).markers).toEqual([]);
  });

  test("where only its name was ever seen takes the name that is seen now", async () => {
    const named = (name: string, at: number) => record(acme, name, { firstSeen: at, lastSeen: at });
    await see(named("Acme", NOON));
    await see(named("Acme Group", NOON + HOUR));
    expect((await database.records.get(acme))?.name).toBe("Acme Group");
    await see({
      ...named("Acme Holding", NOON),
      fields: fields({ name: "Acme Holding" }, { own: true }),
    });
    await see(named("Acme Gr…", NOON + 2 * HOUR));
    expect((await database.records.get(acme))?.name).toBe("Acme Holding");
  });

  test("counts the rows of one name anew", async () => {
    await see(seenAt(NOON, { name: "Li Wei" }, { namesakes: 2 }));
    await see(seenAt(NOON + HOUR, { name: "Li Wei" }));
    expect((await remembered()).namesakes).toBe(2);
    await see(seenAt(NOON + 2 * HOUR, { name: "Li Wei" }, { namesakes: 1 }));
    expect((await remembered()).namesakes).toBe(1);
  });
});

describe("the account of a person", () => {
  const bare = namedAccount("Acme");
  const accountAfter = async (...seen: CrmRecord[]) => {
    for (const one of seen) await see(one);
    return (await remembered()).account;
  };

  test("known by id is not lost to its bare name", async () => {
    const byId = seenAt(NOON, { account: "Acme" }, { account: acme });
    expect(
      await accountAfter(byId, seenAt(NOON + HOUR, { account: "Acme" }, { account: bare })),
    ).toBe(acme);
  });

  test("becomes the one with an id once that is seen", async () => {
    const byName = seenAt(NOON, { account: "Acme" }, { account: bare });
    expect(
      await accountAfter(byName, seenAt(NOON + HOUR, { account: "Acme" }, { account: acme })),
    ).toBe(acme);
  });

  test("changes when the page says another one", async () => {
    const byId = seenAt(NOON, { account: "Acme" }, { account: acme, own: true });
    const moved = seenAt(
      NOON + HOUR,
      { account: "Globex" },
      { account: namedAccount("Globex"), own: true },
    );
    expect(await accountAfter(byId, moved)).toBe(namedAccount("Globex"));
    expect(await changes()).toEqual([["account", "Acme", "Globex"]]);
  });

  test("is the one of the own page, not the one around a list", async () => {
    const byId = seenAt(NOON, { account: "Acme" }, { account: acme, own: true });
    const consultant = seenAt(NOON + HOUR, { name: "Li Wei" }, { account: key("account", "001G") });
    expect(await accountAfter(byId, consultant)).toBe(acme);
  });

  test("is the one around the list where nothing else is known", async () => {
    const globex = key("account", "001G");
    expect(await accountAfter(seenAt(NOON, { name: "Li Wei" }, { account: globex }))).toBe(globex);
    expect(await accountAfter(seenAt(NOON + HOUR, { name: "Li Wei" }))).toBe(globex);
  });
});

describe("the people of an opportunity", () => {
  const linked = (at: number, more: Parameters<typeof link>[2] = {}) =>
    rememberSeen(database, {
      records: [],
      links: [link(deal, li, { firstSeen: at, lastSeen: at, ...more })],
    });

  test("keep their role when a page does not show it, and remember how it changed", async () => {
    await linked(NOON, { role: "Influencer", primary: false });
    await linked(NOON + HOUR);
    await linked(NOON + 2 * HOUR, { role: "Decision Maker", primary: true });
    expect(await database.links.toArray()).toEqual([
      link(deal, li, { role: "Decision Maker", primary: true, lastSeen: NOON + 2 * HOUR }),
    ]);
    expect(await database.changes.toArray()).toMatchObject([
      { record: deal, contact: li, field: "role", before: "Influencer", after: "Decision Maker" },
      { record: deal, contact: li, field: "primary", before: false, after: true },
    ]);
  });

  const wang = key("contact", "003B");
  const other = key("opportunity", "006B");
  const whole = (at: number, ...named: (typeof li)[]) =>
    rememberSeen(database, {
      records: [],
      links: named.map((one) => link(deal, one, { role: "User", firstSeen: at, lastSeen: at })),
      everybody: { on: deal, at },
    });

  test("are marked once the page names everybody else, which is told once; others' are left alone", async () => {
    await rememberSeen(database, {
      records: [],
      links: [link(deal, li), link(deal, wang), link(other, wang)],
    });
    await linked(NOON + HOUR);
    await whole(NOON + 2 * HOUR, li);
    await whole(NOON + 3 * HOUR, li);
    expect(await database.links.orderBy("opportunity").toArray()).toMatchObject([
      { contact: li, role: "User" },
      { contact: wang, lastSeen: NOON, unnamedSince: NOON + 2 * HOUR },
      link(other, wang),
    ]);
    expect(await database.changes.toArray()).toMatchObject([
      { field: "role" },
      { record: deal, contact: wang, field: "named", before: true, after: false },
    ]);
  });

  test("are as they were when the page names the person again, which is told too", async () => {
    await whole(NOON, li, wang);
    await whole(NOON + HOUR, li);
    await whole(NOON + 2 * HOUR, li, wang);
    const rows = await database.links.toArray();
    expect(rows.map(({ unnamedSince }) => unnamedSince)).toEqual([undefined, undefined]);
    expect(await changes()).toEqual([
      ["named", true, false],
      ["named", false, true],
    ]);
  });

  test("with a first role are a change from nothing; a flag that is not set is none", async () => {
    await linked(NOON);
    await linked(NOON + HOUR, { role: "User", primary: false });
    expect(await changes()).toEqual([["role", null, "User"]]);
  });
});

describe("writing", () => {
  const writes = () => vi.spyOn(database.records, "bulkPut");

  test("what did not change is left alone within a minute, and noted after it", async () => {
    const first = seenAt(
      NOON,
      { name: "Li Wei", title: "CTO" },
      { own: true, account: acme, url: "u" },
    );
    await see(first);
    const put = writes();
    const again = (after: number) =>
      seenAt(
        NOON + after,
        { name: "Li Wei", title: "CTO" },
        { own: true, account: acme, url: "u" },
      );
    await see(again(1_000));
    await see(again(59_000));
    await see(seenAt(NOON + 59_500, { name: "Li Wei" }));
    expect(put).not.toHaveBeenCalled();
    expect(await remembered()).toEqual(first);
    await see(again(60_000));
    expect(put).toHaveBeenCalledOnce();
    expect(await remembered()).toMatchObject({ lastSeen: NOON + 60_000, firstSeen: NOON });
  });

  test("what did change is written at once", async () => {
    await see(seenAt(NOON, { name: "Li Wei", title: "CTO" }));
    const put = writes();
    await see(seenAt(NOON + 1_000, { name: "Li Wei", title: "CIO" }));
    expect(put).toHaveBeenCalledOnce();
  });

  test("is all or nothing: a failed commit leaves no record, link or change", async () => {
    await see(seenAt(NOON, { title: "Manager" }));
    const restore = failCommits();
    const seen = { records: [seenAt(NOON + HOUR, { title: "CTO" })], links: [link(deal, li)] };
    const refused = await rememberSeen(database, seen).catch((error: unknown) => error);
    restore();
    expect(refused).toMatchObject({ name: "StoreFailure", kind: "full" });
    expect(await values()).toEqual({ title: "Manager" });
    expect(await database.links.count()).toBe(0);
    expect(await changes()).toEqual([]);
  });
});

test("no field is ever lost, whatever order readings arrive in", async () => {
  const reading = fc.record({
    own: fc.boolean(),
    values: fc.dictionary(
      fc.constantFrom("name", "title", "department", "email", "phone"),
      fc.constantFrom("a", "b"),
      { minKeys: 1 },
    ),
    account: fc.constantFrom(undefined, acme, namedAccount("Acme")),
    markers: fc.constantFrom<NameMarker[]>([], [gone]),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(reading, { minLength: 1, maxLength: 5 }), async (readings) => {
      await Promise.all([database.records.clear(), database.changes.clear()]);
      for (const [n, { own, values, account, markers }] of readings.entries()) {
        const more = { ...(own ? { own: true as const } : {}), ...(account ? { account } : {}) };
        await see(seenAt(NOON + n * HOUR, values, { ...more, markers }));
      }
      const found = await remembered();
      const read = new Set(readings.flatMap(({ values }) => Object.keys(values)));
      expect(new Set(Object.keys(found.fields))).toEqual(read);
      if (readings.some(({ account }) => account === acme)) expect(found.account).toBe(acme);
      if (readings.some(({ account }) => account !== undefined))
        expect(found.account).toBeDefined();
      const owned = readings.filter(({ own, values }) => own && "name" in values);
      if (owned.length > 0) expect(found.fields.name?.value).toBe(owned.at(-1)?.values.name);
      // What was there and what it changed into are on record.
      for (const { before, after } of await database.changes.toArray())
        expect(before).not.toBe(after);
    }),
    { numRuns: 60 },
  );
});

test("two organisations with the same ids never touch each other", async () => {
  const other = key("contact", "003A", "globex");
  await see(
    seenAt(NOON, { title: "CTO" }),
    record(other, "Li Wei", { fields: { title: field("Cook") } }),
  );
  await see(seenAt(NOON + HOUR, { title: "CIO" }));
  expect((await database.records.get(other))?.fields.title?.value).toBe("Cook");
  expect(await database.records.count()).toBe(2);
});
