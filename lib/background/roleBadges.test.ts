import "@/lib/store/testing";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import {
  keyOf,
  LOCAL_AUTHOR,
  type RecordKey,
  type RecordKind,
  type Role,
  type SeenPerson,
} from "@/lib/domain";
import { newClaimId } from "@/lib/messages";
import { appendClaims, settings } from "@/lib/store";
import { withDatabase } from "./database";
import { pageRead, pageSeen } from "./pages";
import { badgesAfterReading, rolesChanged, rolesOnPage, settleBadges } from "./roleBadges";
import { locate, orgOf, page, snapshotOf, tabsAt, urlOf } from "./testing";

const of = <K extends RecordKind>(kind: K, id: string) =>
  keyOf({ crm: "demo", org: "acme", kind, id });
const url = urlOf("opportunity/1");
const who = (id: string, name: string): SeenPerson => ({
  id,
  name,
  markers: [],
  in: "opportunity",
  hook: "a",
});
const [li, zhao, chen] = [who("L", "Li Wei"), who("Z", "Zhao Min"), who("C", "Chen Hao")];
const same = (person: SeenPerson) => person;

/** What pages were asked, by tab. */
const asked: [tab: number, name: string][] = [];
/** Tabs whose page has badges. */
let shows: number[];
const started: number[] = [];

beforeEach(async () => {
  fakeBrowser.reset();
  asked.length = started.length = 0;
  shows = [];
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  vi.spyOn(browser.permissions, "contains").mockImplementation(
    (async ({ origins }: { origins: string[] }) =>
      origins[0] === "https://acme.crm.example/*") as never,
  );
  vi.spyOn(browser.tabs, "sendMessage").mockImplementation((async (
    tab: number,
    { powermapPage }: { powermapPage: string },
  ) => {
    asked.push([tab, powermapPage]);
    return shows.includes(tab) && powermapPage === "badges.again" ? { there: true } : null;
  }) as never);
  vi.spyOn(browser.scripting, "executeScript").mockImplementation((async ({
    target,
    files,
  }: {
    target: { tabId: number };
    files: string[];
  }) => {
    expect(files).toEqual(["/badges.js"]);
    started.push(target.tabId);
    return [];
  }) as never);
  await withDatabase((database) =>
    Promise.all([database.records.clear(), database.links.clear(), database.claims.clear()]),
  );
  tabsAt({ 7: url });
  await pageSeen({ url, sequence: 1 }, page(url), locate);
  const people = [li, zhao, chen].map((one) => ({ ...one, role: "Decision Maker" }));
  const snapshot = snapshotOf(url, { account: "Acme#A1" }, people);
  await pageRead({ sequence: 1, snapshot }, page(url), locate);
});

interface Told {
  called?: string;
  holds?: boolean;
  scope?: RecordKey;
}
const says = (id: string, role: Role, { scope = of("opportunity", "1"), ...more }: Told = {}) =>
  withDatabase((database) =>
    appendClaims(database, [
      {
        id: newClaimId(),
        at: Date.now(),
        by: LOCAL_AUTHOR,
        scope,
        about: of("contact", id),
        says: { aspect: "role", role, holds: true, ...more },
        how: "judgement",
        sure: "likely",
      },
    ]),
  );
const roles = async (people = [li, zhao, chen]) =>
  (await rolesOnPage({ url, people }, page(url), orgOf, same)).roles;
const on = (...badges: string[]) => settings.badges.setValue(badges);

