// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { axeFinds } from "@/components/testing";
import {
  customer,
  deal,
  nameOf,
  someone,
  speak,
  stage,
  stated,
  textbook,
  type Case,
} from "@/components/panel/testing";
import { STEP_KINDS } from "@/lib/advice/step";
import type { Role } from "@/lib/domain";
import { lastSaid, percent, undo, type Step } from "@/lib/view";
import { Steps } from "./Steps";
import { gainTexts, reasonOf, titleOf } from "./words";

const opened = vi.fn<(person: string) => void>();
beforeEach(() => speak());
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

function show(one: Case) {
  const staged = stage(one);
  function Staged() {
    const { steps, handled, structure, scope, bystanders } = staged.view.value;
    return (
      <main>
        <Steps
          steps={steps}
          handled={handled}
          structure={structure}
          scope={scope}
          nameOf={nameOf}
          others={[...bystanders.keys()]}
          onOpen={opened}
        />
      </main>
    );
  }
  render(<Staged />);
  return staged;
}
const cards = () => [...document.querySelectorAll<HTMLElement>(".step")];
/** The card whose title begins so. */
const card = (title: string) =>
  within(
    cards().find((one) => one.querySelector("h3")?.textContent?.startsWith(title)) ??
      document.createElement("p"),
  );
const press = (name: string | RegExp, where = screen as Pick<typeof screen, "getByRole">) =>
  fireEvent.click(where.getByRole("button", { name }));
const weak = { how: "judgement", sure: "guess" } as const;

/** Nobody is the decision maker yet, and Li Wei is known well. */
const unfound: Case = {
  people: { "Chen Hao": "", "Li Wei": "" },
  others: ["Sun Lei"],
  says: [["Li Wei", { aspect: "access", level: 3 }]],
};

