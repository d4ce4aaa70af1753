// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { axeFinds } from "@/components/testing";
import {
  customer,
  deal,
  nameOf,
  speak,
  stage,
  stated,
  textbook,
  type Case,
} from "@/components/panel/testing";
import { effectOf, percent, signed } from "@/lib/view";
import { ProfileForm } from "./ProfileForm";

beforeEach(() => speak());
afterEach(cleanup);

function show(one: Case) {
  const staged = stage(one);
  function Staged() {
    return (
      <main>
        <ProfileForm view={staged.view.value} nameOf={nameOf} />
      </main>
    );
  }
  render(<Staged />);
  return staged;
}
async function unfold() {
  const form = document.querySelector<HTMLDetailsElement>(".profile")!;
  form.open = true;
  form.dispatchEvent(new Event("toggle"));
  await waitFor(() => expect(screen.getAllByRole("group").length).toBeGreaterThan(2));
}
const summary = () => document.querySelector(".profile summary")?.textContent;
const block = (name: string) => within(screen.getByRole("group", { name }).parentElement!);
const choose = (name: string, value: string) =>
  fireEvent.click(block(name).getByRole("radio", { name: value }));

test("its line names each value and where it comes from, without being opened", () => {
  show({ ...textbook, industry: "Manufacturing" });
  expect(summary()).toBe(
    "How this customer decides functional (default) · several weigh in (default) · price (from the industry)",
  );
});

test("one that is set is stated for the account, and says what changed on the map", async () => {
  const { view, sent } = show(textbook);
  await unfold();
  expect(document.querySelector(".profile-effect")).toBeNull();
  choose("Who has a say", "one decides");
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(stated(sent[0])).toEqual([
    {
      about: customer,
      scope: customer,
      how: "judgement",
      sure: "likely",
      aspect: "culture",
      value: "individual",
    },
  ]);
  await waitFor(() => expect(summary()).toContain("one decides (stated)"));
  const { shifts, support } = effectOf(view.value, "culture");
  const [first] = shifts;
  expect(first).toBeDefined();
  const said = block("Who has a say").getByRole("status").textContent;
  expect(said).toMatch(/^What this changes: /);
  expect(said).toContain(
    `${nameOf(first!.person!)} ${percent(first!.before)} → ${percent(first!.after)}`,
  );
  expect(signed(support.before)).not.toBe(signed(support.after));
  expect(said).toContain(`support ${signed(support.before)} → ${signed(support.after)}`);
});

test("what changes nothing says so", async () => {
  const { sent } = show({ people: { A: "" } });
  await unfold();
  choose("Who has a say", "all must agree");
  await waitFor(() => expect(sent).toHaveLength(1));
  await waitFor(() =>
    expect(block("Who has a say").getByRole("status").textContent).toBe(
      "Nothing changes on the map.",
    ),
  );
});

test("it may be said of this opportunity only, and taken back there", async () => {
  const { view, sent } = show(textbook);
  await unfold();
  choose("What counts most", "price");
  await waitFor(() => expect(sent).toHaveLength(1));
  fireEvent.click(screen.getByRole("radio", { name: "this opportunity only" }));
  // The account's word is not the opportunity's own.
  await waitFor(() =>
    expect(
      block("What counts most").getByRole<HTMLInputElement>("radio", { name: "not stated" })
        .checked,
    ).toBe(true),
  );
  choose("What counts most", "compliance");
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(stated(sent[1])).toMatchObject([{ about: deal, scope: deal, value: "compliance" }]);
  await waitFor(() => expect(view.value.profile.focus.value).toBe("compliance"));
  choose("What counts most", "not stated");
  await waitFor(() => expect(sent).toHaveLength(3));
  expect(sent[2]).toMatchObject([{ withdraws: sent[1]![0]!.id }]);
  await waitFor(() =>
    expect(view.value.profile.focus).toMatchObject({ value: "price", state: "stated" }),
  );
});

test("what the industry suggests is said with its words, and what that changes", async () => {
  show({ ...textbook, industry: "Manufacturing" });
  await unfold();
  const focus = block("What counts most");
  expect(focus.getByText("Taken from the industry, “Manufacturing”.")).toBeTruthy();
  expect(focus.getByRole("status").textContent).toMatch(/What this changes: .*Zhao Min/);
});

test("axe finds nothing, in either language", async () => {
  for (const locale of ["en", "zh_CN"] as const) {
    await speak(locale);
    show({ ...textbook, industry: "Manufacturing" });
    await unfold();
    expect(await axeFinds()).toEqual([]);
    if (locale === "zh_CN") {
      expect(summary()).toBe(
        "这个客户如何决策 职能型（默认） · 几人商量（默认） · 价格（按行业推断）",
      );
    }
    cleanup();
  }
});
