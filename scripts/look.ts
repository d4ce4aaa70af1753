/**
 * `npm run look:update`: takes the pictures of the look anew where they changed (e2e/look.chromium.spec.ts), and makes
 * them small: so few colours are within what the comparison overlooks. Look at each before you commit it.
 */
import { spawnSync } from "node:child_process";
import { globSync, readFileSync, statSync, writeFileSync } from "node:fs";

const PICTURES = "e2e/look/pictures/*.png";
/** Enough for the tokens and the edges of letters in between. */
const COLOURS = "128";

const contents = () => new Map(globSync(PICTURES).map((file) => [file, readFileSync(file)]));

const before = contents();
run("playwright", [
  "test",
  "e2e/look.chromium",
  "--project=gallery",
  "-g",
  "looks as it did",
  "-u",
]);
const changed = [...contents()].flatMap(([file, now]) =>
  before.get(file)?.equals(now) ? [] : [file],
);
for (const file of changed) {
  const small = spawnSync("convert", [
    file,
    "-dither",
    "None",
    "-colors",
    COLOURS,
    "-strip",
    "-define",
    "png:compression-level=9",
    "-define",
    "png:compression-filter=0",
    "png8:-",
  ]);
  if (small.status !== 0) throw new Error(`${file}: ${String(small.stderr)}`);
  writeFileSync(file, small.stdout);
}
const bytes = globSync(PICTURES).reduce((sum, file) => sum + statSync(file).size, 0);
console.log(`${changed.length} pictures are new; all are ${(bytes / 1e6).toFixed(1)} MB`);

function run(command: string, args: string[]): void {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}
