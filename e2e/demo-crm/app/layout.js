/** The details tab: the record layout, to read and to edit in place. */
import { saveRecord } from "./api.js";
import { h, icon } from "./dom.js";
import { label, pick, t } from "./language.js";
import { LAYOUT, MORE, STAGES, rawValue, typeOf } from "./schema.js";
import { valueElement, valueText } from "./values.js";

/** Fields that nobody types into. */
const COMPUTED = ["Probability", "ForecastCategoryName", "OwnerId", "CreatedById"];

/**
 * The record layout of a page.
 * @param page the server's answer for the record
 * @param editing inputs instead of values, for the whole layout at once
 * @param actions `edit()`, `cancel()` and `saved()`
 */
export function recordLayout(page, { editing = false, actions = null } = {}) {
  const { record, hidden } = page;
  const shown = (field) => !hidden.includes(`${record.kind}.${field}`);
  const column = (fields) =>
    h(
      "div",
      { class: "layout-column" },
      fields.filter(shown).map((field) => item(page, field, editing, actions)),
    );
  const more = MORE[record.kind].filter(shown);
  const layout = h(
    "records-lwc-record-layout",
    {},
    h(
      "div",
      { class: "forcegenerated-record-layout2", role: "list" },
      section(
        t("information"),
        h("div", { class: "layout-columns" }, LAYOUT[record.kind].map(column)),
      ),
      more.length ? section(t("additional"), column(more)) : null,
    ),
    editing ? footer(page, actions) : null,
  );
  return h(
    "records-lwc-detail-panel",
    {},
    h("records-base-record-form", { class: editing ? "is-editing" : "" }, layout),
  );
}

function section(title, body) {
  return h(
    "records-record-layout-section",
    {},
    h(
      "h3",
      { class: "slds-section__title" },
      icon("down"),
      h("span", { class: "test-id__section-header-title" }, title),
    ),
    h("records-record-layout-row", {}, body),
  );
}

function item({ record, refs }, field, editing, actions) {
  const name = label(record.kind, field);
  const inputs = editing && !COMPUTED.includes(field);
  return h(
    "records-record-layout-item",
    { "field-label": name, role: "listitem", class: "slds-form__item slds-no-space" },
    h(
      "div",
      {
        class: `slds-form-element slds-hint-parent ${editing ? "" : "slds-form-element_readonly"}`,
        "data-target-selection-name": `sfdc:RecordField.${record.kind}.${field}`,
      },
      inputs
        ? input(record, field, refs, name)
        : [
            h(
              "div",
              { class: "slds-form-element__label" },
              h("span", { class: "test-id__field-label" }, name),
            ),
            h(
              "div",
              { class: "slds-form-element__control" },
              h(
                "span",
                { class: "test-id__field-value slds-form-element__static" },
                h(
                  "slot",
                  { name: "outputField" },
                  valueElement(record, field, refs, {
                    slot: "outputField",
                    "data-output-element-id": "output-field",
                  }),
                ),
              ),
              editing || COMPUTED.includes(field) ? null : pencil(name, actions),
            ),
          ],
    ),
  );
}

function pencil(name, actions) {
  return h(
    "button",
    {
      type: "button",
      class: "test-id__inline-edit-trigger inline-edit-trigger",
      title: t("editField", { field: name }),
      "aria-label": t("editField", { field: name }),
      onclick: () => actions?.edit(),
    },
    icon("pencil"),
  );
}

function input(record, field, refs, name) {
  const type = typeOf(record.kind, field);
  const value = rawValue(record, field) ?? "";
  const readOnly = type === "lookup";
  const control =
    type === "stage"
      ? h(
          "select",
          { name: field, class: "slds-input" },
          [...STAGES.map(([stage]) => stage), "Closed Won", "Closed Lost"].map((stage) =>
            h("option", { value: stage, selected: stage === value }, pick(stage)),
          ),
        )
      : type === "long"
        ? h("textarea", { name: field, class: "slds-input", rows: 3 }, value)
        : h("input", {
            name: field,
            class: "slds-input",
            readonly: readOnly,
            type: type === "date" ? "date" : "text",
            value: readOnly ? valueText(record, field, refs) : value,
          });
  return h(
    "records-record-layout-base-input",
    { slot: "inputField" },
    h(
      "lightning-input",
      { slot: "inputField" },
      h("label", { class: "slds-form-element__label" }, h("span", {}, name), control),
    ),
  );
}

function footer({ record }, actions) {
  const save = async (event) => {
    const form = event.target.closest("records-base-record-form");
    const fields = {};
    for (const control of form.querySelectorAll("input:not([readonly]), select, textarea")) {
      const old = rawValue(record, control.name);
      const text = control.value;
      const value = typeof old === "number" && text.trim() !== "" ? Number(text) : text || null;
      if (value !== old && !Number.isNaN(value)) fields[control.name] = value;
    }
    await saveRecord(record.id, fields);
    actions?.saved();
  };
  return h(
    "records-form-footer",
    { class: "form-footer" },
    h(
      "button",
      {
        type: "button",
        name: "CancelEdit",
        class: "slds-button",
        onclick: () => actions?.cancel(),
      },
      t("cancel"),
    ),
    h(
      "button",
      { type: "button", name: "SaveEdit", class: "slds-button slds-button_brand", onclick: save },
      t("save"),
    ),
  );
}
