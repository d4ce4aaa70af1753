// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import type { Claim } from "@/lib/domain";
import type { Answer } from "@/lib/messages";

const alice = "salesforce:acme:contact:alice" as const;
const deal = "salesforce:acme:opportunity:deal" as const;
const grounds = { how: "interview", sure: "certain" } as const;

/** The background: acknowledges what it is sent, unless told otherwise. */
const answer = vi.fn<(claims: Claim[]) => Promise<Answer<unknown>> | Answer<unknown>>();
const recorded = (claims: Claim[]) =>
  ({ ok: true, value: { recorded: claims.map(({ id }) => id) } }) as const;
const refused = (failure: "storage-full" | "storage-newer" | "malformed" | "foreign" | "unknown") =>
  ({ ok: false, failure, detail: "" }) as const;
const never = () => new Promise<Answer<unknown>>(() => undefined);

beforeEach(() => {
  localStorage.clear();
  vi.useRealTimers();
  answer.mockReset().mockImplementation(recorded);
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation((async (message: {
    data: { claims: Claim[] };
  }) => answer(message.data.claims)) as never);
});

/** A panel of its own, as another window has one. */
async function openPanel() {
  vi.resetModules();
  return { ...(await import("./saying")), ...(await import("./history")) };
}
type Panel = Awaited<ReturnType<typeof openPanel>>;
/** As the browser tells the other windows. */
const tellOthers = () => dispatchEvent(new StorageEvent("storage", { key: "powermap.history" }));
const labelOf = (panel: Panel) => panel.lastSaid.value?.label ?? null;

const note = (panel: Panel, text: string) =>
  panel.stated(alice, deal, { aspect: "note", text }, grounds);
const kept = () => Object.keys(localStorage).filter((key) => key.includes("outbox")).length;

test("what is said is kept until it is acknowledged, and not longer", async () => {
  const panel = await openPanel();
  let acknowledge = () => undefined as void;
  answer.mockImplementation(
    (claims) => new Promise((resolve) => (acknowledge = () => resolve(recorded(claims)))),
  );
  const saying = panel.say("A note", [note(panel, "one")]);
  await vi.waitFor(() => expect(answer).toHaveBeenCalledOnce());
  expect(panel.unsaved.value).toMatchObject([{ label: "A note", failure: null }]);
  expect(panel.lastSaid.value).toBeNull();
  expect(kept()).toBe(1);
  acknowledge();
  await saying;
  expect(panel.unsaved.value).toEqual([]);
  expect(panel.lastSaid.value).toMatchObject({ label: "A note", kind: "said" });
  expect(kept()).toBe(0);
});

test("undo takes back what is still on its way, not what was said before it", async () => {
  const panel = await openPanel();
  const [one, two] = [note(panel, "one"), note(panel, "two")];
  await panel.say("First", [one]);
  let acknowledge = () => undefined as void;
  answer.mockImplementationOnce(
    (claims) => new Promise((resolve) => (acknowledge = () => resolve(recorded(claims)))),
  );
  void panel.say("Second", [two]);
  const undoing = panel.undo();
  await vi.waitFor(() => expect(answer).toHaveBeenCalledTimes(2));
  acknowledge();
  await undoing;
  expect(answer.mock.lastCall?.[0]).toMatchObject([{ withdraws: two.id }]);
  expect(panel.history.value.done).toEqual(["First"]);
});

test("what was done can be undone after the panel was closed, in any window, and once", async () => {
  const first = await openPanel();
  const one = note(first, "one");
  await first.say("First", [one]);
  await first.say("Second", [note(first, "two")]);
  const later = await openPanel();
  expect(later.history.value.done).toEqual(["Second", "First"]);
  expect(JSON.stringify({ ...localStorage }), "no word of what was said").not.toContain("two");
  await later.undo();
  await later.undo();
  expect(answer.mock.lastCall?.[0]).toMatchObject([{ withdraws: one.id, about: alice }]);
  // As the browser tells the other window.
  window.dispatchEvent(new StorageEvent("storage", { key: "powermap.history" }));
  expect(first.history.value).toEqual({ done: [], undone: ["Second", "First"] });
});

