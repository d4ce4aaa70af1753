// @vitest-environment jsdom
// @vitest-environment-options {"url": "https://acme.lightning.force.com/lightning/page/home"}
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PageSnapshot } from "@/lib/domain";
import { watchPage } from "./watch";

const HTML = readFileSync("lib/crm/salesforce/fixtures/opportunity-layout.html", "utf8");
const NAME = "Spare parts portal";
const ID = "0065j00000AbCdE";
const FIRST = `/lightning/r/Opportunity/${ID}/view`;
const [second, third] = ["0065j00000AbCdF", "0065j00000AbCdG"].map(
  (id) => `/lightning/r/Opportunity/${id}/view`,
) as [string, string];
const HOME = "/lightning/page/home";
/** Longer than every repeated look and every wait of a watched page. */
const LONG = 20_000;

let stop: AbortController;
let seen: string[];
let read: PageSnapshot[];
let unread: boolean[];
/** Of each report, whether people are still to come. */
let toCome: boolean[];
let announced: () => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers();
  stop = new AbortController();
  [seen, read, unread, toCome] = [[], [], [], []];
  announced = () => Promise.resolve();
});
afterEach(async () => {
  stop.abort();
  await vi.advanceTimersByTimeAsync(100);
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

/** The page shows a record under an address: what stands there is the fixture, under another name. */
function show(path: string, name = NAME) {
  history.pushState(null, "", path);
  fill(name);
}
function fill(name: string) {
  const id = /0065j\w{10}/.exec(location.pathname)?.[0] ?? ID;
  const html = HTML.replaceAll(NAME, name).replaceAll(ID, id);
  const parsed = new DOMParser().parseFromString(html, "text/html");
  document.body.replaceChildren(...parsed.body.childNodes);
}
function rename(from: string, to: string) {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (text.nodeValue?.includes(from)) text.nodeValue = text.nodeValue.replaceAll(from, to);
  }
}
const watch = () =>
  watchPage(
    document,
    {
      seen: (url) => {
        seen.push(new URL(url).pathname);
        return announced();
      },
      read(snapshot, coming) {
        read.push(snapshot);
        toCome.push(coming);
      },
      unread(url, gone) {
        expect(url).toBe(document.location.href);
        unread.push(gone);
      },
    },
    stop.signal,
  );
const later = (milliseconds = LONG) => vi.advanceTimersByTimeAsync(milliseconds);
const names = () => read.map(({ fields }) => fields.name?.value);

describe("a page that is watched", () => {
  test("is announced at once, and reported once however often it is looked at", async () => {
    show(FIRST);
    watch();
    expect(seen).toEqual([FIRST]);
    expect(read).toEqual([]);
    await later();
    expect(seen).toEqual([FIRST]);
    expect(names()).toEqual([NAME]);
    expect(read[0]).toMatchObject({
      url: location.href,
      place: { kind: "opportunity", org: "acme" },
    });
    expect(read[0]?.people.length).toBeGreaterThan(0);
  });

  test("is reported again when what is read of it changes, and not for anything else", async () => {
    show(FIRST);
    watch();
    await later();
    document.body.append(document.createElement("aside"), "a clock ticks");
    await later();
    expect(read).toHaveLength(1);
    rename(NAME, "Spare parts portal II");
    await later();
    expect(names()).toEqual([NAME, "Spare parts portal II"]);
  });

  test("is reported when its values arrive late", async () => {
    show(FIRST);
    document.body.replaceChildren();
    watch();
    await later(3_000);
    expect(read).toEqual([]);
    fill(NAME);
    await later(3_000);
    expect(names()).toEqual([NAME]);
  });

  test("is reported only after everyone knows which page it is, however much stirs before", async () => {
    show(FIRST);
    const known = Promise.withResolvers<void>();
    announced = () => known.promise;
    watch();
    await later(1_000);
    rename(NAME, "Spare parts portal II");
    document.dispatchEvent(new Event("click"));
    await later(5_000);
    expect(read).toEqual([]);
    known.resolve();
    await later();
    expect(names()).toEqual(["Spare parts portal II"]);
  });

  test("is read all the same in a storm of mutations, at a bounded pace", async () => {
    show(FIRST);
    watch();
    await later();
    const storm = document.body.appendChild(document.createElement("aside"));
    for (let n = 0; n < 50; n += 1) {
      for (let m = 0; m < 100; m += 1) storm.append(String(m));
      if (n === 20) rename(NAME, "Spare parts portal II");
      await later(100);
    }
    expect(names()).toEqual([NAME, "Spare parts portal II"]);
  });

  test("is announced and not read where it shows no record", async () => {
    show(HOME);
    watch();
    await later(100);
    rename(NAME, "Spare parts portal II");
    document.dispatchEvent(new Event("click"));
    await later();
    expect(seen).toEqual([HOME]);
    expect(read).toEqual([]);
  });

  test("is reported afresh when it is asked for, or comes back from the cache of the browser", async () => {
    show(FIRST);
    const { again } = watch();
    await later();
    again();
    await later();
    expect([seen.length, read.length]).toEqual([2, 2]);
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await later();
    expect([seen.length, read.length]).toEqual([3, 3]);
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: false }));
    await later();
    expect([seen.length, read.length]).toEqual([3, 3]);
  });
});

