// @vitest-environment jsdom
import "@/lib/store/testing";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakePermissions } from "@/components/testing";
import { dataHandlers } from "@/lib/background/data";
import { answering, withDatabase } from "@/lib/background/database";
import { claim, claimId, key, record } from "@/lib/domain/testing";
import { noRows } from "@/lib/exchange";
import { door, type Handlers } from "@/lib/messages";
import { announceWrite } from "@/lib/store/live";
import { mergeRows } from "@/lib/store/import";
import { lastBackup } from "@/lib/store/backup";
import { followLocale, followPolicy, followSettings, followSettingsTexts } from "@/lib/view";
import { eraseData, stopBackups } from "@/lib/view/data";
import { DataSection } from "./DataSection";

/** A file as the user's dialog gives it; what is written replaces what was there when it is closed. */
const disk = { text: "", writes: 0 };
const handle = {
  name: "mine.json",
  queryPermission: async () => "granted",
  requestPermission: async () => "granted",
  async createWritable() {
    let text = "";
    return {
      write: async (piece: string) => void (text += piece),
      close: async () => {
        disk.text = text;
        disk.writes += 1;
      },
      abort: async () => undefined,
    };
  },
};
// It has methods, which no database takes.
vi.mock("@/lib/store/backup", async (original) => ({
  ...(await original<typeof import("@/lib/store/backup")>()),
  readBackupFile: async () => null,
  keepBackupFile: async () => undefined,
}));

const admit = door(
  {
    ...dataHandlers(() => null),
    "store.check": () => answering(async () => null),
  } as unknown as Handlers,
  { id: "me", origin: "chrome-extension://me" },
);
const li = key("contact", "li");
const deal = key("opportunity", "deal");
const say = (...numbers: number[]) =>
  withDatabase(async (database) => {
    const claims = numbers.map((n) =>
      claim(n, li, { aspect: "note", text: `word ${n}` }, { scope: deal }),
    );
    await mergeRows(database, {
      ...noRows(),
      records: [record(li, "Li Wei"), record(deal, "ERP")],
      claims,
    });
    announceWrite();
  });
/** How many claims the file has. */
const inFile = () => (disk.text.match(/"word \d+"/gu) ?? []).length;
/** What waits for minutes, and for how long (ms): the database's own short waits run as they are. */
const waiting = new Map<unknown, { run: () => void; ms: number }>();
const MINUTE = 60_000;
/** So much time goes by, and what was to happen has happened. */
async function wait(ms = 11 * MINUTE) {
  await soon();
  for (const [id, one] of waiting) {
    if (one.ms > ms) continue;
    waiting.delete(id);
    one.run();
  }
  await soon();
}
/** What was written has been heard of, and answered. */
function soon() {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, 200);
  return promise;
}

beforeAll(() => {
  const [begin, end] = [globalThis.setTimeout, globalThis.clearTimeout];
  vi.stubGlobal("setTimeout", (run: () => void, ms = 0, ...more: unknown[]) => {
    if (ms < 5_000) return begin(run, ms, ...more);
    const id = {};
    waiting.set(id, { run, ms });
    return id;
  });
  vi.stubGlobal("clearTimeout", (id: never) => waiting.delete(id) || end(id));
  Object.defineProperty(navigator, "locks", {
    value: { request: (...all: unknown[]) => (all.at(-1) as (lock: object) => unknown)({}) },
    configurable: true,
  });
  Object.assign(globalThis, { showSaveFilePicker: async () => handle });
});
beforeEach(async () => {
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  fakePermissions();
  vi.spyOn(browser.runtime, "getManifest").mockReturnValue({
    version: "1.2.3",
    manifest_version: 3,
  } as never);
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation((async (message: object) =>
    admit(message, { id: "me", url: "chrome-extension://me/options.html" })) as never);
  await Promise.all([
    followLocale(document),
    followSettingsTexts(),
    followSettings(),
    followPolicy(),
  ]);
  disk.text = "";
  await say(1, 2, 3);
  render(<DataSection crms={[]} />);
  await screen.findByText("3 statements");
  fireEvent.click(screen.getByRole("button", { name: "Pick a file…" }));
  await screen.findByText("mine.json is kept up to date.");
  await waitFor(() => expect(inFile()).toBe(3));
  disk.writes = 0;
});
afterEach(async () => {
  await eraseData({ kind: "all" });
  await stopBackups();
  cleanup();
  await lastBackup.removeValue();
});

