import type { Locator, Page } from "@playwright/test";
import type { Chromium } from "./browser/chromium.ts";
import { screenPosition } from "./browser/pointer.ts";
import { builds } from "./browser/test.ts";
import { IDS, startDemoCrm } from "./demo-crm/server.ts";
import { badgesIn, type SeenBadge } from "./support/badges.ts";
import { expect, open, test } from "./support/desk.ts";
import { heading, statedTags } from "./support/panel.ts";
import { toastIn } from "./support/toast.ts";

const deal = "Plant-wide MES licence, phase 2";
const linkTo = (tab: Page, name: string) =>
  tab.locator(".lafPageHost.active").getByRole("link", { name }).first();

const wantBadges = (desk: Chromium, badges: string[]) => choose(desk, { badges });

/** Sets the user's choices, as the settings page does. */
async function choose(desk: Chromium, choices: object): Promise<void> {
  const page = await desk.extensionPage("welcome.html");
  await page.evaluate(
    (choices) => (globalThis as never as { chrome: Chrome }).chrome.storage.local.set(choices),
    choices,
  );
  await page.close();
}
interface Chrome {
  storage: { local: { set(items: object): Promise<void> } };
}

async function tagByMenu(desk: Chromium, tab: Page, name: string, role: string): Promise<void> {
  await desk.rightClick(linkTo(tab, name));
  await desk.pickMenu(["Powermap", `Tag as ${role}`]);
  await toastIn(tab).says(`${name}: tagged as ${role}`);
}

/** Moves the real mouse onto it, and lets it rest there. */
async function restOn(desk: Chromium, target: Locator): Promise<void> {
  const place = await screenPosition(desk.display, target);
  const [x, y] = [Math.round(place.x), Math.round(place.y)];
  await desk.display.xdotool("mousemove", "--sync", x + 1, y, "mousemove", "--sync", x, y);
}

/** Adds up what the page shifts from now on, as the browser measures it. */
async function watchShifts(
  tab: Page,
): Promise<() => Promise<{ shifts: number; watched: boolean }>> {
  await tab.evaluate(() => {
    const sum = { shifts: 0, watched: true };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[]) {
        sum.shifts += entry.value;
      }
    }).observe({ type: "layout-shift" });
    Object.assign(globalThis, { shiftsSeen: sum });
  });
  return () =>
    tab.evaluate(
      () =>
        (globalThis as never as { shiftsSeen: { shifts: number; watched: boolean } }).shiftsSeen,
    );
}

const seen = (badges: readonly SeenBadge[]) =>
  badges.filter(({ seen }) => seen).map(({ link, text }) => `${link}: ${text}`);
const shown = (tab: Page) => async () => seen(await badgesIn(tab));

test.beforeEach(async ({ desk, tab }) => {
  await wantBadges(desk, []);
  await tab.bringToFront();
  // The browser starts to save menus some seconds after its first start.
  await expect.poll(() => desk.registeredMenu().length, { timeout: 30_000 }).toBeGreaterThan(0);
});

test("badges stand beside the contacts' links where they are on, without moving anything", async ({
  crm,
  tab,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await tagByMenu(desk, tab, "Chen Hao", "decision maker");
  await toastIn(tab)
    .press("Close")
    .catch(() => {});
  await expect.poll(shown(tab)).toEqual([]);

  const boxes = () =>
    tab.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".lafPageHost.active *")]
        .filter((one) => one.localName !== "powermap-badge")
        .map((one) => {
          const { x, y, width, height } = one.getBoundingClientRect();
          return [one.localName, x, y, width, height, one.scrollWidth, one.scrollHeight].join();
        }),
    );
  const before = await boxes();
  const shifts = await watchShifts(tab);
  await wantBadges(desk, ["salesforce"]);
  await tab.bringToFront();
  await expect.poll(shown(tab)).toContainEqual("Chen Hao: decision maker");
  await desk.screenshot("test-results/inpage-badges.png");
  expect(await boxes()).toEqual(before);
  expect(await shifts()).toEqual({ shifts: 0, watched: true });

  // Only who was stated to hold a role has one.
  for (const { link } of await badgesIn(tab)) expect(link).toBe("Chen Hao");

  await tagByMenu(desk, tab, "Li Wei", "opinion leader");
  await expect.poll(shown(tab)).toContainEqual("Li Wei: opinion leader");
  expect(await shifts()).toEqual({ shifts: 0, watched: true });

  await choose(desk, { locale: "zh_CN" });
  await tab.bringToFront();
  await expect.poll(shown(tab)).toContainEqual("Chen Hao: 决策者");
  await desk.screenshot("test-results/inpage-badges-zh.png");
  await choose(desk, { locale: "auto" });

  await wantBadges(desk, []);
  await expect.poll(() => tab.locator("powermap-badge").count()).toBe(0);
  expect(await boxes()).toEqual(before);
});

