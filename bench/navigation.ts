import type { Page } from "@playwright/test";
import { IDS, startDemoCrm } from "../e2e/demo-crm/server.ts";
import { open, withChromium } from "./browser.ts";
import type { Builds } from "./build.ts";
import { median, result, say, type Result } from "./result.ts";

/** Unmeasured navigations before, and measured ones with the worker awake and with it asleep. */
const WARM_UP = 4;
const AWAKE = 30;
const ASLEEP = 12;
/** Between two navigations, so that each begins at rest (ms). */
const PAUSE = 1_500;

/** Two opportunities of one account, by what their headings say. */
const DEALS = [
  { id: IDS.phase2, name: "Plant-wide MES licence, phase 2" },
  { id: IDS.service, name: "MES service contract 2027" },
];

/**
 * From an in-page navigation to a known opportunity until the real side panel shows it with its people.
 * Both pages take the time by the same wall clock; the panel takes it after the frame is drawn.
 */
export async function navigation({ loopback }: Builds): Promise<Result[]> {
  const crm = await startDemoCrm();
  try {
    return await withChromium(loopback, async (browser) => {
      say("navigation");
      const page = await browser.page();
      await open(page, `${crm.url("opportunity", DEALS[0]!.id)}?delay=0`);
      const panel = await browser.openSidePanel();
      let deal = 0;
      const times = async (count: number, before?: () => Promise<void>) => {
        const found: number[] = [];
        for (let i = 0; i < count; i++) {
          const { id, name } = DEALS[++deal % DEALS.length]!;
          await panel.waitForTimeout(PAUSE);
          await before?.();
          found.push(
            await navigate(page, new URL(crm.url("opportunity", id)).pathname, panel, name),
          );
        }
        return found;
      };
      await times(WARM_UP);
      const awake = await times(AWAKE);
      say("navigation with a sleeping worker");
      const asleep = await times(ASLEEP, () => browser.killWorker());
      return [
        result("navigation → panel shows it", median(awake), "ms", { budget: 150 }),
        result("navigation → panel shows it, worker asleep", median(asleep), "ms", { budget: 150 }),
      ];
    });
  } finally {
    await crm.stop();
  }
}

/** Navigates, and returns the time until the panel shows what it should (ms). */
async function navigate(page: Page, path: string, panel: Page, name: string): Promise<number> {
  await panel.evaluate((name) => {
    (globalThis as { shown?: Promise<number> }).shown = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        const heading = document.querySelector("h1")?.textContent;
        if (heading !== name || !document.querySelector(".people li")) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => resolve(Date.now()), 0));
      });
      observer.observe(document, { childList: true, characterData: true, subtree: true });
    });
  }, name);
  const began = await page.evaluate((path) => {
    const began = Date.now();
    (globalThis as unknown as { demoNavigate(path: string): void }).demoNavigate(path);
    return began;
  }, path);
  const shown = await panel.evaluate(() => (globalThis as { shown?: Promise<number> }).shown);
  if (shown === undefined) throw new Error("The panel was loaded anew");
  return shown - began;
}
