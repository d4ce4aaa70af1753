import type { Page } from "@playwright/test";
import type { Chromium } from "./browser/chromium.ts";
import { IDS } from "./demo-crm/server.ts";
import { Acknowledged, claims, sendBurst, type Claim } from "./durability/burst.ts";
import { claimLog, compare, expectWhole } from "./durability/claim-log.ts";
import { seeded } from "./durability/random.ts";
import { expect, test } from "./durability/test.ts";
import { occupyWorker, terminateWorker, wakeWorker, workerLife } from "./durability/worker.ts";
import { open, refresh } from "./support/desk.ts";
import { heading, notice, openPerson, person, roleChoice, statedTags } from "./support/panel.ts";
import { toastIn } from "./support/toast.ts";

/**
 * No word of the user is lost: what was acknowledged is in the database exactly once, whatever died in
 * between. A SIGKILL is not a power cut (the kernel still writes what it was given); that the data has
 * been synced by then is what `durability: "strict"` is for.
 */

const BURST = 200;

test("bursts of claims survive a worker that is terminated in their midst", async ({
  chromium,
}) => {
  test.setTimeout(120_000);
  const random = seeded();
  const browser = await chromium();
  const panel = await browser.openSidePanel();
  const acknowledged = new Acknowledged();
  await acknowledged.listen(panel);
  const sent: Claim[] = [];
  const lives = new Set([await workerLife(browser)]);
  let bursts = 0;
  // A kill that comes too late, when all of a burst is acknowledged, does not count.
  for (let kills = 0; kills < 20; bursts++) {
    const before = acknowledged.ids.size;
    const batch = claims(BURST, `burst ${bursts}`, random);
    sent.push(...batch);
    const whole = sendBurst(panel, batch, random);
    for (let kill = 0; kill < 5; kill++) {
      await acknowledged.reached(before + kill * 30 + random.between(1, 30));
      const early = acknowledged.ids.size < before + BURST;
      await terminateWorker(browser);
      await wakeWorker(panel);
      const life = await workerLife(browser);
      expect(lives, "the worker was really terminated").not.toContain(life);
      lives.add(life);
      if (early) kills++;
    }
    expect(await whole).toBe(true);
    expect(acknowledged.ids.size).toBe(before + BURST);
    expectWhole(await claimLog(panel), sent, acknowledged.ids);
  }
  expect(acknowledged.refusals).toEqual([]);
  expect(await claimLog(panel)).toHaveLength(bursts * BURST);
  report(
    `seed ${random.seed}: ${lives.size - 1} kills of the worker, ${sent.length} claims in ${bursts} bursts, ` +
      "none lost, none twice",
  );
});

test("bursts of claims survive a browser that is killed in their midst", async ({ chromium }) => {
  test.setTimeout(120_000);
  const random = seeded();
  const browser = await chromium();
  await browser.restart(); // the installation itself is on disk only then
  const acknowledged = new Acknowledged();
  const sent: Claim[] = [];
  let early = 0;
  let kills = 0;
  for (let burst = 0; kills < 5; burst++) {
    const panel = await browser.openSidePanel();
    await acknowledged.listen(panel);
    const batch = claims(BURST, `burst ${burst}`, random);
    const before = acknowledged.ids.size;
    sent.push(...batch);
    const whole = sendBurst(panel, batch, random);
    await acknowledged.reached(before + random.between(1, BURST / 2));
    await browser.sigkill();
    if (!(await whole)) kills++; // else all of the burst was acknowledged before the kill

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
      `(of each burst some had been written before the kill took their answer: ${early} in all), ` +
      "none lost, none twice",
  );
});

