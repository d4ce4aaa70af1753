import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "@playwright/test";
import type { Chromium } from "./browser/chromium.ts";
import { builds, expect, test } from "./browser/test.ts";
import { IDS, startDemoCrm } from "./demo-crm/server.ts";
import { complete, open, refresh } from "./support/desk.ts";
import { heading, person, statedTags } from "./support/panel.ts";

/** The build that users get, which may read nothing until they allow it in the browser's own prompt. */
const asShipped = { extension: builds.chromiumAsShipped };

const deal = "Plant-wide MES licence, phase 2";
const crmAddress = "http://127.0.0.1";

test("a CRM is allowed by the real prompt, read at once, and silent when access is taken back", async ({
  chromium,
}) => {
  const crm = await startDemoCrm();
  const browser = await chromium(asShipped);
  const welcome = welcomeOf(browser);
  await expect(heading(welcome)).toHaveText("See who really decides");
  await chooseCrm(welcome);
  const allowed = () =>
    welcome.evaluate(() => (globalThis as never as Permissions).chrome.permissions.getAll());
  expect((await allowed()).origins).toEqual([]);

  // The CRM is open before anything is allowed: nothing is read there, and there is no menu.
  const tab = await browser.context.newPage();
  await open(tab, crm.url("opportunity", IDS.phase2));
  const panel = await browser.openSidePanel();
  await expect(heading(panel)).toHaveText("Nothing to read here");
  await expect(panel.getByText("Powermap may not read any site yet.")).toBeVisible();
  expect(browser.registeredMenu()).toEqual([]);

  const address = welcome.getByRole("textbox", { name: "Address of your CRM" });
  const allow = welcome.locator("form").getByRole("button", { name: "Allow" });
  await welcome.bringToFront();
  await address.fill(`${crm.origin}/lightning/page/home`);
  await browser.denyPermission(allow);
  await expect(welcome.getByText("Not allowed, and nothing is read.")).toBeVisible();
  expect((await allowed()).origins).toEqual([]);

  await browser.allowPermission(allow, { screenshot: "test-results/permission-prompt.png" });
  await expect(
    welcome.getByText(`Allowed: Powermap reads Salesforce or Tryton at ${crmAddress} from now on.`),
  ).toBeVisible();
  expect((await allowed()).origins).toEqual([`${crmAddress}/*`]);

  // The tab that was open all the time is read, without a reload.
  await tab.bringToFront();
  await expect(heading(panel)).toHaveText(deal);
  await expect(person(panel, "Chen Hao")).toBeVisible();
  await expect.poll(() => browser.registeredMenu().map(({ title }) => title)).toContain("Powermap");

  await welcome.bringToFront();
  await welcome.getByRole("button", { name: `Remove access to ${crmAddress}` }).click();
  await welcome.getByRole("button", { name: "Remove access", exact: true }).click();
  await expect(welcome.getByText(`Powermap no longer reads ${crmAddress}.`)).toBeVisible();
  expect((await allowed()).origins).toEqual([]);
  await tab.bringToFront();
  await expect(heading(panel)).toHaveText("Nothing to read here");
  await expect.poll(() => browser.registeredMenu()).toEqual([]);

  // What the CRM shows from now on is not read, in the open tab nor after a reload.
  crm.org().get(IDS.phase2)!.fields.Name = "Nobody may read this";
  await refresh(tab);
  await expect(tab.getByText("Nobody may read this").first()).toBeVisible();
  await tab.reload();
  await complete(tab);
  await expect(heading(panel)).toHaveText("Nothing to read here");
  const recent = panel.getByRole("listitem");
  await expect(recent).toContainText([deal]);
  await crm.stop();
});

