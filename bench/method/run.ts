/**
 * `npm run bench:method`: does the method hold against what is known? Prints tables in Markdown (docs/method.md).
 *
 *     npm run bench:method -- --only krackhardt     or calibration, or advice
 *     npm run bench:method -- --network FILE        another network of the form of bench/data
 *     npm run bench:method -- --draws N             draws of what the seller saw of the network
 *     npm run bench:method -- --accounts N          simulated accounts of each size: that many for the advice,
 *                                                   twenty-five times as many for the intervals
 *     npm run bench:method -- --days N              days for which the advice is followed
 *     npm run bench:method -- --seed N --json FILE
 *
 * The same seed gives the same numbers.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { load } from "../node.ts";
import { say } from "../result.ts";
import type * as Suite from "./suite.ts";
import type { MeasuredNetwork, WorldName } from "./suite.ts";
import { adviceTables, calibrationTables, networkTables } from "./tables.ts";

const SIZES = [5, 10, 20, 40];
const SEEN = [0.1, 0.3, 0.6, 1];
const TITLES_RIGHT = 0.7;
/** The intervals need a standard error under half a percent. */
const TIMES_FOR_INTERVALS = 25;

const { values } = parseArgs({
  options: {
    only: { type: "string", default: "" },
    network: {
      type: "string",
      default: join(import.meta.dirname, "../data/krackhardt-high-tech-managers.json"),
    },
    draws: { type: "string", default: "200" },
    accounts: { type: "string", default: "120" },
    days: { type: "string", default: "180" },
    seed: { type: "string", default: "1" },
    json: { type: "string" },
  },
});
const given = [values.draws, values.accounts, values.days, values.seed].map(Number);
const [draws, accounts, days, seed] = given as [number, number, number, number];
if (!given.every((one) => Number.isInteger(one) && one > 0)) {
  console.error("--draws, --accounts, --days and --seed are whole numbers from 1 on");
  process.exit(1);
}

say("bundling");
const suite = await load<typeof Suite>("method/suite.ts");

const parts = {
  krackhardt() {
    const network = JSON.parse(readFileSync(values.network, "utf8")) as MeasuredNetwork;
    say(`${network.name}: ${draws} draws`);
    const reference = [false, true].map((reports) => suite.referenceAgreement(network, reports));
    const rows = [false, true].flatMap((reports) =>
      [null, TITLES_RIGHT].flatMap((titles) =>
        SEEN.flatMap((seen) =>
          suite.rankAgreement(network, { seen, titles, reports }, draws, seed),
        ),
      ),
    );
    return { result: { reference, rows }, text: networkTables(network.name, reference, rows) };
  },
  calibration() {
    const many = accounts * TIMES_FOR_INTERVALS;
    const rows = (Object.keys(suite.worlds) as WorldName[]).flatMap((world) => {
      say(`intervals: ${world}`);
      // Where the model is right, by size; elsewhere as many accounts of all sizes together.
      return world === "one holder" || world === "several holders"
        ? SIZES.map((size) => suite.calibrate(world, [size], many, seed))
        : [suite.calibrate(world, SIZES, Math.ceil(many / SIZES.length), seed)];
    });
    const worlds = Object.entries(suite.worlds).map(([name, { says }]) => ({ name, says }));
    return { result: rows, text: calibrationTables(worlds, rows) };
  },
  advice() {
    const rows = SIZES.flatMap((size) => {
      say(`advice: ${size} people`);
      return suite.playAccounts(size, accounts, days, seed);
    });
    return { result: rows, text: adviceTables(rows, days) };
  },
};

const chosen = Object.entries(parts).filter(([name]) => name.includes(values.only));
if (chosen.length === 0) {
  console.error(`No part "${values.only}"; there are: ${Object.keys(parts).join(", ")}`);
  process.exit(1);
}
const results: Record<string, unknown> = { seed, draws, accounts };
for (const [name, part] of chosen) {
  const { result, text } = part();
  results[name] = result;
  console.log(`${text}\n`);
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
