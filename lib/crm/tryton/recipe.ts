import type { ListRecipe, Recipe } from "../recipe";

/**
 * Tryton's web client sao (6.0): names of fields are the model's own, the same in every language.
 * Values stand in form controls; ids of other records are nowhere in the page. People of a customer
 * are relations between parties; an opportunity names one contact mechanism.
 */

/** Columns From (hidden), Type, To: the labels in the languages known, else the table's shape. */
const relations: ListRecipe = {
  name: "relations",
  in: "account",
  found: [
    { hook: "table.tree:has(> thead > tr > th.many2one + th.many2one + th.many2one:last-child)" },
  ],
  rows: ["table.tree > tbody > tr"],
  person: [
    'td[data-title="To: "] a[title]',
    'td[data-title="至: "] a[title]',
    "table.tree > tbody > tr > td:last-child a[title]",
  ],
  columns: {
    role: [
      'td[data-title="Type: "] a[title]',
      'td[data-title="类型: "] a[title]',
      "table.tree > tbody > tr > td:nth-last-child(2) a[title]",
    ],
  },
  roleIsTitle: true,
};

export const tryton: Recipe = {
  id: "tryton",
  names: { en: "Tryton", "zh-CN": "Tryton" },
  site: {
    hosts: [],
    aliases: [],
    selfHosted: true,
    app: ["#{database}/**"],
    // sao appends `;name=…` when it has opened the record; until then another one may stand there.
    pages: [
      { url: "#{database}/model/{type}/{id};", shows: "record" },
      { url: "#{database}/model/{type}/{id}", shows: "nothing" },
    ],
    types: [
      ["sale.opportunity", "opportunity"],
      ["party.party", "party"],
    ],
    idForm: "digits",
  },
  containers: ["#tabcontent > .tab-pane.active"],
  // Its windows stand beside the tabs, not in them.
  leaveOut: [],
  noise: [],
  values: [],
  labelled: [],
  busy: ["#processing"],
  // The one English that Tryton ships formats dates as 09/01/2026 (its `ir.lang` data).
  dateOrder: { en: "mdy" },
  personLinks: [],
  kinds: {
    opportunity: {
      witness: { by: "unique", hooks: ['input[name="number"]'] },
      fields: {
        name: { type: "name", hooks: ['input[name="description"]'] },
        account: { type: "record", hooks: ['input[name="party"]'] },
        stage: { type: "choice", hooks: ['select[name="state"]'] },
        amount: {
          type: "amount",
          hooks: ['input[type="number"][name="amount"]', 'input[name="amount"]'],
        },
        currency: {
          type: "currency",
          hooks: [
            '.symbol-start:not(:empty):has(~ input[name="amount"])',
            'input[name="amount"] ~ .symbol-end:not(:empty)',
          ],
        },
        closeDate: { type: "date", hooks: ['input[name="end_date"]'] },
        owner: { type: "record", hooks: ['input[name="employee"]'] },
      },
      dates: ['input[name="start_date"]'],
      people: [{ name: "contact", in: "opportunity", hooks: ['input[name="contact"]'] }],
      status: {
        hooks: [],
        // `converted` has its quotation; it is won or lost with the sale.
        stages: {
          open: ["lead", "opportunity", "converted"],
          won: ["won"],
          lost: ["lost", "cancelled"],
        },
      },
    },
    party: {
      witness: { by: "unique", hooks: ['input[name="code"]'] },
      header: ["#tabcontent > .tab-pane.active"],
      fields: {
        name: { type: "name", hooks: ['input[name="name"]'] },
        email: { type: "email", hooks: ['a.column-affix[href^="mailto:"]@href'] },
        phone: { type: "phone", hooks: ['a.column-affix[href^="tel:"]@href'] },
      },
      lists: [relations],
      relations: {
        endings: [" at", " of", " for", "于", " bei", " von", " chez", " en"],
        superior: ["Reports to", "汇报给", "汇报于", "上级"],
        persons: ["Manager of", "Assistant of", "Assistant to", "Colleague of", "下属", "同事"],
        parent: [
          "Subsidiary of",
          "Branch of",
          "Division of",
          "Part of",
          "子公司于",
          "母公司",
          "隶属于",
        ],
        companies: [
          "Parent of",
          "Subsidiary",
          "Parent",
          "Supplier of",
          "Customer of",
          "Partner of",
          "Member of",
          "Competitor of",
          "母公司于",
          "子公司",
        ],
      },
    },
  },
};
