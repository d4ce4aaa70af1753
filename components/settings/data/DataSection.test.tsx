// @vitest-environment jsdom
import "@/lib/store/testing";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { axeFinds, fakePermissions } from "@/components/testing";
import { dataHandlers } from "@/lib/background/data";
import { answering, withDatabase } from "@/lib/background/database";
import { claim, fields, key, NOON, record } from "@/lib/domain/testing";
import type { Crm, RecordKey } from "@/lib/domain";
import { door, type Handlers } from "@/lib/messages";
import { readDrafts, settings, writeDraft } from "@/lib/store/reading";
import { mergeRows } from "@/lib/store/import";
import { announceWrite } from "@/lib/store/live";
import { sampleDeal } from "@/lib/sample";
import { lastBackup } from "@/lib/store/backup";
import { noRows, writeDataFile, type Rows } from "@/lib/exchange";
import { followLocale, followPolicy, followSettings, followSettingsTexts } from "@/lib/view";
import { cancelImport, eraseData } from "@/lib/view/data";
import { DataSection } from "./DataSection";

const crms: Crm[] = [
  {
    id: "salesforce",
    names: { en: "Salesforce", "zh-CN": "Salesforce" },
    permissions: [],
    selfHosted: false,
  },
];

const li = key("contact", "li");
const deal = key("opportunity", "deal");
const rows: Rows = {
  records: [
    record(li, "Li Wei", { fields: fields({ title: "CTO" }) }),
    record(deal, "ERP", { fields: fields({ status: "won", closeDate: "2026-11-01" }) }),
  ],
  links: [],
  claims: [claim(1, li, { aspect: "stance", value: 2 }, { scope: deal })],
  changes: [],
};

/** What the page sends reaches the real background's handlers, and the real database. */
const admit = door(
  {
    ...dataHandlers(() => null),
    "store.check": () => answering(async () => null),
  } as unknown as Handlers,
  { id: "me", origin: "chrome-extension://me" },
);
const sent: string[] = [];

beforeEach(async () => {
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  fakePermissions();
  vi.spyOn(browser.runtime, "getManifest").mockReturnValue({
    version: "1.2.3",
    manifest_version: 3,
  } as never);
  // What jsdom lacks: locks, which the background's half takes, and dialogs.
  Object.defineProperty(navigator, "locks", {
    value: { request: async (_: string, work: () => unknown) => work() },
    configurable: true,
  });
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
    this.dispatchEvent(new Event("close"));
  };
  sent.length = 0;
  vi.spyOn(browser.runtime, "sendMessage").mockImplementation((async (message: {
    powermap: string;
  }) => {
    sent.push(message.powermap);
    return admit(message, { id: "me", url: "chrome-extension://me/options.html" });
  }) as never);
  await withDatabase((database) => mergeRows(database, rows));
  await Promise.all([
    followLocale(document),
    followSettingsTexts(),
    followSettings(),
    followPolicy(),
  ]);
  render(<DataSection crms={crms} />);
  await screen.findByText("1 statement");
});
afterEach(async () => {
  cancelImport();
  cleanup();
  await admit(
    { powermap: "data.erase", data: { of: { kind: "all" } } },
    { id: "me", url: "chrome-extension://me/options.html" },
  );
  await browser.storage.managed.clear();
  await Promise.all([settings.retentionMonths.removeValue(), lastBackup.removeValue()]);
});

const button = (name: string | RegExp) => screen.getByRole("button", { name });
const dialog = async () => screen.findByRole("dialog");
async function choose(name: string, text: string) {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  fireEvent.change(input, { target: { files: [new File([text], name)] } });
}
async function fileOf(more: Partial<Rows> = {}, choices: object = {}): Promise<string> {
  let text = "";
  const file = {
    madeAt: NOON,
    madeBy: "1",
    settings: { ...choices },
    rows: { ...rows, ...more },
  };
  for await (const piece of writeDataFile(file)) text += piece;
  return text;
}

