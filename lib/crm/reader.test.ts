// @vitest-environment jsdom
import { beforeEach, describe, expect, test, vi } from "vitest";
import { createReader, LIMITS, type PageReader } from "@/lib/crm";
import { fixture, nodes, show } from "./testing";

const ID = "0065j00000AbCdEAAV";
const URL_OPPORTUNITY = `https://acme.lightning.force.com/lightning/r/Opportunity/${ID}/view`;

const field = (name: string, value: string) =>
  `<div data-target-selection-name="sfdc:RecordField.Opportunity.${name}"><span slot="outputField">${value}</span></div>`;
const person = (n: number, role = "Influencer") =>
  `<lst-related-preview-card><h3><a href="/lightning/r/Contact/003${String(n).padStart(12, "0")}/view">Person ${n}</a></h3>
   <dl><dt>Role:</dt><dd>${role}</dd></dl></lst-related-preview-card>`;
const card = (people: string) =>
  `<lst-related-list-single-container><a href="/lightning/r/Opportunity/${ID}/related/OpportunityContactRoles/view">Contact Roles</a>
   <lst-template-list>${people}</lst-template-list></lst-related-list-single-container>`;
const page = (inside: string) => `<div class="windowViewMode-normal active">${inside}</div>`;

let observer: MutationObserver;
beforeEach(() => {
  document.documentElement.lang = "en-US";
  show("");
  observer?.disconnect();
  observer = new MutationObserver(() => {});
  observer.observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
    attributes: true,
  });
});

function open(inside: string, url = URL_OPPORTUNITY): PageReader {
  show(page(inside));
  observer.takeRecords();
  return createReader(document, url)!;
}
const changes = () => observer.takeRecords();
const find = (selector: string) => document.querySelector(selector)!;

describe("update", () => {
  test("a changed field", () => {
    const reader = open(field("Name", "Portal") + field("Amount", "$1,200.00"));
    reader.read();
    find('[data-target-selection-name$="Amount"] span').textContent = "$2,500.50";
    expect(reader.update(changes())).toMatchObject({
      fields: { name: { value: "Portal" }, amount: { value: 2500.5 } },
    });
  });

  test("a changed row, others as they were", () => {
    const reader = open(card(person(1) + person(2) + person(3)));
    const before = reader.read();
    find("lst-related-preview-card:nth-of-type(2) dd").textContent = "Decision Maker";
    const after = reader.update(changes());
    expect(after).toMatchObject({ people: [{}, { name: "Person 2", role: "Decision Maker" }, {}] });
    expect((after as typeof before).people[0]).toEqual(before.people[0]);
  });

  test("a row that loses its name, then another that changes", () => {
    const reader = open(card(person(1) + person(2) + person(3)));
    reader.read();
    find("lst-related-preview-card:nth-of-type(1) a").textContent = "";
    expect(reader.update(changes())).toMatchObject({
      people: [{ name: "Person 2" }, { name: "Person 3" }],
    });
    find("lst-related-preview-card:nth-of-type(3) dd").textContent = "Champion";
    expect(reader.update(changes())).toMatchObject({
      people: [
        { name: "Person 2", role: "Influencer" },
        { name: "Person 3", role: "Champion" },
      ],
    });
  });

  test("what is elsewhere on the page is nothing", () => {
    const reader = open(`${field("Name", "Portal")}<aside></aside>`);
    document.body.append(document.createElement("footer"));
    reader.read();
    changes();
    find("aside").append(...nodes("<p>chat</p>"));
    find("footer").textContent = "clock";
    find("footer").className = "night";
    expect(reader.update(changes())).toBeNull();
  });

  test("a change that leaves the text as it was is nothing", () => {
    const reader = open(card(person(1)));
    reader.read();
    find("dd").replaceChildren(...nodes("<b>Influencer</b>"));
    expect(reader.update(changes())).toBeNull();
  });

  test("a row more, a row less, a field more: read again", () => {
    const reader = open(card(person(1)));
    reader.read();
    find("lst-template-list").append(...nodes(person(2)));
    expect(reader.update(changes())).toBe("reread");
    expect(reader.read().people).toHaveLength(2);
    changes();
    find("lst-related-preview-card").remove();
    expect(reader.update(changes())).toBe("reread");
    reader.read();
    changes();
    find(".windowViewMode-normal").append(...nodes(`<div>${field("Name", "Late")}</div>`));
    expect(reader.update(changes())).toBe("reread");
    expect(reader.read().fields.name?.value).toBe("Late");
  });

  test("another record in front: read again", () => {
    const reader = open(field("Name", "Portal"));
    reader.read();
    find(".windowViewMode-normal").classList.remove("active");
    expect(reader.update(changes())).toBe("reread");
    expect(reader.read().fields).toEqual({});
  });

  test("before anything was read: read first", () => {
    expect(open(field("Name", "Portal")).update([])).toBe("reread");
  });
});

