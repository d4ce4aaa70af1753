// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { axeFinds } from "@/components/testing";
import {
  deal,
  nameOf,
  someone,
  speak,
  stage,
  stated,
  textbook,
  type Case,
} from "@/components/panel/testing";
import type { Statement } from "@/lib/domain";
import { decimal, percent, reachOf, signed, whatIf } from "@/lib/view";
import { whatItSays } from "@/components/evidence/statement";
import { grounds, USUAL } from "./grounds";
import { PersonView } from "./PersonView";

beforeEach(() => speak());
afterEach(() => {
  cleanup();
  grounds.value = USUAL;
});

/** Opened from the list, or on the person's own page. */
function show(one: Case, name: string, ownPage = false) {
  const staged = stage(one);
  const key = someone(name);
  function Staged() {
    const { beliefs, bystanders, data, structure, scope, steps } = staged.view.value;
    return (
      <main>
        <h1>MES licence</h1>
        <PersonView
          beliefs={beliefs}
          belief={(beliefs.get(key) ?? bystanders.get(key))!}
          data={data}
          structure={structure}
          scope={scope}
          nameOf={nameOf}
          steps={ownPage ? [] : steps}
          {...(ownPage ? {} : { onBack: () => undefined })}
        />
      </main>
    );
  }
  render(<Staged />);
  return { ...staged, belief: () => staged.view.value.beliefs.get(key)! };
}
const part = (title: string) =>
  within(
    screen
      .getByRole("heading", { level: 3, name: new RegExp(`^${title}`) })
      .closest<HTMLElement>("details, section")!,
  );

/** Opens a part, as a click on its line does; what the user opened stays so from one person to the next. */
async function unfold(title: string): Promise<void> {
  const heading = screen.getByRole("heading", { level: 3, name: title });
  const details = heading.closest("details")!;
  if (details.open) return;
  fireEvent.click(details.querySelector("summary")!);
  await waitFor(() => expect(details.childElementCount).toBeGreaterThan(1));
}

describe("the place in the decision", () => {
  test("is the share and the way in, through whom, with its chance", () => {
    const { view } = show(textbook, "Chen Hao");
    const { shares, paths } = view.value.structure;
    const key = someone("Chen Hao");
    const place = part("Place in this decision");
    expect(place.getByText(percent(shares.get(key)!))).toBeTruthy();
    expect(place.getByText(/You → Li Wei → Chen Hao/).textContent).toContain(
      `works with ${percent(paths.get(key)!.chance)}`,
    );
  });

  test("is only the way in where there is no decision, and nothing for who is not in it", () => {
    show(textbook, "Wang Fang");
    expect(part("Place in this decision").getByText(/No way of introduction/)).toBeTruthy();
    cleanup();
    show(textbook, "Chen Hao", true);
    expect(part("Way in").getByText(/You → Li Wei → Chen Hao/)).toBeTruthy();
    expect(screen.queryByText(/^What if/)).toBeNull();
    cleanup();
    show(textbook, "Sun Lei");
    expect(screen.queryByText("Place in this decision")).toBeNull();
    expect(screen.queryByText(/^What if/)).toBeNull();
  });
});