test("the measure of shifts sees one", async ({ crm, tab }) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  const shifts = await watchShifts(tab);
  await tab.evaluate(() =>
    document.body.prepend(Object.assign(document.createElement("p"), { textContent: "x" })),
  );
  await expect.poll(async () => (await shifts()).shifts).toBeGreaterThan(0);
});

test("badges follow a virtual list and in-app navigation, and never show another one's role", async ({
  crm,
  tab,
  desk,
}) => {
  // In full or in short, by the room that there is.
  const badge: unknown = expect.stringMatching(/^Li Wei: (?:decision maker|decides)$/u);
  await wantBadges(desk, ["salesforce"]);
  await open(tab, `${crm.url("roles", IDS.phase2)}?roles=200`);
  await tagByMenu(desk, tab, "Li Wei", "decision maker");
  await expect.poll(shown(tab)).toEqual([badge]);
  const scroller = tab.locator(".lafPageHost.active .slds-scrollable_y").first();
  await noteStale(tab, "Li Wei");
  for (const top of [1500, 3000, 5000, 0]) {
    await scroller.evaluate((one, top) => one.scrollTo(0, top), top);
    await tab.waitForTimeout(400);
    if (top > 0) expect(await shown(tab)()).toEqual([]);
  }
  await expect.poll(shown(tab)).toEqual([badge]);

  // The row of Li Wei becomes another person's in place, as lists do that use rows again.
  await linkTo(tab, "Li Wei").evaluate(
    (link, href) => {
      const texts = document.createTreeWalker(link, NodeFilter.SHOW_TEXT);
      (texts.nextNode() as Text).data = "Somebody Else";
      link.setAttribute("href", href);
    },
    new URL(crm.url("contact", "003000000000000AAA")).pathname,
  );
  expect(await tab.locator("powermap-badge").count()).toBe(0);

  // The role is one in that opportunity: beside the same link of another one there is none.
  await tab.evaluate(
    (path) => (globalThis as never as Demo).demoNavigate(path),
    new URL(crm.url("opportunity", IDS.service)).pathname,
  );
  await expect(linkTo(tab, "Li Wei")).toBeVisible();
  await tab.waitForTimeout(2_500);
  expect(await shown(tab)()).toEqual([]);
  await tab.evaluate(
    (path) => (globalThis as never as Demo).demoNavigate(path),
    new URL(crm.url("opportunity", IDS.phase2)).pathname,
  );
  await expect.poll(shown(tab)).toEqual([badge]);
  expect(await staleSeen(tab)).toEqual([]);
});
interface Demo {
  demoNavigate(path: string): void;
}

/** Notes, frame by frame, every badge that stands in a link without this name. */
async function noteStale(tab: Page, name: string): Promise<void> {
  await tab.evaluate((name) => {
    const stale: string[] = [];
    const look = () => {
      for (const badge of document.querySelectorAll("powermap-badge")) {
        const link = badge.parentElement?.textContent ?? "";
        if (!link.includes(name)) stale.push(link);
      }
      requestAnimationFrame(look);
    };
    look();
    Object.assign(globalThis, { staleBadges: stale });
  }, name);
}
const staleSeen = (tab: Page) =>
  tab.evaluate(() => (globalThis as never as { staleBadges: string[] }).staleBadges);

