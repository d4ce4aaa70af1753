import type { FieldRecipe, Recipe } from "../recipe";

/**
 * Salesforce Lightning Experience.
 *
 * Hooks, in order: `data-target-selection-name` (names object and field, the same in every language);
 * `field-label` of the layout item and `data-field-id` of Dynamic Forms; labels beside values
 * (old Aura detail, highlights panel). Tags and classes as in Salesforce's own page objects
 * (npm `salesforce-pageobjects`) and base components (npm `lightning-base-components`).
 */
function field(
  type: FieldRecipe["type"],
  object: string,
  api: string | readonly string[],
  labels: readonly string[],
  more: readonly string[] = [],
): FieldRecipe {
  const apis = typeof api === "string" ? [api] : api;
  return {
    type,
    labels,
    hooks: [
      ...apis.map((name) => `[data-target-selection-name="sfdc:RecordField.${object}.${name}"]`),
      ...apis.map((name) => `flexipage-field[data-field-id^="Record${name}Field"]`),
      ...more,
    ],
  };
}

const HEADER = ".slds-page-header__title";
const LABELS = {
  account: ["Account Name", "客户名", "客户名称"],
  owner: (record: string, zh: string) => [`${record} Owner`, `${zh}所有人`],
};

/** A person in any list: contacts have ids that start with 003. */
const CONTACT_LINKS = [
  'a[href*="/lightning/r/Contact/003"]',
  'a[href*="/lightning/r/003"]',
  'a[data-recordid^="003"]',
];
const ACCOUNT_LINKS = ['a[href*="/lightning/r/Account/001"]', 'a[href*="/lightning/r/001"]'];

/** Rows of the table, of the tiles on a record page, and of the older Aura list. */
const ROWS = [
  "tr[data-row-key-value]",
  "lst-related-preview-card",
  "lst-template-list-item-factory",
  ".forceListViewManagerGrid tbody tr",
];
const CARD =
  "lst-related-list-single-container, lst-dynamic-related-list, lst-dynamic-related-list-desktop, lst-related-list-desktop, lst-common-list-internal, .forceRelatedListSingleContainer, article.slds-card";
const CARD_TITLE =
  "lst-list-view-manager-header h2, .slds-card__header-title, article.slds-card h2";

/** Cells of the table whose column is named by the field behind it, in any language. */
function column(...names: string[]): string[] {
  return names.map((name) => `[data-col-key-value^="${name}-"]`);
}

const TITLE = ["Title", "职务"];
const DEPARTMENT = ["Department", "部门"];
const EMAIL = ["Email", "电子邮件"];
const PHONE = ["Phone", "电话"];

/** Column labels have no name of their own behind them, so more languages are known of these. */
const COLUMNS = {
  role: ["Role", "角色", "联系人角色", "Rolle", "Rôle", "Rol", "Función", "役割"],
  primary: ["Primary", "主要", "主要联系人", "Primär", "Principal"],
  title: [...TITLE, "Titel", "Titre", "Título", "役職"],
  department: [...DEPARTMENT, "Abteilung", "部署"],
  email: [...EMAIL, "E-Mail", "メール"],
  phone: [...PHONE, "Telefon", "Téléphone", "Teléfono", "電話"],
};

const personColumns = {
  title: column("Title", "Contact.Title", "ContactTitle"),
  department: column("Department"),
  email: column("Email", "Contact.Email", "ContactEmail"),
  phone: column("Phone", "Contact.Phone", "ContactPhone"),
  account: ACCOUNT_LINKS,
};

/** A link that names the page's own record: every related list's header and "View All" has one. */
const witness = { by: "id", hooks: ['a[href*="/related/"][href*="/lightning/r/"]'] } as const;

