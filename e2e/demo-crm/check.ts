/**
 * Verifies in headless Chromium that the demo CRM shows what the Salesforce recipe relies on.
 *
 *   node e2e/demo-crm/check.ts
 */
import { chromium } from "@playwright/test";
import { buildOrg } from "./data/index.ts";
import { isValid18, to18 } from "./data/ids.ts";
import { IDS, hostOf, startDemoCrm } from "./server.ts";

const crm = await startDemoCrm({ dataset: "all" });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-quic", ...crm.chromiumArgs],
});
const context = await browser.newContext({ viewport: { width: 880, height: 800 } });
const page = await context.newPage();
const errors: string[] = [];
page.on("pageerror", (error) => errors.push(error.message));
page.on("console", (message) => message.type() === "error" && errors.push(message.text()));

let passed = 0;
const failed: string[] = [];
function check(what: string, ok: boolean): void {
  if (ok) passed++;
  else {
    failed.push(what);
    console.error(`FAILED  ${what}`);
  }
}
function same(what: string, actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  check(a === b ? what : `${what}: ${a} is not ${b}`, a === b);
}

const ACTIVE = ".windowViewMode-normal.active.lafPageHost";
const loaded = (root = ACTIVE) => page.waitForSelector(`${root}[data-loaded="true"]`);
const count = (selector: string) => page.locator(selector).count();
const text = (selector: string) =>
  page
    .locator(selector)
    .first()
    .evaluate((element) => element.textContent?.trim());
const field = (name: string) =>
  text(
    `${ACTIVE} [data-target-selection-name="sfdc:RecordField.${name}"] [slot="outputField"][data-output-element-id="output-field"]`,
  );
async function open(url: string, query = "delay=0") {
  await page.goto(url + (query ? `?${query}` : ""));
  await loaded();
}

const steps: [string, () => Promise<void>][] = [
  ["ids", ids],
  ["opportunity", opportunity],
  ["languages", languages],
  ["contact and account", contactAndAccount],
  ["related list", relatedList],
  ["navigation", navigation],
  ["console", consoleApp],
  ["overlays and editing", overlays],
  ["late rendering", lateRendering],
  ["switches", moreSwitches],
  ["organisations and test hooks", organisations],
  ["hostile records", hostile],
];
try {
  for (const [name, step] of steps) {
    await step().catch((error: Error) => check(`${name}: ${error.message.split("\n")[0]}`, false));
  }
  same("no errors in the page", errors, []);
} finally {
  await browser.close();
  await crm.stop();
}
console.log(`${passed} passed, ${failed.length} failed`);
process.exitCode = failed.length ? 1 : 0;

async function ids() {
  same("checksum of a known id", to18("001A0000006Vm9u"), "001A0000006Vm9uIAC");
  for (const org of ["acme", "globex", "acme--uat.sandbox"] as const) {
    const rows = [...buildOrg(org, "all").rows.values()];
    check(
      `every id of ${org} is valid`,
      rows.every((row) => isValid18(row.id)),
    );
    same(
      `${org} has no two ids that differ beyond case`,
      new Set(rows.map((row) => row.id.toLowerCase())).size,
      rows.length,
    );
  }
  check(
    "a 15-character pair that differs by case only",
    IDS.wangFang.slice(0, 15).toLowerCase() === IDS.wangFangPayroll.slice(0, 15).toLowerCase(),
  );
  const demo = buildOrg("acme", "demo");
  const large = (tail: RegExp) => [...demo.rows.keys()].filter((id) => tail.test(id)).length;
  same(
    "40 accounts, 400 people, 60 opportunities",
    [large(/^0015j00000A\d{4}/), large(/^0035j00000P\d{4}/), large(/^0065j00000D\d{4}/)],
    [40, 400, 60],
  );
}

