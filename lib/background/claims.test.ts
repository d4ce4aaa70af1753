import { failCommits } from "@/lib/store/testing";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { keyOf, standing, type Claim, type RecordKind } from "@/lib/domain";
import { claim, claimId, withdrawal } from "@/lib/domain/testing";
import { writeTab } from "@/lib/store";
import { recordClaims, undoClaim } from "./claims";
import { withDatabase } from "./database";
import { locate, orgOf, page, panel, urlOf } from "./testing";

const of = <K extends RecordKind>(kind: K, id: string, org = "acme") =>
  keyOf({ crm: "demo", org, kind, id });
const li = of("contact", "L");
const wang = of("contact", "W");
const foreign = of("contact", "W", "globex");
const deal = of("opportunity", "1");
const tag = claim(1, li, { aspect: "role", role: "user", holds: true }, { scope: deal });

beforeEach(async () => {
  fakeBrowser.reset();
  await withDatabase(({ claims }) => claims.clear());
});
const log = () => withDatabase(({ claims }) => claims.toArray());

describe("recording claims", () => {
  test("answers with their ids once they are written, however often it is asked", async () => {
    const claims = [tag, claim(2, li, { aspect: "left" }, { scope: deal })];
    for (let n = 0; n < 3; n += 1) {
      expect(await recordClaims({ claims })).toEqual({ recorded: [claimId(1), claimId(2)] });
    }
    expect(await recordClaims({ claims: [tag, tag] }), "once however often it was sent").toEqual({
      recorded: [tag.id],
    });
    expect(await log()).toEqual(claims);
  });

  test.for<[string, Claim]>([
    ["scope", { ...tag, scope: of("opportunity", "1", "globex") }],
    ["person", { ...tag, about: foreign }],
    ["chief", { ...tag, says: { aspect: "reports-to", to: foreign } as const }],
    [
      "influenced person",
      { ...tag, says: { aspect: "influences", whom: foreign, strength: 1, holds: true } as const },
    ],
    ["other self", { ...tag, says: { aspect: "same", as: foreign, holds: true } as const }],
    ["CRM", { ...tag, about: keyOf({ crm: "other", org: "acme", kind: "contact", id: "L" }) }],
    ["withdrawal", { ...withdrawal(3, tag), about: foreign }],
  ])("refuses all of them when one mixes organisations: by its %s", async ([, mixed]) => {
    const good = claim(9, li, { aspect: "left" }, { scope: deal });
    await expect(recordClaims({ claims: [good, mixed] })).rejects.toMatchObject({
      failure: "malformed",
    });
    expect(await log()).toEqual([]);
  });

  test("within one organisation passes every statement that names another", async () => {
    const claims = [
      { ...tag, says: { aspect: "reports-to", to: wang } as const },
      claim(2, li, { aspect: "reports-to", to: null }, { scope: deal }),
      claim(3, li, { aspect: "same", as: wang, holds: false }, { scope: of("account", "A") }),
    ];
    await recordClaims({ claims });
    expect(await log()).toHaveLength(3);
  });

  test("refuses what has the id of another claim: nothing is written, and the database is still good", async () => {
    const guess: Claim = { ...tag, sure: "guess" };
    const good = claim(9, li, { aspect: "left" }, { scope: deal });
    const refused = { failure: "malformed", message: expect.stringContaining(tag.id) as string };
    const handle = await withDatabase(async (database) => database);
    await expect(recordClaims({ claims: [good, tag, guess] })).rejects.toMatchObject(refused);
    expect(await log()).toEqual([]);
    await recordClaims({ claims: [tag] });
    await expect(recordClaims({ claims: [good, guess] })).rejects.toMatchObject(refused);
    expect(await log()).toEqual([tag]);
    expect(await withDatabase(async (database) => database)).toBe(handle);
  });

  test("says that the disk is full, and writes nothing", async () => {
    const restore = failCommits();
    await expect(recordClaims({ claims: [tag] })).rejects.toMatchObject({
      failure: "storage-full",
    });
    restore();
    expect(await log()).toEqual([]);
    await recordClaims({ claims: [tag] });
    expect(await log()).toEqual([tag]);
  });

  test("that tell what a party is lets its page be read again", async () => {
    const asked = vi.spyOn(browser.tabs, "sendMessage").mockResolvedValue(null as never);
    vi.spyOn(browser.tabs, "query").mockResolvedValue([{ id: 7 }, { id: 8 }] as never);
    const party = locate(urlOf("party/5"));
    await writeTab(7, {
      url: urlOf("party/5"),
      sequence: 1,
      place: party,
      key: null,
      state: "party",
    });
    await writeTab(8, {
      url: urlOf("list"),
      sequence: 1,
      place: null,
      key: null,
      state: "elsewhere",
    });
    await recordClaims({ claims: [tag] });
    expect(asked).not.toHaveBeenCalled();
    const about = of("account", "5");
    await recordClaims({ claims: [claim(2, about, { aspect: "party", kind: "account" })] });
    expect(asked.mock.calls.map(([tab]) => tab)).toEqual([7]);
  });
});

describe("taking a claim back", () => {
  const request = { id: claimId(50), withdraws: tag.id };
  beforeEach(() => recordClaims({ claims: [tag] }));

  test.for([
    ["the record's page", page(urlOf("opportunity/1"))],
    ["another page of the organisation", page(urlOf("contact/W"))],
    ["a list, which is of no record", page(urlOf("list"))],
    ["the panel", panel],
  ] as const)("from %s withdraws it, once however often it is asked", async ([, origin]) => {
    for (let n = 0; n < 3; n += 1) expect(await undoClaim(request, origin, orgOf)).toBeNull();
    const all = await log();
    expect(all).toHaveLength(2);
    expect(all[1]).toMatchObject({
      id: request.id,
      withdraws: tag.id,
      scope: deal,
      about: li,
      by: "me",
    });
    expect(standing(all)).toEqual([]);
  });

  test.for([
    ["a page of another organisation", page(urlOf("opportunity/1", "globex"))],
    ["a page of no CRM", page("https://evil.example/opportunity/1")],
  ] as const)("from %s is refused", async ([, origin]) => {
    await expect(undoClaim(request, origin, orgOf)).rejects.toMatchObject({ failure: "foreign" });
    expect(await log()).toEqual([tag]);
  });

  test("under the id of another claim is refused: nothing would be taken back", async () => {
    for (const id of [tag.id, claimId(2)]) {
      await recordClaims({ claims: [tag, claim(2, li, { aspect: "left" }, { scope: deal })] });
      const taken = undoClaim({ id, withdraws: tag.id }, panel, orgOf);
      await expect(taken).rejects.toMatchObject({ failure: "malformed" });
    }
    expect(await log()).toHaveLength(2);
  });

  test("that is not there is refused", async () => {
    const unknown = { ...request, withdraws: claimId(99) };
    await expect(undoClaim(unknown, panel, orgOf)).rejects.toMatchObject({ failure: "foreign" });
    expect(await log()).toEqual([tag]);
  });
});
