// @vitest-environment jsdom
import { effect } from "@preact/signals";
import { beforeEach, expect, test, vi } from "vitest";
import { key, link, record } from "@/lib/domain/testing";
import { rememberSeen, type PowermapDatabase } from "@/lib/store";
import { announceWrite } from "@/lib/store/live";
import { shown } from "./shown";
import { shownInstead } from "./tab";
import { besideTab, deal, showInTab as show, url } from "./testing";

const unknown = key("opportunity", "unknown");
const other = key("opportunity", "other");
const li = key("contact", "li");
let database: PowermapDatabase;

const kinds = () => {
  const seen: unknown[] = [];
  const stop = effect(() => {
    const view = shown.value;
    seen.push(view.kind === "loading" ? { waited: view.waited ?? false } : view.kind);
  });
  return { seen, stop };
};
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

beforeEach(async () => {
  database = await besideTab({
    records: [record(deal, "", { url }), record(other, "Other", { url }), record(li, "Li Wei")],
    links: [link(deal, li)],
  });
  await vi.waitFor(() => expect(shown.value.kind).toBe("opportunity"));
});

test("a record without a name is shown with its people", () => {
  const view = shown.value;
  expect(view.kind === "opportunity" && view.data.people.map(({ name }) => name)).toEqual([
    "Li Wei",
  ]);
});

test("a page that shows nothing of a record that is known keeps what is known, else it is nowhere", async () => {
  await show(deal, "unread", { gone: true });
  await pause(50);
  expect(shown.value.kind).toBe("opportunity");
  await show(unknown, "unread", { gone: true });
  await vi.waitFor(() => expect(shown.value.kind).toBe("elsewhere"));
  // A party of which it is not even known what it is.
  await show(deal, "read");
  await vi.waitFor(() => expect(shown.value.kind).toBe("opportunity"));
  await show(null, "unread", { gone: true });
  await vi.waitFor(() => expect(shown.value.kind).toBe("elsewhere"));
});

test("a switch to what is not known yet waits once, and then for good until something is read", async () => {
  const { seen, stop } = kinds();
  await show(unknown, "reading");
  await pause(400);
  stop();
  expect(seen).toEqual(["opportunity", { waited: true }]);
});

test("a switch that comes in steps is not waited for longer", async () => {
  const started = performance.now();
  let waited = Infinity;
  const stop = effect(() => {
    if (shown.value.kind === "loading") waited = performance.now() - started;
  });
  for (let n = 0; n < 8; n += 1) {
    await show(unknown, "reading");
    await pause(40);
  }
  stop();
  expect(waited).toBeGreaterThan(90);
  expect(waited).toBeLessThan(250);
});

test("what was read and is erased since does not load for ever, whatever is written meanwhile", async () => {
  const { seen, stop } = kinds();
  await show(unknown, "read");
  await vi.waitFor(() => expect(shown.value.kind).toBe("elsewhere"), 4_000);
  await rememberSeen(database, { records: [record(key("contact", "w"), "W")], links: [] });
  await pause(300);
  expect(seen).toEqual(["opportunity", { waited: true }, "elsewhere"]);
  stop();
});

test("on the way from a page without a record to a known one nobody is told that it was erased", async () => {
  await show(null, "elsewhere");
  await vi.waitFor(() => expect(shown.value.kind).toBe("elsewhere"));
  const of = new Set<unknown>();
  const stop = effect(() => {
    const view = shown.value;
    of.add(view.kind === "elsewhere" ? view.of : view.kind);
  });
  await show(other, "read");
  await vi.waitFor(() => expect(of).toContain("opportunity"));
  await show(null, "unread");
  await vi.waitFor(() => expect(of).toContain("unread"));
  stop();
  expect([...of]).toEqual([undefined, "opportunity", "unread"]);
});

test("back from a page that still loads, what is erased is not waited for again; nor does it shorten another wait", async () => {
  const another = key("opportunity", "another");
  await show(unknown, "read");
  await vi.waitFor(() => expect(shown.value.kind).toBe("elsewhere"), 4_000);
  const started = performance.now();
  await show(another, "reading");
  await vi.waitFor(() => expect(shown.value.kind).toBe("loading"));
  expect(performance.now() - started).toBeGreaterThan(90);
  await show(unknown, "read");
  await vi.waitFor(() => expect(shown.value.kind).toBe("elsewhere"), 1_000);
});

test("what is erased while another page is in front is not drawn again", async () => {
  await show(null, "elsewhere");
  await vi.waitFor(() => expect(shown.value.kind).toBe("elsewhere"));
  await database.records.clear();
  announceWrite();
  await pause(100);
  const { seen, stop } = kinds();
  await show(deal, "read");
  await vi.waitFor(() => expect(seen.length).toBeGreaterThan(1));
  await vi.waitFor(() => expect(shown.value.kind).toBe("elsewhere"), 1_500);
  stop();
  expect(seen).not.toContain("opportunity");
});

test("somebody who was asked for and is erased gives way to what the page is about", async () => {
  shownInstead.value = { tabId: 7, url, key: key("contact", "erased") };
  await vi.waitFor(() => expect(shown.value.kind).toBe("loading"));
  await vi.waitFor(() => expect(shown.value.kind).toBe("opportunity"), 4_000);
  expect(shownInstead.value).toBeNull();
});
