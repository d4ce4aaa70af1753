// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { act, cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { axeFinds } from "@/components/testing";
import {
  customer,
  deal,
  someone,
  speak,
  stage,
  stated,
  textbook,
  type Case,
} from "@/components/panel/testing";
import { pressed } from "@/components/panel/keys";
import { draftOf, followCaptureTexts, lastSaid, undo } from "@/lib/view";
import { CaptureBox } from "./CaptureBox";

vi.stubGlobal("requestIdleCallback", (run: () => void) => setTimeout(run));
vi.stubGlobal("cancelIdleCallback", clearTimeout);

beforeEach(async () => {
  await speak();
  await followCaptureTexts();
});
afterEach(() => {
  cleanup();
  draftOf(deal, "capture").type("");
  draftOf(deal, "capture-choices").type("");
});

function show(one: Case = textbook) {
  const staged = stage(one);
  function Staged() {
    return (
      <main>
        <h1>MES licence</h1>
        <button>elsewhere</button>
        <CaptureBox view={{ ...staged.view.value, key: deal }} />
      </main>
    );
  }
  render(<Staged />);
  return staged;
}
const box = () => screen.getByRole<HTMLTextAreaElement>("textbox");
const type = (text: string) => fireEvent.input(box(), { target: { value: text } });
/** Leaves the field: nobody goes on typing. */
const leave = () => fireEvent.blur(box());
const enter = () => fireEvent.keyDown(box(), { key: "Enter" });
const chips = () =>
  within(screen.getByRole("list", { name: "Understood" })).getAllByRole("listitem");
const said = (chip: HTMLElement) => chip.querySelector(".capture-says")?.textContent;
const status = () => screen.getByRole("status").textContent;

test("a line becomes statements, which are saved when they were seen, in one act", async () => {
  const { sent, view } = show();
  type("Wang Fang is a user, supports us, met yesterday");
  expect(chips().map(said)).toEqual([
    "Wang Fang user ",
    "Wang Fang stance: supporter ",
    expect.stringMatching(/^Wang Fang meeting on /),
  ]);
  enter();
  expect(sent).toEqual([]);
  expect(status()).toMatch(
    /^Understood: Wang Fang: user \(likely, My judgement\), .* Enter saves it\.$/,
  );
  enter();
  await waitFor(() => expect(sent).toHaveLength(1));
  const person = { about: someone("Wang Fang"), scope: deal };
  expect(stated(sent[0])).toEqual([
    { ...person, how: "judgement", sure: "likely", aspect: "role", role: "user", holds: true },
    { ...person, how: "judgement", sure: "likely", aspect: "stance", value: 1 },
    {
      ...person,
      how: "observation",
      sure: "certain",
      aspect: "contacted",
      channel: "meeting",
      on: expect.any(Number),
    },
  ]);
  expect(box().value).toBe("");
  await waitFor(() => expect(view.value.structure.met).toContain(someone("Wang Fang")));
  await undo();
  expect(sent[1]).toHaveLength(3);
  expect(view.value.structure.met).not.toContain(someone("Wang Fang"));
});

test("Enter that only confirms what an input method offers, and Shift+Enter, save nothing", () => {
  const { sent } = show();
  type("Wang Fang 使用者");
  enter();
  fireEvent.keyDown(box(), { key: "Enter", isComposing: true });
  fireEvent.keyDown(box(), { key: "Enter", shiftKey: true });
  expect(sent).toEqual([]);
  type("Wang Fang 使用者 支持");
  enter();
  expect(sent, "what was changed is seen again first").toEqual([]);
});

