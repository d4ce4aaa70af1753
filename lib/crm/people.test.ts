// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import { createReader, personAt } from "@/lib/crm";
import { nodes, show } from "./testing";

const URL_OPPORTUNITY =
  "https://acme.lightning.force.com/lightning/r/Opportunity/0065j00000AbCdEAAV/view";
const URL_TRYTON = "http://127.0.0.1:8000/#demo/model/sale.opportunity/1;views=1";
const LINK = "/lightning/r/Contact/0035j00000JonasAAB/view";

beforeEach(() => show(""));

/** What a page may have where a name should stand, and shows as nothing. */
const NOTHING = [
  "",
  "   ",
  "\u00A0\u2003\u3000\n\t",
  "\u200B",
  "\u200B\u200C\u200D\u2060\uFEFF",
  " \u200E\u202E\u2069 ",
  "\uFE0F",
  "\u200D\uFE0F \u{E0100}",
  "\u180B\u2800\u3164",
  "\u0000\u001F",
];

describe.each(NOTHING.map((name) => [JSON.stringify(name), name] as const))(
  "a name of %s is nobody's",
  (_, name) => {
    test("in a list, and under the cursor", () => {
      show(`<div class="windowViewMode-normal active"><lst-related-list-single-container>
        <a href="/lightning/r/Opportunity/0065j00000AbCdEAAV/related/OpportunityContactRoles/view">Roles</a>
        <lst-related-preview-card><a id="row" href="${LINK}"></a><dl><dt>Role</dt><dd>Evaluator</dd></dl></lst-related-preview-card>
        <lst-related-preview-card><a href="${LINK}">Jonas</a></lst-related-preview-card>
        </lst-related-list-single-container><p><a id="loose" href="${LINK}"></a></p></div>`);
      for (const link of document.querySelectorAll("#row, #loose")) link.textContent = name;
      const { people } = createReader(document, URL_OPPORTUNITY)!.read();
      expect(people).toMatchObject([{ name: "Jonas" }]);
      for (const id of ["row", "loose"]) {
        expect(personAt(document.getElementById(id)!, URL_OPPORTUNITY)).toBeNull();
      }
    });

    test("in a field that names a person", () => {
      show(`<div id="tabcontent"><div class="tab-pane active"><input name="number" value="N1">
        <input name="description" value="Portal"><div><input name="contact"></div></div></div>`);
      const contact = document.querySelector<HTMLInputElement>('[name="contact"]')!;
      contact.value = name;
      expect(createReader(document, URL_TRYTON)!.read()).toMatchObject({
        people: [],
        notFound: expect.arrayContaining(["contact"]) as string[],
      });
      expect(personAt(contact, URL_TRYTON)).toBeNull();
    });

    test("on a page of their own", () => {
      const url = `https://acme.lightning.force.com${LINK}`;
      show(`<div class="windowViewMode-normal active"><h1><b></b></h1></div>`);
      const value = '<div data-target-selection-name="sfdc:RecordField.Contact.Name"></div>';
      document.querySelector(".active")!.append(...nodes(value));
      document.querySelector("[data-target-selection-name]")!.textContent = name;
      const snapshot = createReader(document, url)!.read();
      expect(snapshot.fields.name).toBeUndefined();
      expect(snapshot.notFound).toContain("name");
      expect(personAt(document.querySelector("b")!, url)).toBeNull();
    });
  },
);
