/** The Firefox harness keeps its word, shown with the real extension. */
import { expect, test } from "./browser/test.ts";
import { IDS, startDemoCrm, type DemoCrm } from "./demo-crm/server.ts";

let crm: DemoCrm;
test.beforeAll(async () => {
  crm = await startDemoCrm();
});
test.afterAll(() => crm.stop());

test("sidebar, native menu, restart and SIGKILL are real", async ({ firefox }) => {
  const browser = await firefox();
  let sidebar = await browser.openSidebar();
  await sidebar.evaluate(async () => {
    const { browser } = globalThis as never as { browser: { storage: { local: Area } } };
    await browser.storage.local.set({ survives: "yes" });
  });
  const survives = () =>
    sidebar.evaluate(async () => {
      const { browser } = globalThis as never as { browser: { storage: { local: Area } } };
      return browser.storage.local.get("survives");
    });
  const page = await browser.page();
  await page.goto(crm.url("opportunity", IDS.phase2));
  await browser.rightClick(page, `.active a[href*="${IDS.chenHao}"]`);
  await expect(browser.pickMenu(["Powermap", "Tag as emperor"])).rejects.toThrow("emperor");
  await browser.display.keys("Escape", "Escape");
  await browser.restart();
  sidebar = await browser.openSidebar();
  expect(await survives()).toEqual({ survives: "yes" });
  await browser.sigkill();
  await browser.start();
  sidebar = await browser.openSidebar();
  expect(await survives()).toEqual({ survives: "yes" });
});

test("language and colour scheme are the browser's own", async ({ firefox }) => {
  const browser = await firefox({ lang: "zh-CN", dark: true });
  const page = await browser.page();
  await page.goto(crm.url("opportunity", IDS.phase2));
  const seen = await page.evaluate(() => ({
    lang: navigator.language,
    dark: matchMedia("(prefers-color-scheme: dark)").matches,
  }));
  expect(seen).toEqual({ lang: "zh-CN", dark: true });
});

interface Area {
  set(values: object): Promise<void>;
  get(key: string): Promise<object>;
}