describe("the roles for a page's badges", () => {
  test("are those that were stated of whom it names, in its order, and no guesses", async () => {
    await on("demo");
    await says("L", "opinion-leader");
    await says("C", "decision-maker");
    await says("C", "champion");
    await says("Z", "decision-maker", { holds: false });
    expect(await roles()).toEqual([
      [{ label: "opinion leader", short: "leads", contested: false }],
      [],
      [
        { label: "decision maker", short: "decides", contested: false },
        { label: "champion", short: "champion", contested: false },
      ],
    ]);
    expect(await roles([who("N", "Never Seen")])).toEqual([[]]);
  });

  test("are known where nothing is remembered of the opportunity, with one reading of each account", async () => {
    await on("demo");
    const kim = who("K", "Kim Ahn");
    const elsewhere = urlOf("opportunity/2");
    tabsAt({ 7: elsewhere });
    const snapshot = snapshotOf(elsewhere, { account: "Globex#G1" }, [kim]);
    await pageSeen({ url: elsewhere, sequence: 2 }, page(elsewhere), locate);
    await pageRead({ sequence: 2, snapshot }, page(elsewhere), locate);
    await says("L", "decision-maker", { scope: of("account", "A1") });
    await says("K", "user", { scope: of("account", "G1") });

    const unread = urlOf("opportunity/3");
    await pageSeen({ url: unread, sequence: 3 }, page(unread), locate);
    const labels = async (...people: SeenPerson[]) => {
      const answer = await rolesOnPage({ url: unread, people }, page(unread), orgOf, same);
      return answer.roles.map((tags) => tags.map(({ label }) => label));
    };
    const read = vi.spyOn(IDBIndex.prototype, "getAll");
    expect(await labels(li)).toEqual([["decision maker"]]);
    const once = read.mock.calls.length;
    expect(once).toBeGreaterThan(0);
    read.mockClear();
    expect(await labels(zhao, li, chen)).toEqual([[], ["decision maker"], []]);
    expect(read).toHaveBeenCalledTimes(once);
    read.mockRestore();
    expect(await labels(kim, who("N", "Never Seen"), li)).toEqual([
      ["user"],
      [],
      ["decision maker"],
    ]);
  });

  test("have the names of the user's vocabulary, and short ones of those", async () => {
    await on("demo");
    await settings.vocabulary.setValue({
      skin: "blue-sheet",
      names: { champion: "Verbündeter" },
      places: {},
      added: [],
    });
    await says("L", "decision-maker");
    await says("Z", "champion");
    await says("C", "approver", { called: "Works council" });
    expect((await roles()).map(([one]) => [one?.label, one?.short])).toEqual([
      ["economic buyer", "EB"],
      ["Verbündeter", "Verb"],
      ["Works council", "WC"],
    ]);
    await settings.locale.setValue("zh_CN");
    await settings.vocabulary.removeValue();
    expect((await roles([li]))[0]).toEqual([{ label: "决策者", short: "决策", contested: false }]);
  });

  test.for([
    ["badges are off", [], url, url],
    ["they are on elsewhere", ["salesforce", "https://other.example/*"], url, url],
    ["the page is another site's", ["demo"], url, "https://evil.example/"],
    ["access was taken away", ["demo"], urlOf("list", "gone"), urlOf("list", "gone")],
  ] as const)("are told to nobody where %s", async ([, badges, asks, from]) => {
    await on(...badges);
    await expect(rolesOnPage({ url: asks, people: [li] }, page(from), orgOf, same)).rejects.toThrow(
      "no badges",
    );
  });
});

describe("the script of the badges", () => {
  test.for([
    [["demo"], true],
    [["https://*.crm.example/*"], true],
    [["https://other.example/*"], false],
    [["not a pattern:"], false],
    [[], false],
  ] as const)("where badges are %j is fetched: %s", async ([badges, wanted]) => {
    await on(...badges);
    await badgesAfterReading(7, url, orgOf);
    expect(started).toEqual(wanted ? [7] : []);
  });

  test("is not fetched into a page that has it, which asks again", async () => {
    await on("demo");
    shows = [7];
    await badgesAfterReading(7, url, orgOf);
    expect(started).toEqual([]);
    expect(asked).toEqual([[7, "badges.again"]]);
  });

  test("comes and goes with the setting, and with access, in every tab", async () => {
    const tabs = [
      { id: 7, url },
      { id: 8, url: urlOf("opportunity/2", "gone") },
      { id: 9 },
      { id: 10, url, discarded: true },
    ];
    vi.spyOn(browser.tabs, "query").mockResolvedValue(tabs as never);
    await on("demo");
    await settleBadges(orgOf);
    expect(started).toEqual([7]);
    expect(asked.toSorted(([a], [b]) => a - b)).toEqual([
      [7, "badges.again"],
      [8, "badges.stop"],
      [9, "badges.stop"],
    ]);
    asked.length = 0;
    await on();
    await settleBadges(orgOf);
    expect(asked.map(([, name]) => name)).toEqual(Array.from({ length: 3 }, () => "badges.stop"));
  });

  test("is told of what is said while it is in front, and nobody is asked where badges are off", async () => {
    vi.spyOn(browser.tabs, "query").mockResolvedValue([{ id: 7, url }, { id: 9 }] as never);
    await rolesChanged(orgOf);
    expect(asked).toEqual([]);
    await on("demo");
    await rolesChanged(orgOf);
    expect(asked).toEqual([[7, "badges.again"]]);
  });
});