describe("the list", () => {
  test("shows three, and all when asked", () => {
    const { view } = show(textbook);
    const { steps } = view.value;
    expect(steps.length).toBeGreaterThan(3);
    expect(cards()).toHaveLength(3);
    press(`Show all (${steps.length})`);
    expect(cards()).toHaveLength(steps.length);
    press("Show fewer");
    expect(cards()).toHaveLength(3);
  });

  test.for([
    ["en", "due", "due"],
    ["zh_CN", "待办", "项待办"],
  ] as const)(
    "marks what is due, and counts it at the head, in %s",
    async ([locale, mark, count]) => {
      await speak(locale);
      const { view } = show(textbook);
      fireEvent.click(document.querySelector("[aria-expanded]:not(.step *)")!);
      const due = view.value.steps.filter((step) => step.due);
      expect(due.length).toBeGreaterThan(0);
      expect(due.length).toBeLessThan(view.value.steps.length);
      const marked = cards().filter((one) => within(one).queryByText(mark));
      expect(marked.map((one) => one.querySelector("h3")?.textContent)).toEqual(
        due.map((step) => titleOf(step, nameOf)),
      );
      const all = view.value.steps.length;
      expect(document.querySelector("h2")?.textContent).toMatch(
        new RegExp(`${all} / ${all} · ${due.length} ${count}$`),
      );
    },
  );

  test("says what each gains, why with its numbers, and through whom", () => {
    const { view } = show(unfound);
    const { steps } = view.value;
    const [first] = steps;
    expect(first?.kind).toBe("find-decision-maker");
    const shown = card("Ask Li Wei who has the final say");
    expect(shown.getByText("Nothing points to anybody in this list.")).toBeTruthy();
    expect(shown.getByText(`−${percent(-first!.gain.notFound)} not found`)).toBeTruthy();
  });

  test("says of a lead how likely it is that it is nobody here, by the share that is not found", () => {
    const { view } = show({ people: { "Chen Hao": "Technical director", "Li Wei": "" } });
    const { ghost, undiscovered } = view.value.structure;
    expect(undiscovered).toBeLessThan(1);
    expect(
      card("Find out who has the final say").getByText(
        `${percent(ghost)} that the one who decides is none of the 2 people in this list.`,
      ),
    ).toBeTruthy();
  });

  test.for([
    ["en", (chance: string) => `${chance} among all who might be: `, "by now: "],
    ["zh_CN", (chance: string) => `在所有可能的人选中占 ${chance}：`, "目前 "],
  ] as const)(
    "tells the chance that it is one of all from what is known of them alone, in %s",
    async ([locale, ofAll, alone]) => {
      await speak(locale);
      const { view } = stage({
        people: { "Chen Hao": "Technical director", "Li Wei": "Owner", "Wang Fang": "" },
        says: [["Wang Fang", { aspect: "role", role: "opinion-leader", holds: true }, weak]],
      });
      const { steps, beliefs } = view.value;
      const verify = (role: Role) =>
        steps.find(({ kind, facts }) => kind === "verify-role" && facts.role === role)!;
      // Of who decides there is one, and so the chance is not the one in the person's own row.
      const one = verify("decision-maker");
      const row = beliefs.get(one.person!)!.roles["decision-maker"].probability;
      expect(percent(one.facts.probability!)).not.toBe(percent(row));
      expect(reasonOf(one, nameOf)).toContain(ofAll(percent(one.facts.probability!)));
      const other = verify("opinion-leader");
      const own = beliefs.get(other.person!)!.roles["opinion-leader"].probability;
      expect(reasonOf(other, nameOf)).toContain(percent(own));
      expect(reasonOf(other, nameOf)).toContain(alone);
    },
  );

  test("gives no number to a role that is certain", () => {
    const [step] = stage(textbook).view.value.steps;
    const meet = (probability: number) =>
      reasonOf(
        { ...step!, kind: "meet", facts: { role: "decision-maker", share: 0.3, probability } },
        nameOf,
      );
    expect(meet(0.98)).toContain("decision maker (98% among all who might be)");
    expect(meet(0.997)).toContain("of the decision, decision maker, and no recent contact");
  });

  test("says so when there is nothing to propose, and opens the person when asked", () => {
    show(textbook);
    const [named] = screen.getAllByRole("button", { name: /^Open / });
    fireEvent.click(named!);
    expect(opened).toHaveBeenCalledOnce();
    cleanup();
    // Each part is played by a friend whom we know well.
    const friends = { "Chen Hao": "decision-maker", "Li Wei": "user", "Wang Fang": "purchaser" };
    show({
      people: Object.fromEntries(Object.keys(friends).map((name) => [name, ""])),
      says: Object.entries(friends).flatMap(([name, role]): NonNullable<Case["says"]> => [
        [name, { aspect: "role", role: role as Role, holds: true }],
        [name, { aspect: "stance", value: 2 }],
        [name, { aspect: "access", level: 3 }],
      ]),
    });
    expect(cards()).toEqual([]);
    expect(screen.getByText("Nothing more to propose for now.")).toBeTruthy();
  });

  test("shows what to say, cut to the person", () => {
    const { view } = show({
      people: { "Chen Hao": "Technical director" },
      says: [["Chen Hao", { aspect: "role", role: "decision-maker", holds: true }]],
    });
    const meet = view.value.steps.find(({ kind }) => kind === "meet");
    expect(meet?.pitch).toMatchObject({ role: "decision-maker", orientation: "technical" });
    const shown = card("Meet Chen Hao");
    expect(shown.getByText("What to say")).toBeTruthy();
    expect(shown.getByText(/^Looks at the technology/)).toBeTruthy();
  });

  test.for([
    ["en", "Fit the pitch to 李伟", /^\d+% of the decision, finance background, and not known/],
    ["zh_CN", "按李伟的关注点来谈", /^占决策的 \d+%，财务出身，还不能说完全站在我们这边。$/],
  ] as const)(
    "and why, where only their background is known, in %s",
    async ([locale, title, reason]) => {
      await speak(locale);
      show({
        people: { 李伟: "" },
        says: [
          ["李伟", { aspect: "access", level: 3 }],
          ["李伟", { aspect: "background", value: "finance" }],
        ],
      });
      const all = screen.queryByRole("button", { name: /^(Show all|全部显示)/ });
      if (all) fireEvent.click(all);
      expect(card(title).getByText(reason)).toBeTruthy();
    },
  );
});

