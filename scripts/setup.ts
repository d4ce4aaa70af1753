/**
 * `npm run setup`: installs what the machine lacks, by apt-get when we are root on Debian or Ubuntu;
 * otherwise it prints the command to run and fails. Says nothing and takes no time when all is there.
 *
 *     npm run setup                    the browsers and what drives them
 *     npm run setup -- --with tryton   also the real CRM for its end-to-end tests
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { parseArgs } from "node:util";
import { packages as tryton } from "../e2e/tryton/fixture.ts";

/** Debian package → the program that shows it is there on a machine without dpkg. */
const browsers: Record<string, string | undefined> = {
  chromium: "chromium",
  "chromium-l10n": undefined, // Chromium's own menus and prompts in Chinese
  "firefox-esr": "firefox-esr",
  "firefox-esr-l10n-zh-cn": undefined,
  xvfb: "Xvfb",
  openbox: "openbox",
  xdotool: "xdotool",
  imagemagick: "import",
  // What the pictures of the look are drawn with (e2e/look/fonts.conf).
  "fonts-noto-core": undefined,
  "fonts-noto-mono": undefined,
  "fonts-noto-cjk": undefined,
};

const { values } = parseArgs({
  options: { with: { type: "string", multiple: true, default: [] } },
});
const unknown = values.with.filter((extra) => extra !== "tryton" && extra !== "all");
if (unknown.length > 0) fail(`Unknown: --with ${unknown.join(" ")}. There are: tryton, all.`);

const wanted = [...Object.keys(browsers), ...(values.with.length > 0 ? tryton : [])];
const missing = missingPackages();
if (missing.length > 0) {
  install();
  const still = missingPackages();
  if (still.length > 0) fail(`Still missing after the installation: ${still.join(", ")}`);
  console.log("setup: done");
}

function missingPackages(): string[] {
  if (!onPath("dpkg-query")) {
    const programs = Object.entries(browsers).filter(([, program]) => program && !onPath(program));
    return programs.map(([name]) => name);
  }
  // It exits with 1 when it does not know some package, and still lists the others.
  const { stdout } = spawnSync("dpkg-query", [
    "-W",
    "-f=${Package} ${db:Status-Status}\n",
    ...wanted,
  ]);
  const lines = new Set(String(stdout).split("\n"));
  return wanted.filter((name) => !lines.has(`${name} installed`));
}

function install(): void {
  const flags = ["install", "-y", "-o", "DPkg::Lock::Timeout=300", "--no-install-recommends"];
  const command = ["apt-get", ...flags, ...missing].join(" ");
  if (!onPath("apt-get") || process.getuid?.() !== 0) {
    const how = onPath("apt-get") ? `sudo ${command}` : `as on Debian: ${command}`;
    fail(`This machine lacks ${missing.join(", ")}. Install them and try again:\n\n  ${how}\n`);
  }
  console.log(`setup: installing ${missing.join(", ")} (this can take a few minutes)`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  apt(["update", "-q", "-o", "DPkg::Lock::Timeout=300"], env);
  apt([...flags, "-q", ...missing], env);
}

function apt(args: string[], env: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr } = spawnSync("apt-get", args, { env, encoding: "utf8" });
  if (status !== 0) fail(`apt-get ${args.join(" ")} failed:\n${stdout.slice(-2000)}${stderr}`);
}

function onPath(program: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((dir) => existsSync(join(dir, program)));
}

function fail(message: string): never {
  console.error(`setup: ${message}`);
  process.exit(1);
}
