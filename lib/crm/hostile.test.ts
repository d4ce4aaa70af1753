// @vitest-environment jsdom
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createReader, LIMITS, personAt, recipes } from "@/lib/crm";
import type { PageSnapshot } from "@/lib/domain";
import { hooksOf } from "./selector";

const ID = "0065j00000AbCdEAAV";
const url = `https://acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`;
const field = (name: string, value: string) =>
  `<div data-target-selection-name="sfdc:RecordField.Opportunity.${name}"><span slot="outputField">${value}</span></div>`;
const card = (rows: string) =>
  `<lst-related-list-single-container><a href="/lightning/r/Opportunity/${ID}/related/OpportunityContactRoles/view"></a><table><tbody>${rows}</tbody></table></lst-related-list-single-container>`;
const row = (name: string) =>
  `<tr data-row-key-value="00K"><th><a href="/lightning/r/Contact/0035j00000JonasAAB/view">${name}</a></th><td data-label="Role">Champion</td></tr>`;

/** A document of its own for each page, since what is clobbered once stays so. */
function documentOf(body: string, lang = "en-US"): Document {
  const html = `<!doctype html><html lang="${lang}"><body>${body}</body></html>`;
  return new DOMParser().parseFromString(html, "text/html");
}
const active = (inside: string) => `<div class="windowViewMode-normal active">${inside}</div>`;

function read(inside: string): PageSnapshot {
  return createReader(documentOf(active(inside)), url)!.read();
}

/** Only strings, finite numbers and booleans in plain objects and arrays, within the limits. */
function expectPlain(value: unknown, depth = 0): void {
  expect(depth).toBeLessThan(6);
  if (typeof value === "string")
    expect(value.length).toBeLessThanOrEqual(Math.max(LIMITS.text, LIMITS.url));
  else if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
  else if (typeof value !== "boolean") {
    expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value));
    for (const inner of Object.values(value as object)) expectPlain(inner, depth + 1);
  }
}

describe("clobbered names", () => {
  const NAMES = [
    "attributes",
    "getAttribute",
    "hasAttribute",
    "children",
    "childNodes",
    "querySelector",
    "querySelectorAll",
    "parentNode",
    "parentElement",
    "nodeType",
    "textContent",
    "contains",
    "closest",
    "matches",
    "localName",
    "firstElementChild",
    "shadowRoot",
    "isConnected",
    "nextElementSibling",
    "getRootNode",
    "ownerDocument",
    "checkVisibility",
    "getElementsByTagName",
    "value",
    "host",
  ];

  test("of a form around and inside the record", () => {
    const page = documentOf(`<form class="windowViewMode-normal active"><input>
      ${field("Name", "Portal")}${card(row("Jonas"))}</form>`);
    // As browsers do for `<input name="getAttribute">`, which jsdom does not.
    const input = page.querySelector("input");
    for (const name of NAMES) Object.defineProperty(page.forms[0]!, name, { value: input });
    expect(page.forms[0]!.getAttribute).toBe(input);
    const reader = createReader(page, url)!;
    const snapshot = reader.read();
    expect(snapshot.fields.name?.value).toBe("Portal");
    expect(snapshot.people).toMatchObject([{ name: "Jonas", role: "Champion" }]);
    expect(reader.update([])).toBeNull();
    const link = Document.prototype.querySelector.call(page, "th a")!;
    expect(personAt(link, url)?.name).toBe("Jonas");
  });

  test("of the document", () => {
    const forms = [...NAMES, "body", "documentElement", "defaultView", "location"].map(
      (name) => `<form name="${name}"></form>`,
    );
    const page = documentOf(forms.join("") + active(field("Name", "Portal")));
    expect(page.querySelectorAll).not.toBeInstanceOf(Function);
    expect(createReader(page, url)!.read().fields.name?.value).toBe("Portal");
  });
});

describe("text", () => {
  test("stays text", () => {
    const script = "<script>window.pwned = 1</script><img src=x onerror=window.pwned=1>";
    const escaped = script.replaceAll("<", "&lt;");
    const { fields, people } = read(field("Name", escaped) + card(row(escaped)));
    expect([fields.name?.value, people[0]?.name]).toEqual([script, script]);
    expect("pwned" in window).toBe(false);
  });

  test("of a megabyte is cut, and the cut reported", () => {
    const long = "x".repeat(1_000_000);
    const snapshot = read(
      field("Name", long) +
        field("StageName", long) +
        field("Amount", "1".repeat(100_000)) +
        card(row(long)),
    );
    expectPlain(snapshot);
    expect(snapshot.fields.name?.value).toHaveLength(LIMITS.name);
    expect(snapshot.limits).toContainEqual({
      limit: "text",
      what: "name",
      found: 1_000_000,
      kept: LIMITS.name,
    });
    expect(snapshot.limits).toContainEqual({
      limit: "text",
      what: "contact roles: name",
      found: 1_000_000,
      kept: LIMITS.name,
    });
  });

  test("that turns its surroundings or hides is cleaned", () => {
    const { fields, people } = read(
      field("Name", "Por\u200Btal \u202Egnp.\u2066") + card(row("王\u2060芳\u202E")),
    );
    expect([fields.name?.value, people[0]?.name]).toEqual(["Portal gnp.", "王芳"]);
  });

  test("that looks like a virtual node is a string", () => {
    const node = JSON.stringify({
      type: "img",
      props: { src: "x", onError: "alert(1)" },
      constructor: undefined,
      __v: 1,
    });
    const snapshot = read(
      field("Name", node.replaceAll('"', "&quot;")) + field("Amount", '{"value":1}'),
    );
    expect(snapshot.fields.name?.value).toBe(node);
    expect(snapshot.fields.amount).toMatchObject({ value: '{"value":1}', ambiguous: true });
    expectPlain(snapshot);
  });

  test("named like a property of every object is no value", () => {
    for (const word of ["__proto__", "constructor", "toString", "hasOwnProperty"]) {
      const snapshot = read(
        field("StageName", word) +
          field("Amount", `${word} 5`) +
          field("CurrencyIsoCode", word) +
          card(row(word)),
      );
      expectPlain(snapshot);
      expect(snapshot.fields.stage?.value).toBe(word);
      expect(snapshot.fields.status).toBeUndefined();
    }
  });
});

