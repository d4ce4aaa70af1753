/**
 * Verifies in headless Chromium that the demo CRM shows what the Salesforce recipe relies on.
 *
 *   node e2e/demo-crm/check.ts
 */
import { chromium } from "@playwright/test";
import { BEHAVIOUR } from "./checks/behaviour.ts";
import { createKit } from "./checks/kit.ts";
import { PAGES } from "./checks/pages.ts";
import { startDemoCrm } from "./server.ts";

const crm = await startDemoCrm({ dataset: "all" });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-quic", ...crm.chromiumArgs],
});
const context = await browser.newContext({ viewport: { width: 880, height: 800 } });
const page = await context.newPage();
const errors: string[] = [];
page.on("pageerror", (error) => errors.push(error.message));
page.on("console", (message) => message.type() === "error" && errors.push(message.text()));

const kit = createKit(crm, page);
try {
  for (const run of [...PAGES, ...BEHAVIOUR]) {
    await run(kit).catch((error: Error) => kit.check(`${run.name}: ${error.message}`, false));
  }
  kit.same("no errors in the page", errors, []);
} finally {
  await browser.close();
  await crm.stop();
}
console.log(`${kit.result.passed} passed, ${kit.result.failed} failed`);
process.exitCode = kit.result.failed ? 1 : 0;
