import { inject, withChromium } from "./browser.ts";
import { bundle, type Builds } from "./build.ts";
import type * as Filling from "./page/capture.ts";
import { median, result, say, type Result } from "./result.ts";
import { recordTasks } from "./tasks.ts";

/** What `bench/page/capture.ts` is in a page. */
declare const bench: typeof Filling;

const PEOPLE = 200;
/** How a fast typist's letters follow each other (ms). */
const BETWEEN = 60;
/** Where everything that is drawn later than the map has been fetched (ms). */
const PAUSE = 2_000;

const LINES = [
  "clara moreau is dm, supports us, met yesterday; hugo weber reports to wang wei",
  "李秀英 决策者 支持 昨天见过，陈伟听王芳的，喜欢打高尔夫",
  "objection from zhang: too expensive. elena probably against us, li wei told me",
];

/**
 * Typing into the quick capture of the real panel page beside a decision of many people: the longest task of
 * its main thread (by the processor's time, so that a busy machine does not count), from a keystroke to the
 * frame that shows it, and how long reading a whole line anew takes.
 */
export async function capture({ shipped }: Builds): Promise<Result[]> {
  const script = await bundle("capture.ts");
  return withChromium(shipped, async (browser) => {
    say(`typing beside ${PEOPLE} people`);
    const page = await browser.extensionPage("sidepanel.html");
    await page.waitForTimeout(PAUSE);
    await inject(page, script);
    const key = await page.evaluate((people) => bench.fillNamed(people), PEOPLE);
    await page.goto(new URL(`?record=${encodeURIComponent(key)}`, page.url()).href);
    const box = page.getByRole("textbox", { name: "Quick capture" });
    await box.waitFor();
    await page.waitForTimeout(PAUSE);
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(globalThis, { seen });
      new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries())
          if (name === "keydown") seen.push(duration);
      }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
    });
    let letters = 0;
    const { tasks } = await recordTasks(browser, async () => {
      for (const line of LINES) {
        await box.pressSequentially(line, { delay: BETWEEN });
        letters += line.length;
        await page.waitForFunction(() => document.querySelector(".capture-chip") !== null);
        await box.fill("");
      }
      await page.waitForTimeout(500);
    });
    const slow = await page.evaluate(() => (globalThis as unknown as { seen: number[] }).seen);
    // What the browser does not report took less than 16 ms.
    const latency = [
      ...slow,
      ...Array.from({ length: Math.max(0, letters - slow.length) }, () => 16),
    ];
    return [
      result(`typing beside ${PEOPLE} people: longest task`, Math.max(...tasks), "ms", {
        budget: 50,
      }),
      result(`typing beside ${PEOPLE} people: keystroke → frame`, median(latency), "ms"),
    ];
  });
}
