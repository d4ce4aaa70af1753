import { expect, test } from "./browser/test.ts";
import { Acknowledged, claims, sendBurst, type Claim } from "./durability/burst.ts";
import { claimLog, compare, expectWhole } from "./durability/claim-log.ts";
import { seeded } from "./durability/random.ts";
import { terminateWorker, workerLife } from "./durability/worker.ts";

/**
 * No word of the user is lost: what was acknowledged is in the database exactly once, whatever died in
 * between. A SIGKILL is not a power cut (the kernel still writes what it was given); that the data has
 * been synced by then is what `durability: "strict"` is for.
 */

const BURST = 200;

test("bursts of claims survive a worker that is terminated in their midst", async ({ chromium }) => {
  test.setTimeout(120_000);
  const random = seeded();
  const browser = await chromium();
  const panel = await browser.openSidePanel();
  const acknowledged = new Acknowledged();
  await acknowledged.listen(panel);
  const sent: Claim[] = [];
  const lives = new Set<number>();
  for (let burst = 1; burst <= 5; burst++) {
    const before = acknowledged.ids.size;
    const batch = claims(BURST, `burst ${burst}`, random);
    sent.push(...batch);
    const whole = sendBurst(panel, batch, random);
    for (let kill = 0; kill < 5; kill++) {
      await acknowledged.reached(before + kill * 40 + random.between(1, 38));
      lives.add(await workerLife(browser));
      expect(acknowledged.ids.size, "still in the midst").toBeLessThan(before + BURST);
      await terminateWorker(browser);
    }
    expect(await whole).toBe(true);
    expect(acknowledged.ids.size).toBe(before + BURST);
    expectWhole(await claimLog(panel), sent, acknowledged.ids);
  }
  expect(lives.size, "each termination ended a life").toBe(25);
  expect(acknowledged.refusals).toEqual([]);
  expect((await claimLog(panel)).length).toBe(5 * BURST);
  report(`seed ${random.seed}: ${lives.size} kills of the worker, ${sent.length} claims, none lost, none twice`);
});

test("bursts of claims survive a browser that is killed in their midst", async ({ chromium }) => {
  test.setTimeout(120_000);
  const random = seeded();
  const browser = await chromium();
  await browser.restart(); // the installation itself is on disk only then
  const acknowledged = new Acknowledged();
  const sent: Claim[] = [];
  let early = 0;
  const kills = 6;
  for (let burst = 1; burst <= kills; burst++) {
    const panel = await browser.openSidePanel();
    await acknowledged.listen(panel);
    const batch = claims(BURST, `burst ${burst}`, random);
    const before = acknowledged.ids.size;
    sent.push(...batch);
    const whole = sendBurst(panel, batch, random);
    await acknowledged.reached(before + random.between(1, BURST - 20));
    await browser.sigkill();
    expect(await whole).toBe(false);
    expect(acknowledged.ids.size).toBeLessThan(before + BURST);

    await browser.start();
    const reader = await browser.extensionPage("welcome.html");
    const log = await claimLog(reader);
    expectWhole(log, sent, acknowledged.ids);
    early += compare(log, sent, acknowledged.ids).early;
    await reader.close();
  }
  // What was not acknowledged is sent again, as the panel does when it comes back.
  const panel = await browser.openSidePanel();
  await acknowledged.listen(panel);
  const left = sent.filter(({ id }) => !acknowledged.ids.has(id));
  expect(await sendBurst(panel, left, random)).toBe(true);
  expectWhole(await claimLog(panel), sent, acknowledged.ids);
  expect(acknowledged.ids.size).toBe(sent.length);
  report(
    `seed ${random.seed}: ${kills} kills of the browser, ${sent.length} claims, ${left.length} sent again ` +
      `(${early} had been written before a kill took their answer), none lost, none twice`,
  );
});

function report(line: string): void {
  test.info().annotations.push({ type: "durability", description: line });
  console.log(line);
}
