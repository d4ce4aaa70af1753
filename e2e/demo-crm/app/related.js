/** Related lists: the cards on a record page, and what their rows show. */
import { h, nest, objectIcon, shorten } from "./dom.js";
import { label, relatedName, t } from "./language.js";
import { relatedPath } from "./schema.js";
import { lookup, valueElement } from "./values.js";

/** Relationship → kind of its rows, the field that titles a row, the fields below, the columns of the full list. */
export const LISTS = {
  "Opportunity.OpportunityContactRoles": {
    kind: "OpportunityContactRole",
    icon: "Contact",
    title: "ContactId",
    fields: ["Role", "IsPrimary", "Title"],
    columns: ["ContactId", "AccountId", "Role", "IsPrimary", "Title", "Email"],
  },
  "Contact.OpportunityContactRoles": {
    kind: "OpportunityContactRole",
    icon: "Opportunity",
    title: "OpportunityId",
    fields: ["Role", "StageName"],
    columns: ["OpportunityId", "Role", "IsPrimary", "StageName"],
  },
  "Account.Contacts": {
    kind: "Contact",
    icon: "Contact",
    title: "Name",
    fields: ["Title", "Email", "Phone"],
    columns: ["Name", "Title", "Department", "Email", "Phone", "ReportsToId"],
  },
  "Account.Opportunities": {
    kind: "Opportunity",
    icon: "Opportunity",
    title: "Name",
    fields: ["StageName", "Amount", "CloseDate"],
    columns: ["Name", "StageName", "Amount", "CloseDate", "OwnerId"],
  },
};

/** A card holds this many rows; the rest is behind "View All". */
const CARD_ROWS = 6;

/** The id and link text of the record that a row's title links to. */
export function titleTarget(row, list, refs) {
  const id = list.title === "Name" ? row.id : row.fields[list.title];
  return {
    id,
    ref:
      refs[id] ??
      (list.title === "Name" ? { kind: row.kind, name: String(row.fields.Name) } : undefined),
  };
}

/** One related list as a card on the page of `page.record`. */
export function relatedCard(page, relation) {
  const { record, refs, related } = page;
  const list = LISTS[`${record.kind}.${relation}`];
  const rows = related[relation];
  const shown = rows.slice(0, CARD_ROWS);
  const href = relatedPath(record.kind, record.id, relation);
  const name = relatedName(relation);
  const count = rows.length > shown.length ? `(${shown.length}+)` : `(${rows.length})`;
  const card = h(
    "article",
    { class: "slds-card", "aria-label": name },
    h(
      "div",
      { class: "slds-card__header" },
      objectIcon(list.icon),
      h(
        "h2",
        { class: "slds-card__header-title" },
        h(
          "a",
          { href, class: "slds-card__header-link baseCard__header-title-container" },
          h("span", { class: "slds-truncate", title: name }, name),
          " ",
          h("span", { class: "slds-shrink-none" }, count),
        ),
      ),
    ),
    h(
      "div",
      { class: "slds-card__body" },
      h(
        "lst-template-list",
        {},
        h(
          "ul",
          {},
          shown.map((row) => tile(row, list, refs)),
        ),
      ),
    ),
    rows.length
      ? h(
          "a",
          { href, class: "slds-card__footer" },
          h("span", {}, t("viewAll")),
          h("span", { class: "slds-assistive-text" }, name),
        )
      : null,
  );
  return nest(
    [
      "lst-related-list-single-container",
      "lst-related-list-single-app-builder-mapper",
      "lst-related-list-view-manager",
      "lst-common-list-internal",
    ],
    card,
  );
}

function tile(row, list, refs) {
  const { id, ref } = titleTarget(row, list, refs);
  const field = (name) => {
    const text = label(row.kind, name);
    return [
      h("dt", { class: "slds-item_label slds-truncate", title: text }, `${text}:`),
      h(
        "dd",
        { class: "slds-item_detail slds-truncate" },
        h("lst-template-list-field", {}, valueElement(row, name, refs)),
      ),
    ];
  };
  return h(
    "li",
    {},
    h(
      "lst-template-list-item-factory",
      {},
      h(
        "lst-related-preview-card",
        {},
        h(
          "article",
          { class: "slds-tile" },
          h(
            "h3",
            { class: "slds-tile__title slds-truncate" },
            h(
              "lst-template-list-field",
              {},
              lookup("force-lookup", ref, id, {}, ref && shorten(ref.name)),
            ),
          ),
          h(
            "div",
            { class: "slds-tile__detail" },
            h("dl", { class: "slds-list_horizontal" }, list.fields.map(field)),
          ),
        ),
      ),
    ),
  );
}