test("where nothing may be read, the panel itself offers the CRMs that it knows", async ({
  chromium,
}) => {
  const crm = await startDemoCrm();
  const browser = await chromium({ ...asShipped, flags: crm.chromiumArgs });
  const tab = await browser.context.newPage();
  await open(tab, crm.url("opportunity", IDS.phase2, "acme"));
  const panel = await browser.openSidePanel();
  await expect(heading(panel)).toHaveText("Nothing to read here");
  const allow = panel.getByRole("button", { name: "Allow reading Salesforce" });
  // After the prompt the browser gives the focus to the page, and not back to the panel.
  const answer = async (...keys: string[]) => {
    await browser.click(allow);
    await expect.poll(() => panel.evaluate(() => document.hasFocus())).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 800)); // it ignores input against double clicks
    await browser.display.keys(...keys);
  };
  await answer("Return"); // Deny has the focus
  await expect(panel.getByText("Not allowed, and nothing is read.")).toBeVisible();
  await answer("Tab", "Return");
  await expect(heading(panel)).toHaveText(deal);
  await expect(person(panel, "Chen Hao")).toBeVisible();

  // A site that is closed to us: the step of the welcome page where others are chosen is one click away.
  await tab.goto("http://127.0.0.1:9/").catch(() => {});
  await expect(heading(panel)).toHaveText("Nothing to read here");
  const opened = browser.context.waitForEvent("page");
  await panel.getByRole("button", { name: "Another CRM or address…" }).click();
  await expect(heading(await opened)).toHaveText("Choose your CRM");
  await crm.stop();
});

test("the popup offers to read the CRM in the tab, and asks for no more than that one", async ({
  chromium,
}) => {
  const crm = await startDemoCrm();
  const browser = await chromium({ ...asShipped, flags: crm.chromiumArgs });
  const tab = await browser.context.newPage();
  const url = crm.url("opportunity", IDS.phase2, "acme");
  await open(tab, url);
  const offer = async () => {
    const popup = await browser.openPopup();
    return popup.getByRole("button", { name: "Read this CRM" });
  };
  // The prompt takes the focus, and with it the popup goes.
  const answer = async (...keys: string[]) => {
    const ask = await offer();
    await browser.click(ask);
    await expect.poll(() => ask.page().isClosed()).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 800)); // it ignores input against double clicks
    await browser.screenshot("test-results/popup-prompt.png");
    await browser.display.keys(...keys);
  };
  await answer("Return"); // Deny has the focus
  await answer("Tab", "Return");
  const panel = await browser.openSidePanel();
  await expect(heading(panel)).toHaveText(deal);
  const allowed = panel.evaluate(() =>
    (globalThis as never as Permissions).chrome.permissions.getAll(),
  );
  expect((await allowed).origins).toEqual(["https://acme.lightning.force.com/*"]);
  await crm.stop();
});

test("two organisations with the same record ids never mix", async ({ chromium }) => {
  const crm = await startDemoCrm();
  const browser = await chromium({ ...asShipped, flags: crm.chromiumArgs });
  const welcome = welcomeOf(browser);
  await welcome.bringToFront();
  await chooseCrm(welcome);
  await browser.allowPermission(welcome.getByRole("button", { name: "Allow reading Salesforce" }));
  await expect(welcome.getByText("Allowed: Powermap reads Salesforce from now on.")).toBeVisible();

  const tab = await browser.context.newPage();
  await open(tab, crm.url("opportunity", IDS.phase2, "acme"));
  const panel = await browser.openSidePanel();
  await expect(heading(panel)).toHaveText(deal);
  await browser.rightClick(tab.getByRole("link", { name: "Chen Hao" }).first());
  await browser.pickMenu(["Powermap", "Tag as decision maker"]);
  await expect(statedTags(panel, "Chen Hao")).toHaveText("decision maker");

  // The same id, in the same role: another deal with another company.
  const second = await browser.context.newPage();
  await open(second, crm.url("opportunity", IDS.phase2, "globex"));
  await expect(heading(panel)).toHaveText("Retrofit Halle 7");
  await expect(person(panel, "Jonas Keller")).toBeVisible();
  await expect(panel.locator('.tag[data-state="stated"]')).toHaveCount(0);
  await expect(panel.locator("main")).not.toContainText("Chen Hao");
  await browser.rightClick(second.getByRole("link", { name: "Petra Vogt" }).first());
  await browser.pickMenu(["Powermap", "Tag as purchaser"]);
  await expect(statedTags(panel, "Petra Vogt")).toHaveText("purchaser");

  await tab.bringToFront();
  await expect(heading(panel)).toHaveText(deal);
  await expect(statedTags(panel, "Li Wei")).toHaveCount(0);
  await expect(statedTags(panel, "Chen Hao")).toHaveText("decision maker");
  await open(tab, crm.url("account", IDS.account, "acme"));
  await expect(heading(panel)).toHaveText("Huadong Manufacturing Group");
  await expect(panel.locator("main")).not.toContainText(/Keller|Vogt|Retrofit/);

  const popup = await browser.openPopup();
  const accounts = popup.getByRole("listbox").getByRole("group");
  await expect(accounts).toHaveCount(2);
  await expect(popup.getByRole("group", { name: "Huadong Manufacturing Group" })).toContainText(
    "acme",
  );
  await expect(popup.getByRole("group", { name: "Nordhafen Turbinenbau AG" })).toContainText(
    "globex",
  );
  await crm.stop();
});

