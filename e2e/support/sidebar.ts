import axe from "axe-core";
import type { Firefox } from "../browser/firefox.ts";
import type { FirefoxView } from "../browser/firefox-chrome.ts";
import { expect } from "../browser/test.ts";

/** What a seller sees in the sidebar. */
export interface Shown {
  heading: string;
  /** Who holds each of the default roles, as the summary words it. */
  holders: Record<string, string>;
  /** Everybody in the decision, with the roles that somebody stated; guesses are not among them. */
  people: Record<string, string[]>;
  gaps: string[];
}

/** Reads the sidebar (or the panel in any other place). */
export function read(sidebar: FirefoxView): Promise<Shown> {
  return sidebar.evaluate(() => {
    const texts = (within: ParentNode, selector: string) =>
      [...within.querySelectorAll(selector)].map((one) => one.textContent?.trim() ?? "");
    const byName = <T>(selector: string, entry: (one: Element) => [string, T]) =>
      Object.fromEntries([...document.querySelectorAll(selector)].map(entry));
    return {
      heading: texts(document, "h1")[0] ?? "",
      holders: byName(".coverage > div", (role) => [
        texts(role, "dt")[0] ?? "",
        texts(role, "dd")[0] ?? "",
      ]),
      people: byName(".people li", (person) => [
        texts(person, "b")[0] ?? "",
        texts(person, '.tag[data-state="stated"]'),
      ]),
      gaps: texts(document, ".gaps li"),
    };
  });
}

/** Waits until the sidebar shows this and perhaps more; lists are compared whole. */
export async function shows(
  sidebar: FirefoxView,
  expected: { [Part in keyof Shown]?: unknown },
): Promise<void> {
  await expect
    .poll(() => read(sidebar).catch((error: unknown) => ({ error: String(error) })), {
      message: "the sidebar",
    })
    .toMatchObject(expected);
}

/** Opens one person from the sidebar's list, by the mouse. */
export async function openPerson(sidebar: FirefoxView, name: string): Promise<void> {
  await sidebar.evaluate((name: string) => {
    const rows = [...document.querySelectorAll(".people .person-button")];
    const row = rows.find((one) => one.querySelector("b")?.textContent === name);
    if (!row) throw new Error(`The sidebar does not list ${name}`);
    row.id = "wanted";
  }, name);
  await sidebar.click("#wanted");
  await sidebar.waitForText("Back to the list");
}

/** The notice in the page of the tab in front, which lives in a closed shadow root. */
export function noticeIn(browser: Firefox) {
  const page = browser.tabView();
  const look = (button: string | null) =>
    page.evaluate((button: string | null) => {
      const host = document.querySelector("powermap-toast");
      const toast = host && closedRootOf(host)?.querySelector(".toast");
      if (!toast) return null;
      const found = [...toast.querySelectorAll("button")].find((one) => one.textContent === button);
      const place = (found ?? toast).getBoundingClientRect();
      return {
        text: toast.querySelector(".text")?.textContent ?? "",
        middle: { x: place.x + place.width / 2, y: place.y + place.height / 2 },
        found: found !== undefined,
        position: getComputedStyle(toast).position,
      };
    }, button);
  return {
    /** Waits until the notice says this, laid over the page by its own styles. */
    async says(text: string): Promise<void> {
      await expect
        .poll(() => look(null), { message: "the notice in the page" })
        .toMatchObject({ text: expect.stringContaining(text), position: "fixed" });
    },
    /** Clicks its button of this name, by the mouse. */
    async press(name: string): Promise<void> {
      const seen = await look(name);
      if (!seen?.found) throw new Error(`The notice has no button "${name}"`);
      await page.clickAt(seen.middle);
    },
  };
}

/** Given to what runs in a tab's page by the harness. */
declare function closedRootOf(element: Element): ShadowRoot | null;

/** What axe finds wrong, by rule and place; throws when it looked at nothing. */
export async function axeFinds(view: FirefoxView): Promise<string[]> {
  await view.addScript(axe.source);
  const { passes, violations } = await view.evaluate(async () => {
    const found = await (globalThis as never as { axe: typeof axe }).axe.run();
    return {
      passes: found.passes.length,
      violations: found.violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`),
      ),
    };
  });
  if (passes < 10) throw new Error(`axe passed only ${passes} rules: it did not see the page`);
  return violations;
}

/** What is wider than the sidebar, or than the box that it is cut off by. */
export function cutOff(sidebar: FirefoxView): Promise<string[]> {
  return sidebar.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((one) => one.checkVisibility() && !one.closest(".hidden-text, svg"))
      .filter((one) => {
        const { left, right } = one.getBoundingClientRect();
        const cut =
          getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth;
        return cut || left < -1 || right > innerWidth + 1;
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  );
}