async function opportunity() {
  await open(crm.url("opportunity", IDS.phase2));
  same("title", await page.title(), "Plant-wide MES licence, phase 2 | Opportunity | Salesforce");
  same("name field", await field("Opportunity.Name"), "Plant-wide MES licence, phase 2");
  same("stage", await field("Opportunity.StageName"), "Proposal/Price Quote");
  same("amount", await field("Opportunity.Amount"), "¥1,200,000.00");
  same("close date", await field("Opportunity.CloseDate"), "12/18/2026");
  same(
    "account link",
    await page
      .locator(
        `${ACTIVE} [data-target-selection-name="sfdc:RecordField.Opportunity.AccountId"] force-lookup records-hoverable-link a`,
      )
      .getAttribute("href"),
    `/lightning/r/Account/${IDS.account}/view`,
  );
  check(
    "owner",
    (await count(
      `${ACTIVE} [data-target-selection-name="sfdc:RecordField.Opportunity.OwnerId"] force-owner-lookup a[href*="/lightning/r/User/005"]`,
    )) === 1,
  );
  check(
    "field-label",
    (await count(
      `${ACTIVE} records-record-layout-item[field-label="Stage"] > [data-target-selection-name] .test-id__field-label`,
    )) === 1,
  );
  same(
    "highlights",
    await text(`${ACTIVE} records-highlights2 [slot="primaryField"]`),
    "Plant-wide MES licence, phase 2",
  );
  same(
    "highlights items",
    await page
      .locator(
        `${ACTIVE} records-highlights2 [slot="secondaryFields"] records-highlights-details-item .slds-text-title`,
      )
      .allTextContents(),
    ["Account Name", "Close Date", "Amount", "Opportunity Owner"],
  );
  same(
    "entity label",
    await text(`${ACTIVE} .slds-page-header__title records-entity-label`),
    "Opportunity",
  );
  same(
    "current step",
    await text(
      `${ACTIVE} runtime_sales_pathassistant-path-step.slds-is-current .slds-path__title[data-label]`,
    ),
    "Proposal/Price Quote",
  );
  const card = `${ACTIVE} lst-related-list-single-container`;
  const person = `lst-template-list lst-template-list-item-factory lst-related-preview-card`;
  same(
    "contact roles",
    await page
      .locator(`${card} ${person} .slds-tile__title a[href*="/lightning/r/Contact/003"]`)
      .allTextContents(),
    ["Li Wei", "Chen Hao", "Wang Fang", "Zhao Min", "Liu Yang (GONE)"],
  );
  check(
    "links to the whole list",
    (await count(`${card} a[href*="/related/OpportunityContactRoles/view"]`)) === 2,
  );
  same(
    "labels of a tile",
    await page.locator(`${card} ${person} >> nth=0 >> dl dt`).allTextContents(),
    ["Role:", "Primary:", "Title:"],
  );
  same("one primary", await count(`${card} lightning-icon[icon-name="utility:check"]`), 1);
  same(
    "unopened tab is empty",
    await page.locator(`${ACTIVE} [role="tabpanel"].slds-hide *`).count(),
    0,
  );
  await open(crm.url("opportunity", IDS.phase1Won));
  check(
    "won",
    (await count(`${ACTIVE} runtime_sales_pathassistant-path-step.slds-is-won.slds-is-current`)) ===
      1,
  );
  await open(crm.url("opportunity", IDS.handheldsLost));
  check(
    "lost",
    (await count(
      `${ACTIVE} runtime_sales_pathassistant-path-step.slds-is-lost.slds-is-current`,
    )) === 1,
  );
}

async function languages() {
  const shown: Record<string, unknown> = {};
  for (const lang of ["zh", "de", "en-GB"]) {
    await open(crm.url("opportunity", IDS.phase2Zh), `delay=0&lang=${lang}`);
    shown[lang] = [
      await page.locator("html").getAttribute("lang"),
      await field("Opportunity.Amount"),
      await field("Opportunity.CloseDate"),
    ];
  }
  same("formats", shown, {
    zh: ["zh-CN", "¥1,200,000.00", "2026/12/18"],
    de: ["de-DE", "1.200.000,00\u00a0¥", "18.12.2026"],
    "en-GB": ["en-GB", "¥1,200,000.00", "18/12/2026"],
  });
  await open(crm.url("opportunity", IDS.phase2Zh), "delay=0&lang=zh&dates=long&currency=code");
  same(
    "long date, code",
    [await field("Opportunity.CloseDate"), await field("Opportunity.Amount")],
    ["2026年12月18日", "CNY 1,200,000.00"],
  );
  check(
    "Chinese label",
    (await count(`${ACTIVE} records-record-layout-item[field-label="业务机会名称"]`)) === 1,
  );
}

