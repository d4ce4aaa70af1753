import { builds, expect, test } from "./browser/test.ts";
import { IDS, startDemoCrm } from "./demo-crm/server.ts";
import { complete, open } from "./support/desk.ts";
import { heading, person, statedTags } from "./support/panel.ts";

/** The build that users get, which may read nothing until they allow it in the browser's own prompt. */
const asShipped = { extension: builds.chromiumAsShipped };

const deal = "Plant-wide MES licence, phase 2";
const crmAddress = "http://127.0.0.1";

test("a CRM is allowed by the real prompt, read at once, and silent when access is taken back", async ({
  chromium,
}) => {
  const crm = await startDemoCrm();
  const browser = await chromium(asShipped);
  const welcome = browser.context
    .pages()
    .find((page) => page.url() === browser.url("welcome.html"))!;
  await expect(heading(welcome)).toHaveText("See who really decides");
  const allowed = () =>
    welcome.evaluate(() =>
      (globalThis as never as { chrome: Permissions }).chrome.permissions.getAll(),
    );
  expect((await allowed()).origins).toEqual([]);

  // The CRM is open before anything is allowed: nothing is read there, and there is no menu.
  const tab = await browser.context.newPage();
  await open(tab, crm.url("opportunity", IDS.phase2));
  const panel = await browser.openSidePanel();
  await expect(heading(panel)).toHaveText("Nothing to read here");
  await expect(panel.getByText("Powermap may not read any site yet.")).toBeVisible();
  expect(browser.registeredMenu()).toEqual([]);

  const address = welcome.getByRole("textbox", { name: "Address of your CRM" });
  const allow = welcome.locator("form").getByRole("button", { name: "Allow" });
  await welcome.bringToFront();
  await address.fill(`${crm.origin}/lightning/page/home`);
  await browser.denyPermission(allow);
  await expect(welcome.getByText("Not allowed, and nothing is read.")).toBeVisible();
  expect((await allowed()).origins).toEqual([]);

  await browser.allowPermission(allow, { screenshot: "test-results/permission-prompt.png" });
  await expect(
    welcome.getByText(`Allowed: Powermap reads ${crmAddress} from now on.`),
  ).toBeVisible();
  expect((await allowed()).origins).toEqual([`${crmAddress}/*`]);

  // The tab that was open all the time is read, without a reload.
  await tab.bringToFront();
  await expect(heading(panel)).toHaveText(deal);
  await expect(person(panel, "Chen Hao")).toBeVisible();
  await expect.poll(() => browser.registeredMenu().map(({ title }) => title)).toContain("Powermap");

  await welcome.bringToFront();
  await welcome.getByRole("button", { name: `Remove access to ${crmAddress}` }).click();
  await welcome.getByRole("button", { name: "Remove access", exact: true }).click();
  await expect(welcome.getByText(`Powermap no longer reads ${crmAddress}.`)).toBeVisible();
  expect((await allowed()).origins).toEqual([]);
  await tab.bringToFront();
  await expect(heading(panel)).toHaveText("Nothing to read here");
  await expect.poll(() => browser.registeredMenu()).toEqual([]);

  // What the CRM shows from now on is not read, in the open tab nor after a reload.
  crm.org().get(IDS.phase2)!.fields.Name = "Nobody may read this";
  await tab.evaluate(() => (globalThis as never as { demoRefresh(): void }).demoRefresh());
  await expect(tab.getByText("Nobody may read this").first()).toBeVisible();
  await tab.reload();
  await complete(tab);
  await expect(heading(panel)).toHaveText("Nothing to read here");
  const recent = panel.getByRole("listitem");
  await expect(recent).toContainText([deal]);
  await crm.stop();
});

test("two organisations with the same record ids never mix", async ({ chromium }) => {
  const crm = await startDemoCrm();
  const browser = await chromium({ ...asShipped, flags: crm.chromiumArgs });
  const welcome = browser.context
    .pages()
    .find((page) => page.url() === browser.url("welcome.html"))!;
  await welcome.bringToFront();
  await browser.allowPermission(welcome.getByRole("button", { name: "Allow reading Salesforce" }));
  await expect(welcome.getByText("Allowed: Powermap reads Salesforce from now on.")).toBeVisible();

  const tab = await browser.context.newPage();
  await open(tab, crm.url("opportunity", IDS.phase2, "acme"));
  const panel = await browser.openSidePanel();
  await expect(heading(panel)).toHaveText(deal);
  await browser.rightClick(tab.getByRole("link", { name: "Chen Hao" }).first());
  await browser.pickMenu(["Powermap", "Tag as decision maker"]);
  await expect(statedTags(panel, "Chen Hao")).toHaveText("decision maker");

  // The same id, in the same role: another deal with another company.
  const second = await browser.context.newPage();
  await open(second, crm.url("opportunity", IDS.phase2, "globex"));
  await expect(heading(panel)).toHaveText("Retrofit Halle 7");
  await expect(person(panel, "Jonas Keller")).toBeVisible();
  await expect(panel.locator('.tag[data-state="stated"]')).toHaveCount(0);
  await expect(panel.locator("main")).not.toContainText("Chen Hao");
  await browser.rightClick(second.getByRole("link", { name: "Petra Vogt" }).first());
  await browser.pickMenu(["Powermap", "Tag as purchaser"]);
  await expect(statedTags(panel, "Petra Vogt")).toHaveText("purchaser");

  await tab.bringToFront();
  await expect(heading(panel)).toHaveText(deal);
  await expect(statedTags(panel, "Li Wei")).toHaveCount(0);
  await expect(statedTags(panel, "Chen Hao")).toHaveText("decision maker");
  await open(tab, crm.url("account", IDS.account, "acme"));
  await expect(heading(panel)).toHaveText("Huadong Manufacturing Group");
  await expect(panel.locator("main")).not.toContainText(/Keller|Vogt|Retrofit/);

  const popup = await browser.openPopup();
  const accounts = popup.getByRole("group");
  await expect(accounts).toHaveCount(2);
  await expect(popup.getByRole("group", { name: "Huadong Manufacturing Group" })).toContainText(
    "acme",
  );
  await expect(popup.getByRole("group", { name: "Nordhafen Turbinenbau AG" })).toContainText(
    "globex",
  );
  await crm.stop();
});

interface Permissions {
  permissions: { getAll(): Promise<{ origins: string[] }> };
}
