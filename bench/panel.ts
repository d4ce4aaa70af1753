import type { Page } from "@playwright/test";
import type { Chromium } from "../e2e/browser/chromium.ts";
import { IDS, startDemoCrm } from "../e2e/demo-crm/server.ts";
import { inject, open, withChromium } from "./browser.ts";
import { addTo, bundle, type Builds } from "./build.ts";
import type * as Filling from "./page/panel.ts";
import type { Headed } from "./page/panel.ts";
import { median, result, say, type Result } from "./result.ts";
import { measured } from "./unobserved.ts";

/** What `bench/page/panel.ts` is in a page. */
declare const bench: typeof Filling;

/** The least that any panel takes to follow a tab: one that says its address. */
const FLOOR = {
  "floor-panel.html":
    '<!doctype html><meta charset="utf-8"><body><h1></h1><script type="module" src="floor-panel.js"></script>',
  "floor-panel.js": `const tabs = new Map((await chrome.tabs.query({})).map(({ id, url }) => [id, url]));
  chrome.tabs.onActivated.addListener(({ tabId }) => {
    document.querySelector("h1").textContent = tabs.get(tabId);
  });`,
};
const WARM_UP = 4;
const SWITCHES = 30;
/** Between two of them, so that each begins at rest (ms). */
const PAUSE = 700;
const PEOPLE = 200;
const RENDERS = 10;

/** The panel itself: switching between two records that are known, and drawing a decision of many people. */
export async function panel(builds: Builds): Promise<Result[]> {
  return [...(await switching(builds)), ...(await drawing(builds))];
}

/** From one tab with a known record coming to the front until the real side panel shows that record with its people. */
async function switching({ loopback }: Builds): Promise<Result[]> {
  addTo(loopback, FLOOR);
  const script = await bundle("panel.ts");
  const crm = await startDemoCrm();
  try {
    return await withChromium(loopback, async (browser) => {
      say("switching between two records");
      const first = await browser.page();
      await open(first, `${crm.url("opportunity", IDS.phase2)}?delay=0`);
      const side = await browser.openSidePanel();
      const second = await browser.context.newPage();
      await open(second, `${crm.url("opportunity", IDS.service)}?delay=0`);
      const [one, other] = [first.url(), second.url()];
      const deals = [
        { url: one, heading: "Plant-wide MES licence, phase 2" },
        { url: other, heading: "MES service contract 2027" },
      ];
      const switches = (tabs: readonly Headed[], below: string, writing = false) =>
        switchTabs(browser, script, tabs, below, writing);
      const ours = await switches(deals, ".people li");
      // As after a page was read: nothing that the panel has at hand is sure to be what the store has.
      const anew = await switches(deals, ".people li", true);
      await (await sideOf(browser)).goto(new URL("floor-panel.html", side.url()).href);
      const floor = await switches(
        [one, other].map((url) => ({ url, heading: url })),
        "h1",
      );
      return [
        result("switch of tabs → panel shows the other record", ours, "ms", { budget: 80 }),
        result("the same after anything was written", anew, "ms", { budget: 80 }),
        result("the switch, by a panel that says the other address", ours, "ms", { floor }),
      ];
    });
  } finally {
    await crm.stop();
  }
}

/** From a tab coming to the front until the panel has its heading, and what stands below it (ms). */
async function switchTabs(
  browser: Chromium,
  script: string,
  tabs: readonly Headed[],
  below: string,
  writing: boolean,
): Promise<number> {
  const side = await sideOf(browser);
  await inject(side, script);
  const how = { times: WARM_UP + SWITCHES, pause: PAUSE, writing };
  await side.evaluate(([tabs, below, how]) => void bench.switchTabs(tabs, below, how), [
    tabs,
    below,
    how,
  ] as const);
  const path = new URL(side.url()).pathname.slice(1);
  const limit = 2 * how.times * PAUSE;
  const taken = await browser.unobserved(() => measured(browser, path, limit));
  return median(taken.slice(WARM_UP));
}

async function sideOf(browser: Chromium): Promise<Page> {
  const side = (await browser.sidePanel()) ?? (await browser.sidePanel(Object.keys(FLOOR)[0]));
  if (!side) throw new Error("The panel is not open");
  return side;
}

/** A decision of many people from the first byte of the page to the last row, and the longest task meanwhile. */
async function drawing({ shipped }: Builds): Promise<Result[]> {
  const script = await bundle("panel.ts");
  return withChromium(shipped, async (browser) => {
    say(`drawing ${PEOPLE} people`);
    const page = await browser.extensionPage("sidepanel.html");
    await page.waitForTimeout(PAUSE);
    await inject(page, script);
    const key = await page.evaluate((people) => bench.fill(people), PEOPLE);
    const address = new URL(`?record=${encodeURIComponent(key)}`, page.url()).href;
    const [shown, longest]: [number[], number[]] = [[], []];
    for (let n = 0; n < RENDERS; n++) {
      await page.goto(address);
      await page.waitForFunction(
        (people) => document.querySelectorAll(".person-row").length === people,
        PEOPLE,
        { polling: "raf" },
      );
      const [at, task] = await page.evaluate(async () => {
        const drawn = performance.now();
        const entries = await new Promise<PerformanceEntryList>((resolve) => {
          new PerformanceObserver((list) => resolve(list.getEntries())).observe({
            type: "longtask",
            buffered: true,
          });
          setTimeout(() => resolve([]), 300);
        });
        return [drawn, Math.max(0, ...entries.map(({ duration }) => duration))] as const;
      });
      shown.push(at);
      longest.push(task);
    }
    return [
      result(`opening the panel on ${PEOPLE} people until all are drawn`, median(shown), "ms"),
      result(`the longest task of it`, median(longest), "ms"),
    ];
  });
}