export const salesforce: Recipe = {
  id: "salesforce",
  names: { en: "Salesforce", "zh-CN": "Salesforce" },
  site: {
    hosts: [
      "lightning.force.com",
      "lightning.force.com.mcas.ms",
      "lightning.force.mil",
      "lightning.crmforce.mil",
      "sfcrmapps.cn",
    ],
    aliases: ["my.salesforce.com", "my.salesforce.mil", "sfcrmproducts.cn"],
    selfHosted: false,
    app: ["/lightning/**", "/one/one.app"],
    // In consoles the path is the focused (sub)tab and `?ws=` its workspace tab: the path counts.
    pages: [
      { url: "/lightning/r/{type}/{id}/view", shows: "record" },
      { url: "/lightning/r/{type}/{id}/related/{list}/view", shows: "list" },
      { url: "/lightning/r/{id}/view", shows: "record" },
      { url: "/lightning/r/{id}/related/{list}/view", shows: "list" },
      { url: "/one/one.app#/sObject/{id}/view", shows: "record" },
      // A form with unsaved values lies above the record, or above another page.
      { url: "/lightning/r/{type}/{id}/edit", shows: "nothing" },
      { url: "/lightning/r/{id}/edit", shows: "nothing" },
    ],
    types: [
      ["Opportunity", "opportunity"],
      ["Account", "account"],
      ["Contact", "contact"],
    ],
    idPrefixes: [
      ["006", "opportunity"],
      ["001", "account"],
      ["003", "contact"],
    ],
    idForm: "salesforce",
  },
  containers: [
    ".windowViewMode-normal.active",
    ".windowViewMode-maximized.active",
    "section.tabContent.active.oneConsoleTab",
  ],
  leaveOut: [
    ".slds-modal",
    ".uiModal",
    ".forceHoverPanel",
    ".uiPanel",
    ".slds-popover",
    "[role=dialog]",
    ".windowViewMode-normal:not(.active)",
    ".windowViewMode-maximized:not(.active)",
    ".oneConsoleTab:not(.active)",
    ".lafPageHost:not(.active)",
  ],
  noise: [".slds-assistive-text", "button", "lightning-helptext", "script", "style"],
  values: [
    '[slot="outputField"]',
    '[data-output-element-id="output-field"]',
    ".test-id__field-value",
    ".fieldComponent",
  ],
  labelled: [
    { label: "records-record-layout-item[field-label]", attribute: "field-label" },
    {
      label: ".test-id__field-label",
      box: "records-record-layout-item, record_flexipage-record-field, flexipage-field, .forcePageBlockItemView",
    },
    {
      label: "records-highlights-details-item .slds-text-title",
      box: "records-highlights-details-item",
    },
  ],
  columnLabels: [{ label: "[data-label]", attribute: "data-label" }, { label: "dl dt" }],
  salutations: [
    "Mr.",
    "Ms.",
    "Mrs.",
    "Mx.",
    "Dr.",
    "Prof.",
    "先生",
    "女士",
    "小姐",
    "博士",
    "教授",
  ],
  personLinks: CONTACT_LINKS,
  kinds: {
    opportunity: {
      witness,
      fields: {
        name: field(
          "name",
          "Opportunity",
          "Name",
          ["Opportunity Name", "业务机会名称"],
          [`${HEADER} lightning-formatted-text`],
        ),
        account: field("record", "Opportunity", "AccountId", LABELS.account),
        stage: field(
          "choice",
          "Opportunity",
          "StageName",
          ["Stage", "阶段"],
          [
            "runtime_sales_pathassistant-path-step.slds-is-current [data-label]@data-label",
            ".slds-path__item.slds-is-current [data-label]@data-label",
            ".runtime_sales_pathassistantPathAssistantTab.slds-is-active[data-name]@data-name",
          ],
        ),
        amount: field("amount", "Opportunity", "Amount", ["Amount", "金额"]),
        currency: field("currency", "Opportunity", "CurrencyIsoCode", []),
        closeDate: field("date", "Opportunity", "CloseDate", ["Close Date", "结束日期"]),
        owner: field(
          "record",
          "Opportunity",
          ["OwnerId", "Owner"],
          LABELS.owner("Opportunity", "业务机会"),
        ),
      },
      dates: [
        '[data-target-selection-name="sfdc:RecordField.Opportunity.CreatedById"] records-modstamp',
        '[data-target-selection-name="sfdc:RecordField.Opportunity.LastModifiedById"] records-modstamp',
      ],
      status: {
        hooks: [
          { hook: "runtime_sales_pathassistant-path-step.slds-is-won", means: "won" },
          { hook: "runtime_sales_pathassistant-path-step.slds-is-lost", means: "lost" },
          { hook: ".slds-path__item.slds-is-won", means: "won" },
          { hook: ".slds-path__item.slds-is-lost", means: "lost" },
          { hook: "runtime_sales_pathassistant-path-step.slds-is-current", means: "open" },
        ],
        stages: {
          // The stages that Salesforce ships; admins edit the list, and others say nothing.
          open: [
            "Prospecting",
            "Qualification",
            "Needs Analysis",
            "Value Proposition",
            "Id. Decision Makers",
            "Perception Analysis",
            "Proposal/Price Quote",
            "Negotiation/Review",
            "Discovery",
            "Proposal",
            "Negotiation",
          ],
          won: ["Closed Won", "赢单", "已赢单", "结束并赢单", "已结束并赢得客户", "成功结案"],
          lost: [
            "Closed Lost",
            "丢单",
            "输单",
            "已丢单",
            "结束并丢单",
            "已结束但失去客户",
            "失败结案",
          ],
        },
      },
      lists: [
        {
          name: "contact roles",
          in: "opportunity",
          urlName: "OpportunityContactRoles",
          found: [
            { hook: 'a[href*="/related/OpportunityContactRoles/view"]', box: CARD },
            { hook: CARD_TITLE, words: ["Contact Roles", "联系人角色"], box: CARD },
          ],
          rows: ROWS,
          person: CONTACT_LINKS,
          columns: {
            role: column("Role"),
            primary: column("IsPrimary"),
            ...personColumns,
          },
          labels: COLUMNS,
        },
      ],
    },
    account: {
      witness,
      fields: {
        name: field("name", "Account", "Name", LABELS.account, [
          `${HEADER} lightning-formatted-text`,
        ]),
        industry: field("text", "Account", "Industry", ["Industry", "行业"]),
        parent: field("record", "Account", "ParentId", ["Parent Account", "父客户", "上级客户"]),
        owner: field("record", "Account", ["OwnerId", "Owner"], LABELS.owner("Account", "客户")),
      },
      lists: [
        {
          name: "contacts",
          in: "account",
          urlName: "Contacts",
          found: [
            { hook: 'a[href*="/related/Contacts/view"]', box: CARD },
            { hook: CARD_TITLE, words: ["Contacts", "联系人"], box: CARD },
          ],
          rows: ROWS,
          person: CONTACT_LINKS,
          columns: personColumns,
          labels: COLUMNS,
        },
      ],
    },
    contact: {
      witness,
      header: ["records-highlights2", "records-lwc-highlights-panel", ".slds-page-header"],
      fields: {
        name: field(
          "name",
          "Contact",
          "Name",
          ["Name", "姓名"],
          [`${HEADER} lightning-formatted-name`, `${HEADER} lightning-formatted-text`],
        ),
        title: field("text", "Contact", "Title", TITLE),
        department: field("text", "Contact", "Department", DEPARTMENT),
        account: field("record", "Contact", "AccountId", LABELS.account),
        email: field("email", "Contact", "Email", EMAIL),
        phone: field("phone", "Contact", "Phone", PHONE),
        mobile: field("phone", "Contact", "MobilePhone", ["Mobile", "手机"]),
        reportsTo: field("record", "Contact", "ReportsToId", ["Reports To", "直属上司"]),
      },
    },
  },
};