describe("what is not right is put right", () => {
  test("a statement is dropped, and how sure and what about are changed", async () => {
    const { sent } = show();
    type("wang fang is a user. zhao min worries about the price");
    fireEvent.click(screen.getByRole("button", { name: /^Drop: Wang Fang: user/ }));
    expect(chips()).toHaveLength(1);
    expect(document.activeElement).toBe(box());
    fireEvent.change(screen.getByRole("combobox", { name: /^How sure/ }), {
      target: { value: "guess" },
    });
    fireEvent.change(screen.getByRole("combobox", { name: /^What it is about/ }), {
      target: { value: "risk" },
    });
    fireEvent.click(screen.getByRole("button", { name: "Save 1 statement" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([
      {
        about: someone("Zhao Min"),
        aspect: "objection",
        topic: "risk",
        text: "the price",
        sure: "guess",
      },
    ]);
  });

  test("a name that may be several is asked about, and nothing is saved before", async () => {
    const people = { "Li Wei": "", "Li Na": "" };
    const { sent } = show({ people });
    type("li supports us");
    enter();
    expect(status()).toBe(
      "First choose who is meant by li. Understood: li: stance: supporter (likely, My judgement).",
    );
    enter();
    expect(status()).toBe("First choose who is meant by li.");
    const who = screen.getByRole<HTMLSelectElement>("combobox", { name: /^Who is meant: li:/ });
    expect(document.activeElement).toBe(who);
    expect(
      within(within(who).getByRole("group", { name: "Perhaps" })).getAllByRole("option"),
    ).toHaveLength(2);
    fireEvent.change(who, { target: { value: someone("Li Na") } });
    await waitFor(() => expect(status()).toBe("Enter saves it."));
    fireEvent.click(screen.getByRole("button", { name: "Save 1 statement" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([
      { about: someone("Li Na"), aspect: "stance", value: 1 },
    ]);
  });

  test("what is chosen stays while more is typed", () => {
    show();
    type("Wang Fang supports us");
    fireEvent.change(screen.getByRole("combobox", { name: /^How sure/ }), {
      target: { value: "certain" },
    });
    type("Wang Fang supports us, Li Wei left");
    expect(
      screen.getAllByRole<HTMLSelectElement>("combobox", { name: /^How sure/ })[0]?.value,
    ).toBe("certain");
  });
});

describe("somebody who is not here yet", () => {
  test.each([
    [
      "en",
      "Bob Smith is the purchaser, against us",
      "Bob Smith",
      /^Who is meant/,
      "Add Bob Smith",
      "Save 2 statements",
    ],
    ["zh_CN", "张三是采购，反对我们", "张三", /^指的是谁/, "添加“张三”", "保存 2 条"],
  ] as const)(
    "is added in the act that says it, and goes with it (%s)",
    async (locale, line, name, who, add, save) => {
      await speak(locale);
      const { sent } = show();
      type(line);
      const selects = () => screen.getAllByRole<HTMLSelectElement>("combobox", { name: who });
      expect(selects()).toHaveLength(2);
      enter();
      expect(status()).toMatch(
        locale === "en" ? /^First choose who is meant by Bob Smith\. / : /^请先选择张三指的是谁。/,
      );
      expect(status()).not.toMatch(/Enter saves|按回车保存/);
      enter();
      expect(sent).toEqual([]);
      expect(document.activeElement).toBe(selects()[0]);
      const option = within(selects()[0]!).getByRole<HTMLOptionElement>("option", { name: add });
      fireEvent.change(selects()[0]!, { target: { value: option.value } });
      // One name is one person: it is not asked again.
      await waitFor(() =>
        expect(selects().map(({ value }) => value)).toEqual([option.value, option.value]),
      );
      fireEvent.click(screen.getByRole("button", { name: save }));
      await waitFor(() => expect(sent).toHaveLength(1));
      const about = option.value;
      expect(stated(sent[0])).toMatchObject([
        { about, scope: customer, aspect: "known", name },
        { about, scope: deal, aspect: "known", name },
        { about, scope: deal, aspect: "role", role: "purchaser", holds: true },
        { about, scope: deal, aspect: "stance", value: -1 },
      ]);
      await undo();
      expect(sent[1]).toHaveLength(4);
    },
  );

  test("is offered where a surname is somebody's here whose job says that it is not they", async () => {
    await speak("zh_CN");
    show({ people: { 王芳: "生产线班长", 李伟: "总经理" } });
    type("王总是决策者，李总支持我们");
    expect(screen.queryByRole("combobox", { name: /^指的是谁：李总/ })).toBeNull();
    const who = screen.getByRole<HTMLSelectElement>("combobox", { name: /^指的是谁：王总/ });
    expect(who.value).toBe("");
    expect(within(who).getByRole("option", { name: "添加“王总”" })).toBeTruthy();
  });

  test("is not offered where somebody here is meant, and may be one of them", async () => {
    const { sent } = show();
    type("Bob is the purchaser");
    const who = screen.getByRole<HTMLSelectElement>("combobox", { name: /^Who is meant/ });
    fireEvent.change(who, { target: { value: someone("Zhao Min") } });
    fireEvent.click(screen.getByRole("button", { name: "Save 1 statement" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([{ about: someone("Zhao Min"), aspect: "role" }]);
    type("supports us");
    expect(screen.queryByRole("group", { name: "Not here yet" })).toBeNull();
  });
});

describe("what was not understood", () => {
  test("is marked, becomes a note only when that is asked for, and else stays in the box", async () => {
    const { sent } = show();
    type("Wang Fang is a user, plays golf on sundays");
    leave();
    expect(document.querySelector('.capture-marks [data-as="left"]')?.textContent).toBe(
      "plays golf on sundays",
    );
    fireEvent.click(screen.getByRole("button", { name: "Save 1 statement" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([{ aspect: "role" }]);
    expect(box().value).toBe("Wang Fang: plays golf on sundays");
    fireEvent.click(screen.getByRole("checkbox", { name: "Keep as a note on Wang Fang" }));
    fireEvent.click(screen.getByRole("button", { name: "Save 1 statement" }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(stated(sent[1])).toMatchObject([
      { about: someone("Wang Fang"), aspect: "note", text: "Wang Fang: plays golf on sundays" },
    ]);
    expect(box().value).toBe("");
  });

  test("has to be of somebody", async () => {
    const { sent } = show();
    type("they want three offers");
    leave();
    expect(screen.queryByRole("button", { name: /^Save/ })).toBeNull();
    expect(
      screen.getByText(/^There is nothing to save/, { selector: ".capture-hint" }),
    ).toBeTruthy();
    fireEvent.click(screen.getByRole("checkbox", { name: "Keep as a note" }));
    fireEvent.change(screen.getByRole("combobox", { name: /^Who is meant/ }), {
      target: { value: someone("Zhao Min") },
    });
    fireEvent.click(screen.getByRole("button", { name: "Save 1 statement" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(stated(sent[0])).toMatchObject([
      { about: someone("Zhao Min"), aspect: "note", text: "they want three offers" },
    ]);
  });
});

describe("while it is typed", () => {
  const left = () => document.querySelector('.capture-marks [data-as="left"]')?.textContent;
  const hint = () => document.querySelector(".capture-hint")?.textContent;

  test("the words under the fingers are not complained of before a pause", async () => {
    show();
    for (const text of ["w", "wang", "wang fang is a user, pl", "wang fang is a user, plays go"]) {
      type(text);
      expect([left(), screen.queryByRole("list", { name: "Not understood" })]).toEqual([
        undefined,
        null,
      ]);
      expect(hint()).toBe("Enter checks it, Enter again saves it.");
    }
    await waitFor(() => expect(left()).toBe("plays go"), { timeout: 3_000 });
    // What was told stays told while it grows; what is said before does too.
    type("wang fang is a user, plays golf");
    expect(left()).toBe("plays golf");
    type("wang fang is a user, plays golf; li wei is d");
    expect(left()).toBe("plays golf");
  });

  test("Enter asks, and is answered at once", () => {
    show();
    type("plays golf");
    expect(hint()).not.toMatch(/nothing to save/);
    enter();
    expect(left()).toBe("plays golf");
    expect(hint()).toMatch(/^There is nothing to save/);
  });

  test("nothing makes room for itself under the mouse before its button is up", async () => {
    show();
    type("Wang Fang is a user, plays golf");
    const drop = screen.getByRole("button", { name: /^Drop: Wang Fang: user/ });
    fireEvent.mouseDown(drop, { buttons: 1 });
    leave();
    expect(left()).toBeUndefined();
    fireEvent.mouseMove(drop, { buttons: 1 });
    fireEvent.mouseUp(drop);
    fireEvent.click(drop);
    expect([left(), document.querySelector(".capture-chip")]).toEqual([undefined, null]);
    await waitFor(() => expect(left()).toBe("plays golf"));
    // What was told stays told.
    fireEvent.mouseDown(document.body, { buttons: 1 });
    expect(left()).toBe("plays golf");
  });

  test("a choice whose list swallows that the button is up holds nothing back for ever", async () => {
    show();
    type("Wang Fang is a user, plays golf");
    fireEvent.mouseDown(screen.getByRole("combobox", { name: /^How sure/ }), { buttons: 1 });
    leave();
    expect(left()).toBeUndefined();
    fireEvent.mouseMove(document.body);
    await waitFor(() => expect(left()).toBe("plays golf"));
  });

  test("Save keeps in the box what was not told yet", async () => {
    const { sent } = show();
    type("Wang Fang is a user, plays go");
    fireEvent.click(screen.getByRole("button", { name: "Save 1 statement" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(box().value).toBe("Wang Fang: plays go");
  });
});

test("the example names somebody who is here, and nobody where nobody is", async () => {
  show({ people: { "Zoë Weiß": "CEO" } });
  expect(box().placeholder).toBe("Zoë Weiß met yesterday, supports us…");
  cleanup();
  await speak("zh_CN");
  show({ people: { [`${"长".repeat(30)}`]: "", 李伟: "" } });
  expect(box().placeholder).toBe("李伟 昨天见过 支持我们…");
  cleanup();
  show({ people: {} });
  expect(box().placeholder).toBe("姓名 昨天见过 支持我们…");
});

test("Undo in the empty box takes back what was said; what was typed is the box's own", async () => {
  const { sent } = show();
  const onKey = (event: KeyboardEvent) => pressed(event, () => {});
  document.addEventListener("keydown", onKey);
  const undoKey = () => fireEvent.keyDown(box(), { key: "z", ctrlKey: true });
  type("Wang Fang is a user");
  undoKey();
  fireEvent.click(screen.getByRole("button", { name: "Save 1 statement" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  await waitFor(() => expect(box().value).toBe(""));
  type("W");
  type("");
  expect(undoKey(), "the browser's own").toBe(true);
  type("Wang Fang supports us");
  fireEvent.click(screen.getByRole("button", { name: "Save 1 statement" }));
  await waitFor(() => expect(sent).toHaveLength(2));
  await waitFor(() => expect(box().value).toBe(""));
  expect(undoKey()).toBe(false);
  await waitFor(() => expect(stated(sent[2])).toEqual([{ withdraws: sent[1]![0]!.id }]));
  await waitFor(() => expect(lastSaid.value?.kind).toBe("undone"));
  expect(fireEvent.keyDown(box(), { key: "Z", ctrlKey: true, shiftKey: true })).toBe(false);
  await waitFor(() => expect(sent).toHaveLength(4));
  document.removeEventListener("keydown", onKey);
});

test("names in Chinese stand apart, in what is announced and in what was said", async () => {
  await speak("zh_CN");
  const { sent } = show({ people: { 李伟: "", 赵敏: "" } });
  type("李伟支持我们，赵敏支持我们");
  enter();
  expect(status()).toMatch(/^读懂了：李伟：.*）、赵敏：/);
  enter();
  await waitFor(() => expect(sent).toHaveLength(1));
  await waitFor(() => expect(lastSaid.value?.label).toBe("李伟、赵敏：2 条"));
});

test("what was dropped and chosen comes back with its line, and not with another", async () => {
  const line = "Wang Fang is a user, supports us";
  const drop = () =>
    fireEvent.click(screen.getByRole("button", { name: /^Drop: Wang Fang: user/ }));
  show();
  type(line);
  drop();
  await waitFor(() => expect(chips().map(said)).toEqual(["Wang Fang stance: supporter "]));
  fireEvent.change(within(chips()[0]!).getByRole("combobox"), { target: { value: "certain" } });
  cleanup(); // the panel goes to another record, or is closed
  show();
  expect(box().value).toBe(line);
  expect(chips().map(said)).toEqual(["Wang Fang stance: supporter "]);
  expect(within(chips()[0]!).getByRole<HTMLSelectElement>("combobox").value).toBe("certain");
  // Taken away elsewhere, and typed anew: nothing was refused of this one.
  act(() => draftOf(deal, "capture").type(""));
  type(line);
  await waitFor(() => expect(chips()).toHaveLength(2));
});

describe("what was said of a line is no longer said once it is another", () => {
  const other = "Bob Smith is a user";
  test.each<[how: string, act: () => void]>([
    ["it is taken away", () => type("")],
    ["more is typed", () => type(`${other}, supports us`)],
    ["it is taken away elsewhere", () => void act(() => draftOf(deal, "capture").type(""))],
    [
      "all of it is dropped",
      () => fireEvent.click(screen.getByRole("button", { name: /^Drop: Bob Smith: user/ })),
    ],
  ])("%s", async (_, change) => {
    show();
    type(other);
    enter();
    expect(status()).toMatch(/^First choose who is meant by Bob Smith/);
    change();
    await waitFor(() => expect(status()).toBe(""));
  });

  test("nor whom to choose, once only another is left to be chosen", async () => {
    show();
    type(`${other}, Eve Jones supports us`);
    enter();
    expect(status()).toMatch(/^First choose who is meant by Bob Smith, Eve Jones\./);
    fireEvent.click(screen.getByRole("button", { name: /^Drop: Bob Smith: user/ }));
    await waitFor(() => expect(status()).toBe("First choose who is meant by Eve Jones."));
  });

  test("nor that it was discarded, once another is saved or taken away", async () => {
    const { sent } = show();
    type(other);
    fireEvent.click(screen.getByRole("button", { name: "Discard" }));
    type("Wang Fang is a user");
    fireEvent.click(screen.getByRole("button", { name: "Save 1 statement" }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect([box().value, status()]).toEqual(["", ""]);
    type(other);
    fireEvent.click(screen.getByRole("button", { name: "Discard" }));
    type(other);
    type("");
    expect(status()).toBe("");
  });

  test("nor that it was discarded, once it is brought back", () => {
    show();
    type(other);
    fireEvent.click(screen.getByRole("button", { name: "Discard" }));
    expect(status()).toBe("Discarded.");
    fireEvent.click(screen.getByRole("button", { name: "Bring it back" }));
    expect(status()).toBe("");
  });
});

test("what is discarded can be brought back", () => {
  show();
  type("Wang Fang is a user");
  fireEvent.click(screen.getByRole("button", { name: "Discard" }));
  expect(box().value).toBe("");
  fireEvent.click(screen.getByRole("button", { name: "Bring it back" }));
  expect(box().value).toBe("Wang Fang is a user");
  expect(screen.queryByText("Discarded.", { selector: ".capture-gone" })).toBeNull();
});

test("the keys: / to the box, arrows through the statements, Delete drops, Escape goes back", () => {
  show();
  const elsewhere = screen.getByRole("button", { name: "elsewhere" });
  elsewhere.focus();
  fireEvent.keyDown(elsewhere, { key: "/" });
  expect(document.activeElement).toBe(box());
  type("Wang Fang is a user, supports us");
  box().setSelectionRange(99, 99);
  fireEvent.keyDown(box(), { key: "ArrowDown" });
  const drops = screen.getAllByRole("button", { name: /^Drop/ });
  expect(document.activeElement).toBe(drops[0]);
  fireEvent.keyDown(drops[0]!, { key: "ArrowDown" });
  expect(document.activeElement).toBe(drops[1]);
  fireEvent.keyDown(drops[1]!, { key: "Delete" });
  expect(chips()).toHaveLength(1);
  expect(document.activeElement).toBe(box());
  fireEvent.keyDown(box(), { key: "Escape" });
  expect(document.activeElement).toBe(elsewhere);
  expect(box().value).toBe("Wang Fang is a user, supports us");
});

test("axe finds nothing, in either language", async () => {
  for (const locale of ["en", "zh_CN"] as const) {
    await speak(locale);
    show({ people: { 李伟: "", 李娜: "", "Chen Hao": "" } });
    type("李总 决策者，陈浩听李伟的，Chen Hao 担心价格，喜欢钓鱼");
    expect(await axeFinds()).toEqual([]);
    cleanup();
  }
});
