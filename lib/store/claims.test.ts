import { atCommit, failCommits, freshName } from "./testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Claim, Statement } from "@/lib/domain";
import { claim, claimId, key, withdrawal } from "@/lib/domain/testing";
import { appendClaims, ClaimConflict, withdrawClaim } from "./claims";
import { openDatabase, type PowermapDatabase } from "./database";
import { StoreFailure } from "./failure";

const person = key("contact", "li");
const tag = claim(1, person, { aspect: "role", role: "decision-maker", holds: true });
const stance = claim(2, person, { aspect: "stance", value: 1 });
const access = claim(3, person, { aspect: "access", level: 2 });

let database: PowermapDatabase;
let restore: () => void = () => undefined;
beforeEach(async () => {
  database = await openDatabase(freshName());
});
afterEach(() => {
  restore();
  database.close();
});

const ids = async () => (await database.claims.toArray()).map(({ id }) => id).toSorted();

describe("a claim written twice is one claim", () => {
  test("in two calls, together with what is new", async () => {
    await appendClaims(database, [tag]);
    await appendClaims(database, [tag, stance]);
    await appendClaims(database, [access, stance, tag]);
    expect(await database.claims.toArray()).toEqual([tag, stance, access]);
  });

  test("in one call", async () => {
    await appendClaims(database, [tag, stance, tag]);
    expect(await database.claims.toArray()).toEqual([tag, stance]);
  });

  test("whatever the order of its members", async () => {
    const turned = (one: object): object =>
      Object.fromEntries(
        Object.entries(one)
          .toReversed()
          .map(([name, value]) => [name, typeof value === "object" ? turned(value) : value]),
      );
    await appendClaims(database, [tag]);
    await appendClaims(database, [turned(tag) as typeof tag]);
    expect(await ids()).toEqual([tag.id]);
  });

  test("in calls at the same time", async () => {
    await Promise.all(Array.from({ length: 20 }, () => appendClaims(database, [tag, stance])));
    expect(await ids()).toEqual([tag.id, stance.id]);
  });

  test("also when nothing is left to write", async () => {
    await appendClaims(database, []);
    expect(await ids()).toEqual([]);
  });
});

describe("another claim under an id that is taken is refused, and nothing is written", () => {
  const others: [string, Claim][] = [
    ["surer", { ...tag, sure: "certain" }],
    ["of another person", { ...tag, about: key("contact", "wang") }],
    ["saying the contrary", { ...tag, says: { ...tag.says, holds: false } as Statement }],
    ["saying more", { ...tag, says: { ...tag.says, more: 1 } as unknown as Statement }],
    ["saying less", { ...tag, says: { aspect: "role", role: "decision-maker" } as Statement }],
    ["a withdrawal", { ...withdrawal(9, stance), id: tag.id }],
  ];

  test.for(others)("in a later call: one that is %s", async ([, other]) => {
    await appendClaims(database, [tag]);
    const refused = appendClaims(database, [stance, other, access]);
    await expect(refused).rejects.toBeInstanceOf(ClaimConflict);
    expect(await database.claims.toArray()).toEqual([tag]);
  });

  test.for(others)("in one call: one that is %s", async ([, other]) => {
    await expect(appendClaims(database, [stance, tag, other])).rejects.toBeInstanceOf(
      ClaimConflict,
    );
    expect(await ids()).toEqual([]);
  });

  test("of two that come at the same time the first is kept, and only it acknowledged", async () => {
    const [first, second] = await Promise.allSettled([
      appendClaims(database, [tag]),
      appendClaims(database, [{ ...tag, sure: "guess" }]),
    ]);
    expect(first.status).toBe("fulfilled");
    expect(second).toMatchObject({ status: "rejected", reason: { name: "ClaimConflict" } });
    expect(await database.claims.toArray()).toEqual([tag]);
  });
});

test("writing costs one request for each claim, and the look at a conflict comes only with one", async () => {
  const { prototype } = IDBObjectStore;
  const [adding, putting, reading] = [
    vi.spyOn(prototype, "add"),
    vi.spyOn(prototype, "put"),
    vi.spyOn(prototype, "get"),
  ];
  const many = Array.from({ length: 200 }, (_, n) => ({ ...tag, id: claimId(1_000 + n) }));
  await appendClaims(database, many);
  expect([adding, putting, reading].map(({ mock }) => mock.calls.length)).toEqual([200, 0, 0]);
  await appendClaims(database, [...many.slice(0, 3), stance]);
  expect([adding, putting, reading].map(({ mock }) => mock.calls.length)).toEqual([204, 0, 3]);
});

describe("a claim is acknowledged", () => {
  test("only after its transaction is complete", async () => {
    const commits: (() => void)[] = [];
    restore = atCommit((_, commit) => commits.push(commit));
    const acknowledged = vi.fn();
    const writing = appendClaims(database, [tag]).then(acknowledged);
    await vi.waitFor(() => expect(commits).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(acknowledged).not.toHaveBeenCalled();
    commits[0]?.();
    await writing;
    expect(acknowledged).toHaveBeenCalledOnce();
  });

  test("not at all when the commit fails: nothing is written, and it can be written later", async () => {
    restore = failCommits();
    const refused = await appendClaims(database, [tag, stance]).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreFailure);
    expect(refused).toMatchObject({ kind: "full" });
    restore();
    expect(await ids()).toEqual([]);
    await appendClaims(database, [tag, stance]);
    expect(await ids()).toEqual([tag.id, stance.id]);
  });

  test("together with the others of its call, or none of them is written", async () => {
    const unwritable = { ...stance, extra: () => undefined };
    const refused = await appendClaims(database, [tag, unwritable, access]).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ kind: "broken" });
    expect(await ids()).toEqual([]);
  });
});

describe("taking a claim back", () => {
  test("writes a withdrawal in its scope, once, and leaves the claim", async () => {
    const deal = key("opportunity", "006A");
    const scoped = { ...tag, scope: deal };
    await appendClaims(database, [scoped]);
    const undo = withdrawal(9, scoped);
    const { id, withdraws, at, by } = undo;
    expect(await withdrawClaim(database, { id, withdraws, at, by })).toBe(true);
    expect(await withdrawClaim(database, { id, withdraws, at: at + 5, by })).toBe(true);
    expect(await database.claims.toArray()).toEqual([scoped, undo]);
  });

  test("under the id of another claim is refused: nothing would be withdrawn", async () => {
    await appendClaims(database, [tag, stance]);
    for (const id of [tag.id, stance.id]) {
      const request = { id, withdraws: tag.id, at: 1, by: "me" };
      await expect(withdrawClaim(database, request)).rejects.toBeInstanceOf(ClaimConflict);
    }
    const undo = { id: access.id, withdraws: tag.id, at: 1, by: "me" };
    expect(await withdrawClaim(database, undo)).toBe(true);
    await expect(withdrawClaim(database, { ...undo, withdraws: stance.id })).rejects.toBeInstanceOf(
      ClaimConflict,
    );
    expect(await ids()).toEqual([tag.id, stance.id, access.id]);
  });

  test("is refused where there is no such claim, or it is not permitted", async () => {
    await appendClaims(database, [tag]);
    const request = { id: stance.id, withdraws: access.id, at: 1, by: "me" };
    expect(await withdrawClaim(database, request)).toBe(false);
    expect(await withdrawClaim(database, { ...request, withdraws: tag.id }, () => false)).toBe(
      false,
    );
    expect(await ids()).toEqual([tag.id]);
  });
});
