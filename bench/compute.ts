import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type * as Panel from "./model/panel.ts";
import type { Computed } from "./model/recompute.ts";
import type * as Model from "./model/recompute.ts";
import { load } from "./node.ts";
import { median, result, say, type Result } from "./result.ts";

const PEOPLE = [10, 50, 200, 1_000];
const CLAIMS = 10_000;
/** Unmeasured runs before, and how long and how often at least each thing is measured (ms). */
const WARM_UP = 20;
const MEASURED = 700;
const AT_LEAST = 15;
/** One claim more, in a deal of so many people, so many times, and in what time it is to be reckoned (ms). */
const ONE_MORE = { people: 200, times: 300, warmUp: 60, budget: 2 } as const;
/** So many results are kept at once to see what each holds. */
const KEPT = 5;

/**
 * From claims to advice, in this process: all of it anew, against one bare solve for the shares and against
 * PageRank of the same ties; after one claim more; and what the results hold in memory.
 */
export async function compute(): Promise<Result[]> {
  const model = await load<typeof Model>("model/recompute.ts");
  const results: Result[] = [];
  for (const people of PEOPLE) {
    say(`computing, ${people} people`);
    const deal = model.makeDeal(people, CLAIMS);
    const { solve, pagerank } = model.floors(deal);
    const all = time(() => model.recompute(deal));
    const name = `recompute, ${people} people, 10k claims`;
    results.push(
      result(`${name}, by one solve`, all, "ms", { floor: time(solve) }),
      result(`${name}, by PageRank`, all, "ms", { floor: time(pagerank) }),
    );
  }
  return [...results, await oneMore(), memory(model)];
}

/** The median of what one run takes (ms), after the engine has compiled it. */
function time(run: () => unknown): number {
  for (let i = 0; i < WARM_UP; i++) run();
  const times: number[] = [];
  for (
    const start = performance.now();
    times.length < AT_LEAST || performance.now() - start < MEASURED;
  ) {
    const before = performance.now();
    run();
    times.push(performance.now() - before);
  }
  return median(times);
}

/** All that the panel does from the row that was written to the steps, with what it had before at hand. */
async function oneMore(): Promise<Result> {
  const { people, times, warmUp, budget } = ONE_MORE;
  say(`one claim more, ${people} people`);
  const collect = collector();
  const { openPanel } = await load<typeof Panel>("model/panel.ts");
  const panel = await openPanel(people, CLAIMS);
  const taken: number[] = [];
  for (let n = 0; n < times + warmUp; n++) {
    const row = await panel.write(n);
    // What writing and reading it left behind is not ours to clear up.
    collect({ type: "minor" });
    const before = performance.now();
    panel.take(row);
    taken.push(performance.now() - before);
  }
  await panel.check();
  const name = `one claim more, ${people} people, 10k claims`;
  return result(name, median(taken.slice(warmUp)), "ms", { budget });
}

/** What the results of the largest deal hold beyond its claims. */
function memory(model: typeof Model): Result {
  const collect = collector();
  const people = PEOPLE.at(-1)!;
  const deal = model.makeDeal(people, CLAIMS);
  const kept: Computed[] = [];
  const used = () => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = used();
  for (let i = 0; i < KEPT; i++) kept.push(model.recompute(deal));
  const held = (used() - before) / kept.length;
  return result(`memory of what is computed, ${people} people, 10k claims`, held / 1e6, "MB");
}

/** The engine's own collector of garbage. */
function collector(): (what?: { type: "minor" }) => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as ReturnType<typeof collector>;
}
