// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://acme.lightning.force.com/lightning/r/Opportunity/0065j00000AbCdE/view"}
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { watchCursor, type UnderCursor } from "./cursor";
import { user } from "./testing";

const html = readFileSync("lib/crm/salesforce/fixtures/opportunity-layout.html", "utf8");
let asUser: ReturnType<typeof user>;
let under: () => UnderCursor;

beforeEach(() => {
  asUser = user();
  const parsed = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...parsed.body.childNodes);
  const life = new AbortController();
  under = watchCursor(document, life.signal);
  return () => life.abort();
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
    expect(under()).toEqual({ url: location.href, person: null });
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
    const ended = watchCursor(document, life.signal);
    life.abort();
    menuOn(link("Petra Vogel"));
    expect(ended().person).toBeNull();
  });
});
