import type { Page } from "@playwright/test";
import type { Chromium } from "../e2e/browser/chromium.ts";
import { IDS, startDemoCrm } from "../e2e/demo-crm/server.ts";
import { inject, open, settle, withChromium } from "./browser.ts";
import { bundle, type Builds } from "./build.ts";
import type * as Reader from "./page/reader.ts";
import { median, result, say, type Result } from "./result.ts";
import { recordTasks } from "./tasks.ts";

/** What `bench/page/reader.ts` is in a page. */
declare const bench: typeof Reader;

/** Elements added to the page, and how often each way of reading is repeated there. */
const SIZES = [
  { name: "5k", nodes: 5_000, times: 15 },
  { name: "20k", nodes: 20_000, times: 11 },
  { name: "100k", nodes: 100_000, times: 7 },
];

/** Runs `use` on a page of each size, in a browser without Powermap. */
async function onPages(
  builds: Builds,
  sizes: typeof SIZES,
  use: (
    page: Page,
    fresh: () => Promise<void>,
    size: (typeof SIZES)[number],
    browser: Chromium,
  ) => Promise<Result[]>,
): Promise<Result[]> {
  const crm = await startDemoCrm();
  try {
    return await withChromium(builds.empty, async (browser) => {
      const results: Result[] = [];
      for (const size of sizes) {
        const page = await browser.page();
        const session = await page.context().newCDPSession(page);
        const fresh = async () => {
          await page.goto("about:blank");
          await open(page, `${crm.url("opportunity", IDS.phase2)}?delay=0&nodes=${size.nodes}`);
          await settle(page, session);
        };
        results.push(...(await use(page, fresh, size, browser)));
      }
      return results;
    });
  } finally {
    await crm.stop();
  }
}

/**
 * Reading an opportunity's page for the first time, against the least that it could cost: one
 * `querySelectorAll` of every hook and the text of what it finds. Each is the first and only call after
 * a load of the page, cold against cold, in turn.
 */
export async function reading(builds: Builds): Promise<Result[]> {
  const reader = await bundle("reader.ts");
  return onPages(builds, SIZES, async (page, fresh, { name, times }) => {
    say(`reading, ${name} nodes`);
    const ours: number[] = [];
    const floor: number[] = [];
    await fresh();
    await inject(page, reader);
    const selector = await page.evaluate(() => bench.selectorOf(location.href)!);
    for (let i = 0; i < times; i++) {
      const first = i % 2 ? [readOurs, readFloor] : [readFloor, readOurs];
      for (const read of first) await read();
    }
    return [
      result(`reading an opportunity, ${name} nodes`, median(ours), "ms", {
        floor: median(floor),
        budget: 2,
      }),
    ];

    async function readOurs(): Promise<void> {
      await fresh();
      await inject(page, reader);
      const { time, people } = await page.evaluate(() => {
        const started = performance.now();
        const snapshot = bench.createReader(document, location.href)!.read();
        const time = performance.now() - started;
        return { time, people: snapshot.fields.name ? snapshot.people.length : 0 };
      });
      if (people === 0) throw new Error("The reader read nothing");
      ours.push(time);
    }
    async function readFloor(): Promise<void> {
      await fresh();
      const { time, length } = await page.evaluate((hooks) => {
        const started = performance.now();
        let length = 0;
        for (const hit of document.querySelectorAll(hooks)) length += hit.textContent.length;
        return { time: performance.now() - started, length };
      }, selector);
      if (length === 0) throw new Error("The floor found nothing");
      floor.push(time);
    }
  });
}

/** Changes in one go, and how often: single ones are shorter than the clock of a page can tell. */
const CHANGES = 2_000;
const TIMES = 7;

/**
 * Reading one changed row again: the role of a contact changes, and `update` is handed what the observer
 * saw. Processor time, warm (one go before), less what the changes themselves cost without `update`.
 */
export async function updating(builds: Builds): Promise<Result[]> {
  const reader = await bundle("reader.ts");
  return onPages(builds, SIZES, async (page, fresh, { name }, browser) => {
    say(`re-reading, ${name} nodes`);
    await fresh();
    await inject(page, reader);
    await page.evaluate(prepareChanges);
    const change = async (update: boolean) => {
      const { tasks } = await recordTasks(browser, () =>
        page.evaluate(([times, update]) => changeRow(times, update), [CHANGES, update] as const),
      );
      return tasks.reduce((sum, task) => sum + task, 0);
    };
    await change(true);
    const each: number[] = [];
    for (let i = 0; i < TIMES; i++) {
      each.push((((await change(true)) - (await change(false))) * 1_000) / CHANGES);
    }
    return [
      result(`re-reading one changed row, ${name} nodes`, median(each), "µs", { budget: 50 }),
    ];
  });
}

/** Changes a contact's role on the page so many times, handing each change to `update` or not. */
declare let changeRow: (times: number, update: boolean) => void;

/** Runs in the page: reads it, and defines {@link changeRow}. */
function prepareChanges(): void {
  const reader = bench.createReader(document, location.href)!;
  const { name, role } = reader.read().people.find(({ role }) => role)!;
  const host = document.querySelector(".lafPageHost.active")!;
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  while (walker.nextNode() && walker.currentNode.textContent!.trim() !== role);
  const cell = walker.currentNode;
  const observer = new MutationObserver(() => {});
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  let changes = 0;
  (globalThis as { changeRow?: typeof changeRow }).changeRow = (times, update) => {
    for (let i = 0; i < times; i++) {
      const now = `${role} ${changes++}`;
      cell.textContent = now;
      const mutations = observer.takeRecords();
      if (!update) continue;
      const next = reader.update(mutations);
      if (next === null || next === "reread") throw new Error(`update: ${next}`);
      const read = next.people.find((person) => person.name === name)?.role;
      if (read !== now) throw new Error(`"${read}" was read, not "${now}"`);
    }
  };
}

/** How often the largest page is read in slices; the worst task of all counts. */
const SLICED = 5;

/** Reading the largest page in slices, each giving the page its turn: how long its tasks are, how many. */
export async function slicing(builds: Builds): Promise<Result[]> {
  const reader = await bundle("reader.ts");
  return onPages(builds, SIZES.slice(-1), async (page, fresh, { name }, browser) => {
    say(`reading in slices, ${name} nodes`);
    const tasks: number[] = [];
    const slices: number[] = [];
    const totals: number[] = [];
    for (let i = 0; i < SLICED; i++) {
      await fresh();
      await inject(page, reader);
      const during = await recordTasks(browser, async () => {
        const read = await page.evaluate(async () => {
          const { scheduler } = globalThis as unknown as { scheduler: { yield(): Promise<void> } };
          const turn = scheduler.yield.bind(scheduler);
          let turns = 0;
          scheduler.yield = () => {
            turns++;
            return turn();
          };
          const reader = bench.createReader(document, location.href)!;
          const started = performance.now();
          const snapshot = await reader.readSliced(new AbortController().signal);
          const time = performance.now() - started;
          return { time, slices: turns + 1, people: snapshot?.people.length ?? 0 };
        });
        if (read.people === 0) throw new Error("The reader read nothing");
        slices.push(read.slices);
        totals.push(read.time);
      });
      tasks.push(...during.tasks);
    }
    const longest = Math.max(...tasks);
    return [
      result(`reading in slices, ${name} nodes: longest task`, longest, "ms", { budget: 50 }),
      result(`reading in slices, ${name} nodes: slices`, median(slices), ""),
      result(`reading in slices, ${name} nodes: start to end`, median(totals), "ms"),
    ];
  });
}