describe("the data section", () => {
  test("says how much there is, how old the backup is, and passes axe", async () => {
    expect(screen.getByText("2 records")).toBeTruthy();
    expect(screen.getByText("There is no backup yet.")).toBeTruthy();
    document.title = "Powermap";
    expect(await axeFinds()).toEqual([]);
    await lastBackup.setValue({ at: Date.now() - 3 * 86_400_000, mark: "other" });
    expect(await screen.findByText("Last backup: 3 days ago")).toBeTruthy();
  });

  test("reminds of a backup of the user's own words, not of the sample's", async () => {
    const due = () => document.querySelector<HTMLElement>(".data-overview")!.dataset.due;
    const say = (from: number, scope: RecordKey) =>
      withDatabase(async (database) => {
        const claims = Array.from({ length: 12 }, (_, n) =>
          claim(from + n, scope, { aspect: "note", text: "a word" }, { scope }),
        );
        await mergeRows(database, { ...noRows(), claims });
        announceWrite();
      });
    await say(100, sampleDeal("planning"));
    await screen.findByText("13 statements");
    expect(due()).toBe("false");
    await say(200, key("opportunity", "deal"));
    await screen.findByText("25 statements");
    await waitFor(() => expect(due()).toBe("true"));
  });

  test("says when what goes, by the time that the user chose", async () => {
    expect(screen.getByText(/Next: on Nov 1, 2028, 1 statement of “ERP”/u)).toBeTruthy();
    fireEvent.change(screen.getByLabelText("Keep statements about people"), {
      target: { value: "0" },
    });
    await screen.findByText("Nothing goes by itself.");
    expect(await settings.retentionMonths.getValue()).toBe(0);
  });

  test("says what it does not know of the end, and names the file’s button once", () => {
    expect(screen.getByText(/have not visited since it ended counts as open/u)).toBeTruthy();
    // Whatever is hidden has no name.
    expect(document.querySelector<HTMLInputElement>('input[type="file"]')!.hidden).toBe(true);
  });

  test("offers no export where an administrator forbids it", async () => {
    await browser.storage.managed.set({ exportDisabled: true, retentionMonths: 6 });
    await followPolicy();
    await screen.findByText("Your organisation does not allow data to be exported.");
    expect(screen.queryByRole("button", { name: "Back up everything" })).toBeNull();
    expect(screen.queryByRole("button", { name: "Excel (.xlsx)" })).toBeNull();
    const select = screen.getByLabelText("Keep statements about people") as HTMLSelectElement;
    expect([select.disabled, select.value]).toEqual([true, "6"]);
    await browser.storage.managed.clear();
    await followPolicy();
  });
});

