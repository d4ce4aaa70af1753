// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://acme.lightning.force.com/lightning/r/Opportunity/0065j00000AbCdE/view"}
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { watchCursor, type MenuCursor, type UnderCursor } from "./cursor";
import { user } from "./testing";

const html = readFileSync("lib/crm/salesforce/fixtures/opportunity-layout.html", "utf8");
let asUser: ReturnType<typeof user>;
let under: () => MenuCursor;
let focused: () => UnderCursor;
const told = vi.fn<(at: UnderCursor) => Promise<boolean | null>>();

beforeEach(() => {
  vi.useFakeTimers();
  told.mockReset();
  // The menu was another one's.
  told.mockResolvedValue(false);
  asUser = user();
  const parsed = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...parsed.body.childNodes);
  const life = new AbortController();
  ({ under, focused } = watchCursor(document, told, life.signal));
  return async () => {
    life.abort();
    told.mockReset();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(told).not.toHaveBeenCalled();
    vi.useRealTimers();
  };
});

const link = (name: string) =>
  [...document.querySelectorAll("a")].find(({ textContent }) =>
    textContent?.includes(name),
  ) as HTMLElement;
const menuOn = (target: EventTarget) =>
  asUser(
    target,
    new MouseEvent("contextmenu", { bubbles: true, composed: true, cancelable: true }),
  );

describe("under the cursor", () => {
  test("is nobody before a menu was opened", () => {
    expect(under()).toEqual({ url: location.href, person: null, ready: false });
  });

  test("is the contact whose link the menu was opened on, and nobody beside it", () => {
    menuOn(link("Petra Vogel"));
    expect(under()).toMatchObject({ url: location.href, person: { name: "Petra Vogel" } });
    menuOn(document.body);
    expect(under().person).toBeNull();
  });

  test("is that contact also where the page stops the event", () => {
    document.body.addEventListener("contextmenu", (event) => event.stopImmediatePropagation());
    menuOn(link("Petra Vogel"));
    expect(under().person?.name).toBe("Petra Vogel");
  });

  test("is whom the user chose, not whom a script of the page would have tagged", () => {
    menuOn(link("Petra Vogel"));
    link("Anna Kern").dispatchEvent(new MouseEvent("contextmenu", { bubbles: true }));
    expect(under().person?.name).toBe("Petra Vogel");
  });

  test("is looked at no more once the signal stops it", () => {
    const life = new AbortController();
    const ended = watchCursor(document, told, life.signal).under;
    life.abort();
    menuOn(link("Petra Vogel"));
    expect(ended().person).toBeNull();
  });
});

describe("whom the menu may be opened on next", () => {
  const over = (target: EventTarget) =>
    asUser(target, new MouseEvent("pointerover", { bubbles: true, composed: true }));
  const names = () => told.mock.calls.map(([{ person }]) => person?.name ?? null);

  test("is told when the pointer rests on another person, or on nobody", () => {
    over(link("Petra Vogel"));
    vi.advanceTimersByTime(49);
    expect(names()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(names()).toEqual(["Petra Vogel"]);
    over(link("Petra Vogel"));
    vi.advanceTimersByTime(50);
    expect(names()).toEqual(["Petra Vogel"]);
    over(document.body);
    vi.advanceTimersByTime(50);
    expect(names()).toEqual(["Petra Vogel", null]);
  });

  test("is not told of whom the pointer only passes", () => {
    over(link("Petra Vogel"));
    vi.advanceTimersByTime(20);
    over(document.body);
    vi.advanceTimersByTime(1_000);
    expect(names()).toEqual([null]);
  });

  test("is told at once when the button goes down, for browsers that open the menu when it comes up", () => {
    asUser(link("Petra Vogel"), new MouseEvent("pointerdown", { bubbles: true, button: 2 }));
    expect(names()).toEqual(["Petra Vogel"]);
  });

  test("has a menu that is ready only when that was known before it opened", async () => {
    menuOn(link("Petra Vogel"));
    expect(under()).toMatchObject({ person: { name: "Petra Vogel" }, ready: false });
    over(document.body);
    vi.advanceTimersByTime(50);
    let known: (before: boolean | null) => void = () => undefined;
    told.mockReturnValueOnce(new Promise((resolve) => (known = resolve)));
    over(link("Petra Vogel"));
    vi.advanceTimersByTime(50);
    menuOn(link("Petra Vogel"));
    expect(under().ready).toBe(false);
    known(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(under().ready, "what came after it was drawn").toBe(false);
    menuOn(link("Petra Vogel"));
    expect(under().ready).toBe(true);
    told.mockResolvedValueOnce(null);
    over(link("Anna Kern"));
    await vi.advanceTimersByTimeAsync(50);
    menuOn(link("Anna Kern"));
    expect(under().ready, "the background did not answer").toBe(false);
  });

  test("has a menu that is ready where it was so before it was asked, though the pointer left for it", async () => {
    over(link("Petra Vogel"));
    await vi.advanceTimersByTimeAsync(50);
    menuOn(link("Petra Vogel"));
    // The open menu takes the pointer, which comes back without moving: nothing tells the page of that.
    asUser(link("Petra Vogel"), new MouseEvent("pointerout", { bubbles: true }));
    await vi.advanceTimersByTimeAsync(2_500);
    told.mockResolvedValueOnce(true);
    asUser(link("Petra Vogel"), new MouseEvent("pointerdown", { bubbles: true, button: 2 }));
    menuOn(link("Petra Vogel"));
    await vi.advanceTimersByTimeAsync(0);
    expect(under().ready).toBe(true);
    expect(names()).toEqual(["Petra Vogel", "Petra Vogel"]);
  });

  test("has a menu that is not known to be ready while another answer is on its way", async () => {
    let first: (before: boolean) => void = () => undefined;
    told.mockReturnValueOnce(new Promise((resolve) => (first = resolve)));
    asUser(link("Petra Vogel"), new MouseEvent("pointerdown", { bubbles: true, button: 2 }));
    asUser(link("Petra Vogel"), new MouseEvent("pointerout", { bubbles: true }));
    told.mockResolvedValueOnce(true);
    menuOn(link("Petra Vogel"));
    first(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(under().ready, "it changed just before the second was heard").toBe(false);
  });

  test("is told again after the pointer was elsewhere, where the menu may have become another's", async () => {
    for (let time = 1; time <= 2; time++) {
      over(link("Petra Vogel"));
      await vi.advanceTimersByTimeAsync(50);
      expect(names()).toHaveLength(time);
      asUser(link("Petra Vogel"), new MouseEvent("pointerout", { bubbles: true }));
      menuOn(link("Petra Vogel"));
      expect(under().ready).toBe(false);
    }
  });

  test("is told of whoever the focus comes to, and not of what a script makes up", () => {
    link("Petra Vogel").dispatchEvent(new Event("focusin", { bubbles: true }));
    vi.advanceTimersByTime(1_000);
    expect(names()).toEqual([]);
    asUser(link("Petra Vogel"), new Event("focusin", { bubbles: true }));
    vi.advanceTimersByTime(50);
    expect(names()).toEqual(["Petra Vogel"]);
  });
});

describe("in focus", () => {
  test("is the contact whose link has the focus, and nobody when nothing has", () => {
    expect(focused().person).toBeNull();
    link("Petra Vogel").focus();
    expect(focused()).toMatchObject({ url: location.href, person: { name: "Petra Vogel" } });
    link("Petra Vogel").blur();
    expect(focused().person).toBeNull();
  });
});
