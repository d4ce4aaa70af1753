// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { cleanup, fireEvent, render, screen, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { axeFinds } from "@/components/testing";
import { someone, speak, stage, textbook, type Case } from "@/components/panel/testing";
import { percent } from "@/lib/view";
import { DecisionBar } from "./DecisionBar";

const opened = vi.fn<(person: string) => void>();

beforeEach(() => speak());
afterEach(() => {
  cleanup();
  vi.clearAllMocks();
});

function show(one: Case) {
  const { structure, beliefs } = stage(one).view.value;
  render(
    <main>
      <DecisionBar structure={structure} beliefs={beliefs} onOpen={opened} />
    </main>,
  );
  const bar = screen.getByRole("list", { name: "Shares of the decision" });
  const parts = within(bar).getAllByRole("listitem");
  return { structure, parts };
}
const widths = (parts: readonly HTMLElement[]) => parts.map((part) => Number(part.style.flexGrow));
const looks = (parts: readonly HTMLElement[]) => parts.map((part) => part.dataset.look);

describe("the decision bar", () => {
  test("has each person's part, the greatest first, and who is not found last: 100 % in all", () => {
    const { structure, parts } = show(textbook);
    expect(widths(parts).reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 4);
    const people = widths(parts.slice(0, -1));
    expect(people).toEqual(people.toSorted((a, b) => b - a));
    expect(looks(parts).at(-1)).toBe("ghost");
    expect(widths(parts).at(-1)).toBeCloseTo(structure.ghost * 100, 4);
  });

  test("a part says whose it is, how great, and where they stand, and opens the person", () => {
    const { structure } = show(textbook);
    const of = (name: string) => percent(structure.shares.get(someone(name))!);
    const chen = screen.getByRole("button", {
      name: `Chen Hao: ${of("Chen Hao")} of the decision, supporter`,
    });
    screen.getByRole("button", { name: `Li Wei: ${of("Li Wei")} of the decision, mentor` });
    screen.getByRole("button", {
      name: `Zhao Min: ${of("Zhao Min")} of the decision, non-supporter`,
    });
    screen.getByRole("button", {
      name: `Wang Fang: ${of("Wang Fang")} of the decision, stance unknown`,
    });
    fireEvent.click(chen);
    expect(opened).toHaveBeenCalledExactlyOnceWith(someone("Chen Hao"));
  });

  test("the stance shows by a sign of its own, and unknown is none of them", () => {
    const { parts } = show({
      people: { A: "", B: "", C: "", D: "" },
      says: [
        ["A", { aspect: "stance", value: 2 }],
        ["B", { aspect: "stance", value: -2 }],
        ["C", { aspect: "stance", value: 0 }],
        ["D", { aspect: "role", role: "decision-maker", holds: true }],
      ],
    });
    const signs = new Map(
      parts.map((part) => [part.dataset.look, part.querySelector(".segment-sign")?.textContent]),
    );
    expect(signs.get("for")).toBe("✓");
    expect(signs.get("against")).toBe("✕");
    expect(signs.get("neutral")).toBe("–");
    expect(signs.get("unknown")).toBe("?");
  });

  test("a contested stance is said to be", () => {
    show({
      people: { A: "" },
      says: [
        ["A", { aspect: "stance", value: 2 }, { how: "act" }],
        ["A", { aspect: "stance", value: -1 }, { how: "observation" }],
      ],
    });
    expect(screen.getByRole("button", { name: /^A: .*, contested$/ })).toBeTruthy();
  });

  test("small parts stand together, by stance, and are not lost", () => {
    const names = Array.from({ length: 40 }, (_, n) => `Person ${n}`);
    const { parts, structure } = show({
      people: Object.fromEntries(names.map((name) => [name, ""])),
      says: [
        ["Person 0", { aspect: "role", role: "decision-maker", holds: true }],
        ["Person 1", { aspect: "stance", value: 1 }],
        ["Person 2", { aspect: "stance", value: 1 }],
      ],
    });
    expect(widths(parts).reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 4);
    const together = ["Person 1", "Person 2"].reduce(
      (sum, name) => sum + structure.shares.get(someone(name))!,
      0,
    );
    expect(parts.find((part) => part.textContent?.includes("for us"))?.textContent).toContain(
      `2 others: ${percent(together)} of the decision, for us`,
    );
    expect(parts.find((part) => part.textContent?.includes("37 others"))).toBeTruthy();
    expect(parts.length).toBeLessThan(6);
  });
});

describe("under it", () => {
  const value = (term: string) =>
    screen.getByText(term).parentElement?.querySelector("dd")?.textContent;

  test("support with its interval, what is covered and what is not known", () => {
    const { structure } = show(textbook);
    const { estimate, low, high } = structure.support;
    expect(estimate).toBeGreaterThan(0);
    expect(value("support, −2 to +2")).toMatch(/^\+\d(\.\d)? ±\d(\.\d)?$/);
    expect(screen.getByText(/^90% sure: [−+]?[\d.]+ to \+[\d.]+$/)).toBeTruthy();
    expect(low).toBeLessThan(high);
    expect(value("covered by us")).toBe(percent(structure.covered));
    expect(value("not known")).toBe(percent(structure.unknown));
  });

  test("the state of the map stands in words, with a mark of its own shape", () => {
    show(textbook);
    const green = screen.getByText("Green: somebody who decides or approves is for us.");
    const shape = () => document.querySelector(".status-mark path")?.getAttribute("d");
    expect(green).toBeTruthy();
    const round = shape();
    cleanup();
    show({ people: { A: "" }, says: [["A", { aspect: "stance", value: -1 }]] });
    expect(screen.getByText("Red: no key player is known to be for us.")).toBeTruthy();
    expect(shape()).not.toBe(round);
    cleanup();
    show({
      people: { A: "", B: "" },
      says: [
        ["A", { aspect: "stance", value: 1 }],
        ["B", { aspect: "role", role: "decision-maker", holds: true }],
      ],
    });
    expect(
      screen.getByText(/^Amber: a key player is for us, but nobody .* is known to be\.$/),
    ).toBeTruthy();
  });

  test("where nobody's stance is known there is no number that could pass for an answer", () => {
    const { parts } = show({ people: { A: "", B: "" } });
    expect(value("support, −2 to +2")).toBe("unknown");
    expect(value("not known")).toBe("100%");
    expect(screen.getByText(/Nobody’s stance is known/)).toBeTruthy();
    expect(new Set(looks(parts))).toEqual(new Set(["unknown", "ghost"]));
  });

  test("where everybody has left there is no number either", () => {
    show({
      people: { A: "" },
      says: [
        ["A", { aspect: "stance", value: 2 }],
        ["A", { aspect: "left" }],
      ],
    });
    expect(value("support, −2 to +2")).toBe("unknown");
    expect(document.querySelector(".readout")?.textContent).not.toContain("±");
    expect(screen.queryByText(/sure: /)).toBeNull();
  });
});

test("axe finds nothing, in either language", async () => {
  show(textbook);
  expect(await axeFinds()).toEqual([]);
  cleanup();
  await speak("zh_CN");
  const { structure, beliefs } = stage(textbook).view.value;
  render(
    <main>
      <DecisionBar structure={structure} beliefs={beliefs} onOpen={opened} />
    </main>,
  );
  const share = percent(structure.shares.get(someone("Chen Hao"))!);
  expect(screen.getByRole("button", { name: `Chen Hao：占决策的 ${share}，支持者` })).toBeTruthy();
  expect(screen.getByText("绿灯：拍板或审批的人中有人支持我们。")).toBeTruthy();
  expect(await axeFinds()).toEqual([]);
});