test("access taken away while the panel is open is said there, and given back by one click", async ({
  chromium,
}) => {
  const crm = await startDemoCrm();
  const browser = await chromium(asShipped);
  const welcome = welcomeOf(browser);
  await chooseCrm(welcome);
  await allowAddress(browser, welcome, crm.url("opportunity", IDS.phase2));
  await browser.click(welcome.getByRole("button", { name: /^Open .* with the panel$/ }));
  const panel = await browser.sidePanelOpened();
  await expect(heading(panel)).toHaveText(deal);

  // Not by a click in one of our pages: nothing but the browser's own event tells the panel.
  const worker = await browser.worker();
  const removed = await worker.evaluate((origin) => {
    const { chrome } = globalThis as never as Permissions;
    return chrome.permissions.remove({ origins: [`${origin}/*`] });
  }, crmAddress);
  expect(removed).toBe(true);
  await expect(heading(panel)).toHaveText("Nothing to read here");
  await expect(panel.getByText(/may no longer read 127\.0\.0\.1/)).toBeVisible();
  const again = panel.getByRole("button", { name: "Allow again", exact: true });
  // What was allowed once and given back by us, Chromium gives again without a question.
  await browser.click(again);
  await expect(heading(panel)).toHaveText(deal);
  await expect(person(panel, "Chen Hao")).toBeVisible();
  await crm.stop();
});

test("two CRMs on one host, by port and under a path, are read apart", async ({ chromium }) => {
  const [crm, other] = [await startDemoCrm(), await startDemoCrm()];
  const erp = await startErp("/erp/");
  const browser = await chromium(asShipped);
  const welcome = welcomeOf(browser);
  await chooseCrm(welcome);
  const typed = `${crm.origin}/lightning/page/home`;
  await allowAddress(browser, welcome, typed);
  // The other port needs no second question; it is the one that opens now.
  await welcome.getByRole("textbox", { name: "Address of your CRM" }).fill(erp.url);
  await welcome.locator("form").getByRole("button", { name: "Allow" }).click();
  await expect(welcome.getByRole("alert")).toContainText("is allowed already");
  await browser.click(welcome.getByRole("button", { name: /^Open .* with the panel$/ }));
  const panel = await browser.sidePanelOpened();
  await expect(heading(panel)).toHaveText("Manufacturing execution platform"); // under a path, on a port of its own
  const tryton = browser.context.pages().find((page) => page.url() === erp.url)!;

  const mine = "Retrofit of line 4";
  other.org().get(IDS.phase2)!.fields.Name = mine;
  const first = await browser.context.newPage();
  await open(first, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  await expect.poll(() => browser.registeredMenu().length).toBeGreaterThan(0);
  await browser.rightClick(first.getByRole("link", { name: "Chen Hao" }).first());
  await browser.pickMenu(["Powermap", "Tag as decision maker"]);
  await expect(statedTags(panel, "Chen Hao")).toHaveText("decision maker");
  const second = await browser.context.newPage();
  await open(second, other.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(mine);
  await expect(person(panel, "Chen Hao")).toBeVisible();
  await expect(statedTags(panel, "Chen Hao")).toHaveCount(0);
  await tryton.bringToFront();
  await expect(heading(panel)).toHaveText("Manufacturing execution platform");

  const orgs = new Set(
    (await storedKeys(welcome)).map((key) => decodeURIComponent(key.split(":")[1]!)),
  );
  expect([...orgs].toSorted()).toEqual(
    [
      `127.0.0.1:${crm.port}`,
      `127.0.0.1:${other.port}`,
      `${new URL(erp.url).host}/demo`,
    ].toSorted(),
  );

  // What was one question is taken back as one.
  await welcome.bringToFront();
  await welcome.getByRole("button", { name: `Remove access to ${crmAddress}` }).click();
  await welcome.getByRole("button", { name: "Remove access", exact: true }).click();
  for (const tab of [tryton, first, second]) {
    await tab.bringToFront();
    await expect(heading(panel)).toHaveText("Nothing to read here");
  }
  await Promise.all([crm.stop(), other.stop(), erp.stop()]);
});

test("a private window is left alone: nothing of it is read or stored", async ({ chromium }) => {
  const crm = await startDemoCrm();
  const browser = await chromium(); // its site is allowed from the start
  const tab = await browser.page();
  await open(tab, crm.url("opportunity", IDS.service));
  const panel = await browser.openSidePanel();
  await expect(heading(panel)).toHaveText("MES service contract 2027");
  const before = await storedKeys(panel);

  const session = await browser.context.browser()!.newBrowserCDPSession();
  const { browserContextId } = await session.send("Target.createBrowserContext");
  const url = crm.url("opportunity", IDS.phase2);
  const { targetId } = await session.send("Target.createTarget", { url, browserContextId });
  const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: true });
  expect(sessionId).not.toBe("");
  const title = async () =>
    (await session.send("Target.getTargetInfo", { targetId })).targetInfo.title;
  await expect.poll(title).toContain(deal);
  // Long enough for a page of an ordinary window to be read, twice over.
  await open(tab, crm.url("account", IDS.account));
  await expect(heading(panel)).toHaveText("Huadong Manufacturing Group");
  await tab.reload();
  await complete(tab);
  await expect(heading(panel)).toHaveText("Huadong Manufacturing Group");

  const after = await storedKeys(panel);
  expect(after.length).toBeGreaterThan(before.length);
  expect(after.filter((key) => key.includes(IDS.phase2))).toEqual([]);
  // And the browser offers no way to let it in there: the manifest says so.
  const manifest = await panel.evaluate(() =>
    (globalThis as never as Permissions).chrome.runtime.getManifest(),
  );
  expect(manifest.incognito).toBe("not_allowed");
  await crm.stop();
});

