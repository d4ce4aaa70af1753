/** The harness keeps its word: what the other tests rely on is shown here with the real extension. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { builds, expect, test } from "./browser/test.ts";
import { IDS, startDemoCrm, type DemoCrm } from "./demo-crm/server.ts";

let crm: DemoCrm;
test.beforeAll(async () => {
  crm = await startDemoCrm();
});
test.afterAll(() => crm.stop());

const started = () => (globalThis as { started?: number }).started;

test("a killed worker loses its memory and comes back", async ({ chromium }) => {
  const browser = await chromium();
  const worker = await browser.worker();
  await worker.evaluate(() => Object.assign(globalThis, { started: 1 }));
  expect(await worker.evaluate(started)).toBe(1);
  await browser.killWorker();
  // Any event wakes it; here one of a page of the CRM that reports itself.
  const page = await browser.page();
  await page.goto(crm.url("opportunity", IDS.phase2));
  expect(await (await browser.worker()).evaluate(started)).toBeUndefined();
});

test("a restart finds the extension installed, not installed anew", async ({ chromium }) => {
  const browser = await chromium();
  const before = browser.extensionId;
  expect(browser.context.pages().map((page) => page.url())).toContain(browser.url("welcome.html"));
  await expect(browser.sigkill()).rejects.toThrow("restart() first");
  await browser.restart();
  const panel = await browser.openSidePanel();
  expect(new URL(panel.url()).host).toBe(before);
  // Chromium writes the menu down some seconds after it was made again.
  await expect.poll(() => browser.registeredMenu()[0]?.title, { timeout: 20_000 }).toBe("Powermap");
  // `onInstalled` would have opened the welcome page again.
  expect(browser.context.pages().map((page) => page.url())).not.toContain(
    browser.url("welcome.html"),
  );
});

test("storage written before a SIGKILL is there after it", async ({ chromium }) => {
  const browser = await chromium();
  await browser.restart();
  const page = await browser.extensionPage("popup.html");
  await page.evaluate(async () => {
    const { chrome } = globalThis as never as { chrome: { storage: { local: Area } } };
    await chrome.storage.local.set({ survives: "yes" });
  });
  await browser.sigkill();
  await browser.start();
  const again = await browser.extensionPage("popup.html");
  const kept = await again.evaluate(async () => {
    const { chrome } = globalThis as never as { chrome: { storage: { local: Area } } };
    return chrome.storage.local.get("survives");
  });
  expect(kept).toEqual({ survives: "yes" });
});

test("the native menu is really used, and an unknown entry is an error", async ({ chromium }) => {
  const browser = await chromium();
  const page = await browser.page();
  await page.goto(crm.url("opportunity", IDS.phase2));
  const contact = page.locator(`a[href*="${IDS.chenHao}"]`).filter({ visible: true }).first();
  await contact.waitFor();
  await browser.rightClick(contact);
  await expect(browser.pickMenu(["Powermap", "Tag as emperor"])).rejects.toThrow(
    /No entry "Tag as emperor".*Tag as decision maker/,
  );
});

test("the real permission prompt is denied and allowed", async ({ chromium }) => {
  const browser = await chromium({ extension: builds.chromiumAsShipped });
  const page = await browser.extensionPage("welcome.html");
  const origin = "http://crm.example/*";
  await askByButton(page, origin);
  const button = page.getByRole("button", { name: "harness asks" });
  await browser.denyPermission(button);
  expect(await hasOrigin(page, origin)).toBe(false);
  await browser.allowPermission(button);
  expect(await hasOrigin(page, origin)).toBe(true);
});

test("language and colour scheme are the browser's own", async ({ chromium }) => {
  const browser = await chromium({ lang: "zh-CN", dark: true });
  const page = await browser.page();
  await page.goto(crm.url("opportunity", IDS.phase2));
  const seen = await page.evaluate(() => ({
    lang: navigator.language,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
  }));
  expect(seen).toEqual({ lang: "zh-CN", dark: true });
});

test("nothing is left running after close", async ({ chromium }) => {
  const browser = await chromium();
  const { pid, profile } = browser;
  expect(readFileSync(`/proc/${pid}/cmdline`, "utf8")).toContain(profile);
  await browser.close();
  expect(execFileSync("ps", ["-eo", "args"], { encoding: "utf8" })).not.toContain(profile);
});

interface Area {
  set(values: object): Promise<void>;
  get(key: string): Promise<object>;
}

interface Permissions {
  request(what: { origins: string[] }): Promise<boolean>;
  contains(what: { origins: string[] }): Promise<boolean>;
}

/** Adds a button that asks for an origin, to have one whatever the welcome page looks like. */
async function askByButton(page: Page, origin: string): Promise<void> {
  await page.evaluate((origin) => {
    const { chrome } = globalThis as never as { chrome: { permissions: Permissions } };
    const button = document.createElement("button");
    button.textContent = "harness asks";
    button.style.cssText = "position: fixed; inset: 8px auto auto 8px; z-index: 9";
    button.addEventListener("click", () => void chrome.permissions.request({ origins: [origin] }));
    document.body.append(button);
  }, origin);
}

function hasOrigin(page: Page, origin: string): Promise<boolean> {
  return page.evaluate((origin) => {
    const { chrome } = globalThis as never as { chrome: { permissions: Permissions } };
    return chrome.permissions.contains({ origins: [origin] });
  }, origin);
}
