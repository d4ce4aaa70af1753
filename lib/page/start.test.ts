// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://acme.lightning.force.com/lightning/r/Opportunity/0065j00000AbCdE/view"}
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { startPage } from "./index";
import { peopleShown } from "./people";
import { background } from "./testing";

const html = readFileSync("lib/crm/salesforce/fixtures/opportunity-layout.html", "utf8");
interface Sent {
  powermap: string;
  data: { sequence: number; url?: string };
}
const sent = vi.fn<(message: Sent) => Promise<unknown>>();
const ok = { ok: true, value: null };
let asked: ReturnType<typeof background>;

beforeEach(() => {
  vi.useFakeTimers();
  asked = background();
  sent.mockReset();
  sent.mockResolvedValue(ok);
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation(sent as never);
  const parsed = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...parsed.body.childNodes);
});
afterEach(async () => {
  document.dispatchEvent(new Event("powermap:crm"));
  await vi.advanceTimersByTimeAsync(100);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
const messages = () =>
  sent.mock.calls.map(([{ powermap, data }]) => [powermap, data.sequence] as const);
const later = (milliseconds = 20_000) => vi.advanceTimersByTimeAsync(milliseconds);

describe("the script in a page", () => {
  test("announces the page and reports it under the same sequence", async () => {
    startPage(document);
    await later();
    const [[, sequence] = []] = messages();
    expect(sequence).toBeGreaterThan(1_700_000_000_000);
    expect(messages()).toEqual([
      ["page.seen", sequence],
      ["page.read", sequence],
    ]);
  });

  test("reports under a greater sequence each time, also when the clock was set back", async () => {
    startPage(document);
    await later();
    vi.setSystemTime(Date.now() - 3_600_000);
    expect(asked.ask("page.again")).toBeNull();
    await later();
    const sequences = messages().map(([, sequence]) => sequence);
    expect(sequences).toHaveLength(4);
    expect(sequences[2]).toBeGreaterThan(sequences[0] ?? Infinity);
    expect(sequences[3]).toBe(sequences[2]);
  });

  test("repeats until it is acknowledged: the page first, what it shows only then", async () => {
    sent.mockReset();
    sent
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce(undefined)
      .mockResolvedValueOnce(ok);
    sent
      .mockResolvedValueOnce({ ok: false, failure: "storage-full", detail: "" })
      .mockResolvedValue(ok);
    startPage(document);
    await later();
    expect(messages().map(([name]) => name)).toEqual([
      "page.seen",
      "page.seen",
      "page.seen",
      "page.read",
      "page.read",
    ]);
  });

  test("ends when a newer copy of it starts, which takes over", async () => {
    startPage(document);
    await later();
    startPage(document);
    await later();
    expect(messages().map(([name]) => name)).toEqual([
      "page.seen",
      "page.read",
      "page.seen",
      "page.read",
    ]);
    expect(asked.listeners()).toBe(1);
  });

  test("falls silent when an update has cut it off", async () => {
    sent.mockImplementation(() => {
      throw new Error("Extension context invalidated.");
    });
    vi.spyOn(browser.runtime, "id", "get").mockReturnValue(undefined as never);
    startPage(document);
    await later(5_000);
    const before = sent.mock.calls.length;
    expect(before).toBe(1);
    document.body.append("something else");
    document.dispatchEvent(new Event("click"));
    await later();
    expect(sent).toHaveBeenCalledTimes(before);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("clears up what a copy has left that could not do so itself", () => {
    document.querySelector("a")?.append(document.createElement("powermap-badge"));
    document.documentElement.append(document.createElement("powermap-toast"));
    startPage(document);
    expect(document.querySelectorAll("powermap-badge, powermap-toast")).toHaveLength(0);
  });

  test("offers whom it has read to our other scripts, for as long as the page shows them", async () => {
    startPage(document);
    const looked = vi.fn();
    const left = vi.fn();
    peopleShown()?.addEventListener("look", looked);
    peopleShown()?.addEventListener("leave", left);
    expect(peopleShown()?.links()).toEqual([]);
    await later();
    expect(looked).toHaveBeenCalled();
    const names = peopleShown()
      ?.links()
      .map(({ link, person }) => [link.localName, person.name]);
    expect(names).toContainEqual(["a", "Petra Vogel"]);
    asked.ask("page.again");
    expect(left).toHaveBeenCalledOnce();
    expect(peopleShown()?.links()).toEqual([]);
    document.dispatchEvent(new Event("powermap:crm"));
    expect(peopleShown()).toBeNull();
  });

  test("says who was under the cursor", () => {
    startPage(document);
    expect(asked.ask("cursor.person")).toEqual({
      url: location.href,
      person: null,
      ready: false,
    });
  });
});
