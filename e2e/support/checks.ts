import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "../browser/test.ts";

/** What axe finds wrong is nothing. In one frame, since a tab opened for it would close the popup. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
}

/** No part of the page is wider than the page. */
export async function expectNoSidewaysScrolling(page: Page): Promise<void> {
  const { wide, view } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    view: document.documentElement.clientWidth,
  }));
  expect(wide, "the width of what is shown").toBeLessThanOrEqual(view);
}

/** Latin letters that may stand in a Chinese page: names, and what users read in their CRM. */
const NAMES =
  /Powermap|CRM|Salesforce|Tryton|MES|Alex Morgan|Proposal\/Price Quote|Influencer|Business User|Technical Buyer|https?:\S+|\S+@\S+|[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?/giu;

/** Everything that is shown or read out is Chinese. */
export async function expectChinese(page: Page): Promise<void> {
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  const said = await page.evaluate(() => {
    for (const hook of document.querySelectorAll("code")) hook.hidden = true; // no language
    const attributes = ["aria-label", "title", "placeholder"];
    const labels = [...document.querySelectorAll("*")].flatMap((element) =>
      attributes.map((name) => element.getAttribute(name) ?? ""),
    );
    return [document.body.innerText, document.title, ...labels].join("\n");
  });
  const left = said.replace(NAMES, "").match(/[A-Za-z]{2,}/gu) ?? [];
  expect(left, "words that are not Chinese").toEqual([]);
}