async function contactAndAccount() {
  await open(crm.url("contact", IDS.liWei));
  same(
    "contact",
    [
      await text(
        `${ACTIVE} [data-target-selection-name="sfdc:RecordField.Contact.Name"] lightning-formatted-name`,
      ),
      await field("Contact.Title"),
      await field("Contact.Department"),
      await text(
        `${ACTIVE} [data-target-selection-name$="Contact.Email"] lightning-formatted-email a`,
      ),
      await text(
        `${ACTIVE} [data-target-selection-name$="Contact.Phone"] lightning-formatted-phone a`,
      ),
    ],
    [
      "Li Wei",
      "IT Department Manager",
      "Information Technology",
      "liwei1@huadong-mfg.example",
      "+86 21 5550 1203",
    ],
  );
  same(
    "reports to",
    await page
      .locator(`${ACTIVE} [data-target-selection-name$="Contact.ReportsToId"] a`)
      .getAttribute("href"),
    `/lightning/r/Contact/${IDS.chenHao}/view`,
  );
  await open(`${crm.origin}/lightning/r/${IDS.wangFangPayroll}/view`);
  same("record page without object", await field("Contact.Title"), "Payroll Clerk");
  await open(`${crm.origin}/lightning/r/${IDS.wangFang.slice(0, 15)}/view`);
  same("15-character id", await field("Contact.Title"), "Production Line Lead");
  await open(crm.url("account", IDS.account));
  same(
    "account",
    [await field("Account.Name"), await field("Account.Industry")],
    ["Huadong Manufacturing Group", "Manufacturing"],
  );
  check(
    "contacts card",
    (await count(
      `${ACTIVE} lst-related-list-single-container a[href*="/related/Contacts/view"]`,
    )) === 2,
  );
}

async function relatedList() {
  await open(crm.url("roles", IDS.phase2), "delay=0&roles=200");
  const table = `${ACTIVE} lst-related-list-desktop lightning-datatable`;
  const row = `${table} [data-rowgroup-body] tr[data-row-key-value^="00K"]`;
  check("a window of rows", (await count(row)) >= 30 && (await count(row)) <= 50);
  check(
    "header row",
    (await count(`${table} [data-row-key-value="HEADER"] th[data-col-key-value]`)) === 6,
  );
  same(
    "first row",
    await page
      .locator(`${row} >> nth=0 >> [data-label]`)
      .evaluateAll((cells) =>
        cells.map((cell) => [
          cell.getAttribute("data-label"),
          cell.getAttribute("data-cell-value"),
        ]),
      ),
    [
      ["Contact Name", "Li Wei"],
      ["Account Name", "Huadong Manufacturing Group"],
      ["Role", "Influencer"],
      ["Primary", "true"],
      ["Title", "IT Department Manager"],
      ["Email", "liwei1@huadong-mfg.example"],
    ],
  );
  const first = await page.locator(row).first().getAttribute("data-row-key-value");
  await page
    .locator(`${table} .slds-scrollable_y`)
    .evaluate((scroller) => scroller.scrollTo(0, 1e6));
  await page.waitForSelector(`${table} tr[data-row-number="200"]`);
  check("old rows are gone", (await count(`${table} tr[data-row-key-value="${first}"]`)) === 0);
  await page.goto(`${crm.origin}/lightning/o/Opportunity/list?filterName=AllOpportunities&delay=0`);
  await loaded();
  check(
    "list view",
    (await count(
      `${ACTIVE} .forceListViewManagerGrid table.uiVirtualDataTable th a[data-refid="recordId"][data-recordid^="006"]`,
    )) > 20,
  );
}

async function navigation() {
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

async function consoleApp() {
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

async function overlays() {
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

async function lateRendering() {
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

async function moreSwitches() {
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

async function organisations() {
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
      (await fetch(`${hostOf("acme").replace(/^.*$/, crm.origin)}/healthz`)).status,
    ],
    [404, 404, 200],
  );
  await post("reset", {});
  same("reset", crm.org().get(IDS.phase2)!.fields.Amount, 1_200_000);
}

async function hostile() {
  for (const url of [
    crm.url("account", IDS.hostileAccount),
    crm.url("opportunity", IDS.hostileDeal),
    crm.url("roles", IDS.hostileDeal),
    crm.url("contact", IDS.megabyteContact),
  ]) {
    await open(url);
    check(`nothing executed at ${url}`, await page.evaluate(() => !("__pwned" in window)));
  }
  same(
    "a name of 1 MB",
    await page
      .locator(`${ACTIVE} h1 [slot="primaryField"]`)
      .evaluate((element) => element.textContent!.length),
    1_000_000,
  );
}
