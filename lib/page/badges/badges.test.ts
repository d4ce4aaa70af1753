// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://acme.lightning.force.com/lightning/r/Opportunity/0065j00000AbCdE/view"}
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import type { PersonLink } from "@/lib/crm/page";
import type { RoleTag } from "@/lib/messages";
import { offerPeople, type PeopleShown } from "../people";
import { background } from "../testing";
import { mayCarryBadge } from "./badge";
import { startBadges } from "./index";

const tag = (label: string): RoleTag => ({ label, short: label.slice(0, 2), contested: false });
let asked: ReturnType<typeof background>;
let roots: ShadowRoot[];
let people: PeopleShown;
let reading: AbortController;
/** What the background knows: the roles by name. */
let roles: Record<string, RoleTag[]>;
let answers: () => Promise<unknown> | null;
const sent = vi.fn<(data: { people: { name: string }[] }) => void>();

/** Everything is in view: jsdom lays nothing out. */
class Sight {
  readonly #see: (entries: { target: Element; isIntersecting: boolean }[]) => void;
  constructor(see: (entries: { target: Element; isIntersecting: boolean }[]) => void) {
    this.#see = see;
  }
  observe(target: Element) {
    setTimeout(() => this.#see([{ target, isIntersecting: true }]), 1);
  }
  unobserve() {}
  disconnect() {}
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("IntersectionObserver", Sight);
  asked = background();
  roots = [];
  roles = { "Chen Hao": [tag("decision maker")] };
  answers = () => null;
  sent.mockReset();
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation((async (message: {
    powermap: string;
    data: { people: { name: string }[] };
  }) => {
    expect(message.powermap).toBe("badges.roles");
    sent(message.data);
    const other = answers();
    if (other) return other;
    return {
      ok: true,
      value: { roles: message.data.people.map(({ name }) => roles[name] ?? []) },
    };
  }) as never);
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, "attachShadow").mockImplementation(function attach(
    this: Element,
    init,
  ) {
    expect(init.mode).toBe("closed");
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  });
  fill(["Chen Hao", "Li Wei"].map((name) => `<li><a href="/${name}">${name}</a></li>`).join(""));
  reading = new AbortController();
  people = offerPeople(reading.signal);
  people.links = linksNow;
});
afterEach(async () => {
  document.dispatchEvent(new Event("powermap:badges"));
  reading.abort();
  await vi.advanceTimersByTimeAsync(100);
  expect(vi.getTimerCount()).toBe(0);
  expect(hosts()).toEqual([]);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Shows this in the page. */
function fill(html: string): void {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...parsed.body.childNodes);
}

const linksNow = (): PersonLink[] =>
  [...document.querySelectorAll("a")].map((link) => ({
    link,
    person: { name: link.textContent ?? "", markers: [], in: "opportunity", hook: "a" },
  }));
const hosts = () => [...document.querySelectorAll("powermap-badge")];
const later = () => vi.advanceTimersByTimeAsync(1_000);
const link = (name: string) =>
  [...document.querySelectorAll("a")].find((one) => one.textContent === name)!;
const start = async () => {
  startBadges(document);
  await later();
};
const pill = () => roots.at(-1)?.querySelector(".pill");

describe("badges", () => {
  test("stand in the links of whom a role was stated, out of the page's reach", async () => {
    await start();
    expect(hosts().map(({ parentElement }) => parentElement)).toEqual([link("Chen Hao")]);
    expect(hosts()[0]?.shadowRoot).toBeNull();
    expect(pill()?.getAttribute("aria-label")).toBe("decision maker");
    expect(pill()?.getAttribute("role")).toBe("img");
    // The page's own words are as they were.
    expect(link("Chen Hao").textContent).toBe("Chen Hao");
  });

  test("are text, whatever is in it", async () => {
    const hostile = "<img src=x onerror=alert(1)>";
    roles = { "Chen Hao": [{ label: hostile, short: hostile, contested: false }] };
    await start();
    expect(pill()?.children).toHaveLength(0);
    expect(pill()?.textContent).toBe(hostile);
  });

  test("ask for each person once, and for all again when something was said", async () => {
    await start();
    people.dispatchEvent(new Event("look"));
    await later();
    expect(sent).toHaveBeenCalledOnce();
    expect(sent.mock.calls[0]?.[0].people.map(({ name }) => name)).toEqual(["Chen Hao", "Li Wei"]);
    roles = { "Li Wei": [tag("user")] };
    expect(asked.ask("badges.again")).toEqual({ there: true });
    await later();
    expect(hosts().map(({ parentElement }) => parentElement)).toEqual([link("Li Wei")]);
  });

  test("go before the next frame when the page makes the link another person's", async () => {
    await start();
    link("Chen Hao").firstChild!.nodeValue = "Somebody else";
    people.dispatchEvent(new Event("change"));
    expect(hosts()).toEqual([]);
    link("Somebody else").firstChild!.nodeValue = "Chen Hao";
    people.dispatchEvent(new Event("look"));
    await later();
    expect(hosts()).toHaveLength(1);
    link("Chen Hao").setAttribute("href", "/another Chen Hao");
    people.dispatchEvent(new Event("change"));
    expect(hosts()).toEqual([]);
    await later();
  });

  test.for([
    [
      "writes over its text",
      (one: Element): unknown => (one.firstChild!.nodeValue = "Somebody else"),
    ],
    ["puts another text there", (one: Element): unknown => (one.textContent = "Somebody else")],
    ["has it lead elsewhere", (one: Element) => one.setAttribute("href", "/somebody")],
  ] as const)("stay away until the page was looked at, where it %s", async ([, change]) => {
    await start();
    change(link("Chen Hao"));
    people.dispatchEvent(new Event("change"));
    await later();
    expect(hosts()).toEqual([]);
    roles["Somebody else"] = [tag("user")];
    people.dispatchEvent(new Event("look"));
    await later();
    expect(hosts()).toHaveLength(1);
  });

  test("go when the page shows another record, and an answer about the one before is not drawn", async () => {
    let answer: (value: unknown) => void = () => undefined;
    answers = () => new Promise((resolve) => (answer = resolve));
    await start();
    people.dispatchEvent(new Event("leave"));
    answers = () => null;
    roles = {};
    answer({ ok: true, value: { roles: [[tag("decision maker")], []] } });
    await later();
    expect(hosts()).toEqual([]);
    people.dispatchEvent(new Event("look"));
    await later();
    expect(hosts()).toEqual([]);
  });

  test("are asked for of whom comes into view while an answer is awaited", async () => {
    let answer: (value: unknown) => void = () => undefined;
    roles["New Person"] = [tag("user")];
    answers = () => new Promise((resolve) => (answer = resolve));
    await start();
    answers = () => null;
    const row = document.createElement("a");
    row.textContent = "New Person";
    document.body.append(row);
    people.dispatchEvent(new Event("look"));
    await later();
    expect(sent).toHaveBeenCalledOnce();
    answer({ ok: true, value: { roles: [[tag("decision maker")], []] } });
    await later();
    expect(hosts().map(({ parentElement }) => parentElement)).toEqual([link("Chen Hao"), row]);
    expect(sent).toHaveBeenCalledTimes(2);
  });

  test.for([
    ["fails once", async () => ({ ok: false, failure: "storage-blocked", detail: "" })],
    ["is ended over the question, and is silent", () => new Promise<never>(() => undefined)],
  ] as const)("stand when the background %s", async ([, failing]) => {
    answers = failing;
    await start();
    answers = () => null;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(hosts().map(({ parentElement }) => parentElement)).toEqual([link("Chen Hao")]);
  });

  test("are given up where the page throws them out again and again", async () => {
    await start();
    for (let round = 0; round < 10; round++) {
      for (const host of hosts()) host.remove();
      people.dispatchEvent(new Event("change"));
      await later();
    }
    expect(roots.length).toBeLessThan(7);
  });

  test("end with a word from the background, a refusal, or Powermap itself", async () => {
    await start();
    asked.ask("badges.stop");
    expect(hosts()).toEqual([]);
    expect(asked.ask("badges.again")).toBeUndefined();

    await start();
    expect(hosts()).toHaveLength(1);
    answers = async () => ({ ok: false, failure: "foreign", detail: "" });
    asked.ask("badges.again");
    await later();
    expect(hosts()).toEqual([]);

    answers = () => null;
    await start();
    expect(hosts()).toHaveLength(1);
    vi.spyOn(browser.runtime, "id", "get").mockReturnValue(undefined as never);
    await vi.advanceTimersByTimeAsync(500);
    expect(hosts()).toEqual([]);
  });

  test("need the script that reads the page", async () => {
    reading.abort();
    await start();
    expect(sent).not.toHaveBeenCalled();
    expect(asked.listeners()).toBe(0);
  });
});

describe("an editor", () => {
  test.for([
    `<div contenteditable><a>x</a></div>`,
    `<div contenteditable="true"><p><a>x</a></p></div>`,
    `<div role="textbox"><a>x</a></div>`,
    `<button><a>x</a></button>`,
    `<span>x</span>`,
  ])("carries none: %s", (html) => {
    fill(html);
    expect(mayCarryBadge(document.querySelector("a, span")!)).toBe(false);
  });

  test("that is off is none", () => {
    fill(`<div contenteditable="false"><a>x</a></div>`);
    expect(mayCarryBadge(document.querySelector("a")!)).toBe(true);
  });

  test("around a shadow root counts too", () => {
    fill(`<div contenteditable><section></section></div>`);
    vi.mocked(Element.prototype.attachShadow).mockRestore();
    // A page's own, which it may leave open.
    const root = document.querySelector("section")!.attachShadow({ mode: "open" });
    root.append(document.createElement("a"));
    expect(mayCarryBadge(root.querySelector("a")!)).toBe(false);
  });
});
