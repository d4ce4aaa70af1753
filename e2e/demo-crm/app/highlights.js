/** The top of a record page: the highlights panel and the path of stages. */
import { saveRecord } from "./api.js";
import { h, icon, nest, objectIcon } from "./dom.js";
import { kindName, label, pick, t } from "./language.js";
import { COMPACT, STAGES, isClosed } from "./schema.js";
import { valueElement, valueText } from "./values.js";

/** The highlights panel; `buttons` are `[name, text, onclick]`. */
export function highlights({ record, refs, hidden }, buttons) {
  const { kind } = record;
  const fields = COMPACT[kind].filter((field) => !hidden.includes(`${kind}.${field}`));
  const name = valueText(record, "Name", refs);
  const primary = kind === "Contact" ? "lightning-formatted-name" : "lightning-formatted-text";
  const panel = h(
    "records-highlights2",
    {},
    h(
      "div",
      { class: "highlights slds-page-header slds-page-header_record-home" },
      h(
        "div",
        { class: "slds-grid primaryFieldRow" },
        objectIcon(kind),
        h(
          "div",
          { class: "slds-media__body" },
          h(
            "h1",
            { class: "slds-page-header__title" },
            h("div", { class: "entityNameTitle" }, h("records-entity-label", {}, kindName(kind))),
            h(
              "slot",
              { name: "primaryField" },
              h(primary, { slot: "primaryField", title: name.slice(0, 300) }, name),
            ),
          ),
        ),
        h(
          "runtime_platform_actions-actions-ribbon",
          { class: "slds-button-group", role: "group" },
          buttons.map(([action, text, onclick]) =>
            h(
              "button",
              { type: "button", name: action, class: "slds-button slds-button_neutral", onclick },
              text,
            ),
          ),
        ),
      ),
      h(
        "slot",
        { name: "secondaryFields" },
        h(
          "div",
          { slot: "secondaryFields", class: "secondaryFields", role: "list" },
          fields.map((field) => detailsItem(record, field, refs)),
        ),
      ),
    ),
  );
  return nest(["records-lwc-highlights-panel", "records-lwc-record-layout"], panel);
}

function detailsItem(record, field, refs) {
  const name = label(record.kind, field);
  return h(
    "records-highlights-details-item",
    { role: "listitem", class: "slds-page-header__detail-block" },
    h(
      "div",
      {},
      h("p", { class: "slds-text-title slds-truncate", title: name }, name),
      h(
        "p",
        { class: "fieldComponent slds-text-body_regular slds-truncate" },
        h("slot", {}, valueElement(record, field, refs)),
      ),
    ),
  );
}

/** The path of an opportunity's stages. */
export function path({ record }, refresh) {
  const stage = record.fields.StageName;
  const closed = isClosed(stage);
  const names = STAGES.map(([name]) => name);
  const at = closed ? names.length : names.indexOf(stage);
  const steps = [...names, closed ? stage : "Closed"].map((name, i) => {
    const classes = ["slds-path__item"];
    if (i < at) classes.push("slds-is-complete");
    else if (i > at) classes.push("slds-is-incomplete");
    else classes.push("slds-is-current", "slds-is-active");
    if (name === "Closed Won") classes.push("slds-is-won");
    if (name === "Closed Lost") classes.push("slds-is-lost");
    const text = name === "Closed" ? t("closed") : pick(name);
    return h(
      "runtime_sales_pathassistant-path-step",
      { class: classes.join(" "), role: "presentation" },
      h(
        "a",
        {
          class: "slds-path__link",
          role: "option",
          tabindex: i === at ? 0 : -1,
          "aria-selected": String(i === at),
        },
        h("span", { class: "slds-path__stage" }, i < at ? icon("check") : null),
        h("span", { class: "slds-path__title", "data-label": text, title: text }, text),
      ),
    );
  });
  const complete = async () => {
    await saveRecord(record.id, { StageName: names[at + 1] ?? "Closed Won" });
    refresh();
  };
  return h(
    "runtime_sales_pathassistant-path-assistant",
    {},
    h(
      "div",
      { class: "slds-path" },
      h(
        "div",
        {
          class: "slds-path__nav",
          role: "listbox",
          "aria-orientation": "horizontal",
          "aria-label": t("stage"),
        },
        steps,
      ),
      closed
        ? null
        : h(
            "button",
            {
              type: "button",
              class: "slds-button slds-button_brand slds-path__mark-complete",
              title: t("markComplete"),
              onclick: complete,
            },
            icon("check"),
            h("span", {}, t("markComplete")),
          ),
    ),
  );
}
