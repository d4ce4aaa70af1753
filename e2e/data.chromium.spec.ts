import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { IDS } from "./demo-crm/server.ts";
import { expectAccessible, expectNoSidewaysScrolling } from "./support/checks.ts";
import { expect, open, test } from "./support/desk.ts";
import { heading, openPerson, person, roleChoice, statedTags, unfold } from "./support/panel.ts";
import type { Chromium } from "./browser/chromium.ts";

// A browser of its own: what other files left behind would be counted.
test.use({ setting: { lang: "en" } });

/** The user's data as a whole: out to a file, away, in again, and what is not let in. */

/** The Data section, in a browser that asks nothing when a file is saved: it goes to the downloads. */
async function openData(desk: Chromium, width = 1_000): Promise<Page> {
  const page = await desk.extensionPage("options.html#data");
  await page.setViewportSize({ width, height: 800 });
  await page.evaluate(() => {
    delete (globalThis as { showSaveFilePicker?: unknown }).showSaveFilePicker;
  });
  await expect(
    section(page).getByRole("button", { name: /^(Back up everything|备份全部数据)$/u }),
  ).toBeVisible();
  return page;
}
interface Extension {
  chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
}
const section = (page: Page) => page.locator("#data");
const choose = async (page: Page, name: string, content: Buffer | string) => {
  const buffer = typeof content === "string" ? Buffer.from(content) : content;
  const input = section(page).locator('input[type="file"]');
  await input.setInputFiles({ name, mimeType: "application/json", buffer });
};
const dialog = (page: Page) => page.getByRole("dialog");

/** How many rows each table has, asked of the database itself. */
const counts = (page: Page) =>
  page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("powermap");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = ["records", "links", "claims", "changes"];
    const transaction = database.transaction(names);
    const found = await Promise.all(
      names.map(
        (name) =>
          new Promise<number>((resolve) => {
            const request = transaction.objectStore(name).count();
            request.onsuccess = () => resolve(request.result);
          }),
      ),
    );
    database.close();
    return found;
  });

async function eraseEverything(page: Page): Promise<void> {
  await section(page).getByRole("button", { name: "Erase everything…" }).click();
  await dialog(page).getByRole("button", { name: "Erase for good" }).click();
}

async function say(tab: Page, panel: Page, url: string): Promise<void> {
  await open(tab, url);
  await openPerson(panel, "Chen Hao");
  await roleChoice(panel, "decision maker")
    .getByRole("radio", { name: "Yes", exact: true })
    .check();
  await roleChoice(panel, "Stance").getByRole("radio", { name: "supporter", exact: true }).check();
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
}

/** What was typed and not said yet. */
const drafts = (page: Page) =>
  page.evaluate(async () => {
    const { storage } = (globalThis as never as { chrome: { storage: ChromeStorage } }).chrome;
    const all = await storage.local.get(null);
    return Object.keys(all).filter((name) => name.startsWith("draft:"));
  });

/** What lies beside the databases, for this run of the browser and for good, as one text. */
const besides = (page: Page) =>
  page.evaluate(async () => {
    const { storage } = (globalThis as never as { chrome: { storage: ChromeStorage } }).chrome;
    return JSON.stringify(await Promise.all([storage.local.get(null), storage.session.get(null)]));
  });

/** Presses a button that saves a file of this kind among the downloads, and gives the file. */
async function save(desk: Chromium, page: Page, button: string, kind: string): Promise<Buffer> {
  const folder = test.info().outputPath(`downloads-${button.replaceAll(/\W/gu, "")}`);
  const session = await desk.context.browser()!.newBrowserCDPSession();
  await session.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder });
  await section(page).getByRole("button", { name: button }).click();
  await expect(section(page)).toContainText("Saved: powermap-");
  const saved = () =>
    (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith(kind));
  await expect.poll(saved).toHaveLength(1);
  await session.detach();
  return readFileSync(join(folder, saved()[0]!));
}

/** Saves everything among the downloads, and gives the file. */
const backUp = async (desk: Chromium, page: Page) =>
  (await save(desk, page, "Back up everything", ".json")).toString("utf8");