test("a claim is acknowledged after a strict transaction has completed, not before", async ({
  chromium,
}) => {
  const browser = await chromium();
  const panel = await browser.openSidePanel();
  const acknowledged = new Acknowledged();
  await acknowledged.listen(panel);
  // A fresh life of the worker, which has not opened the database for the panel: Dexie keeps the functions
  // that it finds when it opens. A message of no name wakes it and touches nothing.
  await browser.killWorker();
  await panel.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
    };
    await chrome.runtime.sendMessage({ powermap: "nothing", data: {} }).catch(() => undefined);
  });
  const worker = await browser.worker();
  // Holds transactions that write claims open, by asking them one thing after the other.
  await worker.evaluate(() => {
    const held = { asked: 0, release: false, completed: [] as string[] };
    Object.assign(globalThis, { held });
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (...args) {
      const made = transaction.apply(this, args);
      if (made.mode !== "readwrite" || !made.objectStoreNames.contains("claims")) return made;
      made.addEventListener("complete", () => held.completed.push(made.durability));
      const ask = () => {
        held.asked += 1;
        if (!held.release) made.objectStore("claims").count().onsuccess = ask;
      };
      ask();
      return made;
    };
  });
  interface Held {
    held: { asked: number; release: boolean; completed: string[] };
  }
  const held = () => worker.evaluate(() => (globalThis as unknown as Held).held);
  const random = seeded();
  const sent = sendBurst(panel, claims(1, "one", random), random);
  // Long after all that the claim needs has been asked and answered.
  await expect.poll(async () => (await held()).asked).toBeGreaterThan(200);
  expect(acknowledged.ids.size).toBe(0);
  expect((await held()).completed).toEqual([]);
  await worker.evaluate(() => void ((globalThis as unknown as Held).held.release = true));
  expect(await sent).toBe(true);
  expect(acknowledged.ids.size).toBe(1);
  expect((await held()).completed).toEqual(["strict"]);
});

/** The claims about one person's role, as [role, holds], whatever else there is. */
const rolesIn = (log: readonly { says?: unknown }[]) =>
  log
    .map(({ says }) => says as { aspect?: string; role?: string; holds?: boolean } | undefined)
    .filter((says) => says?.aspect === "role")
    .map((says) => [says?.role, says?.holds]);

