import type { Page } from "@playwright/test";
import { IDS, startDemoCrm } from "../e2e/demo-crm/server.ts";
import { inject, open, settle, withChromium } from "./browser.ts";
import { bundle, type Builds } from "./build.ts";
import type * as Reader from "./page/reader.ts";
import { median, result, say, type Result } from "./result.ts";

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
  use: (page: Page, fresh: () => Promise<void>, size: (typeof SIZES)[number]) => Promise<Result[]>,
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
        results.push(...(await use(page, fresh, size)));
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

/** Changes in one chunk; the clock of a page ticks every 0.1 ms, so single ones cannot be timed. */
const CHANGES = 100;
const CHUNKS = 30;

/**
 * Reading one changed row again: the role of a contact changes, and `update` is handed what the observer
 * saw. Warm (three chunks before), less what the change itself costs in chunks without `update`.
 */
export async function updating(builds: Builds): Promise<Result[]> {
  const reader = await bundle("reader.ts");
  return onPages(builds, SIZES, async (page, fresh, { name }) => {
    say(`re-reading, ${name} nodes`);
    await fresh();
    await inject(page, reader);
    const times = await page.evaluate(
      ({ CHANGES, CHUNKS }) => {
        const reader = bench.createReader(document, location.href)!;
        const snapshot = reader.read();
        const { name, role } = snapshot.people.find(({ role }) => role)!;
        const cell = textOf(role!);
        const observer = new MutationObserver(() => {});
        observer.observe(document, { childList: true, characterData: true, subtree: true });
        let changes = 0;
        const chunk = (update: boolean): number => {
          const started = performance.now();
          for (let i = 0; i < CHANGES; i++) {
            const now = `${role} ${changes++}`;
            cell.data = now;
            const records = observer.takeRecords();
            if (!update) continue;
            const next = reader.update(records);
            if (next === null || next === "reread") throw new Error(`update: ${next}`);
            const read = next.people.find((person) => person.name === name)?.role;
            if (read !== now) throw new Error(`${read} was read, not ${now}`);
          }
          return (performance.now() - started) / CHANGES;
        };
        for (let i = 0; i < 3; i++) chunk(true);
        const pairs = Array.from({ length: CHUNKS }, () => [chunk(true), chunk(false)] as const);
        return pairs.map(([updated, changed]) => updated - changed);

        function textOf(shown: string): Text {
          const people = document.querySelector('.lafPageHost.active')!;
          const walker = document.createTreeWalker(people, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            if ((node as Text).data.trim() === shown) return node as Text;
          }
          throw new Error(`"${shown}" is not on the page`);
        }
      },
      { CHANGES, CHUNKS },
    );
    return [result(`re-reading one changed row, ${name} nodes`, median(times) * 1_000, "µs", { budget: 50 })];
  });
}

/** How often the largest page is read in slices; the worst slice of all counts. */
const SLICED = 5;

/** Reading the largest page in slices: the longest stretch without giving the page its turn. */
export async function slicing(builds: Builds): Promise<Result[]> {
  const reader = await bundle("reader.ts");
  return onPages(builds, SIZES.slice(-1), async (page, fresh, { name }) => {
    say(`reading in slices, ${name} nodes`);
    const longest: number[] = [];
    const slices: number[] = [];
    const totals: number[] = [];
    let longTasks = 0;
    for (let i = 0; i < SLICED; i++) {
      await fresh();
      await inject(page, reader);
      const read = await page.evaluate(async () => {
        const { scheduler } = globalThis as unknown as { scheduler: { yield(): Promise<void> } };
        const turn = scheduler.yield.bind(scheduler);
        const stretches: number[] = [];
        let since = 0;
        scheduler.yield = async () => {
          stretches.push(performance.now() - since);
          await turn();
          since = performance.now();
        };
        let longTasks = 0;
        const observer = new PerformanceObserver((list) => {
          longTasks += list.getEntries().length;
        });
        await new Promise((done) => setTimeout(done, 100));
        observer.observe({ type: "longtask" });
        await new Promise((done) => setTimeout(done, 100));
        const started = (since = performance.now());
        const snapshot = await bench
          .createReader(document, location.href)!
          .readSliced(new AbortController().signal);
        const ended = performance.now();
        stretches.push(ended - since);
        await new Promise((done) => setTimeout(done, 500));
        const people = snapshot?.people.length ?? 0;
        return { stretches, total: ended - started, longTasks, people };
      });
      if (read.people === 0) throw new Error("The reader read nothing");
      longest.push(Math.max(...read.stretches));
      slices.push(read.stretches.length);
      totals.push(read.total);
      longTasks += read.longTasks;
    }
    return [
      result(`reading in slices, ${name} nodes: longest`, Math.max(...longest), "ms", { budget: 50 }),
      result(`reading in slices, ${name} nodes: tasks over 50 ms`, longTasks, "tasks"),
      result(`reading in slices, ${name} nodes: slices`, median(slices), "slices"),
      result(`reading in slices, ${name} nodes: start to end`, median(totals), "ms"),
    ];
  });
}
