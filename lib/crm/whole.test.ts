// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from "vitest";
import { createReader } from "@/lib/crm";
import { show } from "./testing";

const ID = "0065j00000AbCdEAAV";
const RECORD = `https://acme.lightning.force.com/lightning/r/Opportunity/${ID}`;
const LIST = `${RECORD}/related/OpportunityContactRoles/view`;
const TRYTON = "http://127.0.0.1:8000/#demo/model/sale.opportunity/1;views=1";

const contact = (n: number) =>
  `<a href="/lightning/r/Contact/003${String(n).padStart(12, "0")}/view">Person ${n}</a>`;
const card = (count: string, people: readonly number[]) =>
  `<lst-related-list-single-container><article>
    <h2><a href="${new URL(LIST).pathname}"><span>Contact Roles</span> <span>${count}</span></a></h2>
    <ul>${people.map((n) => `<lst-related-preview-card>${contact(n)}</lst-related-preview-card>`).join("")}</ul>
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
    ["nobody, as before it is loaded", "(0)", [], undefined],
  ] as const)("%s", ([, count, people, whole]) => {
    expect(everybody(card(count, people))).toBe(whole);
  });

  test("only where all places of it agree", () => {
    expect(everybody(card("(2)", [1, 2]) + card("(2)", [1, 2]))).toBe(true);
    expect(everybody(card("(2)", [1, 2]) + card("(3)", [1, 2]))).toBeUndefined();
  });

  test.for([
    ["2 items • Sorted by Contact • Updated 3 minutes ago", true],
    ["2 个项目 • 按联系人排序", true],
    ["50+ items • Sorted by Contact", undefined],
    ["3 items • Sorted by Contact", undefined],
  ] as const)("on its own page: %s", ([line, whole]) => {
    const rows = [1, 2].map((n) => `<tr data-row-key-value="${n}"><th>${contact(n)}</th></tr>`);
    const list = `<lst-related-list-desktop><span class="countSortedByFilteredBy">${line}</span>
      <table><tbody>${rows.join("")}</tbody></table></lst-related-list-desktop>`;
    expect(everybody(list, LIST)).toBe(whole);
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

test("a field of one person names everybody, but not while it is empty", () => {
  const form = (name: string) =>
    `<div id="tabcontent"><div class="tab-pane active"><input name="number" value="N1">
      <input name="description" value="Portal"><div><input name="contact" value="${name}"></div></div></div>`;
  show(form("Jonas Brandt"));
  expect(createReader(document, TRYTON)!.read().everybody).toBe(true);
  show(form(""));
  expect(createReader(document, TRYTON)!.read().everybody).toBeUndefined();
});
