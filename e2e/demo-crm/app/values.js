/** One field's value as the element that Lightning would show it with. */
import { session } from "./api.js";
import { h, icon } from "./dom.js";
import { day, money, number, pick, t } from "./language.js";
import { rawValue, recordPath, typeOf } from "./schema.js";

/** The value as plain text: for list cells, titles and sorting. */
export function valueText(record, field, refs) {
  const value = rawValue(record, field);
  if (value === null || value === "") return "";
  switch (typeOf(record.kind, field)) {
    case "lookup":
    case "owner":
      return refs[value]?.name ?? "";
    case "person":
      return [record.fields.Salutation, value].filter(Boolean).join(" ");
    case "stage":
    case "picklist":
      return pick(value);
    case "money":
      return money(value, record.fields.CurrencyIsoCode ?? session.currency, session.currency);
    case "date":
      return day(value);
    case "percent":
      return `${number(value)}%`;
    case "number":
      return number(value);
    case "boolean":
      return value ? t("yes") : t("no");
    default:
      return String(value);
  }
}

/** The value's element; `attributes` are those of a layout's output slot. */
export function valueElement(record, field, refs, attributes = {}) {
  const text = valueText(record, field, refs);
  const value = rawValue(record, field);
  switch (typeOf(record.kind, field)) {
    case "lookup":
      return lookup("force-lookup", refs[value], value, attributes);
    case "owner":
      return lookup("force-owner-lookup", refs[value], value, attributes);
    case "person":
      return h("lightning-formatted-name", attributes, text);
    case "stage":
      return h("sfa-output-stage-name", attributes, h("lightning-formatted-text", {}, text));
    case "percent":
    case "number":
      return h("lightning-formatted-number", attributes, text);
    case "phone":
      return h(
        "records-output-phone",
        attributes,
        h(
          "lightning-formatted-phone",
          {},
          text ? h("a", { href: `tel:${text.replace(/\s/g, "")}` }, text) : null,
        ),
      );
    case "email":
      return h(
        "emailui-formatted-email-contact",
        attributes,
        h(
          "lightning-formatted-email",
          {},
          text
            ? h("a", { href: `mailto:${text}`, class: "slds-truncate", title: text }, text)
            : null,
        ),
      );
    case "url":
      return h(
        "lightning-formatted-url",
        attributes,
        // Like the real one, only web addresses become links.
        /^https?:/.test(text)
          ? h("a", { href: text, target: "_blank", rel: "noreferrer" }, text)
          : text,
      );
    case "boolean":
      return checkMark(value === true, attributes);
    case "long":
      return h("lightning-formatted-text", { ...attributes, class: "long-text" }, text);
    default:
      return h("lightning-formatted-text", attributes, text);
  }
}

/** A check icon with its words for assistive technology; nothing when it is not checked. */
export function checkMark(checked, attributes = {}) {
  return h(
    "lightning-icon",
    {
      ...attributes,
      class: "slds-icon_container",
      "icon-name": checked ? "utility:check" : undefined,
    },
    checked ? icon("check") : null,
    h("span", { class: "slds-assistive-text" }, checked ? t("yes") : t("no")),
  );
}

/** A link to another record, with the button that opens its preview. */
export function lookup(tag, ref, id, attributes = {}, shown = ref?.name) {
  if (!ref) return h(tag, attributes);
  return h(
    tag,
    { ...attributes, "data-navigation": "enable" },
    h(
      "div",
      { class: "slds-grid lookup" },
      tag === "force-owner-lookup"
        ? h("span", { class: "avatar", "aria-hidden": "true" }, ref.name.slice(0, 1))
        : null,
      h(
        "records-hoverable-link",
        {},
        h(
          "div",
          { class: "slds-grid" },
          h(
            "a",
            {
              href: recordPath(ref.kind, id),
              class: "slds-truncate",
              target: "_self",
              title: ref.name,
            },
            h("slot", {}, h("slot", {}, h("span", {}, shown))),
          ),
        ),
      ),
      ref.kind === "User"
        ? null
        : h(
            "button",
            { type: "button", class: "preview-button", "data-preview": id },
            icon("info"),
            h(
              "span",
              { class: "slds-assistive-text" },
              t("preview", { name: ref.name.slice(0, 80) }),
            ),
          ),
    ),
  );
}
