import { failCommits } from "@/lib/store/testing";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { keyOf, type RecordKind } from "@/lib/domain";
import { claim } from "@/lib/domain/testing";
import { readTab, writeTab } from "@/lib/store";
import { withDatabase } from "./database";
import { pageRead, pageSeen, pageUnread, tabNavigated } from "./pages";
import { locate, ownUrl, page, panel, snapshotOf, tabsAt, urlOf } from "./testing";

const of = <K extends RecordKind>(kind: K, id: string, org = "acme") =>
  keyOf({ crm: "demo", org, kind, id });
const TAB = 7;
const [one, two] = [urlOf("opportunity/1"), urlOf("opportunity/2")];

beforeEach(async () => {
  fakeBrowser.reset();
  tabsAt({ [TAB]: one });
  await withDatabase((database) =>
    Promise.all([
      database.records.clear(),
      database.links.clear(),
      database.claims.clear(),
      database.changes.clear(),
    ]),
  );
});

const seen = (url: string, sequence = 1, origin = page(url)) =>
  pageSeen({ url, sequence }, origin, locate);
const read = (
  snapshot = snapshotOf(one, { account: "Acme#A1" }, [{ id: "L" }]),
  sequence = 1,
  origin = page(snapshot.url),
) => pageRead({ sequence, snapshot }, origin, locate, ownUrl);
const tab = () => readTab(TAB);
const names = () =>
  withDatabase(async ({ records }) => (await records.toArray()).map(({ name }) => name).toSorted());

describe("a page that is seen", () => {
  test("is its tab's state at once", async () => {
    await seen(one);
    expect(await tab()).toEqual({
      url: one,
      sequence: 1,
      place: locate(one),
      key: of("opportunity", "1"),
      state: "reading",
    });
  });

  test("of no record is elsewhere, and of a party not known yet", async () => {
    const [list, party] = [urlOf("list"), urlOf("party/5")];
    tabsAt({ [TAB]: list });
    await seen(list);
    expect(await tab()).toMatchObject({ state: "elsewhere", key: null, place: null });
    tabsAt({ [TAB]: party });
    await seen(party, 2);
    expect(await tab()).toMatchObject({ state: "reading", key: null, place: { kind: "party" } });
  });

  test("that the tab has left in between is not its state", async () => {
    tabsAt({ [TAB]: two });
    await seen(one);
    expect(await tab()).toBeNull();
    tabsAt({});
    await seen(one);
    expect(await tab()).toBeNull();
  });

  test("keeps what was read of the same record, under another address of it", async () => {
    await seen(one);
    await read();
    const view = `${one}?view=2`;
    tabsAt({ [TAB]: view });
    await seen(view, 2);
    expect(await tab()).toMatchObject({
      url: view,
      sequence: 2,
      state: "read",
      report: { language: "en" },
    });
    tabsAt({ [TAB]: two });
    await seen(two, 3);
    expect(await tab()).not.toHaveProperty("report");
  });

  test.for([
    ["another site", page(urlOf("opportunity/1", "globex"))],
    ["no tab", page(one, null)],
    ["the panel", panel],
  ] as const)("is refused when it comes from %s", async ([, origin]) => {
    await expect(seen(one, 1, origin)).rejects.toMatchObject({ failure: "foreign" });
    expect(await tab()).toBeNull();
  });
});

describe("a page that is read", () => {
  test("is remembered, and the tab's state says what was read and from where", async () => {
    await seen(one);
    await read();
    expect(await names()).toEqual(["Acme", "ERP", "Li Wei"]);
    expect(await tab()).toEqual({
      url: one,
      sequence: 1,
      place: locate(one),
      key: of("opportunity", "1"),
      state: "read",
      report: {
        at: expect.any(Number) as number,
        language: "en",
        fields: [
          { field: "name", hook: "[name]" },
          { field: "account", hook: "[account]" },
        ],
        people: [{ hook: "tr", count: 1 }],
        notFound: ["stage"],
        limits: [],
      },
    });
  });

  test.for<[string, () => Promise<unknown>]>([
    ["whose sequence is of a page before", () => read(undefined, 0)],
    ["whose sequence nobody has heard of", () => read(undefined, 2)],
    ["of a record that the tab does not show", () => read(snapshotOf(two))],
  ])("is dropped: one %s", async ([, act]) => {
    await seen(one);
    const before = await tab();
    await act();
    expect(await names()).toEqual([]);
    expect(await tab()).toEqual(before);
  });

  test("before it was seen is dropped", async () => {
    await read();
    expect(await names()).toEqual([]);
    expect(await tab()).toBeNull();
  });

  test.for<[string, () => Promise<unknown>]>([
    [
      "another record",
      () => read({ ...snapshotOf(one), place: { ...snapshotOf(one).place, id: "2" } }),
    ],
    [
      "another kind of record",
      () => read({ ...snapshotOf(one), place: { ...snapshotOf(one).place, kind: "account" } }),
    ],
    [
      "another organisation",
      () => read({ ...snapshotOf(one), place: { ...snapshotOf(one).place, org: "globex" } }),
    ],
    [
      "another CRM",
      () => read({ ...snapshotOf(one), place: { ...snapshotOf(one).place, crm: "other" } }),
    ],
    ["another site's page", () => read(snapshotOf(one), 1, page(urlOf("opportunity/1", "globex")))],
    ["no record at all", () => read({ ...snapshotOf(one), url: urlOf("list") })],
    [
      "an opportunity in place of a party",
      () => {
        const snapshot = snapshotOf(urlOf("party/5"));
        return read({ ...snapshot, place: { ...snapshot.place, kind: "opportunity" } });
      },
    ],
    ["no tab", () => read(snapshotOf(one), 1, page(one, null))],
    ["an extension page", () => read(snapshotOf(one), 1, { ...panel, tabId: TAB })],
  ])("is refused when it reports %s", async ([, act]) => {
    await seen(one);
    await expect(act()).rejects.toMatchObject({ failure: "foreign" });
    expect(await names()).toEqual([]);
  });

  test("while the tab goes elsewhere is remembered, and not shown there", async () => {
    await seen(one);
    const reading = read();
    tabsAt({ [TAB]: two });
    await tabNavigated(TAB, two, locate);
    await reading;
    expect(await tab()).toMatchObject({ url: two, key: of("opportunity", "2"), state: "reading" });
    expect(await tab()).not.toHaveProperty("report");
  });
});

