import type { FieldRecipe, Recipe } from "../recipe";
import { PATH_STAGE, PATH_STATUS } from "./path";
import { CONTACT_LINKS, contactRoles, contacts, WORDS } from "./people";

/**
 * Salesforce Lightning Experience.
 *
 * Hooks, in order: `data-target-selection-name` (names object and field, the same in every language);
 * `field-label` of the layout item and `data-field-id` of Dynamic Forms; labels beside values
 * (old Aura detail, highlights panel). Tags and classes as in Salesforce's own page objects
 * (npm `salesforce-pageobjects`) and base components (npm `lightning-base-components`). Classes like
 * `.forceListViewManagerGrid` are the names of Aura components, which have no elements of their own;
 * `.slds-…` classes only style, and never stand alone.
 */
function field(
  type: FieldRecipe["type"],
  object: string,
  api: string,
  labels: readonly string[],
  more: readonly string[] = [],
): FieldRecipe {
  return {
    type,
    labels,
    hooks: [
      `[data-target-selection-name="sfdc:RecordField.${object}.${api}"]`,
      `flexipage-field[data-field-id^="Record${api}Field"]`,
      ...more,
    ],
  };
}

/** The record's name on top of its page, which is there when the details are not: a slot of its own. */
const HEADER_NAME = [
  'records-highlights2 [slot="primaryField"]',
  'record_flexipage-highlights-primary-row [slot="primaryField"]',
];
const HEADER_TITLE = ".slds-page-header__title";

const LABELS = {
  account: ["Account Name", "客户名", "客户名称"],
  owner: (record: string, zh: string) => [`${record} Owner`, `${zh}所有人`],
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
    start: "https://login.salesforce.com/",
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
          [...HEADER_NAME, `${HEADER_TITLE} lightning-formatted-text`],
        ),
        account: field("record", "Opportunity", "AccountId", LABELS.account),
        stage: field("choice", "Opportunity", "StageName", ["Stage", "阶段"], PATH_STAGE),
        amount: field("amount", "Opportunity", "Amount", ["Amount", "金额"]),
        currency: field("currency", "Opportunity", "CurrencyIsoCode", []),
        closeDate: field("date", "Opportunity", "CloseDate", ["Close Date", "结束日期"]),
        owner: field("record", "Opportunity", "OwnerId", LABELS.owner("Opportunity", "业务机会"), [
          '[data-target-selection-name="sfdc:RecordField.Opportunity.Owner"]',
        ]),
      },
      dates: [
        '[data-target-selection-name="sfdc:RecordField.Opportunity.CreatedById"] records-modstamp',
        '[data-target-selection-name="sfdc:RecordField.Opportunity.LastModifiedById"] records-modstamp',
      ],
      status: {
        hooks: PATH_STATUS,
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
      lists: [contactRoles],
    },
    account: {
      witness,
      fields: {
        name: field("name", "Account", "Name", LABELS.account, [
          ...HEADER_NAME,
          `${HEADER_TITLE} lightning-formatted-text`,
        ]),
        industry: field("text", "Account", "Industry", ["Industry", "行业"]),
        parent: field("record", "Account", "ParentId", ["Parent Account", "父客户", "上级客户"]),
        owner: field("record", "Account", "OwnerId", LABELS.owner("Account", "客户"), [
          '[data-target-selection-name="sfdc:RecordField.Account.Owner"]',
        ]),
      },
      lists: [contacts],
    },
    contact: {
      witness,
      header: ["records-highlights2", "record_flexipage-dynamic-highlights2", "h1"],
      fields: {
        name: field(
          "name",
          "Contact",
          "Name",
          ["Name", "姓名"],
          [...HEADER_NAME, `${HEADER_TITLE} lightning-formatted-name`],
        ),
        title: field("text", "Contact", "Title", WORDS.title),
        department: field("text", "Contact", "Department", WORDS.department),
        account: field("record", "Contact", "AccountId", LABELS.account),
        email: field("email", "Contact", "Email", WORDS.email),
        phone: field("phone", "Contact", "Phone", WORDS.phone),
        mobile: field("phone", "Contact", "MobilePhone", ["Mobile", "手机"]),
        reportsTo: field("record", "Contact", "ReportsToId", ["Reports To", "直属上司"]),
      },
    },
  },
};