describe("values in form controls", () => {
  const tryton = (id: number) =>
    `http://127.0.0.1:8000/#reader/model/sale.opportunity/${id};views=1`;
  const form = (number: string, name: string, contact = "") =>
    `<div id="tabcontent"><div class="tab-pane active"><input name="number" value="${number}">
     <input name="description" value="${name}"><input name="party" value="Nordwind"><input name="contact" value="${contact}"></div></div>`;
  const read = (id: number) => createReader(document, tryton(id))!.read();

  test("are looked at although they change without a mutation", () => {
    show(form("77", "Portal"));
    const reader = createReader(document, tryton(77))!;
    expect(reader.read().fields.name?.value).toBe("Portal");
    expect(reader.update([])).toBeNull();
    (find('[name="description"]') as HTMLInputElement).value = "Portal 2";
    // The same form may show another record by now: a whole read decides.
    expect(reader.update([])).toBe("reread");
  });

  test("of the record before are not taken for those of this one", () => {
    show(form("N1", "First"));
    expect(read(1).fields.name?.value).toBe("First");
    // The address is ahead of the values.
    expect(read(2)).toMatchObject({ fields: {}, people: [] });
    show(form("N2", "Second"));
    expect(read(2).fields.name?.value).toBe("Second");
    show(form("N1", "First"));
    expect(read(1).fields.name?.value).toBe("First");
  });

  test("of an empty form, or a form of another kind, are not read", () => {
    show(form("", ""));
    expect(read(3).fields).toEqual({});
    show(form("", "").replace('name="number"', 'name="code"'));
    expect(read(3).fields).toEqual({});
  });

  test("before the client has opened the record are not read", () => {
    show(form("N4", "Fourth"));
    const early = createReader(document, tryton(4).replace(/;.*/, ""))!;
    expect(early.place.id).toBe("4");
    expect(early.read().fields).toEqual({});
  });

  test("name a person, unless it is the company's own address", () => {
    show(form("N5", "Fifth", "Jonas Brandt (DM) &lt;j@nordwind.example&gt;"));
    expect(read(5).people).toMatchObject([
      {
        name: "Jonas Brandt",
        email: "j@nordwind.example",
        in: "opportunity",
        markers: [{ text: "DM" }],
      },
    ]);
    show(form("N6", "Sixth", "Nordwind &lt;info@nordwind.example&gt;"));
    expect(read(6).people).toEqual([]);
  });

  test("say that the client waits for its server", () => {
    show(`${form("N7", "Seventh")}<div id="processing" style="display: none"></div>`);
    const reader = createReader(document, tryton(7))!;
    expect(reader.busy()).toBe(false);
    find("#processing").removeAttribute("style");
    expect(reader.busy()).toBe(true);
  });
});

