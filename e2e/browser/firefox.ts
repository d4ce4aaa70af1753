import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { connect, type Browser, type Page } from "puppeteer-core";
import { FirefoxView, FirefoxWindow } from "./firefox-chrome.ts";
import * as task from "./firefox-window-tasks.ts";
import { logEnd, spawnGroup, temporaryFolder, type Group } from "./process.ts";
import { waitFor } from "./wait.ts";
import { packXpi } from "./xpi.ts";
import { startDisplay, type Display, type Point } from "./xvfb.ts";

export interface FirefoxOptions {
  /** Folder of the built extension, such as `.output/firefox-mv3-loopback`. */
  extension: string;
  /** A profile to use and keep; without it a fresh one is made, and removed by `close`. */
  profile?: string;
  lang?: "en" | "zh-CN";
  dark?: boolean;
  size?: { width: number; height: number };
  /** A screen to use instead of an Xvfb of our own. It is not stopped by `close`. */
  display?: Display;
}

/**
 * A real, visible Firefox ESR with the extension installed for good, on its own screen.
 *
 * ```ts
 * const browser = await launchFirefox({ extension: ".output/firefox-mv3-loopback" });
 * const page = await browser.page();                       // a puppeteer Page
 * await page.goto(crm.url("opportunity", 1));
 * const sidebar = await browser.openSidebar();             // the real one: text, evaluate, click
 * await browser.rightClick(page, "a.contact");
 * await browser.pickMenu(["Powermap", "Tag as decision maker"]);
 * await browser.restart();                                 // pages and views are new after it
 * await browser.close();
 * ```
 *
 * The build is packed and installed permanently (ESR lets `xpinstall.signatures.required` be
 * switched off), so a restart finds extension and storage as a user would. `host_permissions` are
 * granted at such an installation, without a prompt.
 *
 * Not driven as a person would: the sidebar and the toolbar place are opened by calling what their
 * menu entries call. Everything in them, the context menu and the prompts, is clicked by the mouse.
 */
export async function launchFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { width, height } = options.size ?? { width: 1440, height: 900 };
  const display = options.display ?? (await startDisplay(width, height));
  const browser = new Firefox(options, display);
  try {
    await browser.start();
  } catch (error) {
    const log = logEnd(browser.log);
    await browser.close();
    throw new Error(`Firefox did not start: ${String(error)}\n${log}`, { cause: error });
  }
  return browser;
}

/** How long a pointer rests on something before its button is pressed (ms). */
const BEFORE_PRESSING = 300;

export class Firefox {
  readonly extension: string;
  /** The id in the manifest. */
  readonly extensionId: string;
  readonly profile: string;
  readonly display: Display;
  /** What the browser itself wrote to stdout and stderr. */
  readonly log: string;

  #options: FirefoxOptions;
  #group: Group | undefined;
  #browser: Browser | undefined;

  constructor(options: FirefoxOptions, display: Display) {
    this.#options = options;
    this.display = display;
    this.extension = resolve(options.extension);
    const manifest = join(this.extension, "manifest.json");
    if (!existsSync(manifest)) {
      throw new Error(`No extension in ${this.extension}: build it first (npm run build)`);
    }
    this.extensionId = JSON.parse(
      readFileSync(manifest, "utf8"),
    ).browser_specific_settings.gecko.id;
    this.profile = options.profile
      ? resolve(options.profile)
      : temporaryFolder("powermap-firefox-");
    this.log = join(this.profile, "browser.log");
  }

  /** Process id of the browser, which leads its process group. */
  get pid(): number {
    return this.#running.pid;
  }

  get #running(): Group {
    if (!this.#group) throw new Error("Firefox is not running");
    return this.#group;
  }