describe("importing", () => {
  test("shows first what a file brings, and writes only when asked to", async () => {
    const wang = record(key("contact", "wang"), "Wang Fang");
    const note = claim(2, wang.key, { aspect: "note", text: "new" });
    await choose(
      "other.json",
      await fileOf({ records: [...rows.records, wang], claims: [...rows.claims, note] }),
    );
    const preview = await screen.findByRole("region", { name: "What other.json brings" });
    expect(within(preview).getByText(/Wang Fang/u)).toBeTruthy();
    const numbers = [...preview.querySelectorAll("tbody tr")].map((row) => row.textContent);
    expect(numbers).toEqual(["statements101", "records102"]);
    expect(sent.filter((name) => name.startsWith("data."))).toEqual([]);
    expect(await axeFinds()).toEqual([]);
    fireEvent.click(within(preview).getByRole("button", { name: "Bring it in" }));
    await screen.findByText(/Brought in: 1 statement, 1 record/u);
    await screen.findByText("2 statements");
    expect(screen.getByText("1 statement · 2 records"), "the snapshot").toBeTruthy();
  });

  test("leaves out what is in conflict, and says of whom", async () => {
    const other = { ...rows.claims[0]!, sure: "guess" } as Rows["claims"][number];
    await choose("b.json", await fileOf({ claims: [other, claim(5, li, { aspect: "left" })] }));
    await screen.findByText(/1 statement will be left out.*Li Wei/u);
    fireEvent.click(button("Bring it in"));
    await screen.findByText(/Left out: 1 statement/u);
  });

  test("of what is here already has nothing to do", async () => {
    await choose("same.json", await fileOf());
    await screen.findByText("Nothing in this file is new here.");
    expect(screen.queryByRole("button", { name: "Bring it in" })).toBeNull();
    // Nor does the preview outlive what it was reckoned against.
    await eraseData({ kind: "all" });
    expect(screen.queryByText("Nothing in this file is new here.")).toBeNull();
  });

  test("of which only the settings are new brings in these, and takes them back", async () => {
    await settings.theme.setValue("light");
    await choose("same.json", await fileOf({}, { theme: "dark" }));
    await screen.findByText("Nothing in this file is new here.");
    fireEvent.click(screen.getByRole("checkbox", { name: "Take over its settings too" }));
    fireEvent.click(button("Take over its settings"));
    await screen.findByText(/The settings of the file are in force/u);
    expect(await settings.theme.getValue()).toBe("dark");
    // Nothing was brought in: no older snapshot makes room for one of this.
    expect(sent.filter((name) => name.startsWith("data."))).toEqual([]);
    expect(screen.queryByText(/Brought in/u)).toBeNull();
    fireEvent.click(button("Back to the settings before"));
    await screen.findByText(/The settings are as they were/u);
    expect(await settings.theme.getValue()).toBe("light");
  });

  test("of people who are nowhere, and of a day to come, is told so", async () => {
    const ghost = { ...claim(7, key("contact", "ghost"), { aspect: "left" }) };
    const early = { ...claim(8, li, { aspect: "left" }), at: Date.now() + 9e9 };
    await choose("odd.json", await fileOf({ claims: [ghost, early] }));
    await screen.findByText(/1 statement about people who are neither here nor in the file/u);
    await screen.findByText(/1 statement dated in the future/u);
  });

  test("whoever is known by the user's word alone is no stranger", async () => {
    const added = key("contact", "added");
    const known = claim(7, added, { aspect: "known", name: "Sun Lei" });
    const said = claim(8, added, { aspect: "stance", value: 1 });
    await choose("added.json", await fileOf({ claims: [known, said] }));
    await screen.findByRole("button", { name: "Bring it in" });
    expect(screen.queryByText(/neither here nor in the file/u)).toBeNull();
  });

  test("refuses a spoilt file, says where, and sends nothing", async () => {
    await choose("bad.json", (await fileOf()).replace('"value":2', '"value":"2"'));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("bad.json was not brought in. Nothing has changed.");
    expect(alert.textContent).toContain("Place: statements, number 1 of them.");
    expect(sent.filter((name) => name.startsWith("data."))).toEqual([]);
  });

  test("says what the background refused, and leaves no part behind", async () => {
    await choose("a.json", await fileOf({ claims: [claim(9, li, { aspect: "left" })] }));
    await screen.findByRole("button", { name: "Bring it in" });
    vi.mocked(browser.runtime.sendMessage).mockImplementation((async ({
      powermap,
    }: {
      powermap: string;
    }) => {
      sent.push(powermap);
      return { ok: false, failure: "storage-full", detail: "" };
    }) as never);
    fireEvent.click(button("Bring it in"));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("The disk is full");
    expect(sent.filter((name) => name.startsWith("data."))).toEqual(["data.stage", "data.discard"]);
  });
});