describe("parties", () => {
  const url = (id: number) => `http://127.0.0.1:8000/#parties/model/party.party/${id};views=1`;
  const th = (n: number) => `<th class="many2one"></th>`.repeat(n);
  let next = 0;
  const party = (name: string, relations: [type: string, other: string][]) => {
    const rows = relations.map(
      ([type, other]) =>
        `<tr><td data-title="De: "><a title="${name}">${name}</a></td><td data-title="Tipo: "><a title="${type}">${type}</a></td><td data-title="A: "><a title="${other}">${other}</a></td></tr>`,
    );
    show(`<div id="tabcontent"><div class="tab-pane active"><input name="name" value="${name}"><input name="code" value="${++next}">
      <table class="tree"><thead><tr>${th(3)}</tr></thead><tbody>${rows.join("")}</tbody></table></div></div>`);
    return createReader(document, url(next))!.read();
  };

  test("a person is at a company", () => {
    const read = party("Grace Lin", [
      ["Manager of", "David Chen"],
      ["Technical director at", "Huadong"],
    ]);
    expect(read).toMatchObject({
      place: { kind: "contact" },
      fields: { account: { value: "Huadong" }, title: { value: "Technical director" } },
      people: [],
    });
  });

  test("a person reports to a person", () => {
    const read = party("David Chen", [["Reports to", "Grace Lin"]]);
    expect(read).toMatchObject({
      place: { kind: "contact" },
      fields: { reportsTo: { value: "Grace Lin" } },
    });
  });

  test("a company has people, and a parent that is none of them", () => {
    const read = party("Nordwind", [
      ["Head of logistics", "David Chen"],
      ["Subsidiary of", "Nordwind Holding"],
      ["DM", "Jonas"],
    ]);
    expect(read).toMatchObject({
      place: { kind: "account" },
      fields: { parent: { value: "Nordwind Holding" } },
    });
    expect(read.people.map(({ name, role, title }) => [name, role, title])).toEqual([
      ["David Chen", "Head of logistics", "Head of logistics"],
      ["Jonas", "DM", undefined],
    ]);
    expect(read.notFound).toEqual([]);
  });

  test("without relations it stays a party", () => {
    expect(party("Somebody", []).place.kind).toBe("party");
  });
});

describe("dates on a page", () => {
  const read = (close: string, created = "", lang = "en-US") => {
    const reader = open(
      field("CloseDate", close) +
        `<div data-target-selection-name="sfdc:RecordField.Opportunity.CreatedById"><records-modstamp>${created}</records-modstamp></div>`,
    );
    document.documentElement.lang = lang;
    return reader.read().fields.closeDate;
  };

  test("follow the language of the page", () => {
    expect(read("1/2/2026")?.value).toBe("2026-01-02");
    expect(read("1/2/2026", "", "de")?.value).toBe("2026-02-01");
    expect(read("1/2/2026", "", "")).toMatchObject({ value: "1/2/2026", ambiguous: true });
    expect(read("1/2/2026", "", "no such language")).toMatchObject({ ambiguous: true });
  });

  test("follow what another date proves, and read what is clear by itself", () => {
    expect(read("1/2/2026", "20/12/2025, 09:00")?.value).toBe("2026-02-01");
    // Each is clear by itself, together they prove nothing for a third.
    expect(read("12/20/2026", "20/12/2025")?.value).toBe("2026-12-20");
  });
});

describe("shadow roots", () => {
  const inside = (host: Element, html: string, mode: ShadowRootMode = "open") => {
    const root = host.attachShadow({ mode });
    root.append(...nodes(html));
    return root;
  };

  test("are entered, one in another, and told to who observes", () => {
    const reader = open("<forcegenerated-page></forcegenerated-page><p></p>");
    const outer = inside(find("forcegenerated-page"), "<div><records-form></records-form></div>");
    const form = inside(
      outer.querySelector("records-form")!,
      field("Name", "<my-text></my-text>") + card("<my-list></my-list>"),
    );
    inside(form.querySelector("my-text")!, "<style>p { color: red }</style><p>Portal</p>");
    inside(form.querySelector("my-list")!, person(1) + person(2, "<my-role></my-role>"));
    inside(form.querySelector("my-list")!.shadowRoot!.querySelector("my-role")!, "Champion");
    const snapshot = reader.read();
    expect(snapshot.fields.name?.value).toBe("Portal");
    expect(snapshot.people.map(({ name, role }) => [name, role])).toEqual([
      ["Person 1", "Influencer"],
      ["Person 2", "Champion"],
    ]);
    expect(reader.shadowRoots()).toContain(form);
  });

  test("closed ones are entered where the browser lets the content script", () => {
    show(page("<records-form></records-form>"));
    const root = inside(find("records-form"), field("Name", "Portal"), "closed");
    expect(createReader(document, URL_OPPORTUNITY)!.read().fields).toEqual({});
    const shadowRootOf = (host: Element) => (host.localName === "records-form" ? root : null);
    expect(
      createReader(document, URL_OPPORTUNITY, { shadowRootOf })!.read().fields.name?.value,
    ).toBe("Portal");
    const refusing = () => {
      throw new TypeError("not an HTMLElement");
    };
    expect(
      createReader(document, URL_OPPORTUNITY, { shadowRootOf: refusing })!.read().fields,
    ).toEqual({});
  });
});