describe("a list of a record's people", () => {
  const list = urlOf("list/opportunity/1");
  const readList = async (sequence: number) => {
    tabsAt({ [TAB]: list });
    await seen(list, sequence);
    const snapshot = snapshotOf(list, {}, [{ id: "L" }]);
    await read({ ...snapshot, fields: {} }, sequence);
  };
  const record = () => withDatabase(({ records }) => records.get(of("opportunity", "1")));

  test("that is read first is the record's, without a name and with the way to its own page", async () => {
    await readList(1);
    expect(await tab()).toMatchObject({ state: "read", key: of("opportunity", "1") });
    expect(await record()).toMatchObject({ name: "", url: one });
    expect(await names()).toEqual(["", "Li Wei"]);
    tabsAt({ [TAB]: one });
    await seen(one, 2);
    await read(snapshotOf(one, { account: "Acme" }), 2);
    expect(await record()).toMatchObject({ name: "ERP", url: one });
  });

  test("that is read later takes nothing from what is known of the record", async () => {
    await seen(one);
    await read(snapshotOf(one, { account: "Acme#A1" }));
    const before = await record();
    await readList(2);
    expect(await record()).toMatchObject({ name: "ERP", fields: before!.fields, url: one });
    // An account that another page named, and that was never open itself.
    const contacts = urlOf("list/account/A1");
    tabsAt({ [TAB]: contacts });
    await seen(contacts, 3);
    await read({ ...snapshotOf(contacts, {}, [{ id: "M", in: "account" }]), fields: {} }, 3);
    expect(await names()).toEqual(["Acme", "ERP", "Li Wei", "Li Wei"]);
  });
});

describe("a page that shows nothing of its record", () => {
  const unread = (gone = true, sequence = 1, url = one, origin = page(url)) =>
    pageUnread({ url, sequence, gone }, origin);

  test("is its tab's state, until it shows something", async () => {
    await seen(one);
    await unread();
    expect(await tab()).toEqual({
      url: one,
      sequence: 1,
      place: locate(one),
      key: of("opportunity", "1"),
      state: "unread",
      gone: true,
    });
    await read();
    expect(await tab()).toMatchObject({ state: "read" });
    expect(await tab()).not.toHaveProperty("gone");
  });

  test("is no longer shown as what was read before", async () => {
    await seen(one);
    await read();
    await seen(one, 2);
    await unread(true, 2);
    expect(await tab()).toMatchObject({ state: "unread", gone: true });
    expect(await tab()).not.toHaveProperty("report");
  });

  test("is looked at anew after a reload", async () => {
    await seen(one);
    await unread();
    await seen(one, 2);
    expect(await tab()).toMatchObject({ state: "reading", sequence: 2 });
    expect(await tab()).not.toHaveProperty("gone");
  });

  test("but is an empty list of it takes nothing back", async () => {
    await seen(one);
    await read();
    await unread(false);
    expect(await tab()).toMatchObject({ state: "read" });
    // Nor of what the page asks.
    const party = urlOf("party/5");
    tabsAt({ [TAB]: party });
    await seen(party, 3);
    await read(snapshotOf(party, {}, []), 3);
    expect(await tab()).toMatchObject({ state: "party" });
    await unread(false, 3, party);
    expect(await tab()).toMatchObject({ state: "party" });
  });

  test("but had its people still to come is waited for no more", async () => {
    await seen(one);
    const snapshot = snapshotOf(one, {}, []);
    await pageRead({ sequence: 1, snapshot, toCome: true }, page(one), locate, ownUrl);
    expect(await tab()).toMatchObject({ state: "read", toCome: true });
    await unread(false);
    expect(await tab()).toMatchObject({ state: "read", report: { people: [] } });
    expect(await tab()).not.toHaveProperty("toCome");
    await pageRead({ sequence: 1, snapshot, toCome: true }, page(one), locate, ownUrl);
    await read();
    expect(await tab()).not.toHaveProperty("toCome");
  });

  test("is not said of a page that the tab has left, nor by another site", async () => {
    await seen(one, 2);
    const before = await tab();
    await unread(true, 1);
    await unread(true, 2, two);
    await expect(unread(true, 2, one, page(urlOf("list", "globex")))).rejects.toMatchObject({
      failure: "foreign",
    });
    expect(await tab()).toEqual(before);
  });
});