const welcomeOf = (browser: Chromium): Page =>
  browser.context.pages().find((page) => page.url() === browser.url("welcome.html"))!;

/** Goes to the step in which a CRM is chosen. */
async function chooseCrm(welcome: Page): Promise<void> {
  await welcome.bringToFront();
  await welcome.getByRole("link", { name: /Step 3 of 3/ }).click();
  await expect(heading(welcome)).toHaveText("Choose your CRM");
}

async function allowAddress(browser: Chromium, welcome: Page, address: string): Promise<void> {
  await welcome.getByRole("textbox", { name: "Address of your CRM" }).fill(address);
  await browser.allowPermission(welcome.locator("form").getByRole("button", { name: "Allow" }));
  await expect(welcome.getByText(/^Allowed: Powermap reads/)).toBeVisible();
}

/** A captured page of a Tryton, served under a path on a port of its own. */
async function startErp(path: string): Promise<{ url: string; stop(): Promise<unknown> }> {
  const page = await readFile("lib/crm/tryton/fixtures/opportunity.html", "utf8");
  const fragment = /<!-- url: \S+?(#\S+) -->/u.exec(page)![1];
  const server = createServer(({ url }, response) => {
    response.writeHead(url === path ? 200 : 404, { "content-type": "text/html; charset=utf-8" });
    response.end(url === path ? page.replace(/^<!-- url: .*-->\s*/u, "") : "");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}${fragment}`,
    stop: () => new Promise((stopped) => server.close(stopped)),
  };
}

/** The keys of all records that are remembered. */
function storedKeys(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const request = indexedDB.open("powermap");
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
    return new Promise<string[]>((resolve) => {
      const all = database.transaction("records").objectStore("records").getAllKeys();
      all.onsuccess = () => resolve(all.result as string[]);
    }).finally(() => database.close());
  });
}

interface Permissions {
  chrome: {
    permissions: {
      getAll(): Promise<{ origins: string[] }>;
      remove(what: { origins: string[] }): Promise<boolean>;
    };
    runtime: { getManifest(): { incognito?: string } };
  };
}
