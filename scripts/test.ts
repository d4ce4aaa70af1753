/**
 * `npm test`: everything that must hold, in one run: format, lint, types, dead code, unit tests, then
 * the built extension in real Chromium and Firefox, on the demo CRM and on a real one. Ends with one
 * line that sums all suites: `N passed, N failed`.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

interface Count {
  passed: number;
  failed: number;
}

interface Suite {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string>;
  /** Reads the suite's own count out of its report; without it the exit code counts as one. */
  count?: () => Count;
}

const REPORTS = join("test-results", "reports");
const vitestReport = join(REPORTS, "unit.json");

/** Projects of `playwright.config.ts` that share a run, so that one's last tests do not wait for a processor at rest. */
const RUNS = [["chromium", "firefox", "tryton", "gallery"], ["alone"]];

const e2e = (projects: readonly string[]): Suite => {
  const name = projects.join("-");
  const report = join(REPORTS, `${name}.json`);
  return {
    name: `e2e: ${projects.join(", ")}`,
    command: "playwright",
    // Each keeps what it leaves behind apart.
    args: ["test", "--project", ...projects, "--output", join("test-results", `e2e-${name}`)],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    count: () => {
      const { stats } = readJson<{
        stats: { expected: number; unexpected: number; flaky: number; skipped: number };
      }>(report);
      // A flaky test is a defect, and a skipped one has not been run.
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky + stats.skipped };
    },
  };
};

const only = process.argv.slice(2);
const isMeant = (name: string) => only.some((word) => name.includes(word));

const suites: Suite[] = [
  { name: "setup", command: "node", args: ["scripts/setup.ts", "--with", "tryton"] },
  { name: "format", command: "oxfmt", args: ["--check"] },
  { name: "lint and layers", command: "oxlint", args: ["--deny-warnings"] },
  { name: "types", command: "tsc", args: ["--noEmit"] },
  { name: "dead code", command: "knip", args: [] },
  {
    name: "unit",
    command: "vitest",
    args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`],
    count: () => {
      const report = readJson<{
        numPassedTests: number;
        numFailedTests: number;
        numPendingTests: number;
        numFailedTestSuites: number;
      }>(vitestReport);
      const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites } = report;
      // A file that does not load fails without a failed test.
      const broken = numFailedTests === 0 ? numFailedTestSuites : 0;
      return { passed: numPassedTests, failed: numFailedTests + numPendingTests + broken };
    },
  },
  { name: "demo CRM", command: "node", args: ["e2e/demo-crm/check.ts"] },
  { name: "build", command: "npm", args: ["run", "--silent", "build:e2e"] },
  { name: "Firefox lint", command: "node", args: ["scripts/lint-firefox.ts"] },
  ...RUNS.map((projects) => {
    const meant = projects.filter((project) => isMeant(`e2e: ${project}`));
    return e2e(meant.length > 0 ? meant : projects);
  }),
];

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const total: Count = { passed: 0, failed: 0 };
const lines: string[] = [];
for (const suite of suites) {
  if (only.length === 0 || isMeant(suite.name)) await report(suite);
}
console.log(`\n${lines.join("\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;

async function report(suite: Suite): Promise<void> {
  console.log(`\n=== ${suite.name}`);
  const startedAt = Date.now();
  const code = await run(suite);
  const { passed, failed } = countOf(suite, code);
  total.passed += passed;
  total.failed += failed;
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  lines.push(`${suite.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
}

function run({ command, args, env }: Suite): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: "inherit", env: { ...process.env, ...env } });
    child.on("error", (error) => {
      console.error(String(error));
      resolve(1);
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function countOf({ count, name }: Suite, code: number): Count {
  const byCode = code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  if (!count) return byCode;
  try {
    const counted = count();
    // A suite that failed without a failed test (it crashed at the end) has failed all the same.
    return code !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
  } catch (error) {
    console.error(`${name}: no report (${String(error)})`);
    return { passed: 0, failed: 1 };
  }
}

function readJson<T>(file: string): T {
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
