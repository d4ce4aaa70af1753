import type { Page } from "@playwright/test";
import { inject, withChromium } from "./browser.ts";
import { bundle, type Builds } from "./build.ts";
import type * as Store from "./page/store.ts";
import { middleMean, result, say, type Result } from "./result.ts";

/** What `bench/page/store.ts` is in a page. */
declare const bench: typeof Store;

/** Claims in the database. */
const SIZES = [
  { name: "1k", claims: 1_000 },
  { name: "10k", claims: 10_000 },
  { name: "100k", claims: 100_000 },
];
/** Unmeasured repetitions before, measured ones, and how many claims are one burst. */
const WARM_UP = 10;
const TIMES = 200;
const BURSTS = 25;
const BURST = 200;

/** Fills a database in a page of the extension to each size, and measures there. */
async function atSizes(
  builds: Builds,
  what: string,
  measure: (page: Page, size: string) => Promise<Result[]>,
): Promise<Result[]> {
  const script = await bundle("store.ts");
  return withChromium(builds.shipped, async (browser) => {
    // The manifest is a page of the extension in which nothing else runs.
    const page = await browser.extensionPage("manifest.json");
    await inject(page, script);
    await page.evaluate(() => bench.open());
    const results: Result[] = [];
    for (const { name, claims } of SIZES) {
      say(`filling the database with ${name} claims`);
      await page.evaluate((count) => bench.fill(count), claims);
      say(`${what}, ${name} claims`);
      results.push(...(await measure(page, name)));
    }
    return results;
  });
}

/** Writing claims until they are on disk, against `put` by hand at the same durability. */
export async function writes(builds: Builds): Promise<Result[]> {
  return atSizes(builds, "writing", async (page, name) => {
    const write = (times: number, size: number) =>
      page.evaluate(([times, size]) => bench.timeWrites(times, size), [times, size] as const);
    await write(WARM_UP, 1);
    const single = await write(TIMES, 1);
    await write(2, BURST);
    const bursts = await write(BURSTS, BURST);
    return [
      pair(`durable write of a claim, ${name} claims`, single, 1.5),
      pair(`durable write of ${BURST} claims, ${name} claims`, bursts, 1.5),
    ];
  });
}

/** All that the panel shows of one opportunity, against `getAll` of the same rows by hand. */
export async function queries(builds: Builds): Promise<Result[]> {
  return atSizes(builds, "querying", async (page, name) => {
    const query = (times: number) => page.evaluate((times) => bench.timeQueries(times), times);
    await query(WARM_UP);
    return [pair(`query of the panel, ${name} claims`, await query(TIMES), null)];
  });
}

function pair(name: string, times: readonly [number, number][], budget: number | null): Result {
  const [ours, byHand] = [0, 1].map((side) => middleMean(times.map((pair) => pair[side]!)));
  return result(name, ours!, "ms", { floor: byHand!, budget });
}
