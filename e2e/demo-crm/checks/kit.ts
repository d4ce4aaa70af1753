/** What every check uses: counting results, and reading the visible record. */
import type { Page } from "@playwright/test";
import type { DemoCrm } from "../server.ts";

/** The visible page of a standard app. */
export const ACTIVE = ".windowViewMode-normal.active.lafPageHost";

export type Kit = ReturnType<typeof createKit>;

export function createKit(crm: DemoCrm, page: Page) {
  const result = { passed: 0, failed: 0 };
  const check = (what: string, ok: boolean) => {
    if (ok) result.passed++;
    else {
      result.failed++;
      console.error(`FAILED  ${what}`);
    }
  };
  const same = (what: string, actual: unknown, expected: unknown) => {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
    check(a === b ? what : `${what}: ${a} is not ${b}`, a === b);
  };
  const loaded = (root = ACTIVE) => page.waitForSelector(`${root}[data-loaded="true"]`);
  const count = (selector: string) => page.locator(selector).count();
  const text = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.textContent?.trim());
  /** The value that the visible record shows of a field, e.g. `Contact.Title`. */
  const field = (name: string) =>
    text(
      `${ACTIVE} [data-target-selection-name="sfdc:RecordField.${name}"] [slot="outputField"][data-output-element-id="output-field"]`,
    );
  const open = async (url: string, query = "delay=0") => {
    await page.goto(url + (query ? `?${query}` : ""));
    await loaded();
  };
  return { crm, page, result, check, same, loaded, count, text, field, open };
}
