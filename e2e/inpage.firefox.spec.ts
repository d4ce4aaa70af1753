/** What Powermap shows in the page and in its context menu, in real Firefox. */
import { expect } from "./browser/test.ts";
import type { Firefox } from "./browser/firefox.ts";
import { IDS } from "./demo-crm/server.ts";
import { open, test } from "./support/firefox-desk.ts";
import { noticeIn } from "./support/sidebar.ts";

const linkTo = (id: string) => `.lafPageHost.active a[href*="${id}"]`;

/** The entries of the open menu that show a check. */
const checked = (desk: Firefox) =>
  desk.window.run(() =>
    [...document.querySelectorAll<Entry>("#contentAreaContextMenu menuitem[type=checkbox]")]
      .filter((one) => one.getAttribute("checked") === "true" && one.label.startsWith("Tag as"))
      .map(({ label }) => label),
  );
type Entry = HTMLElement & { label: string };

/** The badges in the page: the link's own text, and what the badge says of them. */
const badges = (desk: Firefox) =>
  desk
    .tabView()
    .evaluate(() =>
      [...document.querySelectorAll("powermap-badge")].map((host) => [
        host.parentElement?.textContent,
        closedRootOf(host)?.querySelector(".pill")?.getAttribute("aria-label"),
      ]),
    );
/** Given to what runs in a tab's page by the harness. */
declare function closedRootOf(element: Element): ShadowRoot | null;

test("the menu shows what is set, and badges stand beside the link until they are off", async ({
  crm,
  tab,
  desk,
}) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await desk.rightClick(tab, linkTo(IDS.chenHao));
  await desk.pickMenu(["Powermap", "Tag as decision maker"]);
  await noticeIn(desk).says("Chen Hao: tagged as decision maker");

  const settings = await desk.extensionPage("welcome.html");
  const want = (badges: string[]) =>
    settings.evaluate(
      (badges) =>
        (globalThis as never as { browser: Stored }).browser.storage.local.set({ badges }),
      badges,
    );
  await want(["salesforce"]);
  await tab.bringToFront();
  await expect.poll(() => badges(desk)).toContainEqual(["Chen Hao", "decision maker"]);
  await desk.screenshot("test-results/inpage-firefox.png");
  await want([]);
  await expect.poll(() => badges(desk)).toEqual([]);

  await desk.rightClick(tab, linkTo(IDS.chenHao));
  await expect.poll(() => checked(desk)).toEqual(["Tag as decision maker"]);
  await desk.pickMenu(["Powermap", "Tag as decision maker"], {
    screenshot: "test-results/inpage-firefox-menu.png",
  });
  await noticeIn(desk).says("Chen Hao: no longer tagged as decision maker");
  await settings.close();

  // By the key.
  await tab.bringToFront();
  await tab.focus(linkTo(IDS.wangFang));
  await desk.display.keys("alt+shift+d");
  await noticeIn(desk).says("Wang Fang: tagged as decision maker");
});
interface Stored {
  storage: { local: { set(items: object): Promise<void> } };
}

test("a key opens the sidebar", async ({ crm, tab, desk }) => {
  await open(tab, crm.url("opportunity", IDS.phase2));
  await desk.closeSidebar();
  await tab.bringToFront();
  await desk.display.keys("alt+shift+o");
  await expect.poll(() => desk.sidebarIsOpen()).toBe(true);
});
