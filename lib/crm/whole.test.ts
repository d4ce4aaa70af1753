// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import { createReader } from "@/lib/crm";
import type { PageSnapshot } from "@/lib/domain";
import type { Found } from "./found";
import type { KindRecipe, ListRecipe } from "./recipe";
import { show } from "./testing";
import { namesEverybody } from "./whole";

const ID = "0065j00000AbCdEAAV";
const RECORD = `https://acme.lightning.force.com/lightning/r/Opportunity/${ID}`;
const LIST = `${RECORD}/related/OpportunityContactRoles/view`;
const TRYTON = "http://127.0.0.1:8000/#demo/model/sale.opportunity/1;views=1";

const contact = (n: number) =>
  `<a href="/lightning/r/Contact/003${String(n).padStart(12, "0")}/view">Person ${n}</a>`;
/** Of a person by number, with a role after it or without. */
const tile = (person: number | string) => {
  const [n, role = ""] = String(person).split(" ");
  return `<lst-related-preview-card>${contact(Number(n))}<dl><dt>Role:</dt><dd>${role}</dd></dl></lst-related-preview-card>`;
};
const card = (count: string, people: readonly (number | string)[]) =>
  `<lst-related-list-single-container><article>
    <h2><a href="${new URL(LIST).pathname}"><span>Contact Roles</span> <span>${count}</span></a></h2>
    <ul>${people.map(tile).join("")}</ul>
  </article></lst-related-list-single-container>`;

beforeEach(() => show(""));

function everybody(inside: string, url = `${RECORD}/view`): true | undefined {
  show(`<div class="windowViewMode-normal active">${inside}</div>`);
  return createReader(document, url)!.read().everybody;
}

describe("a list is whole", () => {
  test.for([
    ["as many as its heading says", "(3)", [1, 2, 3], true],
    ["the same in Chinese brackets", "（3）", [1, 2, 3], true],
    ["one, shown twice", "(1)", [1, 1], true],
    ["fewer", "(3)", [1, 2], undefined],
    ["more", "(2)", [1, 2, 3], undefined],
    ["more behind a link", "(3+)", [1, 2, 3], undefined],
    ["no number", "", [1, 2, 3], undefined],
    ["nobody, as it is, or before it is loaded", "(0)", [], true],
    ["one in two roles", "(3)", ["1 User", "1 Influencer", "2 User"], true],
  ] as const)("%s", ([, count, people, whole]) => {
    expect(everybody(card(count, people))).toBe(whole);
  });

  test("only where all places of it agree", () => {
    expect(everybody(card("(2)", [1, 2]) + card("(2)", [1, 2]))).toBe(true);
    expect(everybody(card("(2)", [1, 2]) + card("(3)", [1, 2]))).toBeUndefined();
  });

  test("but not on a page of its own, which counts what a filter leaves", () => {
    const rows = [1, 2].map((n) => `<tr data-row-key-value="${n}"><th>${contact(n)}</th></tr>`);
    const line = "2 items • Sorted by Contact • Filtered by Role";
    const list = `<lst-related-list-desktop><h1>Contact Roles</h1><span class="countSortedByFilteredBy">${line}</span>
      <table><tbody>${rows.join("")}</tbody></table></lst-related-list-desktop>`;
    expect(everybody(list, LIST)).toBeUndefined();
  });

  test("and of nobody only where no list of the opportunity has anybody", () => {
    const list = { in: "opportunity" } as ListRecipe;
    const other = { in: "opportunity" } as ListRecipe;
    const heading = (list: ListRecipe, count: string) => ({
      list,
      element: Object.assign(document.createElement("h2"), { textContent: count }),
    });
    const names = (...counts: [string, string]) =>
      namesEverybody(
        { lists: [list, other] } as unknown as KindRecipe,
        {
          counts: [heading(list, counts[0]), heading(other, counts[1])],
          readings: [{ person: { id: "1" } }],
          rows: [{ list: { list } }],
        } as unknown as Found,
      );
    expect(names("(1)", "(0)")).toBe(false);
    expect(names("(0)", "(0)")).toBe(false);
    const nobody = { counts: [heading(list, "(0)")], readings: [], rows: [] } as unknown as Found;
    expect(namesEverybody({ lists: [list] } as unknown as KindRecipe, nobody)).toBe(true);
  });

  test("and is so no longer, or again, when its rows change", () => {
    everybody(card("(2)", [1, 2]));
    const observer = new MutationObserver(() => {});
    observer.observe(document, { attributes: true, childList: true, subtree: true });
    const reader = createReader(document, `${RECORD}/view`)!;
    expect(reader.read().everybody).toBe(true);
    const link = document.querySelector("lst-related-preview-card a")!;
    const own = link.getAttribute("href")!;
    const becomes = (href: string) => {
      link.setAttribute("href", href);
      return reader.update(observer.takeRecords()) as PageSnapshot;
    };
    const other = document.querySelectorAll("lst-related-preview-card a")[1]!;
    const twice = becomes(other.getAttribute("href")!);
    expect(twice.people).toHaveLength(2);
    expect(twice.everybody).toBeUndefined();
    expect(becomes(own).everybody).toBe(true);
  });

  test("and when its heading follows late, it is read anew", () => {
    everybody(card("(2)", [1, 2, 3]));
    const observer = new MutationObserver(() => {});
    observer.observe(document, { childList: true, characterData: true, subtree: true });
    const reader = createReader(document, `${RECORD}/view`)!;
    reader.read();
    document.querySelector("h2 span:last-child")!.textContent = "(3)";
    expect(reader.update(observer.takeRecords())).toBe("reread");
  });
});

test("a field with a name tells nothing: the name may be half typed, or another one for the same person", () => {
  show(`<div id="tabcontent"><div class="tab-pane active"><input name="number" value="N1">
    <input name="description" value="Portal"><div><input name="contact" value="Jonas Brandt"></div></div></div>`);
  const snapshot = createReader(document, TRYTON)!.read();
  expect(snapshot.people).toMatchObject([{ name: "Jonas Brandt" }]);
  expect(snapshot.everybody).toBeUndefined();
});
