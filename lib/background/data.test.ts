import "@/lib/store/testing";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { claim, claimId, DAY, fields, key, NOON, record } from "@/lib/domain/testing";
import { door, type Handlers } from "@/lib/messages";
import { settings } from "@/lib/store";
import { dataHandlers, keepRetention, retain, RETENTION_ALARM } from "./data";
import { withDatabase } from "./database";

const orgOf = (url: string) => {
  const { hostname, pathname } = new URL(url);
  if (hostname === "acme.lightning.force.com") {
    return { crm: "salesforce", org: "acme", ownHost: true };
  }
  return pathname.startsWith("/lightning/")
    ? { crm: "salesforce", org: hostname, ownHost: false }
    : null;
};
const admit = door(dataHandlers(orgOf) as unknown as Handlers, {
  id: "me",
  origin: "chrome-extension://me",
});
const ask = (powermap: string, data: unknown, url = "chrome-extension://me/options.html") =>
  admit({ powermap, data }, { id: "me", url, tab: { id: 1 } });
const li = key("contact", "li");
const left = (n: number) => claim(n, li, { aspect: "left" });
const id = (n: number) => claimId(20_000 + n);
const log = () => withDatabase(({ claims }) => claims.toArray());

beforeEach(async () => {
  fakeBrowser.reset();
  await ask("data.erase", { of: { kind: "all" } });
});

describe("an import by messages", () => {
  test("is merged when its last word comes", async () => {
    expect(
      await ask("data.stage", { import: id(1), part: 0, rows: { claims: [left(1)] } }),
    ).toEqual({ ok: true, value: null });
    expect(await log()).toEqual([]);
    expect(await ask("data.import", { import: id(1), parts: 1 })).toMatchObject({
      ok: true,
      value: { added: { claims: 1 }, conflicts: 0 },
    });
    expect(await log()).toEqual([left(1)]);
  });

  test("leads nobody to another site, and outdoes nothing that is read later", async () => {
    const deal = (n: number, url: string) => {
      const at = Date.now() + 100 * 365 * DAY;
      const of = { url, firstSeen: NOON, lastSeen: at, fields: fields({ stage: "Lost" }, { at }) };
      return record(key("opportunity", `${n}`), "ERP", of);
    };
    const own = "https://acme.lightning.force.com/lightning/r/Opportunity/2/view";
    const records = [
      deal(1, "https://evil.example/login"),
      deal(2, own),
      deal(3, "https://acme.lightning.force.com.evil.example/"),
    ];
    await ask("data.stage", { import: id(1), part: 0, rows: { records } });
    expect(await ask("data.import", { import: id(1), parts: 1 })).toMatchObject({ ok: true });
    const stored = await withDatabase((database) => database.records.toArray());
    expect(stored.map(({ url }) => url ?? null)).toEqual([null, own, null]);
    for (const { lastSeen, firstSeen, fields } of stored) {
      expect(firstSeen).toBe(Math.min(NOON, Date.now()));
      expect(lastSeen).toBeLessThanOrEqual(Date.now());
      expect(fields.stage?.at).toBeLessThanOrEqual(Date.now());
    }
  });

  test("believes an address on any host only where the user opened that site", async () => {
    const at = (host: string) => `https://${host}/lightning/r/Opportunity/1/view`;
    const hosts = ["evil.example", "crm.own.example"];
    const records = hosts.map((host) =>
      record(key("opportunity", "1", host), "ERP", { url: at(host) }),
    );
    const opened = vi.spyOn(browser.permissions, "contains");
    opened.mockImplementation((async ({ origins }: { origins: string[] }) =>
      origins.includes("https://crm.own.example/*")) as never);
    await ask("data.stage", { import: id(1), part: 0, rows: { records } });
    expect(await ask("data.import", { import: id(1), parts: 1 })).toMatchObject({ ok: true });
    const stored = await withDatabase((database) => database.records.toArray());
    const urls = new Map(stored.map(({ key, url }) => [key, url]));
    expect(records.map(({ key }) => urls.get(key))).toEqual([undefined, at("crm.own.example")]);
  });

  test.for<[string, object]>([
    ["of two organisations", { claims: [{ ...left(1), about: key("contact", "x", "globex") }] }],
    ["with a member too many", { claims: [{ ...left(1), evil: 1 }] }],
    ["of a table that is none", { tabs: [] }],
    [
      "with a record whose address is a script",
      { records: [{ ...record(li, "Li"), url: "javascript:1" }] },
    ],
    ["of too many rows", { claims: Array.from({ length: 501 }, (_, n) => left(n)) }],
  ])("takes no part %s", async ([, rows]) => {
    expect(await ask("data.stage", { import: id(2), part: 0, rows })).toMatchObject({
      failure: "malformed",
    });
    expect(await ask("data.import", { import: id(2), parts: 1 })).toMatchObject({
      failure: "malformed",
    });
    expect(await log()).toEqual([]);
  });

  test.for(["data.stage", "data.import", "data.restore", "data.erase", "data.discard"])(
    "a page may not send %s",
    async (name) => {
      const answer = await ask(name, { of: { kind: "all" } }, "https://acme.crm.example/");
      expect(answer).toMatchObject({ failure: "foreign" });
    },
  );
});

test("a snapshot that is not there cannot be put back", async () => {
  const data = { restore: id(3), snapshot: id(4) };
  expect(await ask("data.restore", data)).toMatchObject({ failure: "malformed" });
});

describe("the daily look for what has expired", () => {
  test("has an alarm, and leaves one that is there", async () => {
    const create = vi.spyOn(browser.alarms, "create");
    await keepRetention();
    await keepRetention();
    expect(create).toHaveBeenCalledExactlyOnceWith(RETENTION_ALARM, {
      delayInMinutes: 5,
      periodInMinutes: 1_440,
    });
  });

  test("erases it after the time that the user chose", async () => {
    const deal = key("opportunity", "deal");
    const closed = record(deal, "ERP", {
      fields: fields({ status: "lost", closeDate: "2026-11-01" }),
    });
    const said = claim(1, li, { aspect: "left" }, { scope: deal });
    await ask("data.stage", {
      import: id(5),
      part: 0,
      rows: { records: [closed], claims: [said] },
    });
    await ask("data.import", { import: id(5), parts: 1 });
    await settings.retentionMonths.setValue(0);
    await retain(NOON + 9_000 * DAY);
    expect(await log()).toHaveLength(1);
    await settings.retentionMonths.setValue(1);
    await retain(Date.parse("2026-11-30"));
    expect(await log()).toHaveLength(1);
    await retain(Date.parse("2026-12-01"));
    expect(await log()).toEqual([]);
  });
});