  /** The puppeteer browser (WebDriver BiDi). */
  get browser(): Browser {
    if (!this.#browser) throw new Error("Firefox is not running");
    return this.#browser;
  }

  /** Firefox's own window, for what the methods here do not cover. */
  get window(): FirefoxWindow {
    return new FirefoxWindow(this.browser);
  }

  /** Starts the browser on the profile, and installs the extension if the profile lacks it. */
  async start(): Promise<void> {
    mkdirSync(this.profile, { recursive: true });
    writeFileSync(join(this.profile, "user.js"), this.#preferences());
    const server = join(this.profile, "WebDriverBiDiServer.json");
    rmSync(server, { force: true });
    this.#group = spawnGroup(
      "firefox-esr",
      [
        `--profile=${this.profile}`,
        `--width=${this.display.width}`,
        `--height=${this.display.height}`,
        "--remote-debugging-port=0",
        "--remote-allow-system-access", // for FirefoxWindow
        "--no-remote",
        "about:blank",
      ],
      {
        env: { ...process.env, DISPLAY: this.display.name, MOZ_CRASHREPORTER_DISABLE: "1" },
        log: this.log,
      },
    );
    const { ws_host, ws_port } = await waitFor(
      "Firefox's BiDi server",
      () => {
        if (!this.#running.alive()) throw new Error("Firefox ended at start");
        const text = existsSync(server) ? readFileSync(server, "utf8") : "";
        return text.endsWith("}") ? JSON.parse(text) : undefined;
      },
      30_000,
    );
    this.#browser = await connect({
      browserWSEndpoint: `ws://${ws_host}:${ws_port}/session`,
      protocol: "webDriverBiDi",
      defaultViewport: null,
    });
    const fresh = !existsSync(join(this.profile, "extensions", `${this.extensionId}.xpi`));
    if (fresh) {
      const path = join(this.profile, "powermap.xpi");
      packXpi(this.extension, path);
      await this.window.send("webExtension.install", {
        extensionData: { type: "archivePath", path },
        "moz:permanent": true, // puppeteer's installExtension knows only temporary add-ons
      });
    }
    await waitFor("the extension", () => this.window.run(task.extensionRuns, this.extensionId));
    if (fresh) {
      await waitFor("the welcome page, which opens after installation", async () =>
        (await this.#pages()).some(({ url }) => url === this.url("welcome.html")),
      );
    }
  }

  /** Closes the browser as a user does and starts it again on the same profile. */
  async restart(): Promise<void> {
    await this.quit();
    await this.start();
  }

  /** Closes the browser as a user does; profile and screen stay for `start`. */
  async quit(): Promise<void> {
    if (!this.#group?.alive()) return;
    const { child } = this.#group;
    child.ref();
    const ended = new Promise((done) => child.once("exit", done));
    await this.#browser?.close().catch(() => {}); // the answer may lose the race with the end
    await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
    await this.#group.kill();
    this.#browser = undefined;
  }

  /** Kills the whole process group at once, as a power cut would. `start` runs it again. */
  async sigkill(): Promise<void> {
    await this.#running.kill("SIGKILL");
    this.#browser = undefined;
  }

  /** Ends everything, and removes the profile if it was made here. */
  async close(): Promise<void> {
    await this.#group?.kill("SIGKILL");
    if (!this.#options.display) await this.display.stop();
    if (!this.#options.profile) {
      rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  }

  /** The first ordinary tab, in front. */
  async page(): Promise<Page> {
    const ordinary = (await this.#pages()).find(({ url }) => !url.startsWith(this.url("")));
    const page = ordinary?.page ?? (await this.browser.newPage());
    await page.bringToFront();
    return page;
  }

  /** Address of a page of the extension. */
  url(path: string): string {
    return `moz-extension://${host}/${path}`;
  }

  /** Opens a page of the extension in a tab. */
  async extensionPage(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    // Puppeteer waits in vain for events of a page in the extension's process: ask it instead.
    const { _id: context } = page.mainFrame() as unknown as { _id: string };
    await this.window.send("browsingContext.navigate", {
      context,
      url: this.url(path),
      wait: "none",
    });
    await waitFor(`${path} in a tab`, () =>
      page
        .evaluate(
          (url) => location.href.startsWith(url) && document.readyState === "complete",
          this.url(path),
        )
        .catch(() => false),
    );
    return page;
  }

  /** The page in the real sidebar, which is opened where it is not. */
  async openSidebar(): Promise<FirefoxView> {
    await this.window.run(task.showSidebar, `${widgetId(this.extensionId)}-sidebar-action`);
    return this.#view("sidebar", "sidepanel.html");
  }

  async closeSidebar(): Promise<void> {
    await this.window.run(task.hideSidebar);
  }

  /** Whether the sidebar is open now (Firefox opens it by itself after installation). */
  async sidebarIsOpen(): Promise<boolean> {
    return this.window.run(task.sidebarShown, `${widgetId(this.extensionId)}-sidebar-action`);
  }

  /** Puts the toolbar button beside the address, clicks it, and returns the page in the popup. */
  async openPopup(): Promise<FirefoxView> {
    const button = `${widgetId(this.extensionId)}-browser-action`;
    await this.window.run(task.pinToToolbar, button);
    const place = () => this.window.run(task.placeOf, `#${button}`, null);
    const { x, y } = await this.#settled(place, "the toolbar button");
    await this.display.click(x, y);
    return this.#view("popup", "popup.html");
  }

  /**
   * The page of the tab in front, seen with Firefox's own eyes: in `evaluate`, `closedRootOf(element)`
   * gives a shadow root that is closed to the page.
   */
  tabView(): FirefoxView {
    return new FirefoxView(this.window, "tab", (x, y) => this.display.click(x, y));
  }

  /** A right click by the mouse on the first element that matches: the native context menu opens. */
  async rightClick(page: Page, selector: string): Promise<void> {
    await this.#clickOn(page, selector, 3);
  }

  /** A click by the real mouse on the first element that matches. */
  async click(page: Page, selector: string): Promise<void> {
    await this.#clickOn(page, selector, 1);
  }

  /** Chooses from the native context menu that `rightClick` opened, by the mouse. */
  async pickMenu(titles: string[], options: { screenshot?: string } = {}): Promise<void> {
    for (const [depth, title] of titles.entries()) {
      const last = depth === titles.length - 1;
      const place = () => this.window.run(task.placeOf, menuEntries, title);
      const entry = await this.#settled(place, title, 3000).catch(async () => {
        const there = await this.window.run(task.labelsOf, menuEntries);
        await this.display.keys("Escape", "Escape");
        throw new Error(`No entry "${title}" in the context menu; there are: ${there.join(" · ")}`);
      });
      if (last && options.screenshot) {
        await this.display.xdotool("mousemove", "--sync", entry.x, entry.y);
        await this.screenshot(options.screenshot);
      }
      await this.display.click(entry.x, entry.y);
    }
  }

  /**
   * Clicks a button of an extension page that calls `permissions.request`, by the real mouse, and
   * allows what the browser's real prompt asks.
   */
  async allowPermission(
    page: Page,
    selector: string,
    options: { screenshot?: string } = {},
  ): Promise<void> {
    await this.#answerPrompt(page, selector, ".popup-notification-primary-button", options);
  }

  /** The same, denied. */
  async denyPermission(
    page: Page,
    selector: string,
    options: { screenshot?: string } = {},
  ): Promise<void> {
    await this.#answerPrompt(page, selector, ".popup-notification-secondary-button", options);
  }

  /** Ends the background page as Firefox does when it is idle; the next event starts a new one. */
  async killBackground(): Promise<void> {
    await this.window.run(task.terminateBackground, this.extensionId);
  }

  /** Saves the whole screen: the window with its sidebar, native menus and prompts. */
  async screenshot(file: string): Promise<void> {
    await this.display.screenshot(file);
  }

  /** Puppeteer does not learn the addresses of the extension's own pages: ask each. */
  async #pages(): Promise<{ page: Page; url: string }[]> {
    const pages = await this.browser.pages();
    return Promise.all(
      pages.map(async (page) => ({
        page,
        url: await page.evaluate(() => location.href).catch(() => ""), // it is just navigating
      })),
    );
  }

  async #view(place: "sidebar" | "popup", path: string): Promise<FirefoxView> {
    const view = new FirefoxView(this.window, place, (x, y) => this.display.click(x, y));
    await waitFor(`the page in the ${place}`, () =>
      view
        .evaluate(
          (end) => location.pathname === end && document.readyState === "complete",
          `/${path}`,
        )
        .catch(() => false),
    );
    return view;
  }

  async #answerPrompt(
    page: Page,
    selector: string,
    button: string,
    options: { screenshot?: string },
  ): Promise<void> {
    await this.click(page, selector);
    const prompt = `#notification-popup[panelopen] popupnotification:not([hidden]) ${button}`;
    const place = await this.#settled(
      () => this.window.run(task.placeOf, prompt, null),
      "the prompt",
    );
    await sleep(800); // it ignores input in its first half second, against double clicks
    if (options.screenshot) await this.screenshot(options.screenshot);
    await this.display.click(place.x, place.y);
    await waitFor(
      "the end of the permission prompt",
      async () => !(await this.window.run(task.placeOf, prompt, null)),
    );
  }

  async #clickOn(page: Page, selector: string, button: 1 | 3): Promise<void> {
    await page.bringToFront();
    const element = await page.waitForSelector(selector, { visible: true });
    await element?.scrollIntoView();
    const box = await element?.boundingBox();
    if (!box) throw new Error(`No visible ${selector} in the page`);
    const origin = await this.window.run(task.tabOrigin);
    const middle = { x: origin.x + box.x + box.width / 2, y: origin.y + box.y + box.height / 2 };
    if (button === 3) {
      // Nobody presses in the instant in which the pointer comes: what the menu is to show is made ready by then.
      await this.display.xdotool("mousemove", Math.round(middle.x), Math.round(middle.y));
      await sleep(BEFORE_PRESSING);
    }
    await this.display.click(middle.x, middle.y, button);
  }

  /** The place, once it is there and has stopped to move. */
  async #settled(
    place: () => Promise<Point | null>,
    what: string,
    timeoutMs?: number,
  ): Promise<Point> {
    let before: Point | null = null;
    const still = async () => {
      const now = await place();
      const same = now && before && now.x === before.x && now.y === before.y;
      before = now;
      return same ? now : undefined;
    };
    return waitFor(what, still, timeoutMs);
  }

  #preferences(): string {
    const preferences = {
      "xpinstall.signatures.required": false,
      "extensions.webextensions.uuids": JSON.stringify({ [this.extensionId]: host }),
      "intl.locale.requested": this.#options.lang ?? "en-US",
      "ui.systemUsesDarkTheme": this.#options.dark ? 1 : 0,
      // What is saved goes where the tests find it.
      "browser.download.folderList": 2,
      "browser.download.dir": join(this.profile, "downloads"),
      // Nothing that asks, greets or goes to the network by itself.
      "app.normandy.enabled": false,
      "app.update.enabled": false,
      "browser.aboutwelcome.enabled": false,
      "browser.shell.checkDefaultBrowser": false,
      "browser.startup.page": 0,
      "browser.newtabpage.enabled": false,
      "browser.safebrowsing.provider.mozilla.updateURL": "",
      "datareporting.policy.dataSubmissionEnabled": false,
      "extensions.getAddons.cache.enabled": false,
      "extensions.update.enabled": false,
      // Else WebDriver has the browser pretend that whatever asks has the focus, and real keys go astray.
      "focusmanager.testmode": false,
      "permissions.default.desktop-notification": 2, // a CRM may ask for it
      "network.captive-portal-service.enabled": false,
      "network.connectivity-service.enabled": false,
      "services.settings.server": "data:,#remote-settings-dummy/v1",
      "toolkit.telemetry.enabled": false,
    };
    return Object.entries(preferences)
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join("");
  }
}

/** The host of the extension's addresses, which Firefox otherwise makes up for each profile. */
const host = "b0e3f5c2-6f0c-4c5e-9d59-706d61700001";

/** Entries of the context menu; only those in an open menu have a size. */
const menuEntries = "#contentAreaContextMenu :is(menu, menuitem)";

/** How Firefox writes an extension's id in the ids of its widgets. */
function widgetId(extensionId: string): string {
  return extensionId.toLowerCase().replaceAll(/[^a-z0-9_-]/g, "_");
}
