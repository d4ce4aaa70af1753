import { atCommit, failCommits, freshName } from "./testing";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { claim, key, withdrawal } from "@/lib/domain/testing";
import { appendClaims, withdrawClaim } from "./claims";
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
  test("in two calls, and the first stays as it is", async () => {
    await appendClaims(database, [tag]);
    await appendClaims(database, [{ ...tag, sure: "guess" }, stance]);
    expect(await database.claims.toArray()).toEqual([tag, stance]);
  });

  test("in one call, and the first counts", async () => {
    await appendClaims(database, [tag, { ...tag, sure: "guess" }, stance]);
    expect(await database.claims.toArray()).toEqual([tag, stance]);
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