describe("a page that shows nothing of its record", () => {
  const GONE = '<div class="windowViewMode-normal active"><p role="alert">Not available.</p></div>';
  const STENCIL =
    '<div class="windowViewMode-normal active"><h2>Details</h2><div class="stencil"></div></div>';
  const fillWith = (html: string) => {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    document.body.replaceChildren(...parsed.body.childNodes);
  };

  test("is said to be so once, when it has come to rest", async () => {
    history.pushState(null, "", FIRST);
    fillWith(GONE);
    watch();
    await later(5_000);
    expect(unread).toEqual([]);
    await later(4_000);
    expect(unread).toEqual([true]);
    document.body.append("a clock ticks");
    await later(60_000);
    expect(unread).toEqual([true]);
    expect(read).toEqual([]);
  });

  test("is waited for while it loads, and while it shows ever more, and no longer than is bearable", async () => {
    history.pushState(null, "", FIRST);
    fillWith(STENCIL);
    watch();
    await later(25_000);
    expect(unread).toEqual([]);
    await later(8_000);
    expect(unread, "which does not say that the record is gone").toEqual([false]);
    fillWith(GONE);
    await later(10_000);
    expect(unread).toEqual([false, true]);

    history.pushState(null, "", second);
    stop.abort();
    stop = new AbortController();
    [seen, read, unread] = [[], [], []];
    fillWith(GONE);
    watch();
    for (let n = 0; n < 4; n += 1) {
      await later(5_000);
      document.querySelector("p")!.append(" And more.");
    }
    expect(unread).toEqual([]);
  });

  test("is read all the same when it shows the record later, and said again when that goes", async () => {
    show(FIRST);
    document.body.replaceChildren();
    watch();
    await later(40_000);
    expect(unread).toEqual([false]);
    fill(NAME);
    await later(3_000);
    expect(names()).toEqual([NAME]);
    fillWith(GONE);
    await later(10_000);
    expect(unread).toEqual([false, true]);
    fill(NAME);
    await later(3_000);
    expect(names()).toEqual([NAME, NAME]);
  });

  test("is a list or a form beside the record: that says nothing of the record", async () => {
    history.pushState(null, "", FIRST.replace("/view", "/related/OpportunityContactRoles/view"));
    fillWith(GONE);
    watch();
    await later();
    expect(unread).toEqual([false]);
  });

  test("but other parts of it is not said to be gone", async () => {
    show(FIRST);
    for (const name of document.querySelectorAll('[slot="primaryField"], [field-label*="Name"]')) {
      name.remove();
    }
    for (const list of document.querySelectorAll("article, lst-related-list-single-container")) {
      list.remove();
    }
    watch();
    await later(60_000);
    expect(read).toEqual([]);
    expect(unread).toEqual([false]);
  });

  test("is not judged while it is in the background", async () => {
    history.pushState(null, "", FIRST);
    fillWith(GONE);
    const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    watch();
    await later(60_000);
    expect(unread).toEqual([]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event("visibilitychange"));
    await later(9_000);
    expect(unread).toEqual([true]);
    hidden.mockRestore();
  });

  test("with a record on screen is never said to be so", async () => {
    show(FIRST);
    watch();
    await later(60_000);
    expect(unread).toEqual([]);
  });
});