test("what is saved, erased and brought in again is the same panel", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await say(tab, panel, crm.url("opportunity", IDS.phase2));
  const before = await panel.locator(".people").innerText();
  const page = await openData(desk);
  const stored = await counts(page);
  await expect(section(page)).toContainText("There is no backup yet.");
  await page.screenshot({ path: "test-results/data-full.png", fullPage: true });

  const file = await backUp(desk, page);
  expect(JSON.parse(file)).toMatchObject({ format: "powermap", version: 3 });
  await expect(section(page)).toContainText("Last backup: just now. Nothing was said since.");

  await section(page).getByRole("button", { name: "Erase everything…" }).click();
  await expect(dialog(page)).toContainText("This goes:");
  await page.screenshot({ path: "test-results/data-erase.png" });
  await expectAccessible(page);
  await expect(dialog(page).getByRole("button", { name: "Cancel" })).toBeFocused();
  await page.keyboard.press("Escape");
  expect(await counts(page)).toEqual(stored);
  await eraseEverything(page);
  await expect(section(page)).toContainText("Everything is erased.");
  await expect(section(page)).toContainText("Nothing is stored yet.");
  expect(await counts(page)).toEqual([0, 0, 0, 0]);

  await choose(page, "backup.json", file);
  const preview = section(page).getByRole("region", { name: "What backup.json brings" });
  await expect(preview).toContainText("Chen Hao");
  await page.screenshot({ path: "test-results/data-preview.png", fullPage: true });
  await preview.getByRole("button", { name: "Bring it in" }).click();
  await expect(section(page)).toContainText("Brought in: 2 statements");
  expect(await counts(page)).toEqual(stored);
  await tab.bringToFront();
  await expect(heading(panel)).toHaveText("Plant-wide MES licence, phase 2");
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
  await expect.poll(() => panel.locator(".people").innerText()).toBe(before);

  await page.bringToFront();
  // Once more brings nothing; zipped it is the same.
  await choose(page, "backup.zip", Buffer.from(zipSync({ "backup.json": strToU8(file) })));
  await expect(section(page)).toContainText("Nothing in this file is new here.");
  await page.close();
});

test("what was erased while its page is open is read again when that is wanted", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await say(tab, panel, crm.url("opportunity", IDS.phase2));
  const page = await openData(desk);
  await eraseEverything(page);
  await expect(section(page)).toContainText("Everything is erased.");
  await page.close();
  await tab.bringToFront();
  await expect(
    panel.getByText("Nothing is kept of this record any more.", { exact: false }),
  ).toBeVisible();
  await panel.getByRole("button", { name: "Read it again" }).click();
  await expect(heading(panel)).toHaveText("Plant-wide MES licence, phase 2");
  await expect(person(panel, "Chen Hao")).toBeVisible();
  await expect(statedTags(panel, "Chen Hao")).toHaveCount(0);
});

