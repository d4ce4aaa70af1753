// @vitest-environment jsdom
import fc from "fast-check";
import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { claim, key } from "@/lib/domain/testing";

const deal = key("opportunity", "deal");
const note = claim(1, key("contact", "Li Wei"), { aspect: "note", text: "as typed" });
const DAY = 24 * 60 * 60 * 1_000;

/** A page that starts anew: its modules know nothing of the one before. */
async function newPage() {
  vi.resetModules();
  const view = await import("./drafts");
  await view.followDrafts();
  return view;
}
const stored = async () =>
  Object.fromEntries(
    Object.entries(await browser.storage.local.get(null)).map(([name, draft]) => [
      name,
      (draft as { text: string }).text,
    ]),
  );
const entry = `draft:${deal}|note`;

/** The background, as it answers. */
let answer: () => unknown;
beforeEach(() => {
  fakeBrowser.reset();
  localStorage.clear();
  answer = () => ({ ok: true, value: { recorded: [] } });
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation((async () => answer()) as never);
});

test("what is typed is there when the page starts anew, per record and field", async () => {
  const { draftOf } = await newPage();
  draftOf(deal, "note").type("half a th");
  draftOf(deal, "objection").type("too");
  draftOf(key("opportunity", "other"), "note").type("else");
  await vi.waitFor(async () => expect(Object.keys(await stored())).toHaveLength(3));
  const again = await newPage();
  expect(again.draftOf(deal, "note").text.value).toBe("half a th");
  expect(again.draftOf(deal, "objection").text.value).toBe("too");
  again.draftOf(deal, "note").type("");
  await vi.waitFor(async () => expect(Object.keys(await stored())).toHaveLength(2));
});

test("which fields of a record hold something is told, with what an earlier page left", async () => {
  const { draftOf, draftsIn } = await newPage();
  expect(draftsIn(deal)).toEqual([]);
  draftOf(deal, "note").type("half");
  draftOf(key("opportunity", "other"), "note").type("else");
  draftOf(deal, "objection");
  expect(draftsIn(deal)).toEqual(["note"]);
  await vi.waitFor(async () => expect(Object.keys(await stored())).toHaveLength(2));
  const again = await newPage();
  expect(again.draftsIn(deal)).toEqual(["note"]);
  again.draftOf(deal, "note").type("");
  expect(again.draftsIn(deal)).toEqual([]);
});

test("however fast it is typed, one write is on its way, and the last letter is kept", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 20 }), async (typed) => {
      fakeBrowser.reset();
      const { draftOf } = await newPage();
      const set = browser.storage.local.set.bind(browser.storage.local);
      let running = 0;
      let most = 0;
      const spy = vi.spyOn(browser.storage.local, "set").mockImplementation(async (items) => {
        most = Math.max(most, ++running);
        await Promise.resolve();
        await set(items);
        running--;
      });
      for (const text of typed) draftOf(deal, "note").type(text);
      const last = typed.at(-1)!;
      await vi.waitFor(async () => expect((await stored())[entry] ?? "").toBe(last));
      expect(most).toBeLessThanOrEqual(1);
      spy.mockRestore();
    }),
    { numRuns: 30 },
  );
});

test("a page that goes away hands over what waits for an earlier write", async () => {
  const { draftOf } = await newPage();
  const asked: unknown[] = [];
  vi.spyOn(browser.storage.local, "set").mockImplementation(async (items) => {
    asked.push(...Object.values(items as Record<string, { text: string }>).map(({ text }) => text));
    await new Promise(() => {});
  });
  draftOf(deal, "note").type("a");
  draftOf(deal, "note").type("ab");
  draftOf(deal, "note").type("abc");
  expect(asked).toEqual(["a"]);
  dispatchEvent(new Event("pagehide"));
  expect(asked).toEqual(["a", "abc"]);
});

test("what is said leaves the field at once, and the draft when it is acknowledged", async () => {
  const { promise, resolve } = Promise.withResolvers<unknown>();
  answer = () => promise;
  const { draftOf } = await newPage();
  const draft = draftOf(deal, "note");
  draft.type("as typed");
  draft.say("Note", [note]);
  expect(draft.text.value).toBe("");
  await vi.waitFor(async () => expect(await stored()).toEqual({ [entry]: "as typed" }));
  resolve({ ok: true, value: { recorded: [note.id] } });
  await vi.waitFor(async () => expect(await stored()).toEqual({}));
});