describe("a page that has not named anybody yet", () => {
  const lists = () =>
    document.querySelectorAll("article, lst-related-list-single-container, lst-related-list");
  /** The record without its people, beside something that loads. */
  function showLoading(): { stencil: HTMLElement; people: () => void } {
    show(FIRST);
    const all = [...lists()].map((list) => [list, list.parentElement!] as const);
    for (const [list] of all) list.remove();
    const stencil = document.createElement("div");
    stencil.className = "stencil";
    document.querySelector(".windowViewMode-normal.active")!.append(stencil);
    return { stencil, people: () => all.forEach(([list, parent]) => parent.append(list)) };
  }

  test("is said to be loading until it does", async () => {
    const { stencil, people } = showLoading();
    watch();
    await later(5_000);
    expect(read[0]?.people).toEqual([]);
    expect(toCome).toEqual([true]);
    stencil.remove();
    people();
    await later();
    expect(toCome).toEqual([true, false]);
    expect(read[1]?.people.length).toBeGreaterThan(0);
  });

  test("is said to have come to rest with nobody, also where nothing but a class tells", async () => {
    const { stencil } = showLoading();
    watch();
    await later(9_000);
    expect(toCome).toEqual([true]);
    stencil.style.display = "none";
    await later(3_000);
    expect(toCome).toEqual([true, false]);
    stencil.style.display = "";
    rename(NAME, "Spare parts portal II");
    await later(2_000);
    expect(toCome, "it may load again").toEqual([true, false, true]);
    stencil.remove();
    await later(2_000);
    expect(toCome).toEqual([true, false, true, false]);
  });

  test("is not waited for longer than is bearable, and in the background not judged", async () => {
    showLoading();
    const hidden = vi.spyOn(document, "hidden", "get").mockReturnValue(true);
    watch();
    await later(60_000);
    expect(toCome).toEqual([true]);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event("visibilitychange"));
    await later(25_000);
    expect(toCome).toEqual([true]);
    await later(10_000);
    expect(toCome).toEqual([true, false]);
    hidden.mockRestore();
  });

  test("is read like any other once somebody is named, whatever still loads", async () => {
    const { people } = showLoading();
    people();
    watch();
    await later();
    expect(toCome).toEqual([false]);
  });
});

