// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { cleanup, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { axeFinds } from "@/components/testing";
import { deal, someone, speak, stage, textbook, type Case } from "@/components/panel/testing";
import { percent, say, stated, type Reasoned } from "@/lib/view";
import type { OpportunityData } from "@/lib/store";
import { PeopleList } from "./PeopleList";
import { PersonRow } from "./PersonRow";

beforeEach(() => speak());
afterEach(cleanup);

const onOpen = vi.fn<(person: string) => void>();
function List({ view }: { view: Reasoned<OpportunityData> }) {
  return (
    <main>
      <PeopleList
        structure={view.structure}
        beliefs={view.beliefs}
        suggestions={() => 0}
        isTakenOff={(person) => view.data.takenOff.has(person)}
        onOpen={onOpen}
      />
    </main>
  );
}
function show(one: Case) {
  const staged = stage(one);
  const { rerender } = render(<List view={staged.view.value} />);
  return { ...staged, draw: () => rerender(<List view={staged.view.value} />) };
}
const row = (name: string) =>
  screen.getAllByRole("listitem").find((one) => one.querySelector("b")?.textContent === name)!;
/** What is seen of each person, and read out. */
const seen = () =>
  new Map(
    screen
      .getAllByRole("listitem")
      .map((one) => [
        one.querySelector("b")?.textContent ?? "",
        new XMLSerializer().serializeToString(one),
      ]),
  );
const grounds = { how: "interview", sure: "certain" } as const;

describe("a row", () => {
  test("shows the share in percent, also to who listens", () => {
    const { view } = show(textbook);
    const share = percent(view.value.structure.shares.get(someone("Chen Hao"))!);
    expect(within(row("Chen Hao")).getByText(share)).toBeTruthy();
    expect(
      screen.getByRole("button", { name: new RegExp(`Chen Hao.*${share} of the decision`) }),
    ).toBeTruthy();
  });

  test("marks whom the CRM names no longer", () => {
    show({ ...textbook, gone: ["Li Wei"] });
    expect(within(row("Li Wei")).getByText("taken off in the CRM")).toBeTruthy();
    expect(within(row("Chen Hao")).queryByText("taken off in the CRM")).toBeNull();
  });

  test("shows open objections at their source, and answered ones no more", async () => {
    const { view, sent, draw } = show({
      people: { A: "", B: "" },
      says: [
        ["A", { aspect: "objection", topic: "price", text: "Too dear" }],
        ["A", { aspect: "objection", topic: "risk", text: "Too new" }],
      ],
    });
    expect(within(row("A")).getByText("2 open objections")).toBeTruthy();
    expect(within(row("B")).queryByText(/objection/)).toBeNull();
    const objection = view.value.beliefs.get(someone("A"))!.objections[0]!.id;
    const answered = { aspect: "answered", objection, holds: true } as const;
    await say("", [stated(someone("A"), deal, answered, grounds)]);
    expect(sent).toHaveLength(1);
    draw();
    expect(within(row("A")).getByText("1 open objection")).toBeTruthy();
  });

  test.for([
    ["certain", "act"],
    ["guess", "judgement"],
  ] as const)("shows the steps that were said, though it is only a %s", ([sure, how]) => {
    show({
      people: { A: "", B: "", C: "" },
      says: [
        ["A", { aspect: "stance", value: 2 }, { how, sure }],
        ["A", { aspect: "power", level: 3 }, { how, sure }],
        ["A", { aspect: "access", level: 3 }, { how, sure }],
        ["B", { aspect: "stance", value: -2 }, { how, sure }],
        ["B", { aspect: "power", level: 1 }, { how, sure }],
        ["B", { aspect: "access", level: 0 }, { how, sure }],
      ],
    });
    const words = (name: string) => row(name).querySelector(".person-side")?.getAttribute("title");
    expect(words("A")).toBe("stance: mentor, power: inner circle, access: in-depth");
    expect(words("B")).toBe("stance: enemy, power: outside, access: none");
    expect(words("C")).toBe("stance: unknown, power: unknown, access: unknown");
    const drawn = (name: string) =>
      [".avatar", ".bars[data-unknown=true]", ".bars [data-on=true]", ".rings [data-on=true]"].map(
        (what) =>
          what === ".avatar"
            ? row(name).querySelector(what)?.getAttribute("data-stance")
            : row(name).querySelectorAll(what).length,
      );
    expect(drawn("A")).toEqual(["for", 0, 3, 2]);
    expect(drawn("B")).toEqual(["against", 0, 0, 0]);
    expect(drawn("C")).toEqual(["unknown", 1, 0, 0]);
  });

  test("tells that words wait, in sight and in its name", () => {
    const { view } = stage({ people: { A: "", B: "" } });
    const { structure, beliefs } = view.value;
    render(
      <PeopleList
        structure={structure}
        beliefs={beliefs}
        suggestions={() => 0}
        drafted={new Set([someone("B")])}
        onOpen={onOpen}
      />,
    );
    expect(within(row("A")).queryByText("draft")).toBeNull();
    expect(within(row("B")).getByRole("button").textContent).toContain("draft");
    expect(within(row("B")).getByText("draft").className).toBe("tag");
  });

  test("cuts on the screen what is no name, and no other", () => {
    const long = "Chief ".repeat(40).trim();
    show({ people: { [long]: long, "Chen Hao": "Technical director" } });
    expect(row("Chen Hao").querySelector(".clamped")).toBeNull();
    const cut = [...document.querySelectorAll(".person-name .clamped")];
    expect(cut.map((one) => one.textContent)).toEqual([long, long]);
    expect(cut[0]!.getAttribute("title")).toBe(long);
  });

  test("marks a stance that claims contradict each other about", () => {
    show({
      people: { A: "" },
      says: [
        ["A", { aspect: "stance", value: 2 }, { how: "act" }],
        ["A", { aspect: "stance", value: -1 }, { how: "observation" }],
      ],
    });
    expect(within(row("A")).getByText("Stance: contested")).toBeTruthy();
  });
});

