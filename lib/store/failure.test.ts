import "./testing";
import Dexie from "dexie";
import { describe, expect, test } from "vitest";
import { StoreFailure } from "./failure";

const quota = new DOMException("Encountered full disk while committing", "QuotaExceededError");

describe("what a failure of the database means", () => {
  test.for([
    ["full", quota],
    ["full", new Dexie.AbortError("aborted", quota)],
    ["full", new Dexie.BulkError("2 of 2 failed", [quota])],
    ["full", Object.assign(new Dexie.AbortError("aborted"), { cause: quota })],
    ["newer", new DOMException("older than installed", "VersionError")],
    ["newer", new Dexie.OpenFailedError("VersionError", new DOMException("", "VersionError"))],
    ["broken", new Dexie.DatabaseClosedError()],
    ["broken", new DOMException("", "InvalidStateError")],
    ["broken", new TypeError("a bug of ours")],
    ["broken", "a string"],
    ["broken", null],
    ["broken", undefined],
  ] as const)("%s: %s", ([kind, error]) => {
    expect(StoreFailure.from(error)).toMatchObject({ name: "StoreFailure", kind });
  });

  test("is kept when it is known already", () => {
    const failure = new StoreFailure("blocked", "held by another page");
    expect(StoreFailure.from(failure)).toBe(failure);
  });

  test("is told in few words, also where causes go round in a ring", () => {
    const ring = new Error("x".repeat(10_000));
    ring.cause = ring;
    expect(StoreFailure.from(ring).message.length).toBeLessThanOrEqual(300);
  });
});
