import { setTimeout as sleep } from "node:timers/promises";
import type { Chromium } from "../e2e/browser/chromium.ts";
import { waitFor } from "../e2e/browser/wait.ts";

/** What a page that nobody is attached to measured it says in its title, after this word. */
const SAYS = "measured ";

/** How often its title is asked for (ms): seldom enough that the browser has its rest. */
const EVERY = 400;

/**
 * What a page measured by itself while no debugger is attached to it, in its own unit.
 *
 * @param path the page's, without its query
 */
export async function measured(
  browser: Chromium,
  path: string,
  timeout = 10_000,
): Promise<number[]> {
  const said = await waitFor(
    `what ${path} measured`,
    async () => {
      await sleep(EVERY);
      const page = (await browser.targets()).find(({ url }) => url.startsWith(browser.url(path)));
      return page?.title.startsWith(SAYS) && page.title;
    },
    timeout,
  );
  return JSON.parse(said.slice(SAYS.length)) as number[];
}
