// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { signal } from "@preact/signals";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { axeFinds, fakePermissions } from "@/components/testing";
import { Person } from "@/components/person/Person";
import { forgetTab, writeTab, type TabState } from "@/lib/store";
import { draftOf, followTab, lastSaid, percent, undo } from "@/lib/view";
import { DecisionMap } from "./DecisionMap";
import { deal, someone, speak, stage, textbook, type Case } from "./testing";

// jsdom has no idle time; effects are taken back after the last test, too.
vi.stubGlobal("requestIdleCallback", (run: () => void) => setTimeout(run));
vi.stubGlobal("cancelIdleCallback", clearTimeout);

beforeEach(async () => {
  await speak();
  await Person.load();
});
afterEach(cleanup);

function show(one: Case) {
  const staged = stage(one);
  function Staged() {
    return (
      <main>
        <h1>MES licence</h1>
        <DecisionMap view={staged.view.value} />
      </main>
    );
  }
  render(<Staged />);
  return staged;
}
const list = (name: string) => screen.queryByRole("list", { name })?.textContent ?? "";

describe("the map", () => {
  test("a part of the bar leads to the person, and back to the map", async () => {
    show(textbook);
    fireEvent.click(screen.getByRole("button", { name: /^Zhao Min: .*non-supporter$/ }));
    await screen.findByRole("heading", { level: 2, name: "Zhao Min" });
    expect(screen.getByText("What if (nothing is saved)")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: /Back to the list/ }));
    await screen.findByRole("list", { name: "Shares of the decision" });
    await waitFor(() => expect(document.activeElement?.textContent).toContain("Zhao Min"));
    expect(document.activeElement?.className).toBe("person-button");
  });

  test("says whether we really reach the holder of each role", () => {
    show(textbook);
    const role = (name: string) => screen.getByText(name, { selector: "dt" }).parentElement!;
    expect(role("opinion leader").textContent).toContain("real access");
    expect(role("opinion leader").textContent).not.toContain("no real access");
    expect(role("decision maker").textContent).toContain("no real access");
    expect(role("user").textContent).not.toContain("access");
  });

  test("says what to watch: opponents with power, single points of failure, brokers", () => {
    const { view } = show(textbook);
    const { shares, brokers } = view.value.structure;
    const watch = list("What to watch");
    expect(watch).toContain(
      `Against us, with power: Zhao Min (${percent(shares.get(someone("Zhao Min"))!)}).`,
    );
    expect(watch).toContain("Without Li Wei you could not reach Chen Hao.");
    expect(watch).toContain(
      `${percent(brokers[0]!.share)} of the decision is best reached through Li Wei.`,
    );
    cleanup();
    show({ people: { A: "" } });
    expect(list("What to watch")).toBe("");
  });

  test("still says what is missing", () => {
    show({ people: { A: "" } });
    expect(list("What is missing")).toContain("Decision maker not found");
    expect(list("What is missing")).toContain("met nobody here yet");
  });

  test("the gap, the step and the bar give one number for who is not found, and none without a lead", () => {
    const { view } = show({ people: { A: "Technical director", B: "" } });
    const ghost = percent(view.value.structure.ghost);
    const reason = () => document.querySelector(".steps")?.textContent;
    expect(list("What is missing")).toContain(`${ghost} that it is nobody in this list`);
    expect(reason()).toContain(`${ghost} that the one who decides is none of the 2 people`);
    expect(list("Shares of the decision")).toContain(`${ghost} not found`);
    cleanup();
    show({ people: { A: "", B: "" } });
    expect(list("What is missing")).toContain("nothing points to anybody in this list");
    expect(reason()).toContain("Nothing points to anybody in this list.");
  });

  test("counts what is suggested of each as the strip counts it of all", async () => {
    show({ people: { A: "Purchasing manager", B: "IT director", C: "" } });
    const strip = await screen.findByText(/^\d+ suggestions wait$/);
    const rows = [...document.querySelectorAll('.person-row [data-state="suggested"]')];
    const counts = rows.map((one) => Number.parseInt(one.textContent ?? "", 10));
    expect(counts.length).toBeGreaterThan(0);
    const sum = counts.reduce((one, other) => one + other, 0);
    expect(Number.parseInt(strip.textContent ?? "", 10)).toBe(sum);
  });

  test("tells on whose row words wait that were typed and not said", async () => {
    show(textbook);
    const draft = draftOf(deal, `note ${someone("Zhao Min")}`);
    draft.type("asks for three off");
    await waitFor(() => expect(screen.getAllByText("draft")).toHaveLength(1));
    expect(screen.getByRole("button", { name: /Zhao Min.*draft/ })).toBeTruthy();
    draft.type("");
    await waitFor(() => expect(screen.queryByText("draft")).toBeNull());
  });

  test("who is erased is not open when they are read again", async () => {
    const people = { "Chen Hao": "", "Li Wei": "" };
    const { view } = stage({ people });
    const without = stage({ people: { "Li Wei": "" } }).view.value;
    const now = signal(view.value);
    const Staged = () => <DecisionMap view={now.value} />;
    render(<Staged />);
    fireEvent.click(document.querySelector(`[data-person="${someone("Chen Hao")}"] button`)!);
    await screen.findByRole("heading", { level: 2, name: "Chen Hao" });
    now.value = without;
    await screen.findByRole("heading", { level: 2, name: /^People/ });
    now.value = view.value;
    await waitFor(() => expect(screen.getAllByText("Chen Hao").length).toBeGreaterThan(0));
    expect(screen.queryByRole("heading", { level: 2, name: "Chen Hao" })).toBeNull();
  });

  test("of an opportunity that is won keeps what was learnt, and proposes nothing", async () => {
    show({ ...textbook, facts: { status: "won" } });
    expect(screen.getByText(/^This opportunity is closed/)).toBeTruthy();
    expect(document.querySelector(".step")).toBeNull();
    expect(screen.getByRole("heading", { level: 2, name: "Next" })).toBeTruthy();
    expect(screen.getByRole("button", { name: /^Zhao Min: .*non-supporter$/ })).toBeTruthy();
    cleanup();
    await speak("zh_CN");
    show({ ...textbook, facts: { status: "lost" } });
    expect(screen.getByText(/^这个商机已结束/)).toBeTruthy();
  });

  test("with nobody in it shows no decision", () => {
    show({ people: {}, others: ["Sun Lei"] });
    expect(screen.queryByRole("list", { name: "Shares of the decision" })).toBeNull();
    expect(screen.getByText(/Choose who is involved/)).toBeTruthy();
  });

  test.each([[["Sun Lei"]], [[]]])(
    "says what is missing and what is next where nobody is in it",
    (others) => {
      show({ people: {}, others });
      expect(screen.getByRole("heading", { level: 2, name: "What is missing" })).toBeTruthy();
      expect(screen.getAllByText("nobody known", { selector: "dd" })).toHaveLength(4);
      expect(screen.getByRole("heading", { level: 2, name: /^Next/ })).toBeTruthy();
      const step = screen.getByRole("heading", { level: 3 }).closest("li")!;
      expect(step.textContent).toContain("Find out who has the final say");
      expect(step.textContent).toContain("Nobody is in this list yet who could decide.");
      fireEvent.click(within(step).getByRole("button", { name: "Done…" }));
      // Whoever of the account is not in it may be who decides.
      for (const other of others) within(step).getByRole("button", { name: other });
      within(step).getByRole("button", { name: "Nothing came of it" });
      expect(screen.getByText("Decision maker not found yet")).toBeTruthy();
    },
  );
});