test("what is no more is not undone", async () => {
  const panel = await openPanel();
  await panel.say("First", [note(panel, "one")]);
  panel.forgetHistory((key) => key === alice);
  const sent = answer.mock.calls.length;
  await panel.undo();
  expect(answer).toHaveBeenCalledTimes(sent);
  expect(kept()).toBe(0);
});

test("a failure is told, and over when a later try succeeds", async () => {
  const panel = await openPanel();
  answer.mockImplementationOnce(() => refused("storage-full"));
  const saying = panel.say("A note", [note(panel, "one")]);
  await vi.waitFor(() => expect(panel.savingFailure.value).toBe("storage-full"));
  expect(panel.lastSaid.value).toBeNull();
  await saying;
  expect(panel.savingFailure.value).toBeNull();
  expect(answer.mock.calls[0]).toEqual(answer.mock.calls[1]); // the same id, so that twice is once
});

test("a closed panel's words are sent by the next one, each act as it was said", async () => {
  const closed = await openPanel();
  answer.mockImplementation(never);
  const first = [note(closed, "one"), note(closed, "two")];
  const second = [note(closed, "three")];
  void closed.say("Two notes", first);
  void closed.say("A note", second);
  expect(kept()).toBe(2);

  answer.mockReset().mockImplementation(recorded);
  const next = await openPanel();
  next.resumeOutbox();
  expect(next.unsaved.value.map(({ label }) => label)).toEqual(["Two notes", "A note"]);
  await vi.waitFor(() => expect(next.unsaved.value).toEqual([]));
  expect(answer.mock.calls).toEqual([[first], [second]]);
  expect(kept()).toBe(0);
});

test("what an earlier panel could not send can be undone when it is said, before what was said earlier", async () => {
  const panel = await openPanel();
  await panel.say("Older", [note(panel, "older")]);
  answer.mockImplementation(never);
  void panel.say("A note", [note(panel, "one")]);
  answer.mockImplementation(recorded);
  const next = await openPanel();
  next.resumeOutbox();
  await next.undo();
  expect(next.lastSaid.value).toMatchObject({ kind: "undone", label: "A note" });
});

test("the panels of two windows do not overwrite each other's words", async () => {
  const [one, other] = [await openPanel(), await openPanel()];
  answer.mockImplementation(never);
  void one.say("From one", [note(one, "one")]);
  answer.mockImplementation(recorded);
  await other.say("From the other", [note(other, "two")]);
  const next = await openPanel();
  next.resumeOutbox();
  expect(next.unsaved.value.map(({ label }) => label)).toEqual(["From one"]);
});

test("what waits for an update is not sent again and again, but kept", async () => {
  const panel = await openPanel();
  answer.mockImplementation(() => refused("storage-newer"));
  await panel.say("A note", [note(panel, "one")]);
  expect(answer).toHaveBeenCalledOnce();
  expect(panel.savingFailure.value).toBe("storage-newer");
  expect(panel.lastSaid.value).toBeNull();
  expect(kept()).toBe(1);
});

test.for(["malformed", "foreign", "unknown"] as const)(
  "what is refused for good (%s) stays as such until it is discarded",
  async (failure) => {
    const panel = await openPanel();
    answer.mockImplementation((claims) =>
      JSON.stringify(claims).includes("two") ? refused(failure) : recorded(claims),
    );
    await panel.say("The second note", [note(panel, "two")]);
    await panel.say("The first note", [note(panel, "one")]);
    const [act] = panel.refused.value;
    expect(act).toMatchObject({ label: "The second note", failure });
    expect(panel.unsaved.value).toEqual([]);
    expect(panel.savingFailure.value).toBeNull();

    // It is tried again by a later panel, which may be of a later version.
    const next = await openPanel();
    next.resumeOutbox();
    await vi.waitFor(() => expect(next.refused.value).toHaveLength(1));
    expect(answer).toHaveBeenCalledTimes(3);
    next.discard(next.refused.value[0]!);
    expect(next.refused.value).toEqual([]);
    expect(kept()).toBe(0);

    answer.mockClear();
    const last = await openPanel();
    last.resumeOutbox();
    expect([...last.unsaved.value, ...last.refused.value]).toEqual([]);
    expect(answer).not.toHaveBeenCalled();
  },
);

