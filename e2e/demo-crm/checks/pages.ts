/** What the pages show: ids, fields, formats, lists, hostile records. */
import { buildOrg } from "../data/index.ts";
import { isValid18, to18 } from "../data/ids.ts";
import { IDS } from "../server.ts";
import { ACTIVE, type Kit } from "./kit.ts";

export const PAGES = [ids, opportunity, languages, contactAndAccount, relatedList, hostile];

async function ids({ check, same }: Kit) {
  same("checksum of a known id", to18("001A0000006Vm9u"), "001A0000006Vm9uIAC");
  for (const org of ["acme", "globex", "acme--uat.sandbox"] as const) {
    const rows = [...buildOrg(org, "all").rows.values()];
    check(
      `every id of ${org} is valid`,
      rows.every((row) => isValid18(row.id)),
    );
    same(
      `${org} has no two ids that are one when case is folded`,
      new Set(rows.map((row) => row.id.toLowerCase())).size,
      rows.length,
    );
  }
  const all = buildOrg("acme", "all");
  const roles = all.all("OpportunityContactRole");
  check(
    `all ${roles.length} contact roles join a deal and a person`,
    roles.length > 100 &&
      roles.every(
        ({ fields }) => all.get(`${fields.OpportunityId}`) && all.get(`${fields.ContactId}`),
      ),
  );
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

async function opportunity({ crm, page, check, same, count, text, field, open }: Kit) {
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

async function languages({ crm, page, check, same, count, field, open }: Kit) {
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

async function contactAndAccount({ crm, page, check, same, count, text, field, open }: Kit) {
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

async function relatedList({ crm, page, check, same, loaded, count, open }: Kit) {
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

async function hostile({ crm, page, check, same, open }: Kit) {
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
