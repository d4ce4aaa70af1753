import { setTimeout as sleep } from "node:timers/promises";
import type { Chromium } from "../e2e/browser/chromium.ts";
import { IDS, startDemoCrm } from "../e2e/demo-crm/server.ts";
import { open, withChromium } from "./browser.ts";
import type { Builds } from "./build.ts";
import { median, result, say, type Result } from "./result.ts";
import { recordTasks } from "./tasks.ts";

/** Mutations a second, on a page of usual size and on a large one. */
const MUTATIONS = 1_000;
const USUAL = 5_000;
const LARGE = 100_000;
/** The reads that follow a navigation are over after this time; then the busy page is watched (ms). */
const SETTLED = 11_000;
const WATCHED = 10_000;
/** Loads of the page with Powermap and without, in turn. */
const ROUNDS = 3;
/** Each click lets Powermap read the whole page again: so often, at this distance (ms). */
const CLICKS = 6;
const CLICK_EVERY = 1_500;
/** A longer task is one that people feel (https://w3c.github.io/longtasks/), in ms. */
const LONG = 50;

/**
 * A page with 1,000 mutations a second, with Powermap and without, in turn: the processor time of its
 * main thread. Then a large one, on which whole reads are called for by clicks: no task may be long.
 */
export async function noise({ loopback, empty }: Builds): Promise<Result[]> {
  const crm = await startDemoCrm();
  try {
    const page = (nodes: number) =>
      `${crm.url("opportunity", IDS.phase2)}?delay=0&nodes=${nodes}&noise=${MUTATIONS}`;
    return await withChromium(loopback, (withUs) =>
      withChromium(empty, async (without) => {
        const cost = { ours: [] as Cost[], theirs: [] as Cost[] };
        for (let round = 1; round <= ROUNDS; round++) {
          say(`noise, round ${round} of ${ROUNDS}`);
          cost.ours.push(await costOf(withUs, page(USUAL)));
          cost.theirs.push(await costOf(without, page(USUAL)));
        }
        say("tasks on a large, noisy page");
        const ours = await tasksOf(withUs, page(LARGE));
        const theirs = await tasksOf(without, page(LARGE));
        return [...costs(cost), ...longTasks(ours, theirs)];
      }),
    );
  } finally {
    await crm.stop();
  }
}

interface Cost {
  /** Processor time of the main thread, as a share of the time. */
  busy: number;
  /** The same per mutation, in µs. */
  each: number;
  /** Of that, what the trace names as calls into Powermap's script. */
  own: number;
}

function costs({ ours, theirs }: { ours: readonly Cost[]; theirs: readonly Cost[] }): Result[] {
  const [busy, each] = (["busy", "each"] as const).map((name) =>
    [ours, theirs].map((all) => median(all.map((one) => one[name]))),
  ) as [[number, number], [number, number]];
  const own = median(ours.map(({ own }) => own));
  return [
    result("noisy page: main thread", busy[0] * 100, "%", { floor: busy[1] * 100 }),
    result("noisy page: main thread per mutation", each[0], "µs", { floor: each[1] }),
    result("noisy page: our calls per mutation", own, "µs"),
  ];
}

/** A page that has long tasks of its own has them with us too: only more of them are ours. */
function longTasks(ours: readonly number[], theirs: readonly number[]): Result[] {
  const long = (tasks: readonly number[]) => tasks.filter((time) => time > LONG).length;
  const more = Math.max(0, long(ours) - long(theirs));
  return [
    result("large noisy page: longest task", Math.max(...ours), "ms", {
      floor: Math.max(...theirs),
    }),
    result("large noisy page: tasks over 50 ms by us", more, "tasks", { budget: 0 }),
  ];
}

async function costOf(browser: Chromium, url: string): Promise<Cost> {
  const page = await browser.page();
  await open(page, url);
  await sleep(SETTLED);
  const mutations = () =>
    page.evaluate(() => (globalThis as unknown as { demoMutations: number }).demoMutations);
  let made = 0;
  let time = 0;
  const { tasks, extension } = await recordTasks(browser, async () => {
    made -= await mutations();
    time -= performance.now();
    await sleep(WATCHED);
    made += await mutations();
    time += performance.now();
  });
  await page.goto("about:blank");
  const cpu = tasks.reduce((sum, task) => sum + task, 0);
  const own = extension.reduce((sum, call) => sum + call, 0);
  return { busy: cpu / time, each: (cpu * 1_000) / made, own: (own * 1_000) / made };
}

async function tasksOf(browser: Chromium, url: string): Promise<number[]> {
  const page = await browser.page();
  await open(page, url);
  await sleep(SETTLED);
  const { tasks } = await recordTasks(browser, async () => {
    for (let i = 0; i < CLICKS; i++) {
      await page.evaluate(() => document.body.click());
      await sleep(CLICK_EVERY);
    }
  });
  await page.goto("about:blank");
  return tasks;
}
