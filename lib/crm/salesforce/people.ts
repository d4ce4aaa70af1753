import type { ListRecipe } from "../recipe";

/** A person in any list: contacts have ids that start with 003. */
export const CONTACT_LINKS = [
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
const CARD_TITLES = ["lst-list-view-manager-header h2", "article h2"];

/** A list of people on a record's page: by the link in its heading, or by the heading's words. */
function found(relation: string, words: readonly string[]): ListRecipe["found"] {
  return [
    { hook: `a[href*="/related/${relation}/view"]`, box: CARD },
    ...CARD_TITLES.map((hook) => ({ hook, words, box: CARD })),
  ];
}

/** Cells of the table whose column is named by the field behind it, in any language. */
function column(...names: string[]): string[] {
  return names.map((name) => `[data-col-key-value^="${name}-"]`);
}

/** What a contact's fields are called, on their own page and in lists. */
export const WORDS = {
  title: ["Title", "职务"],
  department: ["Department", "部门"],
  email: ["Email", "电子邮件"],
  phone: ["Phone", "电话"],
};

/** Column labels have no name of their own behind them, so more languages are known of these. */
const CONTACT_COLUMNS = {
  title: [...WORDS.title, "Titel", "Titre", "Título", "役職"],
  department: [...WORDS.department, "Abteilung", "部署"],
  email: [...WORDS.email, "E-Mail", "メール"],
  phone: [...WORDS.phone, "Telefon", "Téléphone", "Teléfono", "電話"],
};

const ROLE_COLUMNS = {
  role: ["Role", "角色", "联系人角色", "Rolle", "Rôle", "Rol", "Función", "役割"],
  primary: ["Primary", "主要", "主要联系人", "Primär", "Principal"],
  ...CONTACT_COLUMNS,
};

export const contactRoles: ListRecipe = {
  name: "contact roles",
  in: "opportunity",
  urlName: "OpportunityContactRoles",
  found: found("OpportunityContactRoles", ["Contact Roles", "联系人角色"]),
  // The line above the list on a page of its own counts what the user's filter leaves.
  count: CARD_TITLES,
  rows: ROWS,
  person: CONTACT_LINKS,
  // A role's title or phone is that of its contact.
  columns: {
    role: column("Role"),
    primary: column("IsPrimary"),
    title: column("Title", "Contact.Title", "ContactTitle"),
    department: column("Department"),
    email: column("Email", "Contact.Email", "ContactEmail"),
    phone: column("Phone", "Contact.Phone", "ContactPhone"),
    account: ACCOUNT_LINKS,
  },
  labels: ROLE_COLUMNS,
};

export const contacts: ListRecipe = {
  name: "contacts",
  in: "account",
  urlName: "Contacts",
  found: found("Contacts", ["Contacts", "联系人"]),
  rows: ROWS,
  person: CONTACT_LINKS,
  columns: {
    title: column("Title"),
    department: column("Department"),
    email: column("Email"),
    phone: column("Phone"),
    account: ACCOUNT_LINKS,
  },
  labels: CONTACT_COLUMNS,
};
