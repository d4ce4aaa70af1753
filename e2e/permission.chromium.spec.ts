import { builds, expect, test } from "./browser/test.ts";
import { IDS, startDemoCrm } from "./demo-crm/server.ts";
import { complete, open } from "./support/desk.ts";
import { heading, person } from "./support/panel.ts";

/** The build that users get, which may read nothing until they allow it in the browser's own prompt. */
const asShipped = { extension: builds.chromiumAsShipped };

const deal = "Plant-wide MES licence, phase 2";
const crmAddress = "http://127.0.0.1";

test("a CRM is allowed by the real prompt, read at once, and silent when access is taken back", async ({
  chromium,
}) => {
  const crm = await startDemoCrm();
  const browser = await chromium(asShipped);
  const welcome = browser.context.pages().find((page) => page.url() === browser.url("welcome.html"))!;
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
  await expect(welcome.getByText(`Allowed: Powermap reads ${crmAddress} from now on.`)).toBeVisible();
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

interface Permissions {
  permissions: { getAll(): Promise<{ origins: string[] }> };
}
