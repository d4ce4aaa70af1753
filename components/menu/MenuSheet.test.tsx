// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { cleanup, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Gaps } from "@/components/panel/Gaps";
import { Notes } from "@/components/panel/Notes";
import { nameOf, someone, speak, stage, textbook, type Case } from "@/components/panel/testing";
import { browser } from "wxt/browser";
import { axeFinds, fakePermissions } from "@/components/testing";
import { followPolicy, followShareTexts, followTab, percent, shareText, text } from "@/lib/view";
import { MenuSheet } from "./MenuSheet";
import { print } from "./PrintSheet";
import { asMarkdown, asTable, asText, summarize } from "./summary";

beforeEach(async () => {
  vi.spyOn(browser.commands, "getAll").mockResolvedValue([
    { name: "open-panel", description: "The browser’s words", shortcut: "Alt+Shift+P" },
    { name: "unset", description: "Has no key", shortcut: "" },
  ] as never);
  await speak();
  await followShareTexts();
  await vi.waitFor(() => expect(shareText.value.menu).toBe("Menu"));
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});
afterEach(cleanup);

const summary = () => summarize(stage(textbook).view.value, nameOf);

describe("the map in words", () => {
  test("holds who decides, what is missing and what is next", () => {
    const one = summary();
    expect(one.title).toBe("MES licence");
    expect(one.account).toBe("Huadong");
    const table = asTable(one);
    expect(table[0]).toHaveLength(7);
    const [chen] = one.people.filter(([name]) => name === "Chen Hao");
    expect(chen).toEqual([
      "Chen Hao",
      "Technical director",
      expect.stringMatching(/^\d+%$/),
      expect.stringContaining("decision maker"),
      "supporter",
      "unknown",
      "unknown",
    ]);
    // What is not known is no middle, and says so in every form.
    const [wang] = one.people.filter(([name]) => name === "Wang Fang");
    expect(wang?.slice(4)).toEqual(["unknown", "unknown", "unknown"]);
    expect(asText(one)).toMatch(
      /^Wang Fang: .*stance: unknown; power: unknown; access: unknown$/mu,
    );
    expect(
      asTable(one)
        .find(([name]) => name === "Wang Fang")
        ?.slice(4),
    ).toEqual(wang?.slice(4));
    expect(one.people).toHaveLength(4);
    expect(one.steps).toHaveLength(3);
    for (const written of [asText(one), asMarkdown(one)]) {
      for (const { title } of one.steps) expect(written).toContain(title);
      for (const gap of one.gaps) expect(written).toContain(gap);
      expect(written).toContain("Chen Hao");
      expect(written).not.toMatch(/\n{3}/);
    }
  });

  test("leaves nobody's share out: who perhaps decides besides has a row", () => {
    const parts = (one = summary()) => one.people.map(([, , share = ""]) => Number.parseInt(share));
    const one = summary();
    const ghost = percent(stage(textbook).view.value.structure.ghost);
    expect(one.ghost).toEqual(["Perhaps somebody else decides", ghost]);
    const all = parts(one).reduce((sum, share) => sum + share, Number.parseInt(ghost));
    expect(Math.abs(100 - all)).toBeLessThanOrEqual(2);
    expect(asText(one)).toContain(`\nPerhaps somebody else decides: ${ghost}\n`);
    const rows = asMarkdown(one)
      .split("\n")
      .filter((line) => line.startsWith("|"));
    expect(rows[2]).toBe(`| Perhaps somebody else decides |  | ${ghost} |  |  |  |  |`);
    // Of people there is a table: nobody is in it who was made up.
    expect(asTable(one)).toHaveLength(1 + 4);
    const unknown = summarize(stage({ people: { A: "" } }).view.value, nameOf);
    expect(unknown.ghost?.[0]).toBe("Decision maker not found yet");
  });

  test("says whom the CRM names no longer", () => {
    const { notes } = summarize(stage({ ...textbook, gone: ["Li Wei"] }).view.value, nameOf);
    expect(notes).toContain("Taken off this opportunity in the CRM: Li Wei");
  });

  test("says of what is missing and what to watch as much as the panel, in its words", () => {
    const { value } = stage(textbook).view;
    const one = summarize(value, nameOf);
    render(
      <>
        <Gaps structure={value.structure} nameOf={nameOf} />
        <Notes structure={value.structure} nameOf={nameOf} />
      </>,
    );
    const lines = (name: string) =>
      within(screen.getByRole("list", { name }))
        .getAllByRole("listitem")
        .map(({ textContent }) => textContent);
    expect(one.gaps).toEqual(lines("What is missing"));
    expect(one.notes).toEqual(lines("What to watch"));
    expect(one.notes).toContain("Without Li Wei you could not reach Chen Hao.");
    for (const written of [asText(one), asMarkdown(one)]) {
      expect(written).toMatch(/What to watch\n[^#]*- Without Li Wei you could not reach/u);
    }
  });

  test("says who reports to whom and who is listened to; what is not sure says so", async () => {
    const says: NonNullable<Case["says"]> = [
      ...textbook.says!,
      ["Li Wei", { aspect: "reports-to", to: someone("Chen Hao") }],
      [
        "Wang Fang",
        { aspect: "influences", whom: someone("Li Wei"), strength: 1, holds: true },
        { how: "judgement", sure: "guess" },
      ],
    ];
    const tied = () => summarize(stage({ ...textbook, says }).view.value, nameOf);
    const one = tied();
    const lines = [
      "Li Wei: reports to Chen Hao, influences Chen Hao decisively",
      expect.stringMatching(/^Wang Fang: influences Li Wei a little\? \d+%$/u),
    ];
    expect(one.ties.filter(Boolean)).toEqual(lines);
    for (const written of [asText(one), asMarkdown(one)]) {
      expect(written).toMatch(/Who reports to whom, who is listened to\n+- Li Wei: reports/u);
    }
    // Nothing is known: nothing is said.
    expect(asText(summarize(stage({ people: { A: "" } }).view.value, nameOf))).not.toContain(
      "reports",
    );
    await speak("zh_CN");
    await vi.waitFor(() => expect(shareText.value.menu).toBe("菜单"));
    expect(asText(tied())).toMatch(
      /上下级与影响关系\n- Li Wei：上级是Chen Hao.+决定性影响Chen Hao/u,
    );
  });

  test("of a closed opportunity says that, and when", () => {
    const facts = { status: "won", closeDate: "2020-02-01", stage: "Closed" };
    const one = summarize(stage({ ...textbook, facts }).view.value, nameOf);
    expect(one.facts).toEqual(["Closed", "won", "closed Feb 1, 2020"]);
    expect(one.steps).toEqual([]);
  });

  test("lets nothing that a page wrote become Markdown or HTML", () => {
    const evil = "[x](javascript:1) <img src=x> | a\n# b";
    const view = stage({ people: { [evil]: evil } }).view.value;
    const written = asMarkdown(summarize(view, () => evil));
    expect(written).not.toMatch(/(?<!\\)<img/);
    expect(written.replace(/\\[\\`*_[\]<>|#~]/g, "")).not.toMatch(/\[x\]|^# b/m);
    const rows = written.split("\n").filter((line) => line.startsWith("|"));
    const cells = rows.map((row) => row.replace(/\\\|/g, "").split("|").length);
    expect(new Set(cells).size, "every row has as many cells").toBe(1);
  });

  test("is in the user's language", async () => {
    await speak("zh_CN");
    await vi.waitFor(() => expect(shareText.value.menu).toBe("菜单"));
    const written = asText(summary());
    expect(written).toContain("下一步");
    expect(
      written.replace(/MES licence|Huadong|Powermap|Chen Hao|Li Wei|Zhao Min|Wang Fang/g, ""),
    ).not.toMatch(/support|decision|stance/i);
  });
});

describe("the sheet", () => {
  const sheet = (help = false, onClose = () => undefined) => {
    const staged = stage(textbook);
    render(
      <main>
        <MenuSheet view={staged.view.value} nameOf={nameOf} help={help} onClose={onClose} />
      </main>,
    );
    return staged;
  };

  test("copies, and says so; where that is not allowed the text is there to select", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
    sheet();
    screen.getByRole("button", { name: "Copy as text" }).click();
    await waitFor(() => expect(screen.getByText("Copied.")).toBeTruthy());
    expect(writeText.mock.calls[0]![0]).toContain("Chen Hao");
    writeText.mockRejectedValue(new DOMException("no", "NotAllowedError"));
    screen.getByRole("button", { name: "Copy as Markdown" }).click();
    const box = await waitFor(() => screen.getByRole<HTMLTextAreaElement>("textbox"));
    expect(box.value).toContain("# MES licence");
  });

  test("passes nothing on where an administrator forbids it, and says so", async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
    Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
    const link = vi.spyOn(HTMLAnchorElement.prototype, "click");
    const paper = vi.spyOn(window, "print").mockImplementation(() => undefined);
    sheet();
    // The sheet was open before the policy came: what is pressed then is refused all the same.
    vi.spyOn(browser.storage.managed, "get").mockResolvedValue({ exportDisabled: true } as never);
    for (const name of ["Copy as text", "Copy as Markdown", "Save people as CSV", "Print…"]) {
      screen.getByRole("button", { name }).click();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([writeText, link, paper].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 0]);
    await followPolicy();
    await screen.findByText(/does not allow maps to be copied, saved or printed/u);
    expect(screen.queryByRole("button", { name: /copy|csv|print/iu })).toBeNull();
    vi.mocked(browser.storage.managed.get).mockRestore();
    await followPolicy();
  });

  test("prints in a tab, and from a side panel by a tab of its own", async () => {
    const paper = vi.spyOn(window, "print").mockImplementation(() => {
      expect(document.title).toBe("MES licence");
      expect(document.querySelector(".print-sheet")?.textContent).toContain("Chen Hao");
    });
    const opened = vi.spyOn(browser.tabs, "create").mockResolvedValue({} as never);
    vi.spyOn(browser.tabs, "get").mockResolvedValue({ id: 7 } as never);
    fakePermissions();
    await followTab("?tab=7");
    const own = vi.spyOn(browser.tabs, "getCurrent").mockResolvedValue(undefined as never);
    sheet();
    const button = screen.getByRole("button", { name: "Print…" });
    button.click();
    await waitFor(() => expect(opened).toHaveBeenCalledOnce());
    expect(opened.mock.calls[0]![0]).toEqual({
      url: browser.runtime.getURL("/sidepanel.html?tab=7&print" as never),
      openerTabId: 7,
    });
    expect(paper).not.toHaveBeenCalled();
    own.mockResolvedValue({ id: 9 } as never);
    button.click();
    await waitFor(() => expect(paper).toHaveBeenCalledOnce());
    expect(opened).toHaveBeenCalledOnce();
    expect(document.querySelector(".print-sheet")).toBeNull();
  });

  /** A sheet of 186 mm, a millimetre to the pixel: each row of the table takes 10 of the 250 there are. */
  const onPaper = () => {
    const size = (name: "offsetHeight" | "offsetWidth", of: (element: HTMLElement) => number) =>
      vi.spyOn(HTMLElement.prototype, name, "get").mockImplementation(function measure(
        this: HTMLElement,
      ) {
        return of(this);
      });
    size("offsetWidth", () => 186);
    size("offsetHeight", (element) => 10 * element.querySelectorAll("tr").length);
    vi.spyOn(browser.tabs, "getCurrent").mockResolvedValue({ id: 9 } as never);
    const rows: string[] = [];
    const paper = vi.spyOn(window, "print").mockImplementation(() => {
      for (const row of document.querySelectorAll(".print-sheet tr")) rows.push(row.textContent);
    });
    return { paper, rows };
  };

  test("prints of many people as many as a page has room for, first of whom something was said", async () => {
    const names = Array.from({ length: 60 }, (_, n) => `Person ${n}`);
    const staged = stage({
      people: Object.fromEntries(names.map((name) => [name, ""])),
      says: [["Person 59", { aspect: "stance", value: -2 }]],
    });
    const { paper, rows } = onPaper();
    render(
      <main>
        <MenuSheet
          view={staged.view.value}
          nameOf={nameOf}
          help={false}
          onClose={() => undefined}
        />
      </main>,
    );
    screen.getByRole("button", { name: "Print…" }).click();
    await waitFor(() => expect(paper).toHaveBeenCalledOnce());
    // With the head, who is not found, and a line that says how many are not there.
    expect(rows).toHaveLength(25);
    expect(rows.slice(1, -1).filter((row) => row.startsWith("Person 59"))).toHaveLength(1);
    expect(rows[1]).toMatch(/^Decision maker not found yet\d+%$/);
    expect(rows.at(-1)).toMatch(/^and 38 more, with \d+% of the decision between them$/);
    vi.restoreAllMocks();
  });

  test("fills the page also where few hold nearly all of the decision, and no second one for the others", async () => {
    const names = Array.from({ length: 40 }, (_, n) => `Person ${n}`);
    const { value } = stage({ people: Object.fromEntries(names.map((name) => [name, ""])) }).view;
    const whole = summarize(value, nameOf);
    const few = (steps: number) => ({
      ...whole,
      parts: whole.parts.map((_, n) => ({ share: n < 3 ? 0.32 : 0.04 / 37, said: false })),
      steps: Array.from({ length: steps }, (_, n) => ({ title: `${n}`, why: "", gains: [] })),
    });
    const { paper, rows } = onPaper();
    await print(value, few(0));
    expect(paper).toHaveBeenCalledOnce();
    expect(rows).toHaveLength(25);
    expect(rows.at(-1)).toMatch(/^and 18 more/);
    // What else there is to print leaves room for two rows: who tells is printed, and nobody else.
    vi.spyOn(HTMLElement.prototype, "offsetHeight", "get").mockImplementation(function measure(
      this: HTMLElement,
    ) {
      return 230 + 10 * this.querySelectorAll("tr").length;
    });
    rows.length = 0;
    await print(value, few(3));
    expect(rows).toHaveLength(6);
    expect(rows.at(-1)).toMatch(/^and 37 more/);
    vi.restoreAllMocks();
  });

  test("lists what was done, and takes it back", async () => {
    const { sent } = sheet();
    expect(screen.getByText("Nothing yet.")).toBeTruthy();
    const { say, stated } = await import("@/lib/view");
    const { deal, someone } = await import("@/components/panel/testing");
    const grounds = { how: "interview", sure: "certain" } as const;
    await say("Li Wei: mentor", [
      stated(someone("Li Wei"), deal, { aspect: "stance", value: 2 }, grounds),
    ]);
    const list = await waitFor(() => screen.getByRole("list"));
    expect(within(list).getByText("Li Wei: mentor")).toBeTruthy();
    screen.getByRole("button", { name: "Undo the last" }).click();
    await waitFor(() => expect(screen.getByText("Li Wei: mentor (undone)")).toBeTruthy());
    expect(sent).toHaveLength(2);
    screen.getByRole("button", { name: "Redo" }).click();
    await waitFor(() => expect(screen.getByText("Li Wei: mentor")).toBeTruthy());
  });

  test("opened for the keys begins there, and axe finds nothing", async () => {
    sheet(true);
    expect(document.activeElement?.textContent).toBe("Keys");
    expect(screen.getByText(text.value.common.undo, { selector: "dd" })).toBeTruthy();
    expect(await screen.findByText("Alt+Shift+P")).toBeTruthy();
    // In the language of the panel, which need not be the browser's; what has no key yet is told too.
    expect(screen.getByText("Open the panel")).toBeTruthy();
    expect(screen.queryByText("The browser’s words")).toBeNull();
    expect(screen.getAllByText("no key").length).toBeGreaterThan(0);
    expect(await axeFinds()).toEqual([]);
  });
});
