// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { axeFinds } from "@/components/testing";
import { discard, refused, say, stated, unsaved, type Failure } from "@/lib/view";
import { Saving } from "./Saving";
import { key } from "@/lib/domain/testing";
import { deal, someone, speak } from "./testing";

/** What the background answers to a note that reads so; everything else is recorded. */
let answers: Record<string, Failure>;
const sent = vi.fn<(message: unknown) => void>();

beforeEach(async () => {
  await speak();
  answers = { bad: "malformed", worse: "malformed", early: "storage-full" };
  sent.mockReset();
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation((async (message: unknown) => {
    sent(message);
    const text = /"(?:text|name)":"(.*?)"/u.exec(JSON.stringify(message))?.[1] ?? "";
    const failure = answers[text];
    return failure ? { ok: false, failure, detail: "" } : { ok: true, value: { recorded: [] } };
  }) as never);
});
afterEach(async () => {
  // What waits is saved now, and what was refused goes: the next test begins with nothing.
  answers = {};
  await waitFor(() => expect(unsaved.value).toEqual([]), { timeout: 10_000 });
  for (const act of refused.value) discard(act);
  cleanup();
});

const grounds = { how: "interview", sure: "certain" } as const;
const note = (name: string, text: string) =>
  say(`Note on ${name}`, [stated(someone(name), deal, { aspect: "note", text }, grounds)]);
const click = (name: string) => fireEvent.click(screen.getByRole("button", { name }));
const account = key("account", "huadong");
const kept = () => Object.keys(localStorage).filter((key) => key.startsWith("powermap.outbox."));

describe("a statement that is refused for good", () => {
  test("of somebody who was added has their name and title, once", async () => {
    render(<Saving />);
    answers = { "Sun Lei": "malformed" };
    const known = { aspect: "known", name: "Sun Lei", title: "CTO" } as const;
    // In the account and in the decision.
    const both = [account, deal].map((scope) => stated(someone("x"), scope, known, grounds));
    await say("Added", both);
    const [one] = within(await screen.findByRole("alert")).getAllByRole("listitem");
    const quoted = [...one!.querySelectorAll("q")].map(({ textContent }) => textContent);
    expect(quoted).toEqual(["Sun Lei", "CTO"]);
  });

  test("is shown with its words, and discarded by a second click", async () => {
    render(<Saving />);
    await note("Li Wei", "bad");
    const win = { aspect: "win", text: "worse" } as const;
    await say("Note on Chen Hao", [stated(someone("Chen Hao"), deal, win, grounds)]);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("2 statements cannot be saved like this.");
    expect(alert.textContent).not.toContain("not saved yet");
    expect(await axeFinds()).toEqual([]);

    click("Discard: Note on Li Wei");
    const [one, other] = await waitFor(() => {
      const items = within(alert).getAllByRole("listitem");
      within(items[0]!).getByText("Discard for good");
      return items;
    });
    expect(one?.textContent).toContain("Note on Li Wei");
    expect(one?.textContent).toContain("bad");
    expect(other?.textContent).toContain("Note on Chen Hao");
    expect(other?.textContent).toContain("worse");
    expect(await axeFinds()).toEqual([]);
    expect(kept()).toHaveLength(2);

    click("Discard for good: Note on Li Wei");
    await waitFor(() => expect(within(alert).getAllByRole("listitem")).toHaveLength(1));
    expect(alert.textContent).toContain("1 statement cannot be saved like this.");
    expect(alert.textContent).not.toContain("Li Wei");
    expect(kept()).toHaveLength(1);
    click("Discard: Note on Chen Hao");
    await screen.findByText("Discard for good");
    click("Discard for good: Note on Chen Hao");
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
    expect(kept()).toEqual([]);
  });

  test("is not discarded by a double click: its second click finds Keep in that place", async () => {
    render(<Saving />);
    await note("Li Wei", "bad");
    const place = await screen.findByRole("button", { name: "Discard: Note on Li Wei" });
    place.focus();
    fireEvent.click(place);
    await waitFor(() => expect(place.textContent).toBe("Keep"));
    expect(document.activeElement).toBe(place);
    fireEvent.click(place);
    await waitFor(() => expect(place.textContent).toBe("Discard"));
    expect(screen.queryByText("Discard for good")).toBeNull();
    expect(kept()).toHaveLength(1);
  });

  test("can be discarded in Chinese", async () => {
    await speak("zh_CN");
    render(<Saving />);
    await note("李伟", "bad");
    expect((await screen.findByRole("alert")).textContent).toContain("1 条内容无法这样保存。");
    click("丢弃：Note on 李伟");
    expect((await screen.findByText("保留")).tagName).toBe("BUTTON");
    click("确认丢弃：Note on 李伟");
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
    expect(kept()).toEqual([]);
  });
});

test("what waits for room cannot be discarded, also beside what is refused", async () => {
  render(<Saving />);
  void note("Chen Hao", "early");
  await note("Li Wei", "bad");
  const alert = await screen.findByRole("alert");
  await waitFor(() => expect(alert.textContent).toContain("The disk is full: not saved."));
  expect(alert.textContent).toContain("1 statement is not saved yet. Trying again…");
  expect(alert.textContent).toContain("1 statement cannot be saved like this.");
  expect(screen.queryByRole("button", { name: /Chen Hao/ })).toBeNull();
  click("Discard: Note on Li Wei");
  await screen.findByText("Discard for good");
  click("Discard for good: Note on Li Wei");
  await waitFor(() => expect(alert.textContent).not.toContain("cannot be saved"));
  expect(alert.textContent).toContain("Note on Chen Hao");
  expect(kept()).toHaveLength(1);

  answers = {};
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull(), { timeout: 10_000 });
  expect(kept()).toEqual([]);
  expect(JSON.stringify(sent.mock.lastCall)).toContain("early");
});

test("what is only on its way is not worth a word", async () => {
  render(<Saving />);
  await note("Li Wei", "good");
  expect(screen.queryByRole("alert")).toBeNull();
});