test.for(["storage-full", "storage-newer"] as const)(
  "what can still be saved (%s) cannot be discarded",
  async (failure) => {
    const panel = await openPanel();
    answer.mockImplementation(() => refused(failure));
    void panel.say("A note", [note(panel, "one")]);
    await vi.waitFor(() => expect(panel.savingFailure.value).toBe(failure));
    expect(panel.refused.value).toEqual([]);
    panel.discard(panel.unsaved.value[0]!);
    expect(panel.unsaved.value).toHaveLength(1);
    expect(kept()).toBe(1);
    // Nor by what was known of it before.
    panel.discard({ ...panel.unsaved.value[0]!, failure: "malformed" });
    expect(kept()).toBe(1);
  },
);

test("what an older version kept under a name of its own is discarded with its place", async () => {
  localStorage.setItem("powermap.outbox.old", '{"label":"Old","claims":[{"id":"1","says":null}]}');
  localStorage.setItem("powermap.outbox.none", '{"label":"Nothing","claims":[]}');
  answer.mockImplementation(() => refused("malformed"));
  const panel = await openPanel();
  panel.resumeOutbox();
  await vi.waitFor(() =>
    expect(panel.refused.value.map(({ label }) => label)).toEqual(["Nothing", "Old"]),
  );
  for (const act of panel.refused.value) panel.discard(act);
  expect(panel.refused.value).toEqual([]);
  expect(kept()).toBe(0);
});

test("an outbox that somebody broke is no reason not to start", async () => {
  localStorage.setItem("powermap.outbox.a", "{");
  localStorage.setItem("powermap.outbox.b", '{"claims":1}');
  localStorage.setItem("powermap.outbox.c", "null");
  localStorage.setItem("powermap.outbox.d", '{"label":"","claims":[null]}');
  const panel = await openPanel();
  panel.resumeOutbox();
  expect([...panel.unsaved.value, ...panel.refused.value]).toEqual([]);
  expect(answer).not.toHaveBeenCalled();
});

test("what is undone or redone while another record is shown is told with the name of its own", async () => {
  const panel = await openPanel();
  const other = "salesforce:acme:opportunity:other";
  const names = new Map([
    [deal, "MES licence"],
    [other, "MES service"],
  ]);
  panel.nowShown({ keys: new Set([deal]), names });
  await panel.say("Alice: user", [note(panel, "one")]);
  expect(panel.history.value.done).toEqual(["Alice: user"]);
  panel.nowShown({ keys: new Set([other]), names: new Map() });
  expect(panel.history.value.done).toEqual(["Alice: user · MES licence"]);
  await panel.undo();
  expect(panel.lastSaid.value).toMatchObject({
    label: "Alice: user · MES licence",
    kind: "undone",
  });
  // Also in the next panel; back where it was said it needs no name.
  const next = await openPanel();
  next.nowShown({ keys: new Set([other]), names: new Map() });
  expect(next.history.value.undone).toEqual(["Alice: user · MES licence"]);
  await next.redo();
  expect(next.lastSaid.value).toMatchObject({ label: "Alice: user · MES licence", kind: "said" });
  next.nowShown({ keys: new Set([deal]), names });
  expect(next.history.value.done).toEqual(["Alice: user"]);
  await next.undo();
  expect(next.lastSaid.value).toMatchObject({ label: "Alice: user", kind: "undone" });
});