test("what an earlier page was saying is not shown twice; when that is lost, it is shown", async () => {
  answer = () => new Promise(() => {});
  const first = await newPage();
  first.draftOf(deal, "note").type("as typed");
  first.draftOf(deal, "note").say("Note", [note]);
  await vi.waitFor(async () => expect(await stored()).toEqual({ [entry]: "as typed" }));

  // The outbox has it: it is sent again, and the draft goes with it.
  answer = () => ({ ok: true, value: { recorded: [note.id] } });
  const second = await newPage();
  expect(second.draftOf(deal, "note").text.value).toBe("");
  const [outbox] = Object.keys(localStorage).filter((key) => key.includes("outbox"));
  const { resumeOutbox } = await import("./saying");
  resumeOutbox();
  await vi.waitFor(async () => expect(await stored()).toEqual({}));

  // The kill took the outbox, and the draft is all there is.
  await browser.storage.local.set({
    [entry]: { text: "as typed", at: Date.now(), by: "earlier", sent: outbox },
  });
  expect(Object.keys(localStorage).filter((key) => key.includes("outbox"))).toEqual([]);
  expect((await newPage()).draftOf(deal, "note").text.value).toBe("as typed");
});

test("what is left over of what was said stays, whatever dies before it is acknowledged", async () => {
  answer = () => new Promise(() => {});
  const first = await newPage();
  first.draftOf(deal, "note").type("as typed, and more");
  first.draftOf(deal, "note").say("Note", [note], "and more");
  expect(first.draftOf(deal, "note").text.value).toBe("and more");
  await vi.waitFor(async () => expect(await stored()).toEqual({ [entry]: "as typed, and more" }));
  answer = () => ({ ok: true, value: { recorded: [note.id] } });
  const second = await newPage();
  expect(second.draftOf(deal, "note").text.value).toBe("and more");
  const { resumeOutbox } = await import("./saying");
  resumeOutbox();
  await vi.waitFor(async () => expect(await stored()).toEqual({ [entry]: "and more" }));
});

test("two windows show the same text, and none takes away what is being typed", async () => {
  const one = await newPage();
  const other = await newPage();
  one.draftOf(deal, "note").type("from one");
  const shown = () => other.draftOf(deal, "note").text.value;
  await vi.waitFor(() => expect(shown()).toBe("from one"));
  other.draftOf(deal, "note").type("from one and other");
  await vi.waitFor(() => expect(one.draftOf(deal, "note").text.value).toBe("from one and other"));
  one.draftOf(deal, "note").say("Note", [note]);
  await vi.waitFor(() => expect(shown()).toBe(""));
});

test("words typed before the earlier ones were found stand behind them", async () => {
  await browser.storage.local.set({
    [entry]: { text: "earlier", at: Date.now(), by: "earlier" },
  });
  vi.resetModules();
  const { draftOf, followDrafts } = await import("./drafts");
  draftOf(deal, "note").type("new");
  await followDrafts();
  expect(draftOf(deal, "note").text.value).toBe("earlier new");
});

test("old ones go, and of too many those typed last stay", async () => {
  const draft = (age: number) => ({
    text: `${age} days`,
    at: Date.now() - age * DAY,
    by: "earlier",
  });
  await browser.storage.local.set({ [`draft:${deal}|old`]: draft(31), [entry]: draft(29) });
  await newPage();
  await vi.waitFor(async () => expect(await stored()).toEqual({ [entry]: "29 days" }));
  const many = Array.from({ length: 205 }, (_, n) => [`draft:${deal}|${n}`, draft(n / 10)]);
  await browser.storage.local.set(Object.fromEntries(many));
  await newPage();
  await vi.waitFor(async () => expect(Object.keys(await stored())).toHaveLength(200));
  expect(await stored()).not.toHaveProperty(entry);
});

test("what another program put there is not taken for a draft", async () => {
  await browser.storage.local.set({ [entry]: "text", "draft:x": { text: 5 }, locale: "en" });
  expect((await newPage()).draftOf(deal, "note").text.value).toBe("");
});
