/** How the pages behave: late parts, navigation, console, overlays, switches, test hooks. */
import { IDS } from "../server.ts";
import { ACTIVE, type Kit } from "./kit.ts";

export const BEHAVIOUR = [
  lateRendering,
  navigation,
  consoleApp,
  overlays,
  moreSwitches,
  organisations,
];

async function lateRendering({ crm, page, same, loaded, count, text }: Kit) {
  await page.goto(crm.url("opportunity", IDS.phase2));
  await page.waitForSelector(`${ACTIVE} records-highlights2`);
  same("header before details", await count(`${ACTIVE} [data-target-selection-name]`), 0);
  await page.waitForSelector(`${ACTIVE} [data-target-selection-name]`);
  same(
    "details before related lists",
    await count(`${ACTIVE} lst-related-list-single-container`),
    0,
  );
  await loaded();
  await page.goto(`${crm.url("opportunity", IDS.phase2)}?linger=600&delay=0`);
  await loaded();
  await page.locator(`${ACTIVE} .slds-tile__title a`).first().click();
  same(
    "old record lingers after the URL",
    [page.url().includes(IDS.liWei), await text(`${ACTIVE} h1 [slot="primaryField"]`)],
    [true, "Plant-wide MES licence, phase 2"],
  );
}

async function navigation({ crm, page, check, same, count, field, open }: Kit) {
  await open(crm.url("opportunity", IDS.phase2), "");
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.locator(`${ACTIVE} .slds-tile__title a`).first().click();
  await page.waitForSelector(
    `${ACTIVE}[data-loaded] [data-target-selection-name^="sfdc:RecordField.Contact"]`,
  );
  check(
    "pushState",
    page.url().includes(IDS.liWei) && (await page.evaluate(() => "sameDocument" in window)),
  );
  const hidden = page.locator(".lafPageHost:not(.active)");
  same(
    "the previous record stays, hidden",
    [
      await hidden.count(),
      await hidden.first().isVisible(),
      await hidden
        .first()
        .locator('[data-target-selection-name="sfdc:RecordField.Opportunity.Name"]')
        .count(),
    ],
    [1, false, 1],
  );
  await page.goBack();
  await page.waitForURL(/006/);
  same("back", await field("Opportunity.Name"), "Plant-wide MES licence, phase 2");
  check("title after back", (await page.title()).startsWith("Plant-wide"));
  await page.goForward();
  same("forward", await field("Contact.Title"), "IT Department Manager");
  for (const id of [IDS.chenHao, IDS.wangFang, IDS.zhaoMin, IDS.sunLei, IDS.zhouJie, IDS.liuYang]) {
    await page.evaluate(
      (path) => (window as unknown as { demoNavigate(path: string): void }).demoNavigate(path),
      `/lightning/r/Contact/${id}/view`,
    );
  }
  await page.waitForSelector(`${ACTIVE}[data-loaded]`);
  same("five hidden records at most", await count(".lafPageHost"), 6);
}

async function consoleApp({ crm, page, same, loaded, text }: Kit) {
  const workspace = `/lightning/r/Opportunity/${IDS.phase2}/view`;
  const inConsole = ".windowViewMode-maximized.active.lafPageHost";
  await page.goto(`${crm.url("contact", IDS.liWei)}?delay=0&ws=${encodeURIComponent(workspace)}`);
  await loaded(inConsole);
  const focused =
    "section.tabContent.active.oneConsoleTab > .oneWorkspaceTabWrapper > section.tabContent.active.oneConsoleTab > .windowViewMode-maximized.active";
  same("focused subtab", await text(`${focused} h1 [slot="primaryField"]`), "Li Wei");
  await page.locator(`${focused} [data-target-selection-name$="Contact.ReportsToId"] a`).click();
  await page.waitForURL(
    (url) => url.pathname.includes(IDS.chenHao) && url.searchParams.get("ws") === workspace,
  );
  await page.evaluate(
    (path) => (window as unknown as { demoNavigate(path: string): void }).demoNavigate(path),
    `/lightning/r/Contact/${IDS.wangFang}/view`,
  );
  await page.waitForFunction(() => document.title.startsWith("Wang Fang"));
  same(
    "one workspace is visible, hidden ones keep active hosts",
    await page
      .locator(inConsole)
      .evaluateAll((hosts) => [
        hosts.length,
        hosts.filter((host) => host.checkVisibility()).length,
      ]),
    [3, 1],
  );
  same("tab item", await text(".workspace-tabs .oneConsoleTabItem.active .title"), "Wang Fang");
}

