import type { Browser } from "puppeteer-core";
import { evaluateInView, viewOrigin, type ViewPlace } from "./firefox-window-tasks.ts";
import type { Point } from "./xvfb.ts";

/**
 * Firefox's own window seen from inside, over WebDriver BiDi's chrome scope (which
 * `--remote-allow-system-access` opens). It finds native things, such as a menu's entry or a
 * prompt's button, by what they say and tells where they are on the screen; the mouse then does the
 * rest. It also reaches pages that BiDi does not list, because they are not tabs: the sidebar and
 * the popup.
 */
export class FirefoxWindow {
  #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** A raw BiDi command, for what puppeteer has no method for. */
  async send(method: string, params: object): Promise<Record<string, unknown>> {
    const { connection } = this.#browser as unknown as {
      connection: { send(method: string, params: object): Promise<{ result: object }> };
    };
    return (await connection.send(method, params)).result as Record<string, unknown>;
  }

  /** Runs a function with the rights of Firefox itself in its first window. Values go as JSON. */
  async run<Args extends unknown[], Value>(
    task: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ): Promise<Value> {
    const { contexts } = (await this.send("browsingContext.getTree", {
      "moz:scope": "chrome",
    })) as { contexts: { context: string; url: string }[] };
    const window = contexts.find(({ url }) => url === "chrome://browser/content/browser.xhtml");
    if (!window) throw new Error("Firefox has no window");
    const answer = (await this.send("script.evaluate", {
      expression: `(async () => JSON.stringify((await (${task})(...${JSON.stringify(args)})) ?? null))()`,
      target: { context: window.context },
      awaitPromise: true,
    })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
    if (answer.type !== "success") throw new Error(answer.exceptionDetails?.text);
    return JSON.parse(answer.result?.value ?? "null") as Value;
  }
}

/** A page as Firefox itself sees it: in the sidebar, in the toolbar's popup, or in the tab in front. */
export class FirefoxView {
  #window: FirefoxWindow;
  #place: ViewPlace;
  #click: (x: number, y: number) => Promise<void>;

  constructor(
    window: FirefoxWindow,
    place: ViewPlace,
    click: (x: number, y: number) => Promise<void>,
  ) {
    this.#window = window;
    this.#place = place;
    this.#click = click;
  }

  /** Runs a function in the page. Arguments and value go as JSON. */
  async evaluate<Args extends unknown[], Value>(
    task: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ): Promise<Value> {
    const source = `(async () => JSON.stringify((await (${task})(...${JSON.stringify(args)})) ?? null))()`;
    const answer = await this.#window.run(evaluateInView, this.#place, source);
    if (answer.error !== undefined) throw new Error(answer.error);
    return JSON.parse(answer.value ?? "null") as Value;
  }

  /** Runs a library's text in the page, whatever the page's CSP says; `evaluate` then finds it there. */
  async addScript(text: string): Promise<void> {
    const answer = await this.#window.run(evaluateInView, this.#place, `${text};""`);
    if (answer.error !== undefined) throw new Error(answer.error);
  }

  /** What the page shows as text. */
  async text(): Promise<string> {
    return this.evaluate(() => document.body.innerText);
  }

  /** Waits until the page shows this text, and returns all it shows. */
  async waitForText(text: string, timeoutMs = 10_000): Promise<string> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const shown = await this.text().catch((error: unknown) => `(${String(error)})`);
      if (shown.includes(text)) return shown;
      if (Date.now() > end) {
        throw new Error(`Waited ${timeoutMs} ms in vain for "${text}"; shown:\n${shown}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** A click by the real mouse on the first element that matches. */
  async click(selector: string): Promise<void> {
    const middle = await this.evaluate((selector: string) => {
      const element = document.querySelector(selector);
      if (!element) throw new Error(`No ${selector} in the page`);
      element.scrollIntoView({ block: "nearest" });
      const box = element.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }, selector);
    await this.clickAt(middle);
  }

  /** A click by the real mouse at a place of the page, in its own pixels. */
  async clickAt({ x, y }: Point): Promise<void> {
    const origin = await this.#window.run(viewOrigin, this.#place);
    await this.#click(origin.x + x, origin.y + y);
  }
}