describe("a list that says it has nobody", () => {
  const count = () => {
    const selector = ".active lst-list-view-manager-header a[href*=OpportunityContactRoles]";
    return document.querySelector(selector)!.lastChild!;
  };
  /** What the list says before it is loaded, and of those who were there when they are gone. */
  function showNobody(): () => void {
    show(FIRST);
    const cards = [...document.querySelectorAll(".active lst-related-preview-card")];
    const theirs = cards.map((card) => [card, card.parentElement!] as const);
    for (const card of cards) card.remove();
    count().nodeValue = " (0)";
    return () => {
      theirs.forEach(([card, parent]) => parent.append(card));
      count().nodeValue = " (3)";
    };
  }
  const everybody = () => read.map(({ people, everybody }) => [people.length, everybody]);
  const load = () => {
    const stencil = Object.assign(document.createElement("div"), { className: "stencil" });
    document.querySelector(".active")!.append(stencil);
    return stencil;
  };
  const hide = (hidden: boolean) => {
    vi.spyOn(document, "hidden", "get").mockReturnValue(hidden);
    document.dispatchEvent(new Event("visibilitychange"));
  };
  afterEach(() => vi.restoreAllMocks());

  test("is believed once the page has been at rest, and from then on", async () => {
    showNobody();
    watch();
    await later(5_000);
    expect(everybody()).toEqual([[0, undefined]]);
    await later(5_000);
    const believed = [
      [0, undefined],
      [0, true],
    ];
    expect(everybody()).toEqual(believed);
    // Neither what else the page shows nor another tab in front makes it news again.
    hide(true);
    document.querySelector(".active")!.append("Two minutes ago");
    await later();
    hide(false);
    await later();
    expect(everybody()).toEqual(believed);
  });

  test("is as old as the page's word, however late it is believed", async () => {
    showNobody();
    hide(true);
    watch();
    await later(3_600_000);
    hide(false);
    await later(9_000);
    const [said] = read.filter((one) => one.everybody);
    expect(said?.saidFor).toBeGreaterThan(3_600_000);
    expect(said?.saidFor).toBeLessThan(3_610_000);
  });

  test("is not believed while anything loads, in the background, or when people follow", async () => {
    const people = showNobody();
    const stencil = load();
    watch();
    await later(25_000);
    hide(true);
    stencil.remove();
    await later(60_000);
    hide(false);
    await later(5_000);
    expect(new Set(read.map((one) => one.everybody))).toEqual(new Set([undefined]));
    people();
    await later();
    expect(everybody().at(-1)).toEqual([3, true]);
    expect(read.filter((one) => one.everybody)).toHaveLength(1);
  });

  test("is not waited for longer than is bearable", async () => {
    showNobody();
    load();
    watch();
    await later(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("a navigation within the page", () => {
  test("is announced, and the next record reported", async () => {
    show(FIRST);
    const { navigated } = watch();
    await later();
    show(second, "Second");
    navigated();
    expect(seen).toEqual([FIRST, second]);
    await later();
    expect(read.map(({ url, fields }) => [new URL(url).pathname, fields.name?.value])).toEqual([
      [FIRST, NAME],
      [second, "Second"],
    ]);
  });

  test("to where the page is already is none", async () => {
    show(FIRST);
    const { navigated } = watch();
    await later();
    navigated();
    await later();
    expect(seen).toEqual([FIRST]);
  });

  test("never reports the record before under the next address", async () => {
    show(FIRST);
    const { navigated } = watch();
    await later();
    history.pushState(null, "", second);
    navigated();
    // The page is slow: what stands there is still the record before.
    await later(2_500);
    expect(read).toHaveLength(1);
    fill("Second");
    await later();
    expect(names()).toEqual([NAME, "Second"]);
  });

  test("at once after another never reports the page in between", async () => {
    show(FIRST);
    const { navigated } = watch();
    await later(220);
    show(second, "Second");
    navigated();
    await later(220);
    show(third, "Third");
    navigated();
    await later();
    expect(seen).toEqual([FIRST, second, third]);
    expect(read.at(-1)).toMatchObject({ fields: { name: { value: "Third" } } });
    for (const { url, fields } of read) {
      const expected = { [FIRST]: NAME, [second]: "Second", [third]: "Third" }[
        new URL(url).pathname
      ];
      expect(fields.name?.value).toBe(expected);
    }
    expect(new URL(read.at(-1)?.url ?? "").pathname).toBe(third);
  });

  test("back to a record seen before reports it again", async () => {
    show(FIRST);
    const { navigated } = watch();
    await later();
    show(second, "Second");
    navigated();
    await later(50);
    show(FIRST);
    navigated();
    await later();
    expect(seen).toEqual([FIRST, second, FIRST]);
    expect(names()).toEqual([NAME, NAME]);
  });
});

describe("the signal", () => {
  test.for([0, 100, 205, 400, 1_100])("stops everything %i ms into a visit", async (when) => {
    show(FIRST);
    const { navigated, again } = watch();
    await later(when);
    const disconnect = vi.spyOn(MutationObserver.prototype, "disconnect");
    stop.abort();
    expect(disconnect).toHaveBeenCalledOnce();
    const before = [seen.length, read.length];
    await later(1);
    expect(vi.getTimerCount()).toBe(0);
    rename(NAME, "Second");
    show(second, "Third");
    navigated();
    again();
    document.dispatchEvent(new Event("click"));
    window.dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    await later();
    expect([seen.length, read.length]).toEqual(before);
  });
});