/** A clock that only this code moves, so that a busy machine changes nothing. */
function slowClock(step: number): void {
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => (now += step));
}

describe("a sliced read", () => {
  test.each(["opportunity-layout", "demo-opportunity", "overlays"])(
    "reads what a whole read reads: %s",
    async (name) => {
      const { page, url } = fixture(`salesforce/fixtures/${name}`);
      const reader = createReader(page, url)!;
      expect(await reader.readSliced(new AbortController().signal)).toEqual(reader.read());
    },
  );

  test("of a large page gives the page its turn, and reads the same", async () => {
    const filler = "<div><p><b></b></p></div>".repeat(1_500);
    const rows = Array.from({ length: 100 }, (_, n) => person(n)).join("");
    const reader = open(
      filler + `<section>${field("Name", "Portal")}${filler}</section>` + card(rows) + filler,
    );
    slowClock(1);
    let turns = 0;
    const ticking = setInterval(() => turns++, 0);
    const sliced = await reader.readSliced(new AbortController().signal);
    clearInterval(ticking);
    expect(turns).toBeGreaterThan(1);
    expect(sliced).toEqual(reader.read());
    expect(sliced?.people).toHaveLength(100);
  });

  test("stops when it is told to", async () => {
    const stop = new AbortController();
    const reading = open("<div><p><b></b></p></div>".repeat(5_000)).readSliced(stop.signal);
    stop.abort();
    expect(await reading).toBeNull();
    expect(await open("").readSliced(AbortSignal.abort())).toBeNull();
  });
});

test("a page that takes too long is read in part, and says so", () => {
  slowClock(LIMITS.time);
  const rows = Array.from({ length: 200 }, (_, n) => person(n)).join("");
  const snapshot = open(field("Name", "Portal") + card(rows)).read();
  expect(snapshot.fields.name?.value).toBe("Portal");
  expect(snapshot.limits).toMatchObject([{ limit: "time" }]);
});

test("a related list of its own shows only people, and other lists none", () => {
  const html = `${field("Name", "Portal")}<table><tbody><tr data-row-key-value="00K">
    <th><a href="/lightning/r/Contact/0035j00000JonasAAB/view">Jonas</a></th></tr></tbody></table>`;
  const at = (list: string) =>
    open(html, URL_OPPORTUNITY.replace("/view", `/related/${list}/view`)).read();
  expect(at("OpportunityContactRoles")).toMatchObject({
    fields: {},
    people: [{ name: "Jonas" }],
    notFound: [],
  });
  expect(at("Tasks")).toMatchObject({ fields: {}, people: [], notFound: [] });
});

test("says which hook matched and what was not found", () => {
  const snapshot = open(field("Name", "Portal")).read();
  expect(snapshot.fields.name?.hook).toBe(
    '[data-target-selection-name="sfdc:RecordField.Opportunity.Name"]',
  );
  expect(snapshot.notFound).toEqual([
    "account",
    "stage",
    "amount",
    "currency",
    "closeDate",
    "owner",
    "status",
    "contact roles",
  ]);
});

test("without a visible record there is nothing to read", () => {
  show(
    `<div class="windowViewMode-normal active" style="display: none">${field("Name", "Hidden")}</div>${field("Name", "Loose")}`,
  );
  expect(createReader(document, URL_OPPORTUNITY)!.read().fields).toEqual({});
  expect(createReader(document, "https://acme.lightning.force.com/lightning/page/home")).toBeNull();
});

test("more people than the limit are counted", () => {
  slowClock(0);
  const rows = Array.from({ length: LIMITS.people + 5 }, (_, n) => person(n)).join("");
  const snapshot = open(card(rows)).read();
  expect(snapshot.people).toHaveLength(LIMITS.people);
  expect(snapshot.limits).toContainEqual({
    limit: "people",
    what: "lists",
    found: LIMITS.people + 5,
    kept: LIMITS.people,
  });
});