test("tables go out and come in again unchanged, and one CRM’s data is erased by itself", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  const org = crm.org();
  org.get(IDS.phase2)!.fields.Name = '=HYPERLINK("https://evil.example")';
  await say(tab, panel, crm.url("opportunity", IDS.phase2));
  const page = await openData(desk);
  const stored = await counts(page);
  const people = (await save(desk, page, "People (.csv)", ".csv")).toString("utf8");
  expect(people).toContain("Chen Hao");
  const statements = (await save(desk, page, "Statements (.csv)", ".csv")).toString("utf8");
  expect(statements).toContain("decision-maker");
  // Nothing of it is a formula where a cell begins.
  expect(statements).not.toMatch(/(?:^|[,"])=HYPERLINK/mu);
  const sheets = unzipSync(await save(desk, page, "Excel (.xlsx)", ".xlsx"));
  expect(strFromU8(sheets["xl/workbook.xml"]!)).toMatch(/name="People".*name="Statements"/su);

  for (const [name, table] of Object.entries({ people, statements })) {
    await choose(page, `${name}.csv`, table);
    await expect(section(page)).toContainText("Nothing in this file is new here.");
  }
  expect(await counts(page)).toEqual(stored);

  await page.evaluate(() =>
    (globalThis as never as Extension).chrome.runtime.sendMessage({
      powermap: "sample.add",
      data: { locale: "en" },
    }),
  );
  await section(page).getByRole("button", { name: "Erase Sample account…" }).click();
  await expect(dialog(page)).toContainText("Erase everything of Sample account?");
  await dialog(page).getByRole("button", { name: "Erase for good" }).click();
  await expect(section(page)).toContainText("Erased: Sample account.");
  expect(await counts(page)).toEqual(stored);
  await page.close();
});

test("a snapshot puts back what was there before a file was brought in", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await say(tab, panel, crm.url("opportunity", IDS.phase2));
  const page = await openData(desk);
  const first = await backUp(desk, page);
  const [, , claims = 0] = await counts(page);
  // The same of another organisation and under other ids, so that there is something to bring.
  const other = first
    .replaceAll(/salesforce:127\.0\.0\.1[^:]*:/gu, "salesforce:elsewhere:")
    .replaceAll(/"id":"(.{14})7.../gu, '"id":"$17000');
  await choose(page, "other.json", other);
  await section(page).getByRole("button", { name: "Bring it in" }).click();
  await expect(section(page)).toContainText(`Brought in: ${claims} statements`);
  expect((await counts(page))[2]).toBe(2 * claims);
  await section(page)
    .getByRole("button", { name: /^Put back the snapshot of/u })
    .first()
    .click();
  await page.screenshot({ path: "test-results/data-restore.png" });
  await dialog(page).getByRole("button", { name: "Put back" }).click();
  await expect(section(page)).toContainText("Put back.");
  expect((await counts(page))[2]).toBe(claims);
  await page.close();
});

test("a person is erased everywhere, and the rest stays", async ({ crm, tab, panel, desk }) => {
  // The tests before left a Chen Hao of another CRM.
  await panel.evaluate(() =>
    (globalThis as never as Extension).chrome.runtime.sendMessage({
      powermap: "data.erase",
      data: { of: { kind: "all" } },
    }),
  );
  await say(tab, panel, crm.url("opportunity", IDS.phase2));
  await openPerson(panel, "Li Wei");
  await unfold(panel, "Notes");
  const note = panel.getByRole("textbox", { name: "Note" });
  await note.fill("Does nothing without Chen Hao");
  await note.press("Control+Enter");
  await expect(note).toHaveValue("");
  await note.fill("ask chen hao first");
  await expect.poll(() => drafts(panel)).toHaveLength(1);
  // The next step of what the popup's list begins with is about him.
  await expect.poll(() => besides(panel)).toContain("Chen Hao");
  const page = await openData(desk);
  await section(page).getByLabel("Name").fill("chen hao");
  await section(page).getByRole("button", { name: "Erase Chen Hao…" }).first().click();
  await expect(dialog(page)).toContainText("Erase Chen Hao?");
  const told = dialog(page).getByRole("checkbox", {
    name: "Li Wei: “Does nothing without Chen Hao”",
  });
  await expect(told).toBeChecked();
  await expectAccessible(page);
  await page.screenshot({ path: "test-results/data-person.png" });
  await page.setViewportSize({ width: 320, height: 700 });
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoSidewaysScrolling(page);
  await page.screenshot({ path: "test-results/data-person-320.png" });
  await dialog(page).getByRole("button", { name: "Erase for good" }).click();
  await expect(section(page)).toContainText("Erased: Chen Hao.");
  await expect.poll(() => drafts(panel)).toEqual([]);
  await tab.bringToFront();
  await expect(note).toHaveValue("");
  await expect(panel.getByText("Does nothing without")).toHaveCount(0);
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(person(panel, "Chen Hao")).toHaveCount(0);
  await expect(person(panel, "Li Wei")).toHaveCount(1);
  await expect.poll(() => besides(panel)).not.toMatch(/chen hao/i);
  await page.close();
});

test("hostile files are refused with a reason, and nothing changes", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  test.slow();
  await say(tab, panel, crm.url("opportunity", IDS.phase2));
  const page = await openData(desk);
  const file = await backUp(desk, page);
  const before = await counts(page);
  const bomb = Buffer.from(zipSync({ "a.json": new Uint8Array(60_000_000) }, { level: 9 }));
  const refused: [string, Buffer | string, RegExp][] = [
    ["cut.json", file.slice(0, -100), /damaged or was cut off/u],
    ["newer.json", file.replace('"version":3', '"version":4'), /newer Powermap/u],
    ["bomb.zip", bomb, /archive cannot be used/u],
    [
      "proto.json",
      file.replace('"by":"me"', '"by":"me","__proto__":{"a":1}'),
      /Place: statements/u,
    ],
    [
      "mixed.json",
      file.replace(/"about":"salesforce:[^:]*/u, '"about":"salesforce:evil'),
      /Place/u,
    ],
    ["types.json", file.replace('"markers":[]', '"markers":{}'), /Place: records/u],
    ["deep.json", `{"format":"powermap","x":${"[".repeat(1_000_000)}`, /not a file of Powermap/u],
    ["picture.json", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]), /not a file of Powermap/u],
  ];
  for (const [name, content, reason] of refused) {
    await choose(page, name, content);
    const alert = section(page).getByRole("alert");
    await expect(alert).toContainText(`${name} was not brought in. Nothing has changed.`);
    await expect(alert).toContainText(reason);
    if (name === "proto.json") {
      await expectAccessible(page);
      await page.screenshot({ path: "test-results/data-refused.png", fullPage: true });
    }
  }
  // Made in the page: 50 MB would take a minute on their way to it.
  await section(page)
    .locator('input[type="file"]')
    .evaluate((input: HTMLInputElement) => {
      const files = new DataTransfer();
      files.items.add(new File([new Uint8Array(50_000_000).fill(0x5b)], "huge.json"));
      input.files = files.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
  await expect(section(page).getByRole("alert")).toContainText("huge.json was not brought in");
  expect(await counts(page)).toEqual(before);
  await tab.bringToFront();
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
  await page.close();
});

test("a picked file is written by itself after changes", async ({ crm, tab, panel, desk }) => {
  await say(tab, panel, crm.url("opportunity", IDS.phase2));
  const page = await desk.extensionPage("options.html#data");
  // The browser's own dialog cannot be answered here; the file is a real one, of the origin's own folder.
  await page.evaluate(() => {
    Object.assign(globalThis, {
      showSaveFilePicker: async () =>
        (await navigator.storage.getDirectory()).getFileHandle("mine.json", { create: true }),
    });
  });
  const written = () =>
    page.evaluate(async () => {
      const folder = await navigator.storage.getDirectory();
      return (await (await folder.getFileHandle("mine.json")).getFile()).text();
    });
  await section(page).getByRole("button", { name: "Pick a file…" }).click();
  await expect(section(page)).toContainText("mine.json is kept up to date.");
  await expect
    .poll(async () => JSON.parse((await written()) || "{}"))
    .toMatchObject({ format: "powermap" });
  // Another change, after the last backup has become ten minutes old.
  await page.evaluate(async () => {
    const { storage } = (globalThis as never as { chrome: { storage: ChromeStorage } }).chrome;
    const { lastBackup } = await storage.local.get("lastBackup");
    await storage.local.set({ lastBackup: { ...lastBackup, at: Date.now() - 3_600_000 } });
  });
  await tab.bringToFront();
  await openPerson(panel, "Li Wei");
  await roleChoice(panel, "purchaser").getByRole("radio", { name: "Yes", exact: true }).check();
  await expect.poll(written, { timeout: 20_000 }).toContain('"purchaser"');
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await page.bringToFront();
  await page.reload();
  await expect(section(page)).toContainText("mine.json is kept up to date.");

  // What is erased here stays in the file until the user says otherwise.
  await eraseEverything(page);
  await expect(section(page)).toContainText("So that nothing is lost, it is not written");
  await tab.bringToFront();
  await say(tab, panel, crm.url("opportunity", IDS.phase2));
  // Longer than the wait after a change where there was no backup before.
  await page.waitForTimeout(7_000);
  expect(await written()).toContain('"purchaser"');
  await page.bringToFront();
  await expectAccessible(page);
  await section(page).screenshot({ path: "test-results/data-held.png" });
  await section(page).getByRole("button", { name: "Write it anyway" }).click();
  await expect(section(page)).toContainText("mine.json is kept up to date.");
  expect(await written()).not.toContain('"purchaser"');
  await section(page).getByRole("button", { name: "Stop" }).click();
  await expect(section(page).getByRole("button", { name: "Pick a file…" })).toBeVisible();
  await page.close();
});

test("what is copied for a bug report names nobody", async ({ crm, tab, panel, desk }) => {
  await say(tab, panel, crm.url("opportunity", IDS.phase2));
  const page = await openData(desk);
  await section(page).getByText("Show what it says").click();
  const told = section(page).locator("pre");
  await expect(told).toContainText("Powermap 0.");
  await expect(told).toContainText("salesforce opportunity: read");
  const text = await told.innerText();
  expect(text).not.toMatch(/Chen|Huadong|MES|127\.0\.0\.1|phase/u);
  await page.close();
});

test("in Chinese and at 320 pixels nothing is cut, and axe finds nothing", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await say(tab, panel, crm.url("opportunity", IDS.phase2));
  for (const [locale, scheme] of [
    ["zh_CN", "light"],
    ["en", "dark"],
  ] as const) {
    const page = await openData(desk, 320);
    await page.emulateMedia({ colorScheme: scheme });
    await page.evaluate(async (locale) => {
      const { storage } = (globalThis as never as { chrome: { storage: ChromeStorage } }).chrome;
      await storage.local.set({ locale });
    }, locale);
    await expect(section(page).getByRole("heading", { level: 3 }).first()).toHaveText(
      locale === "en" ? "Backup" : "备份",
    );
    await expectNoSidewaysScrolling(page);
    await expectAccessible(page);
    if (locale === "zh_CN")
      expect(await section(page).innerText()).not.toMatch(/Backup|Erase|statement/u);
    await section(page).screenshot({ path: `test-results/data-320-${locale}.png` });
    await page.close();
  }
});

interface ChromeStorage {
  local: {
    get(name: string | null): Promise<Record<string, object>>;
    set(values: object): Promise<void>;
  };
  session: { get(name: null): Promise<object> };
}