describe("whom the CRM took off the opportunity", () => {
  const gone = { ...textbook, gone: ["Chen Hao"] };

  test("is said to be here by the user's word, and goes with it in one act that is taken back", async () => {
    const { view, sent } = show(gone, "Chen Hao");
    expect(
      screen.getByText(/^Taken off this opportunity in the CRM .* kept here because/),
    ).toBeTruthy();
    // Two statements of them, and one of who is heard by them.
    const go = screen.getByRole("button", { name: "Take back 3 statements here" });
    expect(await axeFinds()).toEqual([]);
    fireEvent.click(go);
    const key = someone("Chen Hao");
    await waitFor(() => expect(view.value.beliefs.has(key)).toBe(false));
    expect(sent).toHaveLength(1);
    expect(screen.getByText(/^Taken off .* Still involved\?/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Involve" }));
    await waitFor(() => expect(view.value.beliefs.has(key)).toBe(true));
    expect(screen.getByRole("button", { name: "Take back 1 statement here" })).toBeTruthy();
  });
});

describe("what if", () => {
  const slide = (label: RegExp, value: number) =>
    fireEvent.input(screen.getByRole("slider", { name: label, hidden: true }), {
      target: { value: String(value) },
    });
  const result = () => document.querySelector("output")?.textContent;
  const written = (support: { estimate: number; variance: number }) =>
    `${signed(support.estimate)} ±${decimal(reachOf(support))}`;

  test("another stance moves the support, another access the coverage, and nothing is said", () => {
    const { view, sent } = show(textbook, "Chen Hao");
    const { structure, beliefs } = view.value;
    const key = someone("Chen Hao");
    expect(result()).toBe("Move a slider to see what would change.");
    slide(/stance/, -1);
    const then = whatIf(beliefs, structure, key, { stance: -1 });
    expect(then.support.estimate).toBeLessThan(structure.support.estimate);
    expect(result()).toContain(`Support ${written(structure.support)} → ${written(then.support)}`);
    expect(result()).toContain(`Covered ${percent(structure.covered)}, unchanged`);
    slide(/access/, 3);
    const both = whatIf(beliefs, structure, key, { stance: -1, access: 3 });
    expect(both.covered).toBeGreaterThan(structure.covered);
    expect(result()).toContain(`${percent(structure.covered)} → ${percent(both.covered)}`);
    expect(sent).toEqual([]);
  });

  test("is gone when the person is left, and when it is reset", () => {
    show(textbook, "Chen Hao");
    slide(/stance/, 2);
    expect(result()).toContain("→");
    fireEvent.click(screen.getByText("Reset"));
    expect(result()).toBe("Move a slider to see what would change.");
    slide(/stance/, 2);
    cleanup();
    show(textbook, "Chen Hao");
    expect(result()).toBe("Move a slider to see what would change.");
  });

  test("the sliders stand where people do; what is unknown is not shown as the middle", () => {
    const sliders = () =>
      [/stance/, /access/].map((name) => {
        const one = screen.getByRole<HTMLInputElement>("slider", { name, hidden: true });
        return [one.dataset.unset, one.getAttribute("aria-valuetext"), one.valueAsNumber];
      });
    show(textbook, "Li Wei");
    expect(sliders()).toEqual([
      ["false", "as now", 2],
      ["false", "as now", 3],
    ]);
    cleanup();
    show(textbook, "Wang Fang");
    expect(sliders().map(([unset, said]) => [unset, said])).toEqual([
      ["true", "unknown"],
      ["true", "unknown"],
    ]);
    slide(/stance/, 1);
    expect(sliders()[0]).toEqual(["false", "+1, supporter", 1]);
    expect(sliders()[1]![0]).toBe("true");
    fireEvent.click(screen.getByText("Reset"));
    expect(sliders()[0]![0]).toBe("true");
  });

  test("while nobody's stance is known the support is unknown, not zero, until one is supposed", () => {
    const { view } = show({ people: { A: "Technical director", B: "" } }, "A");
    const { structure, beliefs } = view.value;
    slide(/access/, 3);
    expect(result()).toContain("Support unknown, unchanged");
    slide(/stance/, 2);
    const then = whatIf(beliefs, structure, someone("A"), { stance: 2, access: 3 });
    expect(result()).toContain(`Support unknown → ${written(then.support)}`);
  });
});

describe("objections", () => {
  const objected: Case = {
    people: { "Zhao Min": "" },
    says: [
      ["Zhao Min", { aspect: "role", role: "purchaser", holds: true }],
      ["Zhao Min", { aspect: "objection", topic: "price", text: "Twice the budget" }],
    ],
  };

  test("one is added on the grounds that are chosen", async () => {
    const { sent } = show({ people: { "Zhao Min": "" } }, "Zhao Min");
    await unfold("Objections");
    fireEvent.change(screen.getByLabelText("How I know"), { target: { value: "interview" } });
    fireEvent.change(screen.getByLabelText("About"), { target: { value: "technical" } });
    const words = screen.getByLabelText<HTMLTextAreaElement>("In their words");
    const add = screen.getByRole<HTMLButtonElement>("button", { name: "Add objection" });
    expect(add.disabled).toBe(true);
    fireEvent.input(words, { target: { value: " No API for the presses " } });
    fireEvent.submit(words.closest("form")!);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toEqual([
      {
        about: someone("Zhao Min"),
        scope: deal,
        how: "interview",
        sure: "likely",
        aspect: "objection",
        topic: "technical",
        text: "No API for the presses",
      },
    ]);
    await screen.findByText("No API for the presses", { selector: ".objection-text" });
    expect(words.value).toBe("");
  });

  test("an open one says what to answer to such a person; answered, it says when", async () => {
    const { sent, belief } = show(objected, "Zhao Min");
    await unfold("Objections");
    const { id } = belief().objections[0]!;
    expect(screen.getByText(/^Take the price apart over the whole life/)).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Answered: Twice the budget" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([{ aspect: "answered", objection: id, holds: true }]);
    await screen.findByText(/^answered on /);
    expect(screen.queryByText(/^Take the price apart/)).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Open again: Twice the budget" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(stated(sent[1])).toMatchObject([{ objection: id, holds: false }]);
    await screen.findByRole("button", { name: "Answered: Twice the budget" });
  });

  test("to somebody whose role is not known, it says to ask first", async () => {
    show({ people: { A: "" }, says: [objected.says![1]!].map(([, says]) => ["A", says]) }, "A");
    await unfold("Objections");
    expect(screen.getByText(/too high compared with what\?/)).toBeTruthy();
  });
});

describe("the contact log", () => {
  const speakOf = (options: { how?: string; when?: string; date?: string }) => {
    const log = part("Contact");
    if (options.how)
      fireEvent.change(log.getByLabelText("How"), { target: { value: options.how } });
    if (options.when)
      fireEvent.change(log.getByLabelText("When"), { target: { value: options.when } });
    if (options.date)
      fireEvent.input(log.getByLabelText("Date"), { target: { value: options.date } });
    fireEvent.submit(log.getByRole("button", { name: "We spoke" }).closest("form")!);
  };

  test("says when we spoke, as what we saw ourselves", async () => {
    const { sent } = show({ people: { A: "" } }, "A");
    expect(screen.getByText("No contact on record.")).toBeTruthy();
    await unfold("Contact");
    const before = Date.now();
    speakOf({ how: "call", when: "yesterday" });
    await waitFor(() => expect(sent).toHaveLength(1));
    const [claim] = stated(sent[0]) as { on: number }[];
    expect(claim).toMatchObject({
      aspect: "contacted",
      channel: "call",
      how: "observation",
      sure: "certain",
    });
    expect(before - claim!.on).toBeLessThanOrEqual(86_400_000);
    expect(before - claim!.on).toBeGreaterThan(86_400_000 - 60_000);
    await screen.findByText(/^Last: call, /);
  });

  test("on a date: the noon of that day here; without one nothing is said", async () => {
    const { sent } = show({ people: { A: "" } }, "A");
    await unfold("Contact");
    speakOf({ when: "date" });
    expect(sent).toHaveLength(0);
    speakOf({ date: "2026-03-04" });
    await waitFor(() => expect(sent).toHaveLength(1));
    const [{ on }] = stated(sent[0]) as unknown as [{ on: number }];
    expect(on).toBe(new Date(2026, 2, 4, 12).getTime());
  });
});

test("a day that was picked comes back with how it was; a year of two digits is told by the browser", async () => {
  const open = async () => {
    cleanup();
    show({ people: { A: "" } }, "A");
    await unfold("Contact");
    return part("Contact");
  };
  const log = await open();
  fireEvent.change(log.getByLabelText("How"), { target: { value: "call" } });
  fireEvent.change(log.getByLabelText("When"), { target: { value: "date" } });
  fireEvent.input(log.getByLabelText("Date"), { target: { value: "2026-03-04" } });
  fireEvent.change(log.getByLabelText("How"), { target: { value: "message" } });
  const again = await open();
  expect(again.getByLabelText<HTMLSelectElement>("How").value).toBe("message");
  const date = again.getByLabelText<HTMLInputElement>("Date");
  expect(date.value).toBe("2026-03-04");
  fireEvent.input(date, { target: { value: "0020-03-04" } });
  expect(date.validity.rangeUnderflow).toBe(true);
  fireEvent.input(date, { target: { value: "" } });
});

test("a tie has its reasons, each of which can be withdrawn", async () => {
  const moves = { aspect: "influences", whom: someone("B"), strength: 2, holds: true } as const;
  const { sent } = show({ people: { A: "", B: "" }, says: [["A", moves]] }, "A");
  await unfold("Reports to, influences");
  const line = part("Reports to, influences")
    .getByRole("button", { name: /^Remove.* B/u })
    .closest("li")!;
  fireEvent.click(within(line).getByText("Withdraw"));
  await waitFor(() => expect(sent).toHaveLength(1));
});

describe("the champion's ladder", () => {
  const champion: Case = {
    people: { "Li Wei": "" },
    says: [["Li Wei", { aspect: "role", role: "champion", holds: true }]],
  };

  test("is shown for who is for us or called a champion or a coach, and nobody else", () => {
    const shownTo = (says: Statement) => {
      cleanup();
      show({ people: { A: "" }, says: [["A", says]] }, "A");
      return screen.queryByText("Proof of a champion") !== null;
    };
    const yes: Statement[] = [
      { aspect: "role", role: "champion", holds: true },
      { aspect: "role", role: "coach", holds: true },
      { aspect: "stance", value: 1 },
      { aspect: "ask", ask: "criteria", kept: false },
    ];
    const no: Statement[] = [
      { aspect: "stance", value: 0 },
      { aspect: "role", role: "champion", holds: false },
    ];
    expect(yes.map(shownTo)).toEqual(yes.map(() => true));
    expect(no.map(shownTo)).toEqual(no.map(() => false));
  });

  test.for([
    ["Shared the decision criteria", "criteria", "guess"],
    ["Forwarded a message of ours", "forward", "likely"],
    ["Introduced us to the one who decides", "introduction", "certain"],
    ["Built the business case with us", "case", "certain"],
  ] as const)("%s: it is stated with what it proves, in one act", async ([label, ask, sure]) => {
    const { sent } = show(champion, "Li Wei");
    await unfold("Proof of a champion");
    fireEvent.click(screen.getByRole("button", { name: `${label}: Did it` }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([
      { aspect: "ask", ask, kept: true, how: "observation", sure: "certain" },
      { aspect: "role", role: "champion", holds: true, how: "act", sure },
    ]);
    await waitFor(() =>
      expect(
        screen.getByRole("button", { name: `${label}: Did it` }).getAttribute("aria-pressed"),
      ).toBe("true"),
    );
  });

  test("what was not done is stated too", async () => {
    const { sent } = show(champion, "Li Wei");
    await unfold("Proof of a champion");
    fireEvent.click(screen.getByRole("button", { name: "Forwarded a message of ours: Did not" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])[0]).toMatchObject({ aspect: "ask", ask: "forward", kept: false });
  });
});

describe("character", () => {
  test("openness, orientation and style are said and taken back", async () => {
    const { sent, belief } = show({ people: { A: "" } }, "A");
    await unfold("Character");
    const group = (name: string) => within(screen.getByRole("group", { name }));
    const choose = (name: string, value: string) =>
      fireEvent.click(group(name).getByRole("radio", { name: value }));
    choose("Listens to others", "follows advice");
    choose("Looks at", "money");
    choose("Way of talking", "analytical");
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent.flatMap(stated)).toMatchObject([
      { aspect: "openness", level: 3 },
      { aspect: "orientation", value: "financial" },
      { aspect: "style", value: "analytical" },
    ]);
    await waitFor(() =>
      expect(belief().style).toMatchObject({ state: "stated", value: "analytical" }),
    );
    await unfold("How to talk to them");
    await part("How to talk to them").findByText(/^Send the data beforehand/);
    choose("Way of talking", "not stated");
    await waitFor(() => expect(belief().style.state).toBe("unknown"));
  });

  test("what a title suggests is shown as inferred, and is nobody's word", async () => {
    show({ people: { A: "Purchasing manager" } }, "A");
    await unfold("Character");
    expect(part("Looks at").getByText("money, inferred")).toBeTruthy();
    const unset = within(
      screen.getByRole("group", { name: "Looks at" }),
    ).getByRole<HTMLInputElement>("radio", { name: "not stated" });
    expect(unset.checked).toBe(true);
  });

  test("the background is said by one tap; what they look at is inferred from it, by name", async () => {
    const { sent, belief } = show({ people: { A: "" } }, "A");
    await unfold("Character");
    const choose = (value: string) =>
      fireEvent.click(
        within(screen.getByRole("group", { name: "Background" })).getByRole("radio", {
          name: value,
        }),
      );
    choose("technical");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([{ aspect: "background", value: "engineering" }]);
    await part("Looks at").findByText("technology, inferred from their background");
    expect(part("Looks at").getByText("(technical background)")).toBeTruthy();
    expect(part("Background").getByText("technical background")).toBeTruthy();
    await unfold("How to talk to them");
    await part("How to talk to them").findByText(/^Technical background\. Looks at the technology/);
    choose("not stated");
    await waitFor(() => expect(belief().background.state).toBe("unknown"));
    expect(belief().orientation.state).toBe("unknown");
  });

  test("what is contested says so, a scale as well as a role", () => {
    show(
      {
        people: { A: "" },
        says: [
          ["A", { aspect: "stance", value: 2 }, { how: "act" }],
          ["A", { aspect: "stance", value: -2 }, { how: "observation" }],
          ["A", { aspect: "role", role: "user", holds: true }, { how: "act" }],
          ["A", { aspect: "role", role: "user", holds: false }, { how: "observation" }],
        ],
      },
      "A",
    );
    expect(part("Stance").getByText(/, contested$/)).toBeTruthy();
    expect(part("Roles").getByText(/^\d+%, contested$/)).toBeTruthy();
  });
});

describe("what is said by one tap", () => {
  const tap = (group: string, option: string) =>
    fireEvent.click(
      within(screen.getByRole("group", { name: group })).getByRole("radio", { name: option }),
    );

  test("is said at once, by the user's judgement and likely; another source is kept for the person", async () => {
    const { sent } = show({ people: { A: "", B: "" } }, "A");
    expect(screen.getByText("My judgement · likely")).toBeTruthy();
    tap("decision maker", "Yes");
    tap("Stance", "supporter");
    tap("Access", "multiple");
    await waitFor(() => expect(sent).toHaveLength(3));
    const by = { how: "judgement", sure: "likely" };
    expect(sent.flatMap(stated)).toMatchObject([
      { aspect: "role", role: "decision-maker", holds: true, ...by },
      { aspect: "stance", value: 1, ...by },
      { aspect: "access", level: 2, ...by },
    ]);
    fireEvent.change(screen.getByLabelText("How I know"), { target: { value: "observation" } });
    tap("user", "No");
    await waitFor(() => expect(sent).toHaveLength(4));
    expect(stated(sent[3])).toMatchObject([{ holds: false, how: "observation" }]);
    // How one is known is not how the next one is.
    cleanup();
    const next = show({ people: { A: "", B: "" } }, "B");
    await screen.findByText("My judgement · likely");
    tap("user", "No");
    await waitFor(() => expect(next.sent).toHaveLength(1));
    expect(stated(next.sent[0])).toMatchObject([by]);
  });

  test("that we met today", async () => {
    const { sent } = show({ people: { A: "" } }, "A");
    fireEvent.click(screen.getByRole("button", { name: "met" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([
      { aspect: "contacted", channel: "meeting", how: "observation", sure: "certain" },
    ]);
  });
});

describe("what is folded", () => {
  test("says in its line what is known", () => {
    show(
      {
        people: { A: "", B: "" },
        says: [
          ["A", { aspect: "power", level: 3 }],
          ["A", { aspect: "reports-to", to: someone("B") }],
          ["A", { aspect: "objection", topic: "price", text: "Too dear" }],
          ["A", { aspect: "win", text: "Less night work" }],
          ["A", { aspect: "background", value: "engineering" }],
          ["A", { aspect: "style", value: "driver" }],
          ["A", { aspect: "note", text: "Likes tea" }],
        ],
      },
      "A",
    );
    const lines = [...document.querySelectorAll(".fold > summary")].map((one) => one.textContent);
    expect(lines.join("\n")).toMatch(/^Power\D*inner circle · /m);
    for (const line of [
      "Reports to, influencesunder B",
      "Objections1 open: Too dear",
      "Personal winLess night work",
      "Charactertechnology, inferred · technical background · driver",
      "NotesLikes tea",
    ])
      expect(lines).toContain(line);
  });

  test("of forty objections the open ones come first, five at once", async () => {
    const forty = Array.from({ length: 40 }, (_, n): [string, Statement] => [
      "A",
      { aspect: "objection", topic: "risk", text: `Doubt ${n}` },
    ]);
    show({ people: { A: "" }, says: forty }, "A");
    await unfold("Objections");
    expect(screen.getAllByText(/^Doubt/, { selector: ".objection-text" })).toHaveLength(5);
    fireEvent.click(screen.getByRole("button", { name: "Show all 40" }));
    expect(screen.getAllByText(/^Doubt/, { selector: ".objection-text" })).toHaveLength(40);
  });
});

test("the personal win is said, shown, and said anew", async () => {
  const { sent, belief } = show({ people: { A: "" } }, "A");
  await unfold("Personal win");
  for (const win of ["A promotion", "Peace with the plant"]) {
    fireEvent.input(screen.getByLabelText("What they gain by it themselves"), {
      target: { value: ` ${win} ` },
    });
    fireEvent.click(screen.getByRole("button", { name: "Save" }));
    await screen.findByText(win, { selector: ".own-words" });
  }
  expect(sent.flatMap(stated)).toMatchObject([
    { aspect: "win", text: "A promotion" },
    { aspect: "win", text: "Peace with the plant" },
  ]);
  expect(belief().wins).toHaveLength(1);
});

describe("why somebody is here", () => {
  test("who is not in the decision is a tap from it", async () => {
    const { sent, view } = show(textbook, "Sun Lei");
    fireEvent.click(screen.getByRole("button", { name: "Involve" }));
    await waitFor(() => expect(view.value.beliefs.has(someone("Sun Lei"))).toBe(true));
    expect(stated(sent[0])).toMatchObject([{ aspect: "known", scope: deal, name: "Sun Lei" }]);
    fireEvent.click(await screen.findByRole("button", { name: "Remove" }));
    await waitFor(() => expect(view.value.bystanders.has(someone("Sun Lei"))).toBe(true));
  });

  test("whom the opportunity names is simply here", () => {
    show(textbook, "Li Wei");
    expect(screen.queryByRole("button", { name: /^(Involve|Remove)$/ })).toBeNull();
  });
});

test("the next step with them stands above what is to be said of them", async () => {
  show(textbook, "Zhao Min");
  const next = part("Next with them");
  expect(next.getAllByRole("button", { name: "Done…" }).length).toBeGreaterThan(0);
});

describe("reasons", () => {
  const every: Statement[] = [
    { aspect: "role", role: "user", holds: true },
    { aspect: "power", level: 2 },
    { aspect: "stance", value: 1 },
    { aspect: "access", level: 2 },
    { aspect: "reports-to", to: null },
    { aspect: "influences", whom: someone("B"), strength: 2, holds: true },
    { aspect: "influences", whom: someone("B"), strength: 2, holds: false },
    { aspect: "openness", level: 1 },
    { aspect: "orientation", value: "technical" },
    { aspect: "background", value: "operations" },
    { aspect: "style", value: "driver" },
    { aspect: "objection", topic: "need", text: "为什么？" },
    { aspect: "answered", objection: "1", holds: true },
    { aspect: "contacted", channel: "call", on: Date.UTC(2026, 2, 4) },
    { aspect: "ask", ask: "case", kept: false },
    { aspect: "note", text: "喝茶" },
    { aspect: "win", text: "升职" },
    { aspect: "known", name: "孙磊" },
    { aspect: "known", name: "孙磊", title: "厂长" },
    { aspect: "left" },
    { aspect: "left", replacedBy: "高鹏" },
    { aspect: "same", as: someone("B"), holds: true },
    { aspect: "party", kind: "account" },
    { aspect: "organisation", value: "matrix" },
    { aspect: "culture", value: "consensus" },
    { aspect: "focus", value: "price" },
    { aspect: "step", step: "x", state: "done" },
    { aspect: "refused", suggestion: "x" },
  ];

  test.for(["en", "zh_CN"] as const)("of every kind are in words, in %s", async (locale) => {
    await speak(locale);
    const said = every.map((says) => whatItSays(says, nameOf));
    expect(said.filter((one) => !/\S/u.test(one) || /undefined|null/u.test(one))).toEqual([]);
    const latin = said.filter((one) => /[A-Za-z]/u.test(one.replace("B", "")));
    if (locale === "zh_CN") expect(latin).toEqual([]);
    expect(new Set(said).size).toBe(said.length);
  });
});

describe("the focus stays where it was used", () => {
  /** As a key or a tap presses it: it has the focus, and what follows a paint comes after one. */
  const press = (one: HTMLElement) => {
    one.focus();
    one.click();
  };
  const focused = () => document.activeElement;

  test("a suggestion that is answered leaves it to the next one, the last to the person", async () => {
    show({ people: { Ann: "IT director, purchasing" } }, "Ann");
    const all = () => within(screen.getByLabelText("Suggestions")).getAllByText("Accept");
    expect(all().length).toBeGreaterThan(1);
    for (let left = all().length; left > 1; left--) {
      press(all()[0]!);
      await waitFor(() => expect(all()).toHaveLength(left - 1));
      expect(focused()).toBe(all()[0]);
    }
    press(all()[0]!);
    await waitFor(() => expect(screen.queryByLabelText("Suggestions")).toBeNull());
    expect(focused()).toBe(screen.getByRole("heading", { level: 2, name: /^Ann/ }));
  });

  test("a step that is answered leaves it to the next, the last to the person", async () => {
    show({ people: { Ann: "" }, says: [["Ann", { aspect: "stance", value: 1 }]] }, "Ann");
    const cards = () => document.querySelectorAll<HTMLElement>(".person-next .step");
    expect(cards().length).toBeGreaterThan(0);
    const summary = document.querySelector(".person-next .more > summary");
    if (summary) fireEvent.click(summary);
    for (let left = cards().length; left > 0; left--) {
      const { findByRole } = within(cards()[0]!);
      press(await findByRole("button", { name: "Later" }));
      press(await findByRole("button", { name: "1 day" }));
      await waitFor(() => expect(cards()).toHaveLength(left - 1));
      expect(focused()).toBe(
        left > 1
          ? screen.getByRole("heading", { level: 3, name: "Next with them" })
          : screen.getByRole("heading", { level: 2, name: /^Ann/ }),
      );
    }
  });

  test("what is withdrawn leaves it to the next one, the last to what it was said of", async () => {
    const says = { aspect: "role", role: "user", holds: true } as const;
    show(
      {
        people: { Ann: "" },
        says: [
          ["Ann", says, { how: "interview" }],
          ["Ann", says, { how: "observation" }],
        ],
      },
      "Ann",
    );
    const role = screen.getByRole("group", { name: "user" }).closest<HTMLElement>(".role-row")!;
    const reasons = within(role);
    fireEvent.click(reasons.getByText("2 reasons"));
    const taken = () => reasons.queryAllByText("Withdraw");
    press(taken()[0]!);
    await waitFor(() => expect(taken()).toHaveLength(1));
    expect(focused()).toBe(taken()[0]);
    press(taken()[0]!);
    await waitFor(() => expect(taken()).toHaveLength(0));
    expect(focused()).toBe(reasons.getByRole("radio", { name: "not stated" }));
  });

  test.for([
    ["Notes", "Note", "Save"],
    ["Personal win", "What they gain by it themselves", "Save"],
    ["Objections", "In their words", "Add objection"],
  ] as const)("%s: in the field whose words were said", async ([title, label, save]) => {
    const { sent } = show({ people: { Ann: "" } }, "Ann");
    await unfold(title);
    const field = part(title).getByLabelText<HTMLTextAreaElement>(label);
    fireEvent.input(field, { target: { value: "As said" } });
    const button = part(title).getByRole("button", { name: save });
    press(button);
    await waitFor(() => expect(sent).toHaveLength(1));
    await waitFor(() => expect(field.value).toBe(""));
    expect(focused()).toBe(field);
  });

  test("a tie leaves it to the choice of the next, the last to what heads them", async () => {
    show({ people: { Ann: "", Bo: "", Cy: "" } }, "Ann");
    await unfold("Reports to, influences");
    const whom = () => screen.getByLabelText<HTMLSelectElement>("Somebody they influence");
    for (const name of ["Bo", "Cy"]) {
      fireEvent.change(whom(), { target: { value: someone(name) } });
      press(await screen.findByRole("button", { name: "Add" }));
      await screen.findByRole("button", { name: `Remove ${name}` });
      if (name === "Bo") expect(focused()).toBe(whom());
    }
    expect(focused()?.tagName).toBe("H3");
    press(screen.getByRole("button", { name: "Remove Bo" }));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Remove Bo" })).toBeNull());
    expect(focused()).toBe(screen.getByRole("button", { name: "Remove Cy" }));
  });

  test("an objection that is answered keeps it, wherever it stands then", async () => {
    const says = (text: string) => ({ aspect: "objection", topic: "price", text }) as const;
    show(
      {
        people: { Ann: "" },
        says: [
          ["Ann", says("First")],
          ["Ann", says("Second")],
        ],
      },
      "Ann",
    );
    await unfold("Objections");
    const items = () => part("Objections").getAllByRole("listitem");
    const one = part("Objections").getAllByRole("button", { name: /^Answered: / })[0]!;
    press(one);
    await part("Objections").findByRole("button", { name: /^Open again: / });
    expect(items().length).toBeGreaterThan(1);
    expect(focused()).toBe(one);
  });

  test("whoever moved on meanwhile is not taken back", async () => {
    const { belief } = show({ people: { Ann: "Purchasing manager" } }, "Ann");
    const accept = within(screen.getByLabelText("Suggestions")).getByText("Accept");
    press(accept);
    const other = screen.getByRole("button", { name: "Has left the company" });
    other.focus();
    await waitFor(() => expect(belief().roles.purchaser.state).toBe("stated"));
    await waitFor(() => expect(screen.queryByLabelText("Suggestions")).toBeNull());
    expect(focused()).toBe(other);
  });
});

test("axe finds nothing, with every part open, in either language", async () => {
  for (const locale of ["en", "zh_CN"] as const) {
    await speak(locale);
    show(
      {
        ...textbook,
        says: [
          ...textbook.says!,
          ["Li Wei", { aspect: "objection", topic: "price", text: "Too dear" }],
          ["Li Wei", { aspect: "contacted", channel: "call", on: Date.now() - 86_400_000 }],
        ],
      },
      "Li Wei",
    );
    for (const details of document.querySelectorAll("details")) details.open = true;
    await waitFor(() => expect(screen.getByLabelText(/^(Note|备注)$/)).toBeTruthy());
    for (const details of document.querySelectorAll("details")) details.open = true;
    expect(await axeFinds()).toEqual([]);
    cleanup();
  }
});
