import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "@playwright/test";
import type { Chromium } from "../e2e/browser/chromium.ts";
import { inject, withChromium } from "./browser.ts";
import { addTo, bundle, type Builds } from "./build.ts";
import type * as Filled from "./page/popup.ts";
import { median, result, say, type Result } from "./result.ts";
import { measured } from "./unobserved.ts";

/** What `bench/page/popup.ts` is in a page. */
declare const bench: typeof Filled;
declare const chrome: {
  action: { setPopup(of: { popup: string }): Promise<void> };
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: { session: { remove(name: string): Promise<void> } };
};

const POPUP = "popup.html";
/** The least that any popup takes: one script that says one word. */
const FLOOR = {
  "floor.html":
    '<!doctype html><meta charset="utf-8"><body><script type="module" src="floor.js"></script>',
  "floor.js":
    'document.body.append(Object.assign(document.createElement("p"), { textContent: "Hi" }));',
};
const ACCOUNTS = 500;
const CLAIMS = 20_000;
/** Unmeasured openings before, and measured ones; and how often something is typed. */
const WARM_UP = 4;
const TIMES = 25;
const TYPED = ["h", "hd", "hdz", "hdzz", "", "li", "lic", "licence 4", ""];
/** Between two openings, so that each begins at rest; and until how the list begins is known (ms). */
const PAUSE = 400;
const AT_REST = 2_000;

/**
 * The real popup, opened by its button, from the first moment of its page until its first rows are drawn, as a seller
 * with very many accounts opens it; the same where how the list begins is not known, as just after a page was read;
 * and from a key until the list that it asks for is drawn.
 */
export async function popup({ shipped }: Builds): Promise<Result[]> {
  const script = await bundle("popup.ts");
  return withChromium(noting(shipped), async (browser) => {
    say(`filling the database with ${ACCOUNTS} accounts and ${CLAIMS} claims`);
    const page = await browser.extensionPage("manifest.json");
    await inject(page, script);
    await page.evaluate(([accounts, claims]) => bench.fill(accounts, claims), [
      ACCOUNTS,
      CLAIMS,
    ] as const);
    const before = Date.now();
    await page.evaluate(() => bench.tell());
    while ((await page.evaluate(() => bench.summarized())) < ACCOUNTS * 2) {
      if (Date.now() - before > 60_000) throw new Error("The summaries were not made");
      await page.waitForTimeout(100);
    }
    const made = Date.now() - before;
    await page.waitForTimeout(AT_REST);
    await page.close();
    say("opening the popup");
    const { popup: times, floor: floors } = await open(browser, TIMES);
    await forgetBeginning(browser);
    const { popup: bare } = await open(browser, TIMES / 2);
    say("typing in the popup");
    const typed = await type(browser, script);
    const of = "500 accounts, 20k claims";
    const [opens, floor] = [median(times), median(floors)];
    return [
      result(`popup opens, ${of}`, opens, "ms", { budget: 100 }),
      result("the same, by a popup that says one word", opens, "ms", { floor }),
      result(`popup opens, its beginning unknown, ${of}`, median(bare), "ms"),
      result(`popup: a key → the list, ${of}`, median(typed), "ms"),
      result(`popup: the slowest of ${typed.length} keys`, Math.max(...typed), "ms", {
        budget: 50,
      }),
      result(`summaries of all, after an import, ${of}`, made, "ms"),
    ];
  });
}

/**
 * A copy of the build with the floor beside the popup. Each measures itself and has the other opened next: to be asked
 * by a debugger would take it as long as all that it does.
 */
function noting(shipped: string): string {
  const folder = `${shipped}-noting`;
  cpSync(shipped, folder, { recursive: true });
  addTo(folder, FLOOR);
  const [, script = ""] =
    /src="\/(.+?\.js)"/u.exec(readFileSync(join(folder, POPUP), "utf8")) ?? [];
  for (const [file, next] of [
    [script, "floor.html"],
    ["floor.js", POPUP],
  ] as const) {
    const own = readFileSync(join(folder, file), "utf8");
    addTo(folder, { [file]: `(${noteShown.toString()})(${JSON.stringify(next)});${own}` });
  }
  return folder;
}

/**
 * In a page, before anything of its own: says in its title when a row, or the one word, was drawn (ms since its
 * navigation began), has another page opened the next time, and keeps the worker awake until then.
 */
function noteShown(next: string): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(".popup-list [role=option] .role-mark, body > p")) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => {
        document.title = `measured [${performance.now()}]`;
        void chrome.action.setPopup({ popup: next });
        void chrome.runtime.sendMessage({});
      }, 0),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}

/** Opens the popup and the floor in turn, so often each after the warm-up, and returns when they were drawn (ms). */
async function open(
  browser: Chromium,
  times: number,
): Promise<{ popup: number[]; floor: number[] }> {
  const button = await browser.toolbarButton();
  const shown = { popup: [] as number[], floor: [] as number[] };
  await browser.unobserved(async () => {
    for (let i = 0; i < WARM_UP + times; i++) {
      for (const name of ["popup", "floor"] as const) {
        await browser.display.click(...button);
        const [at] = await measured(browser, `${name}.html`);
        if (i >= WARM_UP && at !== undefined) shown[name].push(at);
        await browser.display.keys("Escape");
        await sleep(PAUSE);
      }
    }
  });
  return shown;
}

async function forgetBeginning(browser: Chromium): Promise<void> {
  const page = await browser.extensionPage("manifest.json");
  await page.evaluate(() => chrome.storage.session.remove("listBeginning"));
  await page.close();
}

/** Types into the search, and returns the times from each input until the frame after it is drawn (ms). */
async function type(browser: Chromium, script: string): Promise<number[]> {
  const page: Page = await browser.extensionPage(POPUP);
  await page.locator(".popup-list [role=option]").first().waitFor();
  await inject(page, script);
  await page.waitForTimeout(AT_REST); // what is fetched in idle time is there
  await page.evaluate(([texts, pause]) => void bench.type(texts, pause), [TYPED, PAUSE] as const);
  return browser.unobserved(() => measured(browser, POPUP));
}