async function overlays({ crm, page, same, count, text, field, open }: Kit) {
  await open(crm.url("opportunity", IDS.phase2));
  const account = `${ACTIVE} [data-target-selection-name$="Opportunity.AccountId"]`;
  await page.locator(`${account} .preview-button`).focus();
  await page.keyboard.press("Enter");
  await page.waitForSelector(
    '.forceHoverPanel [data-target-selection-name="sfdc:RecordField.Account.Industry"]',
  );
  await page.keyboard.press("Escape");
  same("hover card closes", await count(".forceHoverPanel"), 0);
  await page.locator(`${ACTIVE} button[name="NewContact"]`).click();
  await page.waitForSelector(
    '.uiModal.slds-modal [data-target-selection-name="sfdc:RecordField.Contact.Title"] [slot="outputField"]',
  );
  same(
    "another person's title in the window",
    await text('.slds-modal [data-target-selection-name$="Contact.Title"] [slot="outputField"]'),
    "Technical Director",
  );
  await page.keyboard.press("Escape");
  await page.locator(`${ACTIVE} button[name="Edit"]`).click();
  const name = page.locator(
    `${ACTIVE} [data-target-selection-name="sfdc:RecordField.Opportunity.Name"] [slot="inputField"] input`,
  );
  same(
    "inputs instead of values",
    [
      await name.inputValue(),
      await count(
        `${ACTIVE} [data-target-selection-name$="Opportunity.Name"] [slot="outputField"]`,
      ),
    ],
    ["Plant-wide MES licence, phase 2", 0],
  );
  await name.fill("Renamed");
  await page.locator(`${ACTIVE} button[name="SaveEdit"]`).click();
  await page.waitForFunction(() => document.title.startsWith("Renamed"));
  same("saved", await field("Opportunity.Name"), "Renamed");
  crm.reset();
}

async function moreSwitches({ crm, page, check, same, count, open }: Kit) {
  await open(crm.url("contact", IDS.liWei), "delay=0&shadow=open");
  same(
    "details in a shadow root",
    await page.evaluate(() => [
      document.querySelector("[data-target-selection-name]") === null,
      document
        .querySelector("records-lwc-shadow-host")!
        .shadowRoot!.querySelector(
          '[data-target-selection-name$="Contact.Title"] [slot="outputField"]',
        )!.textContent,
    ]),
    [true, "IT Department Manager"],
  );
  await open(crm.url("opportunity", IDS.phase2), "delay=0&nodes=20000&noise=1000");
  const nodes = await count("*");
  check(`20,000 elements more (${nodes})`, nodes > 20_000 && nodes < 22_000);
  const before = await page.evaluate(
    () => (window as unknown as { demoMutations: number }).demoMutations ?? 0,
  );
  await page.waitForTimeout(1000);
  const rate =
    (await page.evaluate(() => (window as unknown as { demoMutations: number }).demoMutations)) -
    before;
  check(`about 1000 mutations a second (${rate})`, rate > 800 && rate < 1300);
  await open(crm.url("contact", IDS.liWei), "delay=0&tab=related");
  same("details not rendered", await count("[data-target-selection-name]"), 0);
}

async function organisations({ crm, page, same, loaded, count, field, open }: Kit) {
  const names: unknown[] = [];
  for (const org of ["acme", "globex", "acme--uat.sandbox"] as const) {
    await open(crm.url("opportunity", IDS.phase2, org));
    names.push(await field("Opportunity.Name"));
  }
  same("one id, three organisations", names, [
    "Plant-wide MES licence, phase 2",
    "Retrofit Halle 7",
    "UAT Plant-wide MES licence, phase 2",
  ]);
  const post = (hook: string, body: object) =>
    fetch(`${crm.origin}/__test/${hook}`, { method: "POST", body: JSON.stringify(body) });
  await open(crm.url("opportunity", IDS.phase2));
  await post("update", { id: IDS.phase2, fields: { StageName: "Closed Won", Amount: 5 } });
  await post("delete", { id: IDS.roleZhaoMin });
  await post("remove-field", { kind: "Opportunity", field: "CloseDate" });
  await page.reload();
  await loaded();
  same(
    "changed",
    [
      await field("Opportunity.StageName"),
      await field("Opportunity.Amount"),
      await count(`${ACTIVE} .slds-tile`),
      await count(`${ACTIVE} [data-target-selection-name$="CloseDate"]`),
    ],
    ["Closed Won", "¥5.00", 4, 0],
  );
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await post("update", { id: IDS.phase2, fields: { StageName: "Closed Lost" } });
  await page.evaluate(() => (window as unknown as { demoRefresh(): Promise<void> }).demoRefresh());
  same(
    "refreshed in place",
    [await field("Opportunity.StageName"), await page.evaluate(() => "sameDocument" in window)],
    ["Closed Lost", true],
  );
  await post("delete", { id: IDS.chenHao });
  same(
    "a deleted contact's roles and lines go with it",
    [crm.org().get(IDS.roleChenHao), crm.org().get(IDS.liWei)!.fields.ReportsToId],
    [undefined, null],
  );
  same(
    "other organisation untouched",
    crm.org("globex").get(IDS.phase2)!.fields.StageName,
    "Proposal/Price Quote",
  );
  same(
    "bad hooks are refused",
    [
      (await post("nonsense", {})).status,
      (await post("update", { id: "x" })).status,
      (await fetch(`${crm.origin}/healthz`)).status,
    ],
    [404, 404, 200],
  );
  await post("reset", {});
  same("reset", crm.org().get(IDS.phase2)!.fields.Amount, 1_200_000);
}