test("what was said of one record is told with its name as soon as another one is shown", async () => {
  const panel = await openPanel();
  const names = new Map([[deal, "MES licence"]]);
  const showDeal = () => panel.nowShown({ keys: new Set([deal]), names });
  const showOther = () =>
    panel.nowShown({ keys: new Set(["salesforce:acme:opportunity:other"]), names: new Map() });
  showDeal();
  await panel.say("Alice: user", [note(panel, "one")]);
  const said = panel.lastSaid.value;
  expect(said).toMatchObject({ label: "Alice: user", kind: "said" });
  // The same as long as it is called the same: its time goes on.
  showDeal();
  expect(panel.lastSaid.value).toBe(said);
  showOther();
  expect(panel.lastSaid.value).toMatchObject({ label: "Alice: user · MES licence", kind: "said" });

  // Also where it is acknowledged only then.
  showDeal();
  const { promise, resolve } = Promise.withResolvers<void>();
  answer.mockImplementation(async (claims) => promise.then(() => recorded(claims)));
  const saying = panel.say("Alice: buyer", [note(panel, "two")]);
  showOther();
  resolve();
  await saying;
  expect(panel.lastSaid.value).toMatchObject({ label: "Alice: buyer · MES licence", kind: "said" });
});

test("what was erased since is told no more, and what is being undone is told all the while", async () => {
  const [panel, settings] = [await openPanel(), await openPanel()];
  await panel.say("Alice: user", [note(panel, "one")]);
  const told: unknown[] = [];
  const stop = panel.lastSaid.subscribe((said) => told.push(said?.kind ?? null));
  await panel.undo();
  await panel.redo();
  stop();
  expect(told).toEqual(["said", "undone", "said"]);
  expect(panel.lastSaid.value).toMatchObject({ label: "Alice: user" });
  dispatchEvent(new StorageEvent("storage", { key: "powermap.history" }));
  settings.forgetHistory((key) => key === alice);
  dispatchEvent(new StorageEvent("storage", { key: "powermap.history" }));
  expect(panel.lastSaid.value).toBeNull();
});

test("the toast ends when its Undo would take back something newer: said in the page, or in another window", async () => {
  const [panel, other] = [await openPanel(), await openPanel()];
  await panel.say("Alice: user", [note(panel, "one")]);
  panel.adopt([note(panel, "in the page")], () => "Bob: decision maker");
  expect(labelOf(panel)).toBeNull();
  await panel.undo();
  expect(labelOf(panel)).toBe("Bob: decision maker");

  await panel.say("Alice: buyer", [note(panel, "two")]);
  tellOthers();
  await other.say("Carol: user", [note(other, "three")]);
  tellOthers();
  expect([labelOf(panel), labelOf(other)]).toEqual([null, "Carol: user"]);
  // Nor does it come back, much later, when that is undone.
  await other.undo();
  tellOthers();
  expect(labelOf(panel)).toBeNull();
});

test("the toast says one after the other, with nothing between them", async () => {
  const panel = await openPanel();
  const told: unknown[] = [];
  const stop = panel.lastSaid.subscribe((said) => told.push(said?.label ?? null));
  await panel.say("First", [note(panel, "one")]);
  await panel.say("Second", [note(panel, "two")]);
  stop();
  expect(told).toEqual([null, "First", "Second"]);
});

test("what is on its way in another window, or was undone there, is not taken for something said in the page", async () => {
  const [panel, other] = [await openPanel(), await openPanel()];
  const { promise, resolve } = Promise.withResolvers<void>();
  answer.mockImplementationOnce(async (claims) => promise.then(() => recorded(claims)));
  const two = [note(other, "one"), note(other, "two")];
  const saying = other.say("Two notes", two);
  await vi.waitFor(() => expect(answer).toHaveBeenCalledOnce());
  panel.adopt(two, () => "A name");
  expect(panel.history.value.done).toEqual([]);
  resolve();
  await saying;
  tellOthers();
  const three = note(other, "three");
  await other.say("Third", [three]);
  tellOthers();
  panel.adopt([...two, three], () => "A name");
  // It was undone there, and the log has not told so here yet.
  await other.undo();
  tellOthers();
  panel.adopt([...two, three], () => "A name");
  expect(panel.history.value).toEqual({ done: ["Two notes"], undone: ["Third"] });
});