describe("a step", () => {
  test("done: who it is is stated, and the step handled, in one act that is undone together", async () => {
    const { sent } = show(unfound);
    const find = card("Ask Li Wei who has the final say");
    press("Done…", find);
    const names = within(find.getByRole("group", { name: "Who is the decision maker?" }));
    expect(names.getByRole("button", { name: "Sun Lei" })).toBeTruthy();
    fireEvent.click(names.getByRole("button", { name: "Chen Hao" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toEqual([
      {
        about: someone("Chen Hao"),
        scope: deal,
        // It is Li Wei who says so.
        how: "interview",
        sure: "guess",
        aspect: "role",
        role: "decision-maker",
        holds: true,
      },
      expect.objectContaining({ about: deal, aspect: "step", state: "done" }),
    ]);
    await waitFor(() => expect(screen.queryByText(/^Ask Li Wei who has/)).toBeNull());
    const said = "Ask Li Wei who has the final say: Chen Hao";
    await waitFor(() => expect(lastSaid.value?.label).toBe(said));
    await undo();
    expect(sent[1]).toHaveLength(2);
    await screen.findByText("Ask Li Wei who has the final say");
  });

  test("done: the decision maker may be somebody at the account whom nobody named here", async () => {
    const { sent, view } = show(unfound);
    const find = card("Ask Li Wei who has the final say");
    press("Done…", find);
    press("Sun Lei", find);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])[0]).toMatchObject({
      about: someone("Sun Lei"),
      aspect: "role",
      sure: "guess",
    });
    await waitFor(() => expect(view.value.beliefs.has(someone("Sun Lei"))).toBe(true));
  });

  test("done: of many people the likeliest are buttons, the others a list", async () => {
    const names = Array.from({ length: 12 }, (_, n) => `Person ${n}`);
    const { sent } = show({ people: Object.fromEntries(names.map((name) => [name, ""])) });
    const find = card("Find out who has the final say");
    press("Done…", find);
    expect(find.getAllByRole("button", { name: /^Person/ })).toHaveLength(5);
    const rest = find.getByRole<HTMLSelectElement>("combobox", { name: "Somebody else…" });
    expect(rest.options).toHaveLength(1 + 7);
    const save = find.getByRole<HTMLButtonElement>("button", { name: "Save" });
    expect(save.disabled).toBe(true);
    fireEvent.change(rest, { target: { value: rest.options[3]!.value } });
    fireEvent.submit(rest.closest("form")!);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])[0]).toMatchObject({
      about: rest.options[3]!.value,
      role: "decision-maker",
      holds: true,
    });
  });

  test("done: what came of a meeting is stated: access, contact and stance", async () => {
    const { sent } = show(textbook);
    press(/^Show all/);
    const meet = card("Meet Chen Hao");
    press("Done…", meet);
    press("Met: against us", meet);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([
      { aspect: "access", level: 1, how: "observation" },
      { aspect: "contacted", channel: "meeting" },
      { aspect: "stance", value: -1 },
      { aspect: "step", state: "done" },
    ]);
  });

  test("done: what settles a contradiction takes back what we said to the contrary, undone together", async () => {
    const contested: Case = {
      people: { "Chen Hao": "", "Li Wei": "" },
      says: [
        ["Li Wei", { aspect: "power", level: 3 }, { how: "act" }],
        ["Li Wei", { aspect: "power", level: 1 }, { how: "observation" }],
      ],
    };
    const { sent, view } = show(contested);
    const against = view.value.data.claims.find(({ how }) => how === "observation")!.id;
    press(/^Show all/);
    const clear = card("Clear up how much power Li Wei has");
    press("Done…", clear);
    press("power: inner circle", clear);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([
      { aspect: "power", level: 3, how: "interview" },
      { withdraws: against },
      { aspect: "step", state: "done" },
    ]);
    const power = () => view.value.beliefs.get(someone("Li Wei"))?.power.state;
    await waitFor(() => expect(power()).toBe("stated"));
    await undo();
    expect(power()).toBe("contested");
  });

  test("done: the account's defaults stay for its other opportunities", async () => {
    const scope = customer;
    const { sent, view } = show({
      people: { "Chen Hao": "", "Li Wei": "" },
      says: [
        [
          "Li Wei",
          { aspect: "influences", whom: someone("Chen Hao"), strength: 2, holds: true },
          { scope },
        ],
        [
          "Li Wei",
          { aspect: "influences", whom: someone("Chen Hao"), strength: 2, holds: false },
          { how: "act", scope },
        ],
      ],
    });
    const clear = card("Clear up whether Li Wei influences Chen Hao");
    press("Done…", clear);
    const answers = within(clear.getByRole("group", { name: "Does Li Wei influence Chen Hao?" }));
    fireEvent.click(answers.getByRole("button", { name: "Yes" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([
      { aspect: "influences", holds: true, scope: deal },
      { aspect: "step", state: "done" },
    ]);
    const tie = () => view.value.beliefs.get(someone("Li Wei"))!.influences[0];
    await waitFor(() => expect(tie()?.state).toBe("stated"));
  });

  test("done: how close we are now is stated as it is", async () => {
    const { sent } = show({
      people: { "Chen Hao": "" },
      says: [
        ["Chen Hao", { aspect: "role", role: "decision-maker", holds: true }],
        ["Chen Hao", { aspect: "access", level: 2 }, { at: Date.now() - 400 * 86_400_000 }],
      ],
    });
    press(/^Show all/);
    const check = card("Check how close you still are to Chen Hao");
    press("Done…", check);
    press("access: none", check);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([
      { aspect: "access", level: 0, how: "observation" },
      { aspect: "step", state: "done" },
    ]);
  });

  test("through a colleague says that no tie is known, as the person's page does", () => {
    show({
      people: { "Chen Hao": "", "Li Wei": "" },
      says: [
        ["Chen Hao", { aspect: "role", role: "decision-maker", holds: true }],
        ["Li Wei", { aspect: "access", level: 3 }],
      ],
    });
    expect(
      card("Meet Chen Hao, through Li Wei, a colleague").getByText(
        /No tie between the two is known\.$/,
      ),
    ).toBeTruthy();
  });

  test("later: it goes for so long, and can be brought back", async () => {
    const { sent } = show(unfound);
    const before = Date.now();
    const find = card("Ask Li Wei who has the final say");
    press("Later", find);
    press("1 week", find);
    await waitFor(() => expect(sent).toHaveLength(1));
    const [claim] = stated(sent[0]) as { until: number; state: string }[];
    expect(claim).toMatchObject({ aspect: "step", state: "snoozed" });
    expect(claim!.until).toBeGreaterThanOrEqual(before + 7 * 86_400_000);
    expect(claim!.until).toBeLessThanOrEqual(Date.now() + 7 * 86_400_000);
    await screen.findByText("Done, later, dismissed (1)");
    expect(screen.getByText(/^back on /)).toBeTruthy();
    expect(cards().map((one) => one.querySelector("h3")?.textContent)).not.toContain(
      "Ask Li Wei who has the final say",
    );
    press("Bring back: Ask Li Wei who has the final say");
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]).toMatchObject([{ withdraws: sent[0]![0]!.id }]);
    await waitFor(() => expect(screen.queryByText(/^Done, later, dismissed/)).toBeNull());
    expect(card("Ask Li Wei who has the final say").getByText("Done…")).toBeTruthy();
  });

  test("dismissed: for a ready reason, for one's own, or for none", async () => {
    const { sent } = show(unfound);
    const title = "Ask Li Wei who has the final say";
    const cardAgain = async () => {
      await screen.findByRole("heading", { level: 3, name: title });
      return card(title);
    };
    const find = card(title);
    press("Dismiss", find);
    press("Wrong moment", find);
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([{ state: "dismissed", why: "Wrong moment" }]);
    await screen.findByText(/^dismissed on .*: Wrong moment$/);
    press(/^Bring back/);
    await waitFor(() => expect(sent).toHaveLength(2));

    const again = await cardAgain();
    press("Dismiss", again);
    fireEvent.input(again.getByRole("textbox", { name: "Another reason (optional)" }), {
      target: { value: " He retires in May " },
    });
    fireEvent.submit(again.getByRole("textbox").closest("form")!);
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(stated(sent[2])).toMatchObject([{ state: "dismissed", why: "He retires in May" }]);
    await screen.findByText(/^dismissed on .*: He retires in May$/);
    press(/^Bring back/);
    await waitFor(() => expect(sent).toHaveLength(4));

    const third = await cardAgain();
    press("Dismiss", third);
    fireEvent.submit(third.getByRole("textbox").closest("form")!);
    await waitFor(() => expect(sent).toHaveLength(5));
    expect(stated(sent[4])[0]).not.toHaveProperty("why");
  });

  test("brought back: the focus goes to the next that was handled, from the last to what heads the part", async () => {
    const { sent } = show(unfound);
    for (let n = 1; n <= 2; n++) {
      const [first] = cards();
      press("Later", within(first!));
      press("1 day", within(first!));
      await screen.findByText(`Done, later, dismissed (${n})`);
    }
    fireEvent.click(screen.getByText("Done, later, dismissed (2)"));
    const back = () => screen.getAllByRole("button", { name: /^Bring back/ });
    for (const left of [1, 0]) {
      const [first] = back();
      first!.focus();
      first!.click();
      await screen.findByText(left ? "Done, later, dismissed (1)" : /^Next/);
      await waitFor(() => expect(document.body.contains(first!)).toBe(false));
      await waitFor(() =>
        expect(document.activeElement).toBe(
          left ? back()[0] : screen.getByRole("heading", { name: /^Next/ }),
        ),
      );
    }
    expect(sent).toHaveLength(4);
  });

  test("answered: the focus does not go with its card, and nothing is answered twice", async () => {
    const { sent } = show(unfound);
    const find = card("Ask Li Wei who has the final say");
    press("Later", find);
    press("1 day", find);
    expect(document.activeElement).toBe(screen.getByRole("heading", { name: /^Next/ }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(screen.queryByRole("button", { name: "1 day" })).toBeNull();
  });
});

/** One step of each kind, with whatever its rule may or may not name. */
function samples(): Step[] {
  const { view } = stage(textbook);
  const model = view.value.steps[0]!;
  const aspects = {
    "resolve-contested": ["role", "stance", "power", "tie"],
    refresh: ["role", "stance", "access"],
  };
  const facts = {
    role: "decision-maker",
    probability: 0.4,
    share: 0.3,
    stance: -1,
    days: 40,
    topic: "price",
    text: "Too dear",
    ask: "forward",
    count: 2,
  } as const;
  return STEP_KINDS.flatMap((kind) =>
    [[], [someone("Li Wei")]].flatMap((through) =>
      ((aspects as Partial<Record<string, readonly string[]>>)[kind] ?? [undefined]).map(
        (aspect) =>
          ({
            ...model,
            key: `${kind}/${aspect}/${through.length}`,
            kind,
            person: someone("Chen Hao"),
            through,
            facts: {
              ...facts,
              ...(aspect ? { aspect } : {}),
              ...(aspect === "tie" ? { whom: someone("Sun Lei") } : {}),
              ...(through.length > 0 ? { colleague: true } : {}),
            },
          }) as Step,
      ),
    ),
  );
}

describe("texts", () => {
  test.for(["en", "zh_CN"] as const)("of every kind are whole in %s", async (locale) => {
    await speak(locale);
    const told = samples().map((step) => ({
      step: step.key,
      title: titleOf(step, nameOf),
      reason: reasonOf(step, nameOf),
    }));
    const broken = /undefined|null|NaN|\(\)|（）| {2}|^\s|\s$/u;
    expect(told.filter(({ title, reason }) => broken.test(title) || broken.test(reason))).toEqual(
      [],
    );
    expect(told.filter(({ reason }) => !/[.。]$/u.test(reason))).toEqual([]);
    const nobody = told.filter(({ title }) => !title.includes("Chen Hao"));
    expect(nobody.map(({ step }) => step.split("/")[0])).toEqual([
      "find-decision-maker",
      "find-decision-maker",
    ]);
    if (locale === "zh_CN") {
      const latin = ({ title, reason }: (typeof told)[number]) =>
        `${title}${reason}`.replaceAll(/Chen Hao|Li Wei|Sun Lei|CRM|Too dear/gu, "");
      expect(told.filter((one) => /[A-Za-z]{2,}/u.test(latin(one)))).toEqual([]);
    }
  });

  test("gains show only where they show when rounded", () => {
    const { structure } = stage(textbook).view.value;
    const none = { support: 0.04, covered: 0.004, notFound: -0.004, spread: -0.001 };
    expect(gainTexts(none, structure)).toEqual([]);
    expect(
      gainTexts({ support: 0.21, covered: 0.09, notFound: -0.27, spread: 0 }, structure),
    ).toEqual(["−27% not found", "+9% covered", "support +0.2"]);
    expect(gainTexts({ support: 0, covered: 0, notFound: 0, spread: -0.3 }, structure)).toEqual([
      expect.stringMatching(/^uncertainty ±\d(\.\d)? → ±\d(\.\d)?$/),
    ]);
  });
});

test("axe finds nothing, with every part open, in either language", async () => {
  for (const locale of ["en", "zh_CN"] as const) {
    await speak(locale);
    show(textbook);
    for (const summary of document.querySelectorAll("details")) summary.open = true;
    for (const [n, one] of cards().entries()) {
      fireEvent.click(within(one).getAllByRole("button")[n]!);
    }
    expect(await axeFinds()).toEqual([]);
    cleanup();
  }
});
