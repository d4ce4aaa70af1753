import type { CDPSession, Page } from "@playwright/test";
import { setTimeout as sleep } from "node:timers/promises";
import { IDS, startDemoCrm } from "../e2e/demo-crm/server.ts";
import { open, withChromium } from "./browser.ts";
import type { Builds } from "./build.ts";
import { median, result, say, type Result } from "./result.ts";

/** How large and how busy the page is. */
const NODES = 100_000;
const MUTATIONS = 1_000;
/** The reads that follow a navigation are over after this time; then the busy page is watched (ms). */
const SETTLED = 12_000;
const WATCHED = 10_000;
/** Loads of the page with Powermap and without, in turn. */
const ROUNDS = 3;
/** Each click lets Powermap read the whole page again: so often, at this distance (ms). */
const CLICKS = 4;
const CLICK_EVERY = 1_500;

/** What the page's main thread did while it was watched. */
interface Watched {
  /** Its busy time, and the part of it that was script (share of the time). */
  busy: number;
  script: number;
  /** Busy time per mutation (µs). */
  perMutation: number;
  /** Tasks over 50 ms while it was only noisy, and while whole reads were called for. */
  longQuiet: number;
  longReading: number;
  /** The longest task in either (ms). */
  longest: number;
}

/**
 * The main thread of a large page with 1,000 mutations a second, with Powermap and without, in turn.
 * Then clicks, after each of which Powermap reads the whole page again: no task may pass 50 ms.
 */
export async function noise({ loopback, empty }: Builds): Promise<Result[]> {
  const crm = await startDemoCrm();
  try {
    const url = `${crm.url("opportunity", IDS.phase2)}?delay=0&nodes=${NODES}&noise=${MUTATIONS}`;
    return await withChromium(loopback, (withUs) =>
      withChromium(empty, async (without) => {
        const ours: Watched[] = [];
        const theirs: Watched[] = [];
        for (let round = 1; round <= ROUNDS; round++) {
          say(`noise, round ${round} of ${ROUNDS}: with Powermap`);
          ours.push(await watch(await withUs.page(), url));
          say(`noise, round ${round} of ${ROUNDS}: without`);
          theirs.push(await watch(await without.page(), url));
        }
        return compare(ours, theirs);
      }),
    );
  } finally {
    await crm.stop();
  }
}

function compare(ours: readonly Watched[], theirs: readonly Watched[]): Result[] {
  const of = (name: keyof Watched) =>
    [ours, theirs].map((all) => median(all.map((one) => one[name]))) as [number, number];
  const worst = (name: keyof Watched) =>
    [ours, theirs].map((all) => Math.max(...all.map((one) => one[name]))) as [number, number];
  const [busy, busyWithout] = of("busy");
  const [script, scriptWithout] = of("script");
  const [each, eachWithout] = of("perMutation");
  const [longest, longestWithout] = worst("longest");
  const long = (watched: Watched) => watched.longQuiet + watched.longReading;
  const sum = (all: readonly Watched[]) => all.reduce((count, one) => count + long(one), 0);
  // A page that has such tasks of its own has them with us too: only more of them are ours.
  const ownLong = Math.max(0, sum(ours) - sum(theirs));
  return [
    result("noisy page: main thread busy", busy * 100, "%", { floor: busyWithout * 100 }),
    result("noisy page: main thread in script", script * 100, "%", { floor: scriptWithout * 100 }),
    result("noisy page: busy per mutation", each, "µs", { floor: eachWithout }),
    result("noisy page: our cost per mutation", each - eachWithout, "µs"),
    result("noisy page: longest task", longest, "ms", { floor: longestWithout }),
    result("noisy page: tasks over 50 ms by us", ownLong, "tasks", { budget: 0 }),
  ];
}

async function watch(page: Page, url: string): Promise<Watched> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await open(page, url);
  await sleep(SETTLED);
  await countLongTasks(page);
  const before = await counters(page, session);
  await sleep(WATCHED);
  const after = await counters(page, session);
  const quiet = await longTasks(page);
  for (let i = 0; i < CLICKS; i++) {
    await page.evaluate(() => document.body.click());
    await sleep(CLICK_EVERY);
  }
  const all = await longTasks(page);
  await page.goto("about:blank");
  await session.detach();
  const time = after.at - before.at;
  const busy = after.busy - before.busy;
  return {
    busy: busy / time,
    script: (after.script - before.script) / time,
    perMutation: (busy * 1_000_000) / (after.mutations - before.mutations),
    longQuiet: quiet.length,
    longReading: all.length - quiet.length,
    longest: Math.max(0, ...all),
  };
}

/** What the browser has counted so far, in seconds. */
async function counters(page: Page, session: CDPSession) {
  const { metrics } = await session.send("Performance.getMetrics");
  const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  const mutations = await page.evaluate(
    () => (globalThis as unknown as { demoMutations: number }).demoMutations,
  );
  return { at: value("Timestamp"), busy: value("TaskDuration"), script: value("ScriptDuration"), mutations };
}

async function countLongTasks(page: Page): Promise<void> {
  await page.evaluate(() => {
    const found: number[] = ((globalThis as { longTasks?: number[] }).longTasks = []);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.push(duration);
    }).observe({ type: "longtask" });
  });
}

function longTasks(page: Page): Promise<number[]> {
  return page.evaluate(() => [...(globalThis as { longTasks?: number[] }).longTasks!]);
}