test("what the panel says is saved is there after a kill in that instant", async ({
  chromium,
  crm,
}) => {
  const browser = await chromium();
  await browser.restart();
  for (const [name, role] of [
    ["Chen Hao", "decision maker"],
    ["Zhao Min", "purchaser"],
  ] as const) {
    await open(await browser.page(), crm.url("opportunity", IDS.phase2));
    const panel = await browser.openSidePanel();
    await openPerson(panel, name);
    const { promise: saved, resolve } = Promise.withResolvers<void>();
    await panel.exposeFunction("saved", resolve);
    await panel.evaluate(() => {
      const { saved } = globalThis as unknown as { saved(): void };
      new MutationObserver((_, observer) => {
        if (!document.querySelector(".toast")?.textContent?.startsWith("Saved.")) return;
        observer.disconnect();
        saved();
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await roleChoice(panel, role).getByRole("radio", { name: "Yes" }).click();
    await saved;
    await browser.sigkill();

    await browser.start();
    await open(await browser.page(), crm.url("opportunity", IDS.phase2));
    const again = await browser.openSidePanel();
    await expect(statedTags(again, name)).toHaveText(role);
    await again.close();
  }
  const reader = await browser.extensionPage("welcome.html");
  expect(rolesIn(await claimLog(reader))).toHaveLength(2);
});

test("what a closed panel could not have acknowledged is sent when it comes back", async ({
  chromium,
  crm,
}) => {
  const browser = await chromium();
  const tab = await browser.page();
  await open(tab, crm.url("opportunity", IDS.phase2));
  const panel = await browser.openSidePanel();
  await openPerson(panel, "Chen Hao");
  await occupyWorker(browser);
  await roleChoice(panel, "decision maker").getByRole("radio", { name: "Yes" }).click();
  await roleChoice(panel, "user").getByRole("radio", { name: "No", exact: true }).click();
  await expect(notice(panel)).not.toContainText("Saved");
  await panel.close();
  await expect.poll(() => browser.sidePanel()).toBeUndefined();
  await terminateWorker(browser);
  const reader = await browser.extensionPage("welcome.html");
  expect(rolesIn(await claimLog(reader)), "nothing was written").toEqual([]);

  const again = await browser.openSidePanel();
  await expect
    .poll(async () => rolesIn(await claimLog(reader)))
    .toEqual([
      ["decision-maker", true],
      ["user", false],
    ]);
  await tab.bringToFront();
  await expect(statedTags(again, "Chen Hao")).toHaveText("decision maker");
  const outbox = () => Object.keys(localStorage).filter((key) => key.includes("outbox"));
  expect(await again.evaluate(outbox), "nothing is left to send").toEqual([]);
  await again.reload();
  await expect(statedTags(again, "Chen Hao")).toHaveText("decision maker");
  expect(rolesIn(await claimLog(reader))).toHaveLength(2);
});

test("a worker that dies over a claim costs nothing, and the panel shows it", async ({
  chromium,
  crm,
}) => {
  const random = seeded();
  const browser = await chromium();
  const tab = await browser.page();
  await open(tab, crm.url("opportunity", IDS.phase2));
  const panel = await browser.openSidePanel();
  await openPerson(panel, "Chen Hao");
  const roles = ["decision maker", "opinion leader", "user", "purchaser"];
  const said: unknown[] = [];
  for (const answer of ["Yes", "No", "Yes"]) {
    for (const role of roles) {
      const choice = roleChoice(panel, role);
      const clicked = choice.getByRole("radio", { name: answer, exact: true }).click();
      await new Promise((done) => setTimeout(done, random.between(0, 60))); // a random moment
      await terminateWorker(browser);
      await clicked;
      said.push([role.replace(" ", "-"), answer === "Yes"]);
      const label = `Saved. Chen Hao: ${answer === "Yes" ? "" : "not "}${role}`;
      await expect(notice(panel)).toContainText(label);
      // By what is believed, not by the button alone, which the click itself has set.
      const belief = panel.locator(".role-row").filter({ has: choice }).locator(".belief");
      await expect(belief).toHaveAttribute(
        "data-state",
        answer === "Yes" ? "stated" : /stated|contested|inferred/u,
      );
      await expect(choice.getByRole("radio", { name: answer, exact: true })).toBeChecked();
    }
  }
  expect(rolesIn(await claimLog(panel))).toEqual(said);
});

test("a new life of the worker knows all that the one before knew", async ({ chromium, crm }) => {
  const browser = await chromium();
  const tab = await browser.page();
  await open(tab, crm.url("opportunity", IDS.phase2));
  const panel = await browser.openSidePanel();
  await expect(heading(panel)).toHaveText("Plant-wide MES licence, phase 2");
  const kept = () =>
    panel.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: Extension };
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return {
        alarms: await chrome.alarms.getAll(),
        scripts: scripts.map(({ id, matches }) => ({ id, matches })),
        tabs: Object.keys(await chrome.storage.session.get(null)),
      };
    });
  const before = await kept();
  expect(before.alarms.map(({ name }) => name).toSorted()).toEqual(["retention", "upkeep"]);
  expect(before.scripts).toEqual([{ id: "crm", matches: ["http://127.0.0.1/*"] }]);
  expect(before.tabs).not.toEqual([]);

  await terminateWorker(browser);
  await browser.rightClick(tab.getByRole("link", { name: "Chen Hao" }).first());
  await browser.pickMenu(["Powermap", "Tag as decision maker"]);
  await toastIn(tab).says("Chen Hao: tagged as decision maker");
  await expect(statedTags(panel, "Chen Hao")).toHaveText("decision maker");
  expect(await kept(), "the alarm still comes when it was to come").toEqual(before);

  await terminateWorker(browser);
  await open(tab, crm.url("opportunity", IDS.service));
  await expect(heading(panel)).not.toHaveText("Plant-wide MES licence, phase 2");
  await expect(person(panel, "Zhou Jie")).toBeVisible();

  await terminateWorker(browser);
  await toastIn(tab).says(/^$/);
  await browser.rightClick(tab.getByRole("link", { name: "Li Wei" }).first());
  await browser.pickMenu(["Powermap", "Tag as user"]);
  await toastIn(tab).says("Li Wei: tagged as user");
  await terminateWorker(browser);
  await toastIn(tab).press("Undo");
  await toastIn(tab).says("Undone");

  await browser.restart();
  await open(await browser.page(), crm.url("opportunity", IDS.phase2));
  const reader = await browser.openSidePanel();
  await expect(statedTags(reader, "Chen Hao")).toHaveText("decision maker");
  const alarms = await reader.evaluate(() => {
    const { chrome } = globalThis as unknown as { chrome: Extension };
    return chrome.alarms.getAll();
  });
  const names = (all: typeof alarms) => all.map(({ name }) => name).toSorted();
  expect(names(alarms)).toEqual(names(before.alarms));
});

test("a script in the page that an update has cut off falls silent, and the new one takes over", async ({
  chromium,
  crm,
}) => {
  const browser = await chromium();
  const tab = await browser.page();
  await open(tab, crm.url("opportunity", IDS.phase2));
  const complaints = await listenForComplaints(tab);
  // Once the page is read, the menu is there too.
  const first = await browser.openSidePanel();
  await expect(person(first, "Chen Hao")).toBeVisible();
  await browser.rightClick(tab.getByRole("link", { name: "Chen Hao" }).first());
  await browser.pickMenu(["Powermap", "Tag as decision maker"]);
  await toastIn(tab).says("Chen Hao: tagged as decision maker");
  const loaded = await tab.evaluate(() => performance.timeOrigin);

  const life = await workerLife(browser);
  await reloadExtension(browser);
  await expect.poll(() => workerLife(browser)).not.toBe(life);
  const gone = { message: "the notice of the old one goes at once", timeout: 4_000 };
  await expect.poll(() => toastIn(tab).text(), gone).toBe("");

  // The page goes on changing under both.
  await refresh(tab);
  await tab.evaluate(
    (path) => (globalThis as unknown as Demo).demoNavigate(path),
    new URL(crm.url("opportunity", IDS.service)).pathname,
  );
  const panel = await browser.openSidePanel();
  await expect(person(panel, "Zhou Jie")).toBeVisible();
  await tab.evaluate(
    (path) => (globalThis as unknown as Demo).demoNavigate(path),
    new URL(crm.url("opportunity", IDS.phase2)).pathname,
  );
  await expect(statedTags(panel, "Chen Hao")).toHaveText("decision maker");
  await browser.rightClick(tab.getByRole("link", { name: "Li Wei" }).first());
  await browser.pickMenu(["Powermap", "Tag as user"]);
  await toastIn(tab).says("Li Wei: tagged as user");
  expect(rolesIn(await claimLog(panel))).toEqual([
    ["decision-maker", true],
    ["user", true],
  ]);
  expect(await tab.evaluate(() => performance.timeOrigin), "the page was never reloaded").toBe(
    loaded,
  );
  expect(complaints).toEqual([]);
});

interface Demo {
  demoNavigate(path: string): void;
}

/** The parts of the extension API that are asked for here. */
interface Extension {
  runtime: { reload(): void };
  alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]> };
  scripting: { getRegisteredContentScripts(): Promise<{ id: string; matches: string[] }[]> };
  storage: { session: { get(keys: null): Promise<Record<string, unknown>> } };
}

/** Does what the browser does to bring in an update; pages of the extension are closed by it. */
async function reloadExtension(browser: Chromium): Promise<void> {
  const worker = await browser.worker();
  await worker
    .evaluate(() => (globalThis as unknown as { chrome: Extension }).chrome.runtime.reload())
    .catch(() => undefined); // its world ends with it
}

/** Every error and warning in any world of the page, also those of content scripts. */
async function listenForComplaints(tab: Page): Promise<string[]> {
  const complaints: string[] = [];
  const session = await tab.context().newCDPSession(tab);
  session.on("Runtime.exceptionThrown", ({ exceptionDetails: { text, exception } }) =>
    complaints.push(exception?.description ?? text),
  );
  session.on("Runtime.consoleAPICalled", ({ type, args }) => {
    if (type === "error" || type === "warning")
      complaints.push(`${type} ${String(args[0]?.value)}`);
  });
  session.on("Log.entryAdded", ({ entry }) => {
    if (entry.level === "error" || entry.level === "warning") complaints.push(entry.text);
  });
  await session.send("Runtime.enable");
  await session.send("Log.enable");
  return complaints;
}

function report(line: string): void {
  test.info().annotations.push({ type: "durability", description: line });
  console.log(line);
}