describe("size and shape", () => {
  test("of many elements that all match not all are looked at", { timeout: 20_000 }, () => {
    const snapshot = read(field("Name", "Portal") + field("Stage", "").repeat(LIMITS.elements));
    expect(snapshot.fields.name?.value).toBe("Portal");
    expect(snapshot.limits.some(({ limit }) => limit === "nodes" || limit === "time")).toBe(true);
  });

  test("nesting of thousands of elements", { timeout: 20_000 }, async () => {
    const page = documentOf(active(""));
    let deepest: Element = page.querySelector(".active")!;
    for (let i = 0; i < 3_000; i++) deepest = deepest.appendChild(page.createElement("div"));
    deepest.append(...page.importNode(documentOf(field("Name", "Portal")).body, true).childNodes);
    const reader = createReader(page, url)!;
    expect(reader.read().fields.name?.value).toBe("Portal");
    expect((await reader.readSliced(new AbortController().signal))?.fields.name?.value).toBe(
      "Portal",
    );
  });

  test("broken markup", () => {
    const snapshot = read(
      `<table><tr>${field("Name", "Por<b>tal</td></div>")}<p></span><a href=":::">${card("<tr data-row-key-value><th><a href='/lightning/r/Contact/%zz/view'>x")}`,
    );
    expectPlain(snapshot);
  });

  test("a row in a row is one person", () => {
    expect(
      read(card(row(`Jonas<table>${row("Petra")}</table>`))).people.length,
    ).toBeLessThanOrEqual(2);
  });
});

test(
  "random trees of hooks: reading never throws and gives only plain data",
  { timeout: 60_000 },
  async () => {
    const hooks = recipes.flatMap((recipe) =>
      (["opportunity", "account", "contact", "party"] as const).flatMap((kind) =>
        hooksOf(recipe, kind),
      ),
    );
    const attributes = [
      ...new Set(
        hooks.flatMap((hook) =>
          [...hook.matchAll(/\[([\w-]+)[*^$]?="([^"]*)"\]/g)].map(
            ([, name, value]) => `${name}="${value}"`,
          ),
        ),
      ),
    ];
    const tags = [
      "div",
      "span",
      "a",
      "table",
      "tr",
      "td",
      "th",
      "dl",
      "dt",
      "dd",
      "input",
      "select",
      "option",
      "form",
      "img",
      "button",
      "lst-related-preview-card",
      "lst-related-list-single-container",
      "records-record-layout-item",
      "template",
      "svg",
    ];
    const text = fc.oneof(
      fc.constantFrom("Role", "Stage", "金额", "¥1.2亿", "1/2/2026", "(DM)", "", "\u202E"),
      fc.string({ unit: "binary", maxLength: 30 }),
    );
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc
        .tuple(
          fc.constantFrom(...tags),
          fc.array(
            fc.oneof(
              fc.constantFrom(...attributes),
              fc.constantFrom(
                "hidden",
                'class="active"',
                'href="/lightning/r/003/view"',
                'name="getAttribute"',
              ),
            ),
            { maxLength: 3 },
          ),
          fc.oneof(
            { depthSize: "small", withCrossShrink: true },
            text.map(escape),
            fc.array(tie("tree"), { maxLength: 4 }).map((parts) => parts.join("")),
          ),
        )
        .map(([tag, list, inside]) => `<${tag} ${list.join(" ")}>${inside}</${tag}>`),
    }));
    const urls = [
      url,
      url.replace("/view", "/related/OpportunityContactRoles/view"),
      "https://a.lightning.force.com/lightning/r/0035j00000JonasAAB/view",
      "https://a.lightning.force.com/lightning/r/0015j00000NordwAAB/view",
      "http://h/#d/model/sale.opportunity/1;x",
      "http://h/#d/model/party.party/1;x",
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.array(tree, { maxLength: 6 }),
        fc.constantFrom(...urls),
        fc.constantFrom("", "en-US", "zh_CN", "no such language"),
        async (trees, at, lang) => {
          const page = documentOf(
            `<div id="tabcontent"><div class="tab-pane active windowViewMode-normal"><input name="number" value="1"><input name="code" value="1">${trees.join("")}</div></div>`,
            lang,
          );
          const reader = createReader(page, at)!;
          const snapshot = reader.read();
          expectPlain(snapshot);
          expect(await reader.readSliced(new AbortController().signal)).toEqual(snapshot);
          const update = reader.update([]);
          expect(update === null || update === "reread").toBe(true);
          for (const element of Document.prototype.querySelectorAll.call(page, "a, td, dd")) {
            expectPlain(personAt(element, at) ?? "");
          }
        },
      ),
      { numRuns: 80 },
    );

    function escape(raw: string): string {
      return raw.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    }
  },
);
