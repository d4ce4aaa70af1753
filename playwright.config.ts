import { defineConfig } from "@playwright/test";

/** What is timed to the moment, or kills browsers and fills disks, has the machine for itself. */
const ALONE = "{capture,durability,panel,retention,storage-faults,torn-log}.chromium.spec.ts";

/**
 * End-to-end tests in real browsers, `e2e/*.spec.ts`. The name says where a file runs:
 * `*.firefox.spec.ts` in Firefox, `*.tryton.spec.ts` on a real Tryton (in both browsers),
 * `a11y` and `look` in the gallery, every other in Chromium on the demo CRM, two at a time or alone. They need the builds of `npm run build:e2e`.
 *
 * Tests start their browsers themselves, by the fixtures of `e2e/browser/test.ts`, which keep a
 * picture of the screen, the trace and the browser's log of a failed test in `test-results`.
 */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/e2e",
  workers: 2, // each has a screen, a mouse and a keyboard of its own; most machines that run them have two cores
  timeout: 90_000,
  expect: {
    timeout: 10_000,
    toHaveScreenshot: { pathTemplate: "{testDir}/look/pictures/{arg}{ext}" },
  },
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ["list"],
    [
      "json",
      { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ?? "test-results/reports/e2e.json" },
    ],
  ],
  projects: [
    {
      name: "chromium",
      testMatch: "*.spec.ts",
      testIgnore: ["*.firefox.spec.ts", "*.tryton.spec.ts", "{a11y,look}.chromium.spec.ts", ALONE],
    },
    { name: "alone", testMatch: ALONE, workers: 1 },
    // The looks of all that is drawn: no mouse and no keyboard.
    { name: "gallery", testMatch: "{a11y,look}.chromium.spec.ts" },
    { name: "firefox", testMatch: "*.firefox.spec.ts" },
    // One after the other: the first builds the database that all begin with.
    { name: "tryton", testMatch: "*.tryton.spec.ts", timeout: 180_000, workers: 1 },
  ],
});
