// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { key } from "@/lib/domain/testing";

/** Where the user was outlives the panel, until the day is over or what it was is no more. */

const deal = key("opportunity", "deal");
const [li, chen] = [key("contact", "li"), key("contact", "chen")];

/** A panel that is just opened. */
const panel = () => {
  vi.resetModules();
  return import("./place");
};

beforeEach(() => {
  localStorage.clear();
  vi.useFakeTimers({ now: new Date(2026, 10, 20, 12), toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("who was open, and how far each was scrolled, is there after the panel was closed", async () => {
  const one = await panel();
  one.keepScrolled(deal, null, 300);
  one.keepOpened(deal, li);
  one.keepScrolled(deal, li, 200);
  const next = await panel();
  expect(next.openedIn(deal)).toBe(li);
  expect([next.scrolledIn(deal, null), next.scrolledIn(deal, li)]).toEqual([300, 200]);
  expect(next.scrolledIn(deal, chen)).toBe(0);
});

test("a new day begins at the top", async () => {
  (await panel()).keepOpened(deal, li);
  vi.setSystemTime(new Date(2026, 10, 21, 8));
  const next = await panel();
  expect(next.openedIn(deal)).toBeNull();
});

test("nothing is left of who was erased in another page, though this one had them open", async () => {
  const one = await panel();
  one.keepOpened(deal, li);
  one.keepScrolled(deal, li, 200);
  one.keepScrolled(li, null, 10);
  const settings = await panel();
  settings.forgetPlaces((record) => record === li);
  one.keepScrolled(deal, null, 40);
  expect(JSON.stringify({ ...localStorage })).not.toContain(li);
  expect((await panel()).scrolledIn(deal, null)).toBe(40);
});

test("of the last 50 records only", async () => {
  const one = await panel();
  for (let n = 0; n < 60; n++) one.keepScrolled(key("opportunity", `d${n}`), null, n + 1);
  expect([9, 10, 59].map((n) => one.scrolledIn(key("opportunity", `d${n}`), null))).toEqual([
    0, 11, 60,
  ]);
});

test("what is stored and broken is nothing", async () => {
  localStorage.setItem("powermap.places", '{"day":');
  expect((await panel()).openedIn(deal)).toBeNull();
});
