import { appendFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Chromium } from "./browser/chromium.ts";
import { IDS } from "./demo-crm/server.ts";
import { claimLog } from "./durability/claim-log.ts";
import { databaseFolder } from "./durability/disk.ts";
import { expect, test } from "./durability/test.ts";
import { open } from "./support/desk.ts";
import { notice, openPerson, roleChoice, statedTags } from "./support/panel.ts";

test("what a crash has torn at the end of the log costs nothing that was acknowledged", async ({
  chromium,
  crm,
}) => {
  const browser = await chromium();
  await browser.restart(); // the installation itself is on disk only then
  await say(browser, crm.url("opportunity", IDS.phase2), "Li Wei", "opinion leader");
  await browser.sigkill();
  tear(databaseFolder(browser));

  await browser.start();
  await say(browser, crm.url("opportunity", IDS.phase2), "Chen Hao", "decision maker");
  // Each start reads the log anew, and goes on with it.
  for (let start = 0; start < 2; start++) {
    await browser.restart();
    const reader = await browser.extensionPage("welcome.html");
    expect(await claimLog(reader)).toHaveLength(2);
    await reader.close();
  }
});

/** Says in the panel that somebody holds a role, until that is acknowledged. */
async function say(browser: Chromium, url: string, name: string, role: string): Promise<void> {
  await open(await browser.page(), url);
  const panel = await browser.openSidePanel();
  await openPerson(panel, name);
  await roleChoice(panel, role).getByRole("radio", { name: "Yes" }).click();
  await expect(notice(panel)).toContainText(`Saved. ${name}: ${role}`);
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(statedTags(panel, name)).toHaveText(role);
}

/** LevelDB's log is made of blocks; a record has a checksum, its length and its kind before it (doc/log_format.md). */
const BLOCK = 32_768;
const HEADER = 7;
const WHOLE_RECORD = 1;

/** Leaves the log as a crash does in the midst of a write: with the beginning of a record at its end. */
function tear(folder: string): void {
  const logs = readdirSync(folder).filter((name) => name.endsWith(".log"));
  expect(logs).toHaveLength(1);
  const log = join(folder, logs[0]!);
  const room = BLOCK - (statSync(log).size % BLOCK) - HEADER;
  const length = Math.min(room, 500);
  expect(length).toBeGreaterThan(20);
  const record = Buffer.alloc(HEADER + length, 0x5a);
  record.writeUInt16LE(length, 4);
  record.writeUInt8(WHOLE_RECORD, 6);
  appendFileSync(log, record.subarray(0, HEADER + length / 2));
}
