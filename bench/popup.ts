import type { Page } from "@playwright/test";
import type { Chromium } from "../e2e/browser/chromium.ts";
import { inject, withChromium } from "./browser.ts";
import { addTo, bundle, type Builds } from "./build.ts";
import type * as Filled from "./page/popup.ts";
import { median, result, say, type Result } from "./result.ts";

/** What `bench/page/popup.ts` is in a page. */
declare const bench: typeof Filled;

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
  addTo(shipped, FLOOR);
  return withChromium(shipped, async (browser) => {
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
    await browser.context.addInitScript(noteShown);
    const [times, floors, bare]: [number[], number[], number[]] = [[], [], []];
    for (let i = 0; i < WARM_UP + TIMES; i++) {
      times.push(await open(browser, "popup.html"));
      floors.push(await open(browser, "floor.html"));
    }
    await inWorker(browser, ({ storage }) => storage.session.remove("listBeginning"));
    for (let i = 0; i < WARM_UP + TIMES / 2; i++) bare.push(await open(browser, "popup.html"));
    say("typing in the popup");
    const typed = await type(browser);
    const of = "500 accounts, 20k claims";
    const [opens, floor] = [median(times.slice(WARM_UP)), median(floors.slice(WARM_UP))];
    return [
      result(`popup opens, ${of}`, opens, "ms", { budget: 100 }),
      result("the same, by a popup that says one word", opens, "ms", { floor }),
      result(`popup opens, its beginning unknown, ${of}`, median(bare.slice(WARM_UP)), "ms"),
      result(`popup: a key → the list, ${of}`, median(typed), "ms"),
      result(`popup: the slowest of ${typed.length} keys`, Math.max(...typed), "ms", {
        budget: 50,
      }),
      result(`summaries of all, after an import, ${of}`, made, "ms"),
    ];
  });
}

/** In a page, before anything else: notes when a row, or the one word, is drawn (ms since its navigation began). */
function noteShown(): void {
  const observer = new MutationObserver(() => {
    if (!document.querySelector(".popup-list [role=option] .role-mark, body > p")) return;
    observer.disconnect();
    requestAnimationFrame(() =>
      setTimeout(() => Object.assign(globalThis, { shownAt: performance.now() }), 0),
    );
  });
  observer.observe(document, { childList: true, subtree: true });
}

interface Chrome {
  action: { setPopup(of: { popup: string }): Promise<void> };
  storage: { session: { remove(name: string): Promise<void> } };
}

/** Has the background do something. */
async function inWorker<A>(
  browser: Chromium,
  work: (chrome: Chrome, argument: A) => Promise<void>,
  argument?: A,
): Promise<void> {
  const worker = await browser.worker();
  const code = `(${work.toString()})(chrome, ${JSON.stringify(argument)})`;
  await worker.evaluate(code);
}

/** Opens a page in the popup, and returns when it was drawn (ms since its navigation began). */
async function open(browser: Chromium, name: string): Promise<number> {
  await inWorker(browser, ({ action }, popup) => action.setPopup({ popup }), name);
  const page = await browser.openPopup(name);
  await page.waitForFunction(() => "shownAt" in globalThis);
  const shown = await page.evaluate(() => (globalThis as unknown as { shownAt: number }).shownAt);
  await page.waitForTimeout(PAUSE);
  const closed = page.waitForEvent("close");
  await browser.display.keys("Escape");
  await closed;
  return shown;
}

/** Types, and returns the times from each input until the frame after it is drawn (ms). */
async function type(browser: Chromium): Promise<number[]> {
  const page: Page = await browser.extensionPage("popup.html");
  await page.locator(".popup-list [role=option]").first().waitFor();
  await page.waitForTimeout(2_000); // what is fetched in idle time is there
  const times: number[] = [];
  for (const text of TYPED) {
    times.push(
      await page.evaluate(async (text) => {
        const box = document.querySelector<HTMLInputElement>(".popup-search")!;
        const began = performance.now();
        box.value = text;
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
        return performance.now() - began;
      }, text),
    );
    await page.waitForTimeout(PAUSE);
  }
  await page.close();
  return times;
}
