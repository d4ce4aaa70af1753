import type { Locator, Page } from "@playwright/test";
import type { Chromium } from "./browser/chromium.ts";
import { builds } from "./browser/test.ts";
import { IDS, startDemoCrm } from "./demo-crm/server.ts";
import { expectAccessible, expectNoSidewaysScrolling } from "./support/checks.ts";
import { expect, open, test } from "./support/desk.ts";
import { heading, holder, openPerson, person, roleChoice, statedTags } from "./support/panel.ts";
import { mayWritePolicy, setPolicy } from "./support/policy.ts";

// A browser of its own: what other files left behind would be seen.
test.use({ setting: { lang: "en" } });

const deal = "Plant-wide MES licence, phase 2";

/** The settings page in a tab of its own, in front. */
async function openSettings(browser: Chromium): Promise<Page> {
  const page = await browser.extensionPage("options.html");
  await expect(heading(page)).toHaveText(/Settings|设置/);
  return page;
}

const section = (page: Page, name: string): Locator => page.getByRole("region", { name });
const pick = (within: Page | Locator, name: string) =>
  within.getByRole("radio", { name, exact: true }).check();
const menuTitles = (browser: Chromium) =>
  browser.registeredMenu().flatMap(({ title }) => (title ? [title] : []));

test.describe("on one desk", () => {
  test.afterEach(async ({ desk }) => {
    const page = await desk.extensionPage("options.html");
    await page.evaluate(() =>
      (globalThis as never as Storage).chrome.storage.local.remove([
        "locale",
        "theme",
        "vocabulary",
        "titles",
        "halfLives",
        "badges",
      ]),
    );
    await page.close();
  });

  test("language and theme change everywhere at once, with the panel open, and are taken back", async ({
    crm,
    tab,
    panel,
    desk,
  }) => {
    await open(tab, crm.url("opportunity", IDS.phase2));
    await expect(heading(panel)).toHaveText(deal);
    const settings = await openSettings(desk);
    await panel.evaluate(() => Object.assign(globalThis, { sameAsBefore: true }));

    await pick(settings, "简体中文");
    await expect(heading(settings)).toHaveText("设置");
    await expect(panel.locator("html")).toHaveAttribute("lang", "zh-CN");
    await expect(settings.getByRole("status").filter({ hasText: "已更改：语言" })).toBeVisible();
    await pick(settings, "深色");
    const background = (page: Page) =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const dark = "rgb(22, 24, 29)";
    await expect.poll(() => background(settings)).toBe(dark);
    await expect.poll(() => background(panel)).toBe(dark);
    await tab.bringToFront();
    await expect(panel.getByText("谁在决定").first()).toBeVisible();
    await expect.poll(() => menuTitles(desk)).toContain("标记为决策者");
    expect(await panel.evaluate(() => "sameAsBefore" in globalThis)).toBe(true);

    await settings.bringToFront();
    await settings.getByRole("button", { name: "撤销" }).click();
    await expect.poll(() => background(panel)).not.toBe(dark);
    await settings.getByRole("button", { name: "恢复初始设置：语言与外观" }).click();
    await expect(heading(settings)).toHaveText("Settings");
    await expect(panel.locator("html")).toHaveAttribute("lang", "en");
  });

  test("a skin renames panel and menu, a hidden role is offered nowhere, one's own is tagged", async ({
    crm,
    tab,
    panel,
    desk,
  }) => {
    await open(tab, crm.url("opportunity", IDS.phase2));
    await expect(person(panel, "Chen Hao")).toBeVisible();
    const settings = await openSettings(desk);
    const roles = section(settings, "Names of roles");
    await pick(roles, "Blue Sheet");
    await roles.getByRole("combobox", { name: "Where coach is offered" }).selectOption("hidden");
    await roles.getByRole("textbox", { name: "Name", exact: true }).fill("Budget owner");
    await roles.getByRole("button", { name: "Add role" }).click();
    await expect(roles.getByRole("button", { name: "Remove Budget owner" })).toBeVisible();
    await expect
      .poll(() => menuTitles(desk).filter((title) => title.startsWith("Tag as ")))
      .toEqual([
        "Tag as economic buyer",
        "Tag as user buyer",
        "Tag as technical buyer",
        "Tag as Budget owner",
      ]);

    await tab.bringToFront();
    await expect(holder(panel, "economic buyer")).toBeVisible();
    await expect(panel.locator(".coverage")).not.toContainText("coach");
    await desk.rightClick(tab.getByRole("link", { name: "Chen Hao" }).first());
    await desk.pickMenu(["Powermap", "Tag as Budget owner"]);
    await expect(statedTags(panel, "Chen Hao")).toHaveText("Budget owner");
    await openPerson(panel, "Chen Hao");
    await expect(roleChoice(panel, "Budget owner").getByLabel("Yes")).toBeChecked();
    await expect(roleChoice(panel, "economic buyer").getByLabel("Yes")).toBeChecked();
    await expect(roleChoice(panel, "coach")).toHaveCount(0);

    // Nothing is lost with it: who was tagged by it holds the role that it counted as.
    await settings.bringToFront();
    await roles.getByRole("button", { name: "Remove Budget owner" }).click();
    await expect.poll(() => menuTitles(desk)).not.toContain("Tag as Budget owner");
    await tab.bringToFront();
    await expect(roleChoice(panel, "Budget owner")).toHaveCount(0);
    await expect(roleChoice(panel, "economic buyer").getByLabel("Yes")).toBeChecked();
  });

  test("titles and half-lives that the user sets hold in the panel at once", async ({
    crm,
    tab,
    panel,
    desk,
  }) => {
    await open(tab, crm.url("opportunity", IDS.phase2));
    const guesses = person(panel, "Chen Hao").locator('.tag[data-state="inferred"]');
    await expect(guesses.first()).toBeVisible();
    const before = await guesses.allTextContents();
    const settings = await openSettings(desk);
    const titles = section(settings, "Job titles");
    await titles.getByRole("textbox", { name: "Words in the title" }).fill("technical director");
    const row = titles.locator("form");
    await row.getByRole("combobox", { name: "Role" }).selectOption("coach");
    await row.getByRole("button", { name: "Add words" }).click();
    await expect(titles.getByRole("status")).toContainText("coach");
    await tab.bringToFront();
    await expect(guesses).not.toHaveText(before);

    await settings.bringToFront();
    const days = settings.getByRole("spinbutton", { name: "Roles" });
    await days.fill("3");
    await days.press("Enter");
    await expect(settings.getByText("A whole number from 7 to 3,650.")).toBeVisible();
    await days.fill("30");
    await days.press("Enter");
    await expect(settings.getByText("Changed: Roles: 30 days")).toBeVisible();
    await settings.reload();
    await expect(days).toHaveValue("30");
  });

  test("by the keyboard: the links lead to the sections, and a radio is chosen by its arrows", async ({
    tab: _,
    desk,
  }) => {
    const settings = await openSettings(desk);
    await settings.keyboard.press("Tab");
    const links = settings.getByRole("navigation").getByRole("link");
    await expect(links.first()).toBeFocused();
    await links.nth(1).press("Enter");
    await expect(settings).toHaveURL(/#look$/);
    await expect(links.nth(1)).toHaveAttribute("aria-current", "true");
    await settings.keyboard.press("Tab");
    await settings.keyboard.press("ArrowRight");
    await expect(settings.getByRole("radio", { name: "English", exact: true })).toBeChecked();
    await settings.goBack();
    await expect(settings).not.toHaveURL(/#look$/);
  });

  test("is read in both languages, both themes, narrow and wide", async ({ tab: _, desk }) => {
    const settings = await openSettings(desk);
    for (const [language, theme, name] of [
      ["English", "Light", "en"],
      ["简体中文", "深色", "zh"],
    ] as const) {
      await pick(settings, language);
      await pick(settings, theme);
      await settings
        .locator("details")
        .evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
      for (const width of [320, 1100]) {
        await settings.setViewportSize({ width, height: 900 });
        await expectNoSidewaysScrolling(settings);
        const path = `test-results/settings-${name}-${width}.png`;
        await settings.screenshot({ path, fullPage: true });
      }
      await expectAccessible(settings);
      if (name === "zh") {
        const said = await Promise.all(
          ["CRM 与访问权限", "语言与外观", "角色名称", "判断的时效", "键盘快捷键"].map((one) =>
            section(settings, one).innerText(),
          ),
        );
        const names = /CRM|Salesforce|Tryton|Powermap|English|MEDDICC|TAS|Alt|Shift|\S+[.:/]\S+/gu;
        expect(
          said
            .join("\n")
            .replace(names, "")
            .match(/[A-Za-z]{2,}/gu) ?? [],
        ).toEqual([]);
      }
    }
  });
});

test("access is given by the real prompt and taken back, with the panel open", async ({
  chromium,
}) => {
  const crm = await startDemoCrm();
  const browser = await chromium({ extension: builds.chromiumAsShipped });
  const tab = await browser.context.newPage();
  await open(tab, crm.url("opportunity", IDS.phase2));
  const panel = await browser.openSidePanel();
  const settings = await openSettings(browser);
  await settings.getByRole("textbox", { name: "Address of your CRM" }).fill(crm.origin);
  await browser.allowPermission(settings.locator("form").getByRole("button", { name: "Allow" }));
  const badges = settings.getByRole("checkbox", { name: "Badges in http://127.0.0.1" });
  await expect(badges).not.toBeChecked();
  await tab.bringToFront();
  await expect(heading(panel)).toHaveText(deal);

  await settings.bringToFront();
  await settings.getByRole("button", { name: "Remove access to http://127.0.0.1" }).click();
  await settings.getByRole("button", { name: "Remove access", exact: true }).click();
  await expect(badges).toHaveCount(0);
  await expect.poll(() => browser.registeredMenu()).toEqual([]);
  await tab.bringToFront();
  await expect(person(panel, "Chen Hao")).toHaveCount(0);
  await crm.stop();
});

test("an administrator's policy is shown, locked, and wins, until it is taken away", async ({
  chromium,
}) => {
  test.skip(!mayWritePolicy(), "needs an administrator of the machine");
  const crm = await startDemoCrm();
  const browser = await chromium();
  const policy = {
    sites: ["https://erp.acme.example:8000"],
    vocabulary: { skin: "tas", names: { user: "Operator" } },
    retentionMonths: 12,
    exportDisabled: true,
  };
  const takeAway = setPolicy("powermap-e2e", {
    "3rdparty": { extensions: { [browser.extensionId]: policy } },
  });
  try {
    await browser.restart();
    const settings = await openSettings(browser);
    const roles = section(settings, "Names of roles");
    await expect(roles.getByText("Set by your organisation")).toBeVisible();
    await expect(roles.getByRole("radio", { name: "TAS" })).toBeChecked();
    await expect(roles.getByRole("radio", { name: "TAS" })).toBeDisabled();
    await expect(roles.getByRole("textbox", { name: "Your name for user" })).toHaveValue(
      "Operator",
    );
    await expect(
      settings.getByRole("button", { name: "Allow reading erp.acme.example" }),
    ).toBeVisible();
    await expect.poll(() => menuTitles(browser)).toContain("Tag as Operator");
    await settings.screenshot({ path: "test-results/settings-managed.png", fullPage: true });
    await expectAccessible(settings);

    // Nothing goes out of the panel either.
    const tab = await browser.context.newPage();
    await open(tab, crm.url("opportunity", IDS.phase2));
    const panel = await browser.openSidePanel();
    await expect(heading(panel)).toHaveText(deal);
    await panel.getByRole("button", { name: "Menu" }).click();
    const menu = panel.getByRole("dialog", { name: "Menu" });
    await expect(
      menu.getByText(/does not allow maps to be copied, saved or printed/u),
    ).toBeVisible();
    await expect(menu.getByRole("button", { name: /Copy|CSV|Print/u })).toHaveCount(0);
    await expectAccessible(panel);
    await panel.screenshot({ path: "test-results/panel-menu-managed.png" });

    takeAway();
    await browser.restart();
    const after = await openSettings(browser);
    await expect(
      section(after, "Names of roles").getByText("Set by your organisation"),
    ).toHaveCount(0);
    await expect.poll(() => menuTitles(browser)).toContain("Tag as user");
  } finally {
    await crm.stop();
    takeAway();
  }
});

interface Storage {
  chrome: { storage: { local: { remove(keys: string[]): Promise<void> } } };
}