describe("erasing", () => {
  test("a person: asked with what goes, and not done when the answer is no", async () => {
    expect(screen.queryByRole("button", { name: "Erase Li Wei…" }), "nobody is listed").toBeNull();
    fireEvent.input(screen.getByLabelText("Name"), { target: { value: "li" } });
    fireEvent.click(await screen.findByRole("button", { name: "Erase Li Wei…" }));
    const asked = await dialog();
    expect(asked.textContent).toContain("This goes: 1 statement, 1 record.");
    fireEvent.click(within(asked).getByRole("button", { name: "Erase for good" }));
    await screen.findByText("Erased: Li Wei.");
    const { claims, records } = await withDatabase(async ({ claims, records }) => ({
      claims: await claims.toArray(),
      records: await records.toArray(),
    }));
    expect(claims).toEqual([]);
    expect(records.map(({ name }) => name)).toEqual(["ERP"]);
  });

  test("a person: what names them in words about others goes too, but for what is unchecked", async () => {
    const chen = record(key("contact", "chen"), "Chen Hao");
    const told = [
      claim(11, chen.key, { aspect: "note", text: "listens to Li Wei" }, { scope: deal }),
      claim(12, chen.key, { aspect: "win", text: "the chair of Li Wei" }, { scope: deal }),
    ];
    await withDatabase((database) =>
      mergeRows(database, { ...noRows(), records: [chen], claims: told }),
    );
    await screen.findByText("3 statements");
    const drafts: Record<string, string> = {
      [`${deal}|capture`]: "li wei is dm",
      [`${deal}|note ${li}`]: "of them",
      [`${deal}|capture-choices`]: JSON.stringify({ "a proposal": { about: li } }),
      [`${deal}|note ${chen.key}`]: "of somebody else",
    };
    for (const [at, text] of Object.entries(drafts)) {
      await writeDraft(at, { text, at: NOON, by: "another page" });
    }
    fireEvent.input(screen.getByLabelText("Name"), { target: { value: "li w" } });
    fireEvent.click(await screen.findByRole("button", { name: "Erase Li Wei…" }));
    const asked = await dialog();
    const group = within(asked).getByRole("group", { name: /^2 statements about others name/u });
    expect(asked.textContent).toContain("This goes: 3 statements, 1 record.");
    document.title = "Powermap";
    expect(await axeFinds()).toEqual([]);
    fireEvent.click(within(group).getByLabelText("Chen Hao: “the chair of Li Wei”"));
    expect(asked.textContent).toContain("This goes: 2 statements, 1 record.");
    fireEvent.click(within(asked).getByRole("button", { name: "Erase for good" }));
    await screen.findByText("Erased: Li Wei.");
    const left = await withDatabase(({ claims }) => claims.toArray());
    expect(left.map(({ id }) => id)).toEqual([told[1]!.id]);
    expect([...(await readDrafts()).keys()]).toEqual([`${deal}|note ${chen.key}`]);
    await writeDraft(`${deal}|note ${chen.key}`, null);
  });

  test("everything: a backup is offered first", async () => {
    fireEvent.click(button("Erase everything…"));
    const asked = await dialog();
    expect(within(asked).getByRole("button", { name: "Back up first" })).toBeTruthy();
    expect(asked.textContent).toContain("It cannot be undone.");
    fireEvent.click(within(asked).getByRole("button", { name: "Erase for good" }));
    await screen.findByText("Everything is erased.");
    await screen.findByText("Nothing is stored yet.");
  });

  test("what could not be erased is said where it was asked", async () => {
    fireEvent.click(button("Erase Salesforce · acme…"));
    const asked = await dialog();
    vi.mocked(browser.runtime.sendMessage).mockResolvedValue({
      ok: false,
      failure: "storage-broken",
      detail: "",
    } as never);
    fireEvent.click(within(asked).getByRole("button", { name: "Erase for good" }));
    await within(asked).findByText("Powermap’s storage cannot be opened.");
  });
});

test("what is told for a bug report names nobody", async () => {
  const details = screen.getByText("Show what it says").closest("details")!;
  details.open = true;
  fireEvent(details, new Event("toggle"));
  const told = () => details.querySelector("pre")?.textContent ?? "";
  await waitFor(() => expect(told()).toContain("Rows: records 2, links 0, claims 1"));
  expect(told()).not.toMatch(/Li Wei|ERP|acme/u);
});