test("a picked file is written after changes, ten minutes apart", async () => {
  await say(4);
  await screen.findByText("4 statements");
  await wait(MINUTE);
  expect(inFile()).toBe(3);
  await wait();
  await waitFor(() => expect(inFile()).toBe(4));
});

test("everything erased: the file keeps what it has, also when there is more again, until told", async () => {
  expect(await eraseData({ kind: "all" })).toBeNull();
  await screen.findByText(/mine\.json holds 3 statements; gone from here: 3;/u);
  await wait();
  await say(10, 11, 12, 13);
  await screen.findByText("4 statements");
  await wait();
  await wait();
  expect([inFile(), disk.writes]).toEqual([3, 0]);
  expect(screen.getByText(/here now: 4 statements\./u)).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Write it anyway" }));
  await screen.findByText("mine.json is kept up to date.");
  expect([inFile(), disk.text.includes("word 1")]).toEqual([4, true]);
  expect(disk.text).not.toContain('"word 1"');
  await say(14);
  await screen.findByText("5 statements");
  await wait();
  await waitFor(() => expect(inFile()).toBe(5));
});

test("emptied by the browser: the file keeps what it has", async () => {
  await withDatabase((database) => database.claims.clear());
  announceWrite();
  await say(10);
  await screen.findByText(/holds 3 statements; gone from here: 3;/u);
  await wait();
  expect(disk.writes).toBe(0);
});

test("one claim lost and one gained are not the same", async () => {
  await withDatabase((database) => database.claims.delete(claimId(2)));
  await say(10);
  await screen.findByText(/holds 3 statements; gone from here: 1;/u);
  await wait();
  expect(disk.writes).toBe(0);
});

test("a person erased of whom nothing was said: the file keeps them until told", async () => {
  const wang = record(key("contact", "wang"), "Wang Fang");
  await withDatabase((database) => mergeRows(database, { ...noRows(), records: [wang] }));
  announceWrite();
  await wait();
  await waitFor(() => expect(disk.text).toContain("Wang Fang"));
  disk.writes = 0;
  expect(await eraseData({ kind: "person", key: wang.key })).toBeNull();
  await screen.findByText(/mine\.json holds what you have erased here/u);
  await wait();
  expect(disk.writes).toBe(0);
  fireEvent.click(screen.getByRole("button", { name: "Write it anyway" }));
  await waitFor(() => expect(disk.text).not.toContain("Wang Fang"));
});

test("where an administrator has forbidden it since, nobody is asked where to save, and it is said", async () => {
  const pick = vi.spyOn(
    globalThis as unknown as { showSaveFilePicker(): object },
    "showSaveFilePicker",
  );
  const managed = vi.spyOn(browser.storage.managed, "get");
  for (const name of ["Back up everything", "Pick another file…", "Excel (.xlsx)"]) {
    managed.mockResolvedValue({ exportDisabled: true } as never);
    fireEvent.click(await screen.findByRole("button", { name }));
    await screen.findByText("Your organisation does not allow data to be exported.");
    expect(screen.queryByRole("button", { name })).toBeNull();
    managed.mockResolvedValue({} as never);
    await followPolicy();
  }
  expect(pick).not.toHaveBeenCalled();
  expect(screen.queryByText(/^Not saved/u)).toBeNull();
  expect(await screen.findByText("mine.json is kept up to date.")).toBeTruthy();
  managed.mockRestore();
  pick.mockRestore();
});
