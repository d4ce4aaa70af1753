// @vitest-environment jsdom
import { globSync } from "node:fs";
import { expect, test } from "vitest";
import { personAt } from "@/lib/crm";
import { fixture, nodes, show } from "./testing";

function load(path: string): { find: (selector: string) => Element; url: string } {
  const { page, url } = fixture(path);
  document.documentElement.replaceChildren(...page.documentElement.childNodes);
  return { find: (selector) => document.querySelector(selector)!, url };
}

test("a link in a card, with the role of its row", () => {
  const { find, url } = load("salesforce/fixtures/opportunity-layout");
  const whole = {
    id: "0035j00000JonasAAB",
    name: "Jonas Maximilian Brandt-Hohenfels",
    role: "Economic Buyer",
    primary: true,
    in: "opportunity",
  };
  expect(personAt(find('.active a[href*="Jonas"]'), url)).toMatchObject(whole);
  expect(personAt(find(".active lst-related-preview-card dd"), url)).toMatchObject(whole);
});

test("a link to a person in some other list is that person, with no role", () => {
  const { find, url } = load("salesforce/fixtures/opportunity-layout");
  expect(personAt(find('a[href*="0035j00000Other"]'), url)).toEqual({
    id: expect.stringContaining("0035j00000Other") as string,
    name: "Not Of This Deal",
    markers: [],
    in: "account",
    hook: expect.any(String) as string,
  });
});

test("a row of a list view, on a page that names no record", () => {
  show(`<div class="forceListViewManagerGrid"><table><tbody><tr>
    <th><a href="/lightning/r/Contact/0035j00000JonasAAB/view"><span>Jonas Brandt (DM)</span></a></th>
    <td data-label="Title"><span>Managing Director</span></td></tr></tbody></table></div>`);
  const url = "https://acme.lightning.force.com/lightning/o/Contact/list?filterName=Recent";
  const expected = {
    id: "0035j00000JonasAAB",
    name: "Jonas Brandt",
    title: "Managing Director",
    in: "account",
    markers: [{ text: "DM" }],
  };
  expect(personAt(document.querySelector("a span")!, url)).toMatchObject(expected);
  expect(personAt(document.querySelector("td")!, url)).toMatchObject(expected);
});

test("the header of the contact's own page", () => {
  const { find, url } = load("salesforce/fixtures/contact-dynamic-forms");
  expect(personAt(find("h1"), url)).toMatchObject({
    id: "0035j00000JonasAAB",
    name: "Jonas Brandt",
    title: "Geschäftsführer",
    account: { name: "Nordwind Logistik GmbH" },
    markers: [{ role: "decision-maker" }],
  });
  expect(personAt(find("flexipage-field"), url)).toBeNull();
});

test.each(["contact-dynamic-forms", "contact-header-only", "contact-page-header"])(
  "the header of %s is its contact's, what is beside it nobody's",
  (path) => {
    const { find, url } = load(`salesforce/fixtures/${path}`);
    const { id } = personAt(find('[slot="primaryField"], h1 lightning-formatted-name'), url)!;
    expect(id).toBe("0035j00000JonasAAB");
    expect(personAt(find(".windowViewMode-normal"), url)).toBeNull();
  },
);

test("anywhere in the header's panel is the contact, beside a link to another record too", () => {
  const { find, url } = load("salesforce/fixtures/demo-contact-zh");
  const label = find("records-highlights2 records-highlights-details-item p");
  expect(personAt(label, url)).toMatchObject({ id: "0035j0000ZhouJZAQY", name: "周杰" });
});

test.each([
  '<a href="/lightning/r/Contact/0035j00000JonasAAB/view">Jonas</a>',
  '<a href="/lightning/r/0035j00000JonasAAB/view">Jonas</a>',
  '<a href="#" data-recordid="0035j00000JonasAAB">Jonas</a>',
])("a link like %s is a person, wherever it stands", (link) => {
  show(`<p>${link}</p>`);
  const url = "https://acme.lightning.force.com/lightning/page/home";
  expect(personAt(document.querySelector("a")!, url)).toMatchObject({
    id: "0035j00000JonasAAB",
    name: "Jonas",
    in: "account",
  });
});

test("a person inside a shadow root", () => {
  show(`<div class="windowViewMode-normal active"><my-list></my-list></div>`);
  const root = document.querySelector("my-list")!.attachShadow({ mode: "open" });
  root.append(...nodes('<a href="/lightning/r/Contact/0035j00000JonasAAB/view"><b>Jonas</b></a>'));
  const url = "https://acme.lightning.force.com/lightning/r/Opportunity/0065j00000AbCdEAAV/view";
  expect(personAt(root.querySelector("b")!, url)).toMatchObject({
    id: "0035j00000JonasAAB",
    name: "Jonas",
  });
});

test("Tryton: a relation, the contact field, the person's own page", () => {
  let page = load("tryton/fixtures/party-company-of-company");
  expect(personAt(page.find('a[title="Jonas Brandt (DM)"]'), page.url)).toMatchObject({
    name: "Jonas Brandt",
    role: "Managing director",
  });
  expect(personAt(page.find('a[title="Nordwind Holding SE"]'), page.url)).toBeNull();
  expect(personAt(page.find('input[name="name"]'), page.url)).toBeNull();
  page = load("tryton/fixtures/opportunity");
  expect(personAt(page.find('input[name="contact"]'), page.url)).toMatchObject({
    name: "Grace Lin",
    email: "g.lin@huadong.example",
    in: "opportunity",
  });
  expect(personAt(page.find('input[name="party"]'), page.url)).toBeNull();
  page = load("tryton/fixtures/party-person");
  expect(personAt(page.find('input[name="name"]'), page.url)).toMatchObject({
    id: "5",
    name: "Grace Lin",
    account: { name: "Huadong Manufacturing Group" },
  });
});

test("nowhere on any page does it throw, and what it gives has a name", { timeout: 60_000 }, () => {
  for (const path of globSync("*/fixtures/*.html", { cwd: import.meta.dirname })) {
    const { url } = load(path.replace(/\.html$/, ""));
    for (const element of [...document.querySelectorAll("*")].filter(
      (_, index) => index % 29 === 0,
    )) {
      expect(personAt(element, url)?.name).not.toBe("");
    }
  }
  expect(personAt(document.body, "https://example.org/")).toBeNull();
});
