/**
 * `npm run bench`: measures Powermap in real browsers, and what it computes, and prints a table (docs/benchmarks.md).
 *
 *     npm run bench -- --json FILE     also writes the results as JSON
 *     npm run bench -- --only WORD     only the parts whose name has this word
 *
 * A missed budget is printed as MISSED and does not fail the run.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { makeBuilds, type Builds } from "./build.ts";
import { capture } from "./capture.ts";
import { compute } from "./compute.ts";
import { navigation } from "./navigation.ts";
import { noise } from "./noise.ts";
import { popup } from "./popup.ts";
import { panel } from "./panel.ts";
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
  capture,
  popup,
  panel,
};
/** Measured in this process: nothing has to be built for them. */
const pure: Record<string, () => Promise<Result[]>> = { compute };

const { values } = parseArgs({ options: { json: { type: "string" }, only: { type: "string" } } });
const isChosen = ([name]: [string, unknown]) => name.includes(values.only ?? "");
const chosen = Object.entries(parts).filter(isChosen);
const chosenPure = Object.entries(pure).filter(isChosen);
if (chosen.length + chosenPure.length === 0) {
  const names = Object.keys({ ...pure, ...parts });
  console.error(`No part "${values.only}"; there are: ${names.join(", ")}`);
  process.exit(1);
}

const results: Result[] = [];
for (const [, measure] of chosenPure) results.push(...(await measure()));
if (chosen.length > 0) {
  say("building");
  const builds = await makeBuilds();
  try {
    for (const [, measure] of chosen) results.push(...(await measure(builds)));
  } finally {
    builds.remove();
  }
}
console.log(table(results));
const missed = results.filter(({ ok }) => ok === false);
if (missed.length > 0)
  console.log(
    `\n${missed.length} of ${results.filter(({ ok }) => ok !== null).length} budgets MISSED`,
  );
if (values.json) writeFileSync(values.json, `${JSON.stringify(results, null, 2)}\n`);