describe("when the disk is full", () => {
  test("the tab says so, the page is told to report again, and then it is kept", async () => {
    await seen(one);
    const restore = failCommits();
    await expect(read()).rejects.toMatchObject({ failure: "storage-full" });
    restore();
    expect(await tab()).toMatchObject({
      state: "failed",
      failure: "full",
      key: of("opportunity", "1"),
    });
    await read();
    expect(await names()).toEqual(["Acme", "ERP", "Li Wei"]);
    const after = await tab();
    expect(after).toMatchObject({ state: "read" });
    expect(after).not.toHaveProperty("failure");
  });
});

describe("a party's page", () => {
  const party = urlOf("party/5");
  const readParty = async (sequence: number, name = "Acme") => {
    tabsAt({ [TAB]: party });
    await seen(party, sequence);
    await read(snapshotOf(party, { name }), sequence);
    return tab();
  };

  test("asks what it is while that cannot be told", async () => {
    expect(await readParty(1)).toMatchObject({ state: "party", name: "Acme", key: null });
    expect(await names()).toEqual([]);
  });

  test("is what another page's naming of it says", async () => {
    await seen(one);
    await read(snapshotOf(one, { account: "Acme" }));
    expect(await readParty(2)).toMatchObject({ state: "read", key: of("account", "5") });
  });

  test("is what its own page says", async () => {
    tabsAt({ [TAB]: party });
    await seen(party);
    const snapshot = snapshotOf(party, { name: "Li Wei" });
    await read({ ...snapshot, place: { ...snapshot.place, kind: "contact" } });
    expect(await tab()).toMatchObject({
      state: "read",
      key: of("contact", "5"),
      place: { kind: "party" },
    });
  });

  test("is what the user says, and no question is left of it", async () => {
    await readParty(1);
    const about = of("account", "5");
    await withDatabase(({ claims }) =>
      claims.put(claim(1, about, { aspect: "party", kind: "account" })),
    );
    const after = await readParty(2);
    expect(after).toMatchObject({ state: "read", key: about });
    expect(after).not.toHaveProperty("name");
  });
});

describe("a navigation", () => {
  test("shows the next record at once, before its page is there", async () => {
    await seen(one);
    await read();
    await tabNavigated(TAB, two, locate);
    expect(await tab()).toEqual({
      url: two,
      sequence: 1,
      place: locate(two),
      key: of("opportunity", "2"),
      state: "reading",
    });
    await tabNavigated(TAB, urlOf("list"), locate);
    expect(await tab()).toMatchObject({ state: "elsewhere", key: null });
  });

  test("to where the tab is already changes nothing", async () => {
    await seen(one);
    await read();
    const before = await tab();
    await tabNavigated(TAB, one, locate);
    expect(await tab()).toEqual(before);
  });

  test("and the page's own word of it come in any order and interleaving: reports are heard", async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.boolean(), async (scheduler, pageFirst) => {
        fakeBrowser.reset();
        tabsAt({ [TAB]: two });
        await writeTab(TAB, {
          url: one,
          sequence: 1,
          place: locate(one),
          key: null,
          state: "reading",
        });
        const { get, set } = browser.storage.session;
        const slow = scheduler.schedule.bind(scheduler);
        vi.spyOn(browser.storage.session, "get").mockImplementation((async (...args: never[]) => {
          await slow(Promise.resolve());
          return (get as (...args: never[]) => Promise<unknown>)(...args);
        }) as never);
        vi.spyOn(browser.storage.session, "set").mockImplementation((async (...args: never[]) => {
          await slow(Promise.resolve());
          return (set as (...args: never[]) => Promise<unknown>)(...args);
        }) as never);
        const acts = [() => seen(two, 2), () => tabNavigated(TAB, two, locate)];
        await scheduler.waitFor(
          Promise.all((pageFirst ? acts : acts.toReversed()).map((act) => act())),
        );
        vi.restoreAllMocks();
        expect(await tab()).toMatchObject({ url: two, sequence: 2, key: of("opportunity", "2") });
      }),
      { numRuns: 50 },
    );
  });
});

test("tabs do not touch each other", async () => {
  const other = urlOf("opportunity/1", "globex");
  tabsAt({ [TAB]: one, 8: other });
  await Promise.all([seen(one), seen(other, 1, page(other, 8))]);
  await Promise.all([
    read(),
    pageRead({ sequence: 1, snapshot: snapshotOf(other) }, page(other, 8), locate),
  ]);
  expect(await readTab(TAB)).toMatchObject({ key: of("opportunity", "1"), state: "read" });
  expect(await readTab(8)).toMatchObject({ key: of("opportunity", "1", "globex"), state: "read" });
});
