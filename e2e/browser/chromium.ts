import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  chromium as playwright,
  type Browser,
  type BrowserContext,
  type CDPSession,
  type Locator,
  type Page,
  type Worker,
} from "@playwright/test";
import { ChromiumProfile } from "./chromium-profile.ts";
import { shownEntries, type MenuContext } from "./menu-state.ts";
import { screenPosition } from "./pointer.ts";
import { logEnd, spawnGroup, temporaryFolder, type Group } from "./process.ts";
import { startDisplay, type Display } from "./xvfb.ts";
import { waitFor } from "./wait.ts";

// Playwright then also lists the popup, whose target is "other" for its first moment.
process.env.PW_CHROMIUM_ATTACH_TO_OTHER = "1";

export interface ChromiumOptions {
  /** Folder of the built extension, such as `.output/chrome-mv3-loopback`. */
  extension: string;
  /** A profile to use and keep; without it a fresh one is made, and removed by `close`. */
  profile?: string;
  lang?: "en" | "zh-CN";
  dark?: boolean;
  size?: { width: number; height: number };
  /** For instance `MAP acme.lightning.force.com 127.0.0.1:8080`. */
  hostResolverRules?: string;
  /** More command-line switches. */
  flags?: string[];
  /**
   * Powermap comes from the store that a policy names, and is updated from there, and not from the folder: the
   * browser then uses the network by itself.
   */
  fromStore?: boolean;
  /** Record what we do in each run, for `saveTrace`. */
  trace?: boolean;
  /** A screen to use instead of an Xvfb of our own. It is not stopped by `close`. */
  display?: Display;
}

/**
 * A real, visible Chromium with the unpacked extension, on its own screen.
 *
 * ```ts
 * const browser = await launchChromium({ extension: ".output/chrome-mv3-loopback" });
 * const page = await browser.page();
 * await page.goto(crm.url("opportunity", 1));
 * const panel = await browser.openSidePanel();            // a Playwright Page: expect(), locators, axe
 * await browser.rightClick(page.getByRole("link", { name: "Li Wei" }));
 * await browser.pickMenu(["Powermap", "Tag as decision maker"]);
 * await browser.restart();                                // `context` and pages are new after it
 * await browser.close();
 * ```
 *
 * We spawn the browser and connect to it over CDP, because then we own its process group and can
 * kill it as a power cut would. Playwright lists the side panel and the popup as ordinary pages.
 * `noDefaults` keeps Playwright from emulating focus and colour scheme: what the pages see is real.
 *
 * Pages, workers and locators belong to one run: ask for them again after `restart`.
 */
export async function launchChromium(options: ChromiumOptions): Promise<Chromium> {
  const { width, height } = options.size ?? { width: 1440, height: 900 };
  const display = options.display ?? (await startDisplay(width, height));
  const browser = new Chromium(options, display);
  try {
    await browser.start();
  } catch (error) {
    const log = logEnd(browser.log);
    await browser.close();
    throw new Error(`Chromium did not start: ${String(error)}\n${log}`, { cause: error });
  }
  return browser;
}

/** Asks up to three times: a page that goes away at that very moment can leave Playwright waiting. */
async function connect(origin: string): Promise<Browser> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await playwright.connectOverCDP(origin, { noDefaults: true, timeout: 10_000 });
    } catch (error) {
      if (attempt === 3) throw error;
    }
  }
}

export class Chromium {
  readonly extension: string;
  readonly display: Display;
  /** What the browser itself wrote to stdout and stderr. */
  readonly log: string;

  #options: ChromiumOptions;
  #profile: ChromiumProfile;
  #group: Group | undefined;
  #browser: Browser | undefined;
  /** Where its debugger listens. */
  #origin = "";
  #clickedOver: MenuContext = "page";

  constructor(options: ChromiumOptions, display: Display) {
    this.#options = options;
    this.display = display;
    this.extension = resolve(options.extension);
    const folder = options.profile
      ? resolve(options.profile)
      : temporaryFolder("powermap-chromium-");
    this.#profile = new ChromiumProfile(folder, this.extension);
    this.log = `${this.profile}/browser.log`;
  }