test("badges stay out of editors and frames, and follow the page's ground", async ({
  crm,
  tab,
  desk,
}) => {
  await wantBadges(desk, ["salesforce"]);
  await open(tab, crm.url("opportunity", IDS.phase2));
  await tagByMenu(desk, tab, "Chen Hao", "decision maker");
  await expect.poll(shown(tab)).toContainEqual("Chen Hao: decision maker");
  const [light] = await badgesIn(tab);
  expect(light?.dark).toBe(false);
  expect(contrast(light!.ink, light!.ground)).toBeGreaterThanOrEqual(4.5);

  // A screen reader hears the link once, with its role.
  const names = await linkNames(tab);
  expect(names.filter((name) => name.startsWith("Chen Hao"))).toContain("Chen Hao decision maker");

  await tab.addStyleTag({
    content: "* { background: #16181d !important; color: #eee !important }",
  });
  await tab.locator("body").click({ position: { x: 3, y: 300 } });
  await expect.poll(async () => (await badgesIn(tab))[0]?.dark).toBe(true);
  const [dark] = await badgesIn(tab);
  expect(contrast(dark!.ink, dark!.ground)).toBeGreaterThanOrEqual(4.5);
  await desk.screenshot("test-results/inpage-badges-dark.png");

  const edit = (on: boolean) =>
    linkTo(tab, "Chen Hao").evaluate((link, on) => {
      link.closest("article")?.setAttribute("contenteditable", String(on));
      document.body.click();
    }, on);
  await edit(true);
  await expect.poll(() => tab.locator("powermap-badge").count()).toBe(0);
  await tab.waitForTimeout(1_500);
  expect(await tab.locator("powermap-badge").count()).toBe(0);
  await edit(false);
  await expect.poll(shown(tab)).toContainEqual("Chen Hao: decision maker");
});

/** The names of all links, as the browser tells them to screen readers. */
async function linkNames(tab: Page): Promise<string[]> {
  const session = await tab.context().newCDPSession(tab);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes.flatMap(({ role, name }) => (role?.value === "link" ? [String(name?.value)] : []));
}

