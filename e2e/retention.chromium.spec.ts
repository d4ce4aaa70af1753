import type { Page } from "@playwright/test";
import type { Chromium } from "./browser/chromium.ts";
import { IDS } from "./demo-crm/server.ts";
import { expect, open, test } from "./support/desk.ts";
import { heading, openPerson, roleChoice, statedTags } from "./support/panel.ts";

// A browser of its own: what other files left behind would be counted.
test.use({ setting: { lang: "en" } });

const MONTH = 30.5 * 24 * 3_600_000;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);

async function say(tab: Page, panel: Page, url: string, name: string): Promise<void> {
  await open(tab, url);
  await expect(heading(panel)).toHaveText(name);
  await openPerson(panel, "Chen Hao");
  await roleChoice(panel, "decision maker")
    .getByRole("radio", { name: "Yes", exact: true })
    .check();
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
}

/**
 * Lets the daily alarm come now, as the browser gives it: to a worker that does not run. Resolves when that worker
 * has done its work.
 */
async function alarm(desk: Chromium, page: Page): Promise<void> {
  const before = await nextAlarm(page);
  expect(before.periodInMinutes, "it comes every day").toBe(24 * 60);
  await page.evaluate(
    (again) =>
      (globalThis as never as Api).chrome.alarms.create("retention", {
        when: Date.now() + 500,
        periodInMinutes: again,
      }),
    before.periodInMinutes,
  );
  await desk.killWorker();
  const anHour = 3_600_000;
  await expect
    .poll(async () => (await nextAlarm(page)).scheduledTime - Date.now())
    .toBeGreaterThan(anHour);
  // Whoever asks for the lock now gets it when what the alarm began is over.
  await page.evaluate(() => navigator.locks.request("powermap.data", () => undefined));
}

const nextAlarm = (page: Page) =>
  page.evaluate(() => (globalThis as never as Api).chrome.alarms.get("retention"));

test("what was said of people goes when its time after the end is over, and the panel follows", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  const org = crm.org();
  // One ended thirty months ago; the other is open.
  org.get(IDS.phase1Won)!.fields.CloseDate = day(Date.now() - 30 * MONTH);
  const won = String(org.get(IDS.phase1Won)!.fields.Name);
  const other = String(org.get(IDS.phase2)!.fields.Name);
  await say(tab, panel, crm.url("opportunity", IDS.phase2), other);
  await say(tab, panel, crm.url("opportunity", IDS.phase1Won), won);

  const settings = await desk.extensionPage("options.html#data");
  const kept = settings.getByRole("combobox", { name: "Keep statements about people" });
  const data = settings.locator("#data");
  await expect(data).toContainText("Within a day: 1 statement");
  await kept.selectOption("for ever");
  await expect(data).toContainText("Nothing goes by itself.");
  await alarm(desk, settings);
  await tab.bringToFront();
  await panel.reload();
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);

  await settings.bringToFront();
  await kept.selectOption("2 years after the end");
  await expect(data).toContainText("Within a day: 1 statement");
  await tab.bringToFront();
  await panel.evaluate(() => Object.assign(globalThis, { sameAsBefore: true }));
  await alarm(desk, settings);
  await expect(statedTags(panel, "Chen Hao")).toHaveCount(0);
  expect(await panel.evaluate(() => "sameAsBefore" in globalThis)).toBe(true);
  await expect(heading(panel)).toHaveText(won);
  await expect(data).toContainText("Nothing is due");
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
  // Nothing is left to undo of what has gone, since its name names him: a panel that starts sees to that.
  await panel.reload();
  await expect.poll(() => undoable(panel)).toBe(1);
  await settings.close();
});

const undoable = (panel: Page) =>
  panel.evaluate(() => {
    const { done } = JSON.parse(localStorage.getItem("powermap.history") ?? "{}") as {
      done: unknown[];
    };
    return done.length;
  });

interface Api {
  chrome: {
    alarms: {
      get(name: string): Promise<{ scheduledTime: number; periodInMinutes: number }>;
      create(name: string, when: object): Promise<void>;
    };
  };
}