  /** The profile's folder. */
  get profile(): string {
    return this.#profile.folder;
  }

  /** The folder into which it prints, as PDF; without a question with the flag `--kiosk-printing`. */
  get printed(): string {
    return this.#profile.printed;
  }

  get extensionId(): string {
    return this.#profile.extensionId;
  }

  /** Process id of the browser, which leads its process group. */
  get pid(): number {
    return this.#running.pid;
  }

  get context(): BrowserContext {
    const context = this.#browser?.contexts()[0];
    if (!context) throw new Error("Chromium is not running");
    return context;
  }

  /**
   * Starts the browser on the profile. On a fresh profile the extension is installed (its
   * `onInstalled` fires, and its welcome page opens in a tab). Later starts find it in the profile as
   * any installed extension, so that `onStartup` fires and not `onInstalled`: see `ChromiumProfile`.
   */
  async start(): Promise<void> {
    if (!existsSync(join(this.extension, "manifest.json"))) {
      throw new Error(`No extension in ${this.extension}: build it first (npm run build)`);
    }
    const portFile = join(this.profile, "DevToolsActivePort");
    rmSync(portFile, { force: true });
    this.#profile.seed();
    const lang = this.#options.lang ?? "en";
    this.#group = spawnGroup(
      "chromium",
      [
        `--user-data-dir=${this.profile}`,
        "--remote-debugging-port=0",
        ...(this.#unpacks ? [`--load-extension=${this.extension}`] : []),
        ...quiet,
        ...(this.#options.fromStore ? [] : ["--disable-background-networking"]),
        // Root has no sandbox; --test-type hides the bar that warns of it.
        ...(process.getuid?.() === 0 ? ["--no-sandbox", "--test-type"] : []),
        `--window-size=${this.display.width},${this.display.height}`,
        "--window-position=0,0",
        `--lang=${lang}`,
        ...(this.#options.dark ? ["--force-dark-mode"] : []),
        ...(this.#options.hostResolverRules
          ? [`--host-resolver-rules=${this.#options.hostResolverRules}`]
          : []),
        ...(this.#options.flags ?? []),
        // And no address: on about:blank Chromium opens no side panel, on its start page it does.
      ],
      {
        env: {
          ...process.env,
          DISPLAY: this.display.name,
          LC_ALL: "C.UTF-8",
          LANGUAGE: lang === "zh-CN" ? "zh_CN" : "en_US",
        },
        log: this.log,
      },
    );
    this.#origin = await waitFor("Chromium's debugging port", () => {
      if (!this.#running.alive()) throw new Error("Chromium ended at start");
      const [port, path] = existsSync(portFile) ? readFileSync(portFile, "utf8").split("\n") : [];
      return path ? `http://127.0.0.1:${port}` : undefined;
    });
    // Playwright can wait for ever for a page that is replaced while it connects, as the first one is.
    await waitFor("Chromium's start page", async () =>
      (await this.targets()).some(
        ({ type, url }) => type === "page" && url.startsWith("chrome://"),
      ),
    );
    this.#browser = await connect(this.#origin);
    await (await this.page()).waitForLoadState();
    // Without snapshots: those would put scripts into the pages, and the pages must stay as they are.
    if (this.#options.trace) await this.context.tracing.start({ sources: true });
    if (this.#unpacks) await this.#welcomed();
  }

  /** Closes the browser as a user does and starts it again on the same profile. */
  async restart(): Promise<void> {
    await this.quit();
    await this.start();
  }

  /** Closes the browser as a user does; profile and screen stay for `start`. */
  async quit(): Promise<void> {
    if (!this.#group?.alive()) return;
    if (!this.#profile.installed) await this.#profile.menuSaved();
    const session = await this.#browser?.newBrowserCDPSession();
    const closed = this.closed();
    await session?.send("Browser.close").catch(() => {}); // the answer may lose the race with the end
    await Promise.race([closed, sleep(5000, undefined, { ref: false })]);
    await this.#group.kill();
    this.#browser = undefined;
    this.#profile.keepInstalled();
  }

  /**
   * Kills the whole process group at once, as a power cut would. Then `start()` runs it again on
   * the same profile. Chromium writes a new installation to disk only after some seconds, so a
   * fresh profile must have seen one `restart` before.
   */
  async sigkill(): Promise<void> {
    if (!this.#profile.installed)
      throw new Error("The installation is not on disk yet: restart() first");
    await this.#running.kill("SIGKILL");
    await this.#browser?.close().catch(() => {});
    this.#browser = undefined;
  }

  /**
   * Lets go of the browser while `work` runs, so that no debugger is attached to anything, as it is at a user's: one
   * makes the start of a page take twice as long. Pages, workers and locators are new after it.
   */
  async unobserved<T>(work: () => Promise<T>): Promise<T> {
    await this.#browser?.close(); // the connection only: the browser is ours
    this.#browser = undefined;
    try {
      return await work();
    } finally {
      this.#browser = await connect(this.#origin);
    }
  }

  /** What is open, as the browser lists it with nobody attached. */
  async targets(): Promise<Target[]> {
    return (await (await fetch(`${this.#origin}/json/list`)).json()) as Target[];
  }

  /** Resolves when the browser has ended, for instance because its user closed it. */
  async closed(): Promise<void> {
    const { child } = this.#running;
    child.ref();
    if (this.#running.alive()) await new Promise((done) => child.once("exit", done));
  }

  /** Ends everything, and removes the profile if it was made here. */
  async close(): Promise<void> {
    await this.#browser?.close().catch(() => {});
    await this.#group?.kill();
    if (!this.#options.display) await this.display.stop();
    if (!this.#options.profile) {
      rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  }

  /** The first ordinary tab, in front. */
  async page(): Promise<Page> {
    const own = `chrome-extension://${this.extensionId}/`;
    const page =
      this.context.pages().find((page) => !page.url().startsWith(own)) ??
      (await this.context.newPage());
    await page.bringToFront();
    return page;
  }

  /** Address of a page of the extension. */
  url(path: string): string {
    return `chrome-extension://${this.extensionId}/${path}`;
  }

  /** Opens a page of the extension in a tab. */
  async extensionPage(path: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(this.url(path));
    return page;
  }

  /** The running service worker; waits until there is one. */
  async worker(): Promise<Worker> {
    return waitFor("the service worker", () =>
      this.context.serviceWorkers().find((worker) => worker.url().startsWith(this.url(""))),
    );
  }

  /**
   * Terminates the service worker as the browser does when it is idle: what it held in memory is
   * lost, and the next event or message starts a new one. (While we are attached, Chromium does not
   * do that by itself.) Does nothing when none runs.
   */
  async killWorker(): Promise<void> {
    const session = await this.#session();
    const workers = async () =>
      (await session.send("Target.getTargets")).targetInfos
        .filter(({ type, url }) => type === "service_worker" && url.startsWith(this.url("")))
        .map(({ targetId }) => targetId);
    const known = await workers();
    // An event may start the next life at once, under the same id or another: what has the id of one that
    // was there is ended again until it is gone, a new id is a new life.
    await waitFor("the end of the service worker", async () => {
      const left = (await workers()).filter((targetId) => known.includes(targetId));
      for (const targetId of left) await session.send("Target.closeTarget", { targetId });
      return left.length === 0;
    });
    await session.detach();
  }

  /** The page in the real side panel, if it is open. A tab with the same address is not it. */
  async sidePanel(path = "sidepanel.html"): Promise<Page | undefined> {
    for (const page of this.context.pages()) {
      if (!page.url().startsWith(this.url(path))) continue;
      const isTab = await page
        .evaluate(
          async () =>
            (await (globalThis as never as Chrome).chrome.tabs.getCurrent()) !== undefined,
        )
        .catch(() => true); // it is just closing
      if (!isTab) return page;
    }
    return undefined;
  }

  /**
   * Opens the real side panel by the browser's own means: a right click on the toolbar button, then
   * "Open side panel" in its menu. Needs nothing of the extension but `side_panel.default_path`.
   */
  async openSidePanel(): Promise<Page> {
    const open = await this.sidePanel();
    if (open) return open;
    const [x, y] = await this.toolbarButton();
    await this.#openMenu(x, y);
    // From the end: Inspect pop-up (only with a popup), View web permissions, Manage, Open side panel.
    const ups = this.#profile.manifest.action?.default_popup ? 4 : 3;
    await this.display.keys(...Array<string>(ups).fill("Up"), "Return");
    return this.sidePanelOpened();
  }

  /**
   * Opens the real side panel beside `tab` by the extension's own call, without mouse and keyboard:
   * for a person's own screen, which is not ours to click on.
   */
  async callSidePanel(tab: Page): Promise<Page> {
    const helper = await this.extensionPage("welcome.html");
    await helper.evaluate(async () => {
      const { chrome } = globalThis as never as Chrome;
      const { id } = await chrome.windows.getCurrent();
      await chrome.sidePanel.open({ windowId: id });
    });
    await helper.close();
    await tab.bringToFront();
    return this.sidePanelOpened();
  }

  /** Waits for the side panel that something else opens (the popup, a menu entry). */
  async sidePanelOpened(): Promise<Page> {
    const page = await waitFor("the side panel", () => this.sidePanel());
    await page.waitForLoadState();
    let before = 0; // it slides in, and has no size until it has begun
    await waitFor("the side panel's full width", async () => {
      const now = await page.evaluate(() => innerWidth);
      const still = now > 0 && now === before;
      before = now;
      return still;
    });
    return page;
  }

  /** Clicks the toolbar button, and returns the page in the real popup, which closes with its focus. */
  async openPopup(path = "popup.html"): Promise<Page> {
    await this.display.click(...(await this.toolbarButton()));
    const page = await waitFor("the popup", () =>
      this.context.pages().find((page) => page.url().startsWith(this.url(path))),
    );
    await page.waitForLoadState();
    return page;
  }

  /** A click by the real mouse on the middle of the element. */
  async click(target: Locator): Promise<void> {
    const { x, y } = await screenPosition(this.display, target);
    await this.display.click(x, y);
  }

  /** A right click by the mouse on the middle of the element: the native context menu opens. */
  async rightClick(target: Locator): Promise<void> {
    const { x, y } = await screenPosition(this.display, target);
    this.#clickedOver = await target.evaluate((element): MenuContext => {
      if (getSelection()?.isCollapsed === false) return "selection";
      if (element.closest("a[href]")) return "link";
      if (element.closest("input, textarea, [contenteditable=true]")) return "editable";
      return element.closest("img") ? "image" : "page";
    });
    await this.#openMenu(x, y);
  }

  /** A right click where the mouse is. What the page did when it came there has had its time. */
  async rightClickHere(over: MenuContext): Promise<void> {
    this.#clickedOver = over;
    await this.#opensMenu(() => this.display.xdotool("click", 3));
  }

  /**
   * Chooses from the native context menu that `rightClick` opened, by keyboard. The first title is
   * the extension's own entry, which Chromium puts just above its last ones.
   */
  async pickMenu(titles: string[], options: { screenshot?: string } = {}): Promise<void> {
    // On a fresh profile the browser begins to save menus some seconds after its start.
    await this.#profile.menuSaved().catch(() => {});
    const below = this.#clickedOver === "page" ? 2 : 1; // View page source and Inspect, or Inspect
    await this.display.keys(...Array<string>(below + 1).fill("Up"));
    let parent: string | undefined;
    for (const [depth, title] of titles.entries()) {
      const shown = shownEntries(this.registeredMenu(), this.#clickedOver, parent);
      const place = shown.findIndex((entry) => entry.title === title);
      if (place < 0) {
        await this.display.keys("Escape", "Escape");
        const there = shown.map((entry) => entry.title).join(" · ");
        throw new Error(`No entry "${title}" in the context menu; there are: ${there}`);
      }
      if (depth > 0) {
        await this.display.keys("Right", ...Array<string>(place).fill("Down"));
      } else if (shown.length > 1) {
        throw new Error("Several top entries: Chromium groups them, which is not handled here");
      }
      parent = shown[place]?.string_uid;
    }
    if (options.screenshot) await this.display.screenshot(options.screenshot);
    await this.display.keys("Return");
  }

  /** The extension's context menu as the browser has registered it. */
  registeredMenu() {
    return this.#profile.registeredMenu();
  }

  /**
   * Clicks a button of an extension page that calls `permissions.request`, by the real mouse, and
   * allows what the browser's real prompt asks.
   */
  async allowPermission(button: Locator, options: { screenshot?: string } = {}): Promise<void> {
    await this.#answerPrompt(button, ["Tab", "Return"], options.screenshot); // Deny has the focus
  }

  /** The same, denied. */
  async denyPermission(button: Locator, options: { screenshot?: string } = {}): Promise<void> {
    await this.#answerPrompt(button, ["Return"], options.screenshot);
  }

  /** Saves the whole screen: the window with its side panel, native menus and prompts. */
  async screenshot(file: string): Promise<void> {
    await this.display.screenshot(file);
  }

  /** Saves what was recorded since the last start, for `npx playwright show-trace`. */
  async saveTrace(file: string): Promise<void> {
    if (this.#options.trace && this.#group?.alive()) {
      await this.context.tracing.stop({ path: file });
    }
  }

  /** The prompt is no page and no window of its own; it shows in that the page loses the focus. */
  async #answerPrompt(button: Locator, keys: string[], screenshot?: string): Promise<void> {
    const focused = () => button.page().evaluate(() => document.hasFocus());
    await this.click(button);
    await waitFor("the permission prompt", async () => !(await focused()));
    await sleep(800); // it ignores input in its first half second, against double clicks
    if (screenshot) await this.display.screenshot(screenshot);
    await this.display.keys(...keys);
    await waitFor("the end of the permission prompt", focused);
  }

  /** A right click, until the native menu is there: a window of its own. */
  async #openMenu(x: number, y: number): Promise<void> {
    await this.#opensMenu(() => this.display.click(x, y, 3));
  }

  async #opensMenu(click: () => Promise<unknown>): Promise<void> {
    const before = await this.display.windows();
    await click();
    await waitFor("the native menu", async () => {
      const now = await this.display.windows();
      return [...now].some((id) => !before.has(id));
    });
    await sleep(100); // it takes keys a moment after it is drawn
  }

  /**
   * Middle of the extension's pinned toolbar button, counted from the window's right edge, once it rests there:
   * after a start, and as a panel opens or closes, it slides in.
   */
  async toolbarButton(): Promise<[x: number, y: number]> {
    const besidePanelButton = (await this.sidePanel()) ? 36 : 0; // an open panel has a button there
    const [x, y] = [this.display.width - 154 - besidePanelButton, 62];
    let before = "";
    const rests = async () => {
      const { contrast, picture } = await this.display.looks(x, y, 20);
      const isThere = contrast > 0.05 && picture === before;
      before = picture;
      return isThere;
    };
    await waitFor("the toolbar button", rests, 30_000);
    return [x, y];
  }

  /** Whether this start installs the extension from its folder. */
  get #unpacks(): boolean {
    return !this.#options.fromStore && !this.#profile.installed;
  }

  /** After its installation Powermap opens its welcome page, in front of what a test does then. */
  async #welcomed(): Promise<void> {
    const welcome = await waitFor("the welcome page", () =>
      this.context.pages().find((page) => page.url() === this.url("welcome.html")),
    );
    await welcome.waitForLoadState();
  }

  get #running(): Group {
    if (!this.#group) throw new Error("Chromium is not running");
    return this.#group;
  }

  async #session(): Promise<CDPSession> {
    if (!this.#browser) throw new Error("Chromium is not running");
    return this.#browser.newBrowserCDPSession();
  }
}

/** No first-run pages, no background traffic, no keyring or restore bubbles. */
const quiet = [
  "--no-first-run",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-gpu",
  "--password-store=basic",
  "--hide-crash-restore-bubble",
];

/** A page or worker, as the browser lists it. */
export interface Target {
  type: string;
  url: string;
  title: string;
}

/** Chromium's extension API, as far as it is asked inside pages. */
interface Chrome {
  chrome: {
    tabs: { getCurrent(): Promise<object | undefined> };
    windows: { getCurrent(): Promise<{ id: number }> };
    sidePanel: { open(where: { windowId: number }): Promise<void> };
  };
}
