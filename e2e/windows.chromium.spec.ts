import type { Page } from "@playwright/test";
import type { Chromium } from "./browser/chromium.ts";
import { waitFor } from "./browser/wait.ts";
import { IDS } from "./demo-crm/server.ts";
import { complete, expect, open, test } from "./support/desk.ts";
import { heading, notice, openPerson, person, roleChoice, statedTags } from "./support/panel.ts";

/** Several windows, and no network. */

const deal = "Plant-wide MES licence, phase 2";
const service = "MES service contract 2027";

const say = async (panel: Page, who: string, role: string) => {
  await openPerson(panel, who);
  await roleChoice(panel, role).getByRole("radio", { name: "Yes", exact: true }).check();
  await expect(notice(panel)).toContainText(`Saved. ${who}: ${role}`);
  await panel.getByRole("button", { name: "Back to the list" }).click();
  await expect(statedTags(panel, who)).toHaveText([role]);
};

const windowOf = (page: Page): Promise<number> =>
  page.evaluate(async () => (await (globalThis as never as Api).chrome.windows.getCurrent()).id);

/** Places the window of a page of the extension on the screen: one that is covered by another draws nothing. */
const place = (page: Page, bounds: { left: number; width: number }) =>
  page.evaluate(async (bounds) => {
    const { windows } = (globalThis as never as Api).chrome;
    const { id } = await windows.getCurrent();
    await windows.update(id, { state: "normal" });
    await windows.update(id, { top: 0, height: 900, ...bounds });
  }, bounds);

/** Opens a second window beside the one of `panel`, with the CRM's page and the real side panel in it. */
async function secondWindow(desk: Chromium, panel: Page, url: string): Promise<[Page, Page]> {
  const [helper] = await Promise.all([
    desk.context.waitForEvent("page"),
    panel.evaluate(
      (url) => (globalThis as never as Api).chrome.windows.create({ url }),
      desk.url("welcome.html"),
    ),
  ]);
  await helper.waitForLoadState();
  const id = await windowOf(helper);
  await place(helper, { left: 720, width: 720 });
  // By the extension's own call: the toolbar button that the harness presses is that of a window as wide as the screen.
  await helper.evaluate(
    (windowId) => (globalThis as never as Api).chrome.sidePanel.open({ windowId }),
    id,
  );
  const second = await waitFor("the second side panel", async () => {
    for (const page of desk.context.pages()) {
      if (page === panel || page.url() !== panel.url()) continue;
      if ((await windowOf(page).catch(() => null)) === id) return page;
    }
    return null;
  });
  await helper.goto(url);
  await complete(helper);
  return [helper, second];
}

test("two windows show two records, and have one history: undo in either takes back the newest act", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await place(panel, { left: 0, width: 720 });
  const [otherTab, other] = await secondWindow(desk, panel, crm.url("opportunity", IDS.service));
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(heading(panel)).toHaveText(deal);
  await expect(heading(other)).toHaveText(service);
  expect(await windowOf(panel)).not.toBe(await windowOf(other));

  await say(panel, "Chen Hao", "decision maker");
  await say(other, "Li Wei", "opinion leader");

  // The newest act is the other window's: the notice here, whose Undo would take that back, is over.
  await expect(notice(panel)).not.toContainText("Chen Hao");
  await panel.bringToFront();
  await panel.keyboard.press("Control+z");
  await expect(notice(panel)).toContainText("Undone. Li Wei: opinion leader");
  await expect(statedTags(other, "Li Wei")).toHaveCount(0);
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
  // And what is undone there again is the one before it, not the same once more.
  await other.keyboard.press("Control+z");
  await expect(notice(other)).toContainText("Undone. Chen Hao: decision maker");
  await expect(statedTags(panel, "Chen Hao")).toHaveCount(0);
  await panel.keyboard.press("Control+Shift+z");
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
  await other.keyboard.press("Control+Shift+z");
  await expect(statedTags(other, "Li Wei")).toHaveText(["opinion leader"]);

  // Each follows its own window alone, and both hear of what is said of one person.
  await otherTab.goto(crm.url("opportunity", IDS.phase2));
  await expect(statedTags(other, "Chen Hao")).toHaveText(["decision maker"]);
  await say(other, "Wang Fang", "user");
  await expect(statedTags(panel, "Wang Fang")).toHaveText(["user"]);

  // Whom the page's menu asks for is shown in its own window, though the other shows the same record.
  await desk.rightClick(otherTab.getByRole("link", { name: "Zhao Min" }).first());
  await desk.pickMenu(["Powermap", "More…"]);
  await expect(other.getByRole("heading", { level: 2 }).first()).toHaveText("Zhao Min");
  await expect(person(panel, "Zhao Min")).toBeVisible();
  await other.getByRole("button", { name: "Back to the list" }).first().click();
  await expect(person(other, "Zhao Min")).toBeVisible();

  await tab.goto(`${crm.origin}/lightning/page/home`);
  await expect(heading(panel)).toHaveText("Nothing to read here");
  await expect(heading(other)).toHaveText(deal);

  await otherTab.close();
  await place(panel, { left: 0, width: 1440 });
});

test("without a network the panel says so, shows what it knows, and saves what is said", async ({
  crm,
  tab,
  panel,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(person(panel, "Chen Hao")).toBeVisible();
  const offline = panel.getByText("You are offline.");
  await expect(offline).toHaveCount(0);
  try {
    await desk.context.setOffline(true);
    await expect(offline).toBeVisible();
    await say(panel, "Chen Hao", "decision maker");
    // The CRM cannot be reached, and what was said is not lost with the page.
    await tab.reload().catch(() => undefined);
    await panel.reload();
    await expect(offline).toBeVisible();
    await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
  } finally {
    await desk.context.setOffline(false);
  }
  await expect(offline).toHaveCount(0);
  crm.org().get(IDS.phase2)!.fields.StageName = "Negotiation/Review";
  await open(tab, crm.url("opportunity", IDS.phase2));
  await expect(panel.locator(".facts")).toContainText("Negotiation/Review");
  await expect(statedTags(panel, "Chen Hao")).toHaveText(["decision maker"]);
});

interface Api {
  chrome: {
    windows: {
      getCurrent(): Promise<{ id: number }>;
      create(options: object): Promise<object>;
      update(id: number, options: object): Promise<object>;
    };
    sidePanel: { open(where: { windowId: number }): Promise<void> };
  };
}