describe("while the page has named nobody yet", () => {
  const url = "https://acme.lightning.force.com/lightning/r/Opportunity/deal/view";
  const showing = (more: Partial<TabState>) =>
    writeTab(7, { url, sequence: 1, place: null, key: deal, state: "read", ...more });
  beforeAll(async () => {
    fakePermissions();
    vi.spyOn(browser.tabs, "get").mockResolvedValue({ id: 7, url } as never);
    await followTab("?tab=7");
  });
  afterEach(() => forgetTab(7));
  const coming = "Still reading who is named on this page…";

  test.each([{ state: "reading" }, { toCome: true }] as const)(
    "says so, and nothing that follows from there being nobody: %o",
    async (state) => {
      await showing(state);
      show({ people: {} });
      const status = await screen.findByText(coming);
      expect(status.getAttribute("role")).toBe("status");
      for (const said of [/^Next/, "What is missing"]) {
        expect(screen.queryByRole("heading", { level: 2, name: said })).toBeNull();
      }
      expect(document.body.textContent).not.toMatch(/not found|final say|100 ?%/u);
      expect(await axeFinds()).toEqual([]);
      await showing({});
      await screen.findByText("Decision maker not found yet");
      expect(status.textContent).toMatch(/^This page names nobody/);
      expect(screen.getByRole("heading", { level: 2, name: /^Next/ })).toBeTruthy();
    },
  );

  test("says so until those whom it named have come from the store, which may be nobody", async () => {
    await showing({ toCome: true });
    show({ people: {} });
    const status = await screen.findByText(coming);
    const report = { at: 1, language: "en", fields: [], notFound: [], limits: [] };
    await showing({ report: { ...report, people: [{ hook: "tr", count: 5 }] } });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(status.textContent).toBe(coming);
    await waitFor(() => expect(status.textContent).toMatch(/^This page names nobody/));
  });

  test("shows whoever is known", async () => {
    await showing({ toCome: true });
    show(textbook);
    await screen.findByRole("list", { name: "Shares of the decision" });
    expect(screen.queryByText(coming)).toBeNull();
    expect(screen.getByRole("heading", { level: 2, name: /^Next/ })).toBeTruthy();
  });
});