/** WCAG 2.2 contrast of two computed colours. */
function contrast(a: string, b: string): number {
  const luminance = (color: string) => {
    const [r, g, b] = color.match(/[\d.]+/g)!.map((part) => {
      const share = Number(part) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test("badges go at once when Powermap is switched off, and come back once with it", async ({
  crm,
  tab,
  desk,
}) => {
  await wantBadges(desk, ["salesforce"]);
  await open(tab, crm.url("opportunity", IDS.phase2));
  await tagByMenu(desk, tab, "Chen Hao", "decision maker");
  await expect.poll(shown(tab)).toContainEqual("Chen Hao: decision maker");
  const count = () => tab.locator("powermap-badge").count();
  const before = await count();

  const extensions = await desk.context.newPage();
  await extensions.goto("chrome://extensions");
  const enable = (on: boolean) =>
    extensions.evaluate(
      ([id, on]) =>
        (globalThis as never as { chrome: Management }).chrome.management.setEnabled(id, on),
      [desk.extensionId, on] as const,
    );
  await enable(false);
  await expect.poll(count, { timeout: 2_000 }).toBe(0);
  await enable(true);
  await tab.bringToFront();
  // The browser tells us nothing of it; with the next page that is read the menu is back too.
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect.poll(shown(tab)).toContainEqual("Chen Hao: decision maker");
  expect(await count()).toBe(before);
  await expect.poll(() => desk.registeredMenu().length).toBeGreaterThan(0);
  await extensions.close();
});
interface Management {
  management: { setEnabled(id: string, on: boolean): Promise<void> };
}

test("badges go at once when access to the CRM is taken back", async ({ chromium }) => {
  const crm = await startDemoCrm();
  const browser = await chromium({ extension: builds.chromiumAsShipped });
  const page = await browser.extensionPage("welcome.html");
  // The button is ours; the prompt that it brings is the browser's own.
  await page.evaluate(() => {
    const button = Object.assign(document.createElement("button"), { id: "ask", textContent: "?" });
    button.style.cssText = "position: fixed; inset: 0 auto auto 0; z-index: 9";
    button.addEventListener("click", () => {
      const { chrome } = globalThis as never as { chrome: Access };
      void chrome.permissions.request({ origins: ["http://127.0.0.1/*"] });
    });
    document.body.append(button);
  });
  await browser.allowPermission(page.locator("#ask"));
  await wantBadges(browser, ["salesforce"]);
  const tab = await browser.context.newPage();
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect.poll(() => browser.registeredMenu().length, { timeout: 30_000 }).toBeGreaterThan(0);
  await tagByMenu(browser, tab, "Chen Hao", "decision maker");
  await expect.poll(shown(tab)).toContainEqual("Chen Hao: decision maker");
  await page.evaluate(() =>
    (globalThis as never as { chrome: Access }).chrome.permissions.remove({
      origins: ["http://127.0.0.1/*"],
    }),
  );
  await expect.poll(() => tab.locator("powermap-badge").count(), { timeout: 2_000 }).toBe(0);
  await crm.stop();
});
interface Access {
  permissions: Record<"request" | "remove", (what: { origins: string[] }) => Promise<boolean>>;
}

test("the menu shows what is set of the person under the cursor; choosing it takes it back", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  const checked = () =>
    desk.registeredMenu().flatMap(({ title, checked }) => (checked ? [title] : []));
  await tagByMenu(desk, tab, "Chen Hao", "decision maker");
  await expect.poll(checked).toEqual(["Tag as decision maker"]);
  // Another one has it not; who has it, has it again.
  await linkTo(tab, "Zhao Min").hover();
  await expect.poll(checked).toEqual([]);

  // A hand too quick for the check to be drawn saw none: nothing is taken back, and nothing said twice.
  await desk.rightClick(linkTo(tab, "Chen Hao"));
  await desk.pickMenu(["Powermap", "Tag as decision maker"]);
  await toastIn(tab).says("Chen Hao is tagged as decision maker already");
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
  // The next menu there has the check, without the mouse having moved: whoever chooses it saw it.
  await expect.poll(checked).toEqual(["Tag as decision maker"]);
  await tab.waitForTimeout(2_500);
  await desk.rightClickHere("link");
  await desk.pickMenu(["Powermap", "Tag as decision maker"]);
  await toastIn(tab).says("Chen Hao: no longer tagged as decision maker");
  await toastIn(tab).press("Undo");
  await toastIn(tab).says("Undone");
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
  await restOn(desk, linkTo(tab, "Zhao Min"));
  await expect.poll(checked).toEqual([]);

  // Where the pointer rests first, as hands do, the browser draws the check.
  await restOn(desk, linkTo(tab, "Chen Hao"));
  await expect.poll(checked).toEqual(["Tag as decision maker"]);
  await tab.waitForTimeout(300);
  await desk.rightClickHere("link");
  await desk.pickMenu(["Powermap", "Tag as decision maker"], {
    screenshot: "test-results/inpage-menu.png",
  });
  await toastIn(tab).says("Chen Hao: no longer tagged as decision maker");
  await expect(statedTags(panel, "Chen Hao")).toHaveCount(0);
  await expect.poll(checked).toEqual([]);
  await toastIn(tab).press("Undo");
  await toastIn(tab).says("Undone");
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
});

test("what the account says of a person is denied for the opportunity alone", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await open(tab, crm.url("account", IDS.account));
  await tagByMenu(desk, tab, "Zhao Min", "purchaser");
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(statedTags(panel, "Zhao Min")).toHaveText(["purchaser"]);
  await restOn(desk, linkTo(tab, "Zhao Min"));
  await expect
    .poll(() => desk.registeredMenu().flatMap(({ title, checked }) => (checked ? [title] : [])))
    .toEqual(["Tag as purchaser"]);
  await tab.waitForTimeout(300);
  await desk.rightClickHere("link");
  await desk.pickMenu(["Powermap", "Tag as purchaser"]);
  await toastIn(tab).says("Zhao Min: no longer tagged as purchaser");
  await expect(statedTags(panel, "Zhao Min")).toHaveCount(0);
  await open(tab, crm.url("account", IDS.account));
  await expect(statedTags(panel, "Zhao Min")).toHaveText(["purchaser"]);
});

test("keys tag the contact in focus, and open the panel", async ({ crm, tab, panel, desk }) => {
  const keys = await panel.evaluate(() =>
    (globalThis as never as { chrome: Commands }).chrome.commands.getAll(),
  );
  // Each is free: the browser drops a key that it or another extension uses.
  const assigned = Object.fromEntries(keys.map(({ name, shortcut }) => [name, shortcut]));
  expect(assigned).toMatchObject({ "open-panel": "Alt+Shift+O", "tag-contact": "Alt+Shift+D" });
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  await tab.bringToFront();
  await linkTo(tab, "Wang Fang").focus();
  await desk.display.keys("alt+shift+d");
  await toastIn(tab).says("Wang Fang: tagged as decision maker");
  await expect(statedTags(panel, "Wang Fang")).toHaveText(["decision maker"]);
  await toastIn(tab).press("Undo");
  await expect(statedTags(panel, "Wang Fang")).toHaveCount(0);

  await tab.getByRole("tab", { name: "Details" }).focus();
  await desk.display.keys("alt+shift+d");
  await toastIn(tab).says("No contact in focus");

  await open(tab, crm.url("contact", IDS.liWei));
  await expect(heading(panel)).toHaveText("Li Wei");
  await desk.display.keys("alt+shift+d");
  await toastIn(tab).says("Li Wei: tagged as decision maker");

  await panel.evaluate(() => close());
  await expect.poll(() => desk.sidePanel()).toBeUndefined();
  const tabs = desk.context.pages().length;
  await tab.bringToFront();
  await desk.display.keys("alt+shift+o");
  const opened = await desk.sidePanelOpened();
  await expect(heading(opened)).toHaveText("Li Wei");
  // It is alive, so nothing opens in its place.
  await tab.waitForTimeout(2_000);
  expect(desk.context.pages().length).toBe(tabs + 1);
});

interface Commands {
  commands: { getAll(): Promise<{ name: string; shortcut: string }[]> };
}

test("a notice can be pressed while the CRM has a modal dialog open, and stays when that closes", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  const showDialog = () =>
    tab.evaluate(() => {
      const dialog = document.createElement("dialog");
      dialog.append(Object.assign(document.createElement("button"), { textContent: "Cancel" }));
      dialog.addEventListener("close", () => dialog.remove());
      document.body.append(dialog);
      dialog.showModal();
    });
  const closeDialog = () => tab.evaluate(() => document.querySelector("dialog")!.close());

  // It was there before the dialog.
  await tagByMenu(desk, tab, "Zhao Min", "purchaser");
  await showDialog();
  await toastIn(tab).press("Undo");
  await toastIn(tab).says("Undone");
  await expect(statedTags(panel, "Zhao Min")).toHaveCount(0);
  await closeDialog();
  await toastIn(tab).says("Undone");
  await toastIn(tab).press("×");
  await expect.poll(() => toastIn(tab).text()).toBe("");

  // It comes while the dialog is open.
  await showDialog();
  await tab.bringToFront();
  await desk.display.keys("alt+shift+d");
  await toastIn(tab).says("No contact in focus");
  await desk.screenshot("test-results/inpage-toast-modal.png");
  await closeDialog();
  await toastIn(tab).says("No contact in focus");
  await showDialog();
  await toastIn(tab).press("×");
  await expect.poll(() => toastIn(tab).text()).toBe("");
  await expect(tab.locator("dialog")).toBeVisible();
});

test("where the browser shows no panel, its page opens beside the tab", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await panel.evaluate(() => close());
  await expect.poll(() => desk.sidePanel()).toBeUndefined();
  // Such a browser agrees, and does nothing.
  const worker = await desk.worker();
  await worker.evaluate(() => {
    const { chrome } = globalThis as never as { chrome: Panels };
    Object.assign(globalThis, { opens: chrome.sidePanel.open });
    chrome.sidePanel.open = async () => undefined;
  });
  const beside = () =>
    desk.context.pages().filter((page) => page.url().includes("sidepanel.html?tab="));
  await tab.bringToFront();
  await desk.display.keys("alt+shift+o");
  await expect.poll(() => beside().length).toBe(1);
  const [page] = beside();
  await expect(heading(page!)).toHaveText(deal);
  await desk.screenshot("test-results/inpage-fallback.png");

  // It follows that tab, and is not opened twice.
  await open(tab, crm.url("opportunity", IDS.service));
  await expect(heading(page!)).toHaveText("MES service contract 2027");
  await tab.bringToFront();
  await desk.display.keys("alt+shift+o");
  await expect.poll(() => page!.evaluate(() => document.visibilityState)).toBe("visible");
  expect(beside()).toHaveLength(1);
  await page!.close();
  // For the tests that follow; a worker that was started since opens it as ever.
  await (
    await desk.worker()
  ).evaluate(() => {
    const { chrome, opens } = globalThis as never as {
      chrome: Panels;
      opens?: Panels["sidePanel"]["open"];
    };
    if (opens) chrome.sidePanel.open = opens;
  });
});
interface Panels {
  sidePanel: { open(where: object): Promise<void> };
}
