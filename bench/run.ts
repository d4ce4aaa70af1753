/**
 * `npm run bench`: measures Powermap in real browsers and prints a table (docs/benchmarks.md).
 *
 *     npm run bench -- --json FILE     also writes the results as JSON
 *     npm run bench -- --only WORD     only the parts whose name has this word
 *
 * A missed budget is printed as MISSED and does not fail the run.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { makeBuilds, type Builds } from "./build.ts";
import { navigation } from "./navigation.ts";
import { noise } from "./noise.ts";
import { reading, slicing, updating } from "./reading.ts";
import { say, table, type Result } from "./result.ts";
import { sizes } from "./sizes.ts";
import { queries, writes } from "./store.ts";

const parts: Record<string, (builds: Builds) => Promise<Result[]>> = {
  size: sizes,
  reading,
  updating,
  slicing,
  noise,
  write: writes,
  query: queries,
  navigation,
};

const { values } = parseArgs({ options: { json: { type: "string" }, only: { type: "string" } } });
const chosen = Object.entries(parts).filter(([name]) => name.includes(values.only ?? ""));
if (chosen.length === 0) {
  console.error(`No part "${values.only}"; there are: ${Object.keys(parts).join(", ")}`);
  process.exit(1);
}

say("building");
const builds = await makeBuilds();
const results: Result[] = [];
try {
  for (const [, measure] of chosen) results.push(...(await measure(builds)));
} finally {
  builds.remove();
}
console.log(table(results));
const missed = results.filter(({ ok }) => ok === false);
if (missed.length > 0)
  console.log(
    `\n${missed.length} of ${results.filter(({ ok }) => ok !== null).length} budgets MISSED`,
  );
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