test("a step that is answered is undone from the notice, with all it stated", async () => {
  const { sent, view } = show(textbook);
  fireEvent.click(screen.getByRole("button", { name: /^Show all/ }));
  const meet = screen.getByRole("heading", { level: 3, name: /^Meet Chen Hao/ }).closest("li")!;
  fireEvent.click(within(meet).getByRole("button", { name: "Done…" }));
  fireEvent.click(within(meet).getByRole("button", { name: "Met: for us" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  await waitFor(() => expect(lastSaid.value?.label).toMatch(/^Meet Chen Hao.*Met: for us$/));
  expect(view.value.structure.met).toContain(someone("Chen Hao"));
  await undo();
  expect(view.value.structure.met).not.toContain(someone("Chen Hao"));
});

test("axe finds nothing, with every part open, in either language; and all of it is translated", async () => {
  for (const locale of ["en", "zh_CN"] as const) {
    await speak(locale);
    show({ ...textbook, industry: "制造" });
    for (const details of document.querySelectorAll("details")) {
      details.open = true;
      details.dispatchEvent(new Event("toggle"));
    }
    await waitFor(() => expect(document.querySelector(".profile-block")).not.toBeNull());
    expect(await axeFinds()).toEqual([]);
    if (locale === "zh_CN") {
      const names =
        /Chen Hao|Li Wei|Zhao Min|Wang Fang|Sun Lei|MES licence|Huadong|Technical director|IT manager|Purchasing manager|CRM/gu;
      const said = [...document.querySelectorAll("main *")].flatMap((one) => [
        ...[...one.childNodes]
          .filter(({ nodeType }) => nodeType === 3)
          .map((node) => node.nodeValue),
        one.getAttribute("aria-label"),
        one.getAttribute("title"),
        one.getAttribute("placeholder"),
      ]);
      const left =
        said
          .join("\n")
          .replace(names, "")
          .match(/\b[A-Za-z]{3,}\b/gu) ?? [];
      expect(left).toEqual([]);
    }
    cleanup();
  }
});
