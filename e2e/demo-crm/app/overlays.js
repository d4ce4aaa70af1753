/** What opens over a page and shows other records: hover cards and the quick-create window. */
import { fetchRecord, session } from "./api.js";
import { h, icon, objectIcon } from "./dom.js";
import { kindName, label, t } from "./language.js";
import { recordLayout } from "./layout.js";
import { COMPACT } from "./schema.js";
import { routeOf } from "./router.js";
import { valueElement, valueText } from "./values.js";

const HOVER_DELAY = 800;
/** Contacts with every field filled (Chen Hao, Li Wei), that a new one seems to repeat. */
const LIKELY_DUPLICATES = ["0035j0000ChenHaAQI", "0035j0000LiWei1AQC"];

/** Opens a hover card by resting on a record's link, or by the button beside it. */
export function watchHover() {
  let timer = 0;
  let panel = null;
  const close = () => {
    clearTimeout(timer);
    panel?.remove();
    panel = null;
  };
  const open = async (anchor, id) => {
    const page = await fetchRecord(id);
    close();
    if (!page || !COMPACT[page.record.kind] || !anchor.isConnected) return;
    panel = hoverCard(page, close);
    const { left, bottom } = anchor.getBoundingClientRect();
    panel.style.left = `${Math.max(8, Math.min(left, innerWidth - 360))}px`;
    panel.style.top = `${Math.max(8, Math.min(bottom + 6, innerHeight - 260))}px`;
    document.body.append(panel);
  };
  document.addEventListener("pointerover", (event) => {
    const link = event.target.closest?.("records-hoverable-link a");
    if (event.target.closest?.(".forceHoverPanel")) return;
    clearTimeout(timer);
    const { id } = link ? routeOf(link.href) : {};
    if (id) timer = setTimeout(() => open(link, id), HOVER_DELAY);
    else if (panel) timer = setTimeout(close, HOVER_DELAY);
  });
  document.addEventListener("click", (event) => {
    // The first of the path: inside a native shadow root `target` is the shadow's host.
    const button = event.composedPath()[0].closest?.("[data-preview]");
    if (button) open(button, button.dataset.preview);
    else if (!event.target.closest?.(".forceHoverPanel") || event.target.closest("a")) close();
  });
  document.addEventListener("contextmenu", () => clearTimeout(timer));
  document.addEventListener("keydown", (event) => event.key === "Escape" && close());
}

/** Another record's fields, with the same hooks as on its own page. */
function hoverCard(page, close) {
  const { record, refs } = page;
  const { kind } = record;
  const fields = COMPACT[kind].map((field) =>
    h(
      "records-record-layout-item",
      { "field-label": label(kind, field) },
      h(
        "div",
        { "data-target-selection-name": `sfdc:RecordField.${kind}.${field}` },
        h("span", { class: "test-id__field-label" }, label(kind, field)),
        h(
          "span",
          { class: "test-id__field-value" },
          valueElement(record, field, refs, {
            slot: "outputField",
            "data-output-element-id": "output-field",
          }),
        ),
      ),
    ),
  );
  const name = valueText(record, "Name", refs);
  return h(
    "div",
    {
      class: "panel forceHoverPanel open active uiPanel",
      role: "dialog",
      "aria-label": name.slice(0, 80),
    },
    h(
      "section",
      { class: "slds-popover slds-popover_panel" },
      h(
        "header",
        { class: "slds-popover__header" },
        objectIcon(kind),
        h(
          "a",
          {
            href: `/lightning/r/${kind}/${record.id}/view`,
            class: "slds-truncate",
            title: name.slice(0, 300),
          },
          name,
        ),
        h(
          "button",
          { type: "button", class: "close-button", onclick: close, "aria-label": t("close") },
          icon("close"),
        ),
      ),
      h("div", { class: "slds-popover__body" }, fields),
    ),
  );
}

/** The quick-create window: an empty contact, and the full fields of one that it seems to repeat. */
export async function openNewContact(current, account) {
  const duplicate = LIKELY_DUPLICATES.find((id) => id !== current);
  const [parent, likely] = await Promise.all([
    account ? fetchRecord(account) : null,
    fetchRecord(duplicate),
  ]);
  const blank = {
    record: {
      id: "",
      kind: "Contact",
      fields: { AccountId: parent?.record.id ?? null, OwnerId: session.me.id },
    },
    refs: {
      ...parent?.refs,
      [parent?.record.id]: { kind: "Account", name: String(parent?.record.fields.Name ?? "") },
      [session.me.id]: { kind: "User", name: session.me.name },
    },
    hidden: [],
  };
  const form = recordLayout(blank, {
    editing: true,
    actions: { cancel: () => dialog.close(), saved: () => dialog.close() },
  });
  const title = `${t("newContact")}`;
  const dialog = h(
    "dialog",
    { class: "uiModal open active slds-modal slds-fade-in-open", "aria-label": title },
    h(
      "div",
      { class: "modal-container slds-modal__container" },
      h(
        "header",
        { class: "slds-modal__header" },
        h("h2", {}, title),
        h(
          "button",
          {
            type: "button",
            class: "close-button",
            onclick: () => dialog.close(),
            "aria-label": t("close"),
          },
          icon("close"),
        ),
      ),
      h(
        "div",
        { class: "slds-modal__content" },
        form,
        likely
          ? h(
              "aside",
              { class: "duplicate" },
              h("p", {}, t("duplicate"), " · ", kindName("Contact")),
              recordLayout(likely),
            )
          : null,
      ),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