describe("who is not found yet", () => {
  test("has a dashed row before the others, with their share", () => {
    const { view } = show({ people: { A: "", B: "" } });
    const ghost = screen.getByText("Decision maker not found yet").parentElement!;
    expect(ghost.className).toBe("ghost-row");
    expect(ghost.textContent).toContain(percent(view.value.structure.ghost));
    expect(ghost.compareDocumentPosition(row("A"))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  test("is perhaps somebody else where one is known to decide", () => {
    const { view } = show({
      people: { A: "", B: "" },
      says: [["A", { aspect: "role", role: "decision-maker", holds: true }, { how: "judgement" }]],
    });
    expect(screen.queryByText("Decision maker not found yet")).toBeNull();
    const ghost = screen.getByText("Perhaps somebody else decides").parentElement!;
    expect(ghost.textContent).toContain(percent(view.value.structure.ghost));
  });

  test("has none when that is hardly possible", () => {
    show({
      people: { A: "" },
      says: [["A", { aspect: "role", role: "decision-maker", holds: true }, { how: "act" }]],
    });
    expect(screen.queryByText("Decision maker not found yet")).toBeNull();
    expect(screen.queryByText("Perhaps somebody else decides")).toBeNull();
  });
});

describe("rows are drawn again only when something else is to be seen", () => {
  const crowd: Case = {
    people: Object.fromEntries(
      Array.from({ length: 30 }, (_, n) => [`Person ${String(n).padStart(2, "0")}`, ""]),
    ),
    says: [["Person 00", { aspect: "role", role: "decision-maker", holds: true }]],
  };
  /** Says something, draws the list anew, and tells whose rows were drawn and whose look is another. */
  async function after(about: string, says: Parameters<typeof stated>[2]) {
    const { draw } = show(crowd);
    const before = seen();
    expect(before.size).toBe(30);
    const drawn: string[] = [];
    const original = PersonRow.prototype.render;
    vi.spyOn(PersonRow.prototype, "render").mockImplementation(function render(
      this: PersonRow,
      props,
    ) {
      drawn.push(props.belief.person.name);
      return original.call(this, props);
    });
    await say("", [stated(someone(about), deal, says, grounds)]);
    draw();
    const now = seen();
    const changed = [...now.keys()].filter((name) => now.get(name) !== before.get(name));
    return { drawn: drawn.toSorted(), changed: changed.toSorted() };
  }

  test("a claim about one person draws those whose share, tags or place changed, and no other", async () => {
    const { drawn, changed } = await after("Person 07", {
      aspect: "role",
      role: "decision-maker",
      holds: true,
    });
    expect(changed).toContain("Person 07");
    expect(drawn).toEqual(changed);
    expect(drawn.length).toBeLessThan(30);
  });

  test("a stance moves nobody's share: one row", async () => {
    const { drawn, changed } = await after("Person 07", { aspect: "stance", value: 1 });
    expect(changed).toEqual(["Person 07"]);
    expect(drawn).toEqual(["Person 07"]);
  });

  test("a note shows in no row: none is drawn", async () => {
    const { drawn, changed } = await after("Person 07", { aspect: "note", text: "Likes tea" });
    expect(changed).toEqual([]);
    expect(drawn).toEqual([]);
  });

  test("another language draws them all", async () => {
    const { draw } = show(crowd);
    await speak("zh_CN");
    draw();
    expect(screen.getByRole("button", { name: /Person 07.*立场：未知/ })).toBeTruthy();
  });
});

test("axe finds nothing", async () => {
  show(textbook);
  expect(await axeFinds()).toEqual([]);
});
