// @vitest-environment jsdom
// oxlint-disable-next-line import/no-unassigned-import -- it stands in for the browser's IndexedDB
import "fake-indexeddb/auto";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { axeFinds, fakePermissions } from "@/components/testing";
import {
  keyOf,
  normalName,
  type CrmRecord,
  type RecordKind,
  type StatedClaim,
  type Statement,
} from "@/lib/domain";
import { sampleDeal } from "@/lib/sample";
import { appendClaims, openDatabase, rememberSeen, settings } from "@/lib/store";
import { announceWrite } from "@/lib/store/live";
import {
  calendarDate,
  connect,
  followList,
  followWholeList,
  followLocale,
  followSites,
  followTab,
  followTabs,
  openAccounts,
} from "@/lib/view";
import { Popup } from "./Popup";

const CRM = "https://acme.lightning.force.com";
const DAY = 86_400_000;
const day = (days: number) => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) + days * DAY)
    .toISOString()
    .slice(0, 10);
};

const database = await openDatabase();
let permissions: ReturnType<typeof fakePermissions>;
const opened = vi.fn<(options: { windowId: number }) => Promise<void>>();
const created = vi.fn<(options: { url: string }) => Promise<unknown>>();
const closed = vi.fn<() => void>();

function record<K extends RecordKind>(
  kind: K,
  name: string,
  more: Partial<CrmRecord<K>> = {},
): CrmRecord<K> {
  const at = Date.now();
  return {
    key: keyOf({ crm: "salesforce", org: "acme", kind, id: name }),
    kind,
    name,
    normalName: normalName(name),
    markers: [],
    url: `${CRM}/lightning/r/${kind}/${encodeURIComponent(name)}/view`,
    fields: {},
    firstSeen: at,
    lastSeen: at,
    ...more,
  };
}
const field = (value: string | number) => ({ value, hook: "test", at: Date.now() });

const huadong = record("account", "Huadong");
const hotels = record("account", "Café Royal");
const mes = record("opportunity", "MES licence", {
  account: huadong.key,
  fields: {
    stage: field("Proposal"),
    amount: field(1_200_000),
    currency: field("CNY"),
    closeDate: field(day(25)),
  },
});
const quality = record("opportunity", "Quality module", {
  account: huadong.key,
  fields: { amount: field(300_000), currency: field("CNY"), closeDate: field(day(-12)) },
});
const booking = record("opportunity", "Booking renewal", {
  account: hotels.key,
  fields: { amount: { ...field("1.200"), ambiguous: true }, closeDate: field(day(90)) },
});
const chen = record("contact", "Chen Hao", { account: huadong.key });
const everything = [huadong, hotels, mes, quality, booking, chen];

beforeEach(() => {
  permissions = fakePermissions();
  permissions.granted.add(`${CRM}/*`);
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  vi.spyOn(browser.windows, "getCurrent").mockResolvedValue({ id: 1 } as never);
  vi.spyOn(browser.sidePanel, "open").mockImplementation(opened.mockResolvedValue() as never);
  vi.spyOn(browser.tabs, "create").mockImplementation(created.mockResolvedValue({}) as never);
  vi.spyOn(window, "close").mockImplementation(closed);
  // Nothing is laid out in jsdom, so nothing can be scrolled; nor is it ever idle.
  Element.prototype.scrollIntoView = vi.fn<() => void>();
  vi.stubGlobal("requestIdleCallback", (run: () => void) => setTimeout(run, 0));
  vi.stubGlobal("cancelIdleCallback", clearTimeout);
});
afterEach(async () => {
  cleanup();
  await Promise.all([settings.locale.removeValue(), settings.list.removeValue()]);
  await Promise.all([database.records.clear(), database.links.clear(), database.claims.clear()]);
  announceWrite();
  await listed(0);
  vi.clearAllMocks();
});

/** The view has heard of what the test wrote: what is rendered then is not of the test before. */
const listed = (count: number) =>
  waitFor(() =>
    expect(
      openAccounts.value?.accounts.flatMap(({ opportunities }) => opportunities) ?? [],
    ).toHaveLength(count),
  );
const reads = async (url: string) => url.includes(".lightning.force.com");

async function show(records: readonly CrmRecord[], tabUrl?: string) {
  vi.spyOn(browser.tabs, "query").mockResolvedValue([
    { id: 7, windowId: 1, active: true, ...(tabUrl ? { url: tabUrl } : {}) },
  ] as never);
  await rememberSeen(database, { records: [...records], links: [] });
  await Promise.all([
    followLocale(document),
    followSites(),
    followTab(""),
    followTabs(),
    followList(),
    followWholeList(),
    connect(),
  ]);
  await listed(records.filter(({ kind }) => kind === "opportunity").length);
  document.title = "Powermap";
  render(<Popup reads={reads} />);
}
const box = () => screen.findByRole("combobox", { name: "Search accounts and opportunities" });
/** The list itself: the menu of orders has options too. */
const inList = () => within(screen.getByRole("listbox"));
const options = () =>
  screen.queryByRole("listbox") === null
    ? []
    : inList()
        .queryAllByRole("option")
        .map((option) => option.textContent ?? "");
const selected = () => inList().queryByRole("option", { selected: true })?.textContent ?? null;
const press = async (key: string) => fireEvent.keyDown(await box(), { key });

describe("the list", () => {
  test("shows each account with its opportunities, stage, amount and date, the nearest first", async () => {
    await show(everything);
    const group = await screen.findByRole("group", { name: "Huadong" });
    expect(within(group).getByText("CN¥1.5M").title).toBe("CN¥1,500,000");
    expect(within(group).getByText("2 opportunities")).toBeTruthy();
    // Not the one that is overdue.
    expect(within(group).getByText(`next closes ${calendarDate(day(25)).date}`)).toBeTruthy();
    expect(within(group).getByText("seen just now")).toBeTruthy();
    const [first, second] = within(group).getAllByRole("option");
    expect(first?.textContent).toMatch(/Quality module.*CN¥300,000.*overdue, 12 days ago/);
    expect(second?.textContent).toMatch(/MES licence.*CN¥1,200,000.*Proposal.*in 25 days/);
    const other = screen.getByRole("group", { name: "Café Royal" });
    // Ambiguous: the page's own words, marked as such.
    expect(other.textContent).toContain("“1.200”");
    expect(within(other).getByTitle("as the page writes it; its meaning is unclear")).toBeTruthy();
  });

  test("says of an account whose close dates have all passed that it is overdue, and for how long", async () => {
    const past = { ...mes, fields: { ...mes.fields, closeDate: field(day(-3)) } };
    await show([huadong, past, quality]);
    const group = await screen.findByRole("group", { name: "Huadong" });
    const facts = group.querySelector(".account-facts")!;
    expect(facts.textContent).toContain("overdue, 12 days ago");
    expect(facts.textContent).not.toContain("closes");
    await settings.locale.setValue("zh_CN");
    await waitFor(() => expect(facts.textContent).toContain("已逾期，12天前"));
    await followLocale(document);
  });

  test("keeps the longest names to a few lines: the whole is read out, and shown under the pointer", async () => {
    const [accountName, name] = ["A".repeat(300), "长".repeat(300)];
    const account = record("account", "long", { name: accountName });
    await show([account, record("opportunity", "deal", { name, account: account.key }), mes]);
    const long = await screen.findByRole("option", { name: new RegExp(name) });
    expect(within(long).getByTitle(name).className).toContain("clamped");
    const group = screen.getByRole("group", { name: accountName });
    expect(within(group).getByTitle(accountName).className).toContain("clamped");
    // A short one has nothing to show under the pointer.
    expect(screen.getByText("MES licence").title).toBe("");
    expect(await axeFinds()).toEqual([]);
  });

  test("says of each of the four roles who holds it, and follows what is claimed", async () => {
    await show(everything);
    const group = await screen.findByRole("group", { name: "Huadong" });
    await waitFor(() => expect(within(group).getAllByRole("img")).toHaveLength(8));
    const signs = within(group).getAllByRole("img");
    expect(signs[0]?.getAttribute("aria-label")).toBe("decision maker: nobody known");
    await appendClaims(database, [
      {
        id: "01938f00-0000-7000-8000-000000000001",
        at: Date.now(),
        by: "me",
        scope: quality.key,
        about: chen.key,
        says: { aspect: "role", role: "decision-maker", holds: true },
        how: "interview",
        sure: "certain",
      },
    ]);
    const held = await screen.findByRole("img", { name: "decision maker: Chen Hao" });
    expect(held.dataset.state).toBe("held");
  });

  test("leads to the panel's own page from one of the sample, which no CRM has", async () => {
    const { url: _, account: __, ...sample } = mes;
    await show([{ ...sample, key: sampleDeal("planning") }]);
    const option = await screen.findByRole("option", { name: /MES licence/ });
    expect(option.getAttribute("href")).toMatch(/\/sidepanel\.html\?record=/);
    expect(screen.getByText("Sample data")).toBeTruthy();
  });

  test("tells roles that begin alike by two letters", async () => {
    await settings.vocabulary.setValue({ skin: "meddicc", names: {}, places: {}, added: [] });
    await show([huadong, mes]);
    const signs = () => screen.getAllByRole("img").map(({ textContent }) => textContent);
    await waitFor(() => expect(signs()).toEqual(["E", "Ch", "Co", "T", "U"]));
    await settings.vocabulary.removeValue();
  });

  test("names the organisation only where there are several", async () => {
    const key = keyOf({ crm: "salesforce", org: "globex", kind: "opportunity", id: "1" });
    await show([...everything, record("opportunity", "Other org", { key })]);
    await waitFor(() => expect(screen.getByText("globex")).toBeTruthy());
    expect(screen.getByText("(account not named)")).toBeTruthy();
  });
});

describe("searching and opening", () => {
  test("the focus is in the search box, and nothing is chosen yet", async () => {
    await show(everything);
    const input = await box();
    await waitFor(() => expect(document.activeElement).toBe(input));
    expect(selected()).toBeNull();
    await press("Enter");
    expect(created).not.toHaveBeenCalled();
  });

  test("finds whatever the case and the accents; Enter opens the first with the panel", async () => {
    await show(everything);
    fireEvent.input(await box(), { target: { value: "CAFE" } });
    await waitFor(() => expect(options()).toHaveLength(1));
    expect(selected()).toContain("Booking renewal");
    const option = inList().getByRole("option");
    expect((await box()).getAttribute("aria-activedescendant")).toBe(option.id);
    await press("Enter");
    // In the turn of the key: browsers open the panel at no other time.
    expect(opened).toHaveBeenCalledExactlyOnceWith({ windowId: 1 });
    await waitFor(() => expect(created).toHaveBeenCalledExactlyOnceWith({ url: booking.url }));
    await waitFor(() => expect(closed).toHaveBeenCalled());
  });

  test("arrows go through all opportunities and around", async () => {
    await show(everything);
    await press("ArrowDown");
    expect(selected()).toContain("Quality module");
    await press("ArrowDown");
    await press("ArrowDown");
    expect(selected()).toContain("Booking renewal");
    await press("ArrowDown");
    expect(selected()).toContain("Quality module");
    await press("ArrowUp");
    expect(selected()).toContain("Booking renewal");
  });

  test("keys that an input method composes with are not ours", async () => {
    await show(everything);
    fireEvent.input(await box(), { target: { value: "mes" } });
    await waitFor(() => expect(selected()).toContain("MES licence"));
    fireEvent.keyDown(await box(), { key: "Enter", isComposing: true });
    expect(created).not.toHaveBeenCalled();
  });

  test("nothing found says what was typed; Escape clears, then closes", async () => {
    await show(everything);
    fireEvent.input(await box(), { target: { value: " <b>zzz " } });
    await screen.findByText("Nothing here is called “<b>zzz”.");
    expect((await box()).getAttribute("aria-expanded")).toBe("false");
    expect(await axeFinds()).toEqual([]);
    await press("Escape");
    await waitFor(() => expect(options()).toHaveLength(3));
    expect(closed).not.toHaveBeenCalled();
    await press("Escape");
    expect(closed).toHaveBeenCalledOnce();
  });

  test("a click opens; a click with Ctrl is left to the browser", async () => {
    await show(everything);
    const option = await screen.findByRole("option", { name: /MES licence/ });
    expect(option.getAttribute("href")).toBe(mes.url);
    // jsdom cannot navigate; that the default is kept is what counts.
    option.addEventListener("click", (event) => {
      expect(event.defaultPrevented).toBe(!event.ctrlKey);
      event.preventDefault();
    });
    fireEvent.click(option, { ctrlKey: true });
    expect(created).not.toHaveBeenCalled();
    fireEvent.click(option);
    await waitFor(() => expect(created).toHaveBeenCalledExactlyOnceWith({ url: mes.url }));
  });

  test("one whose page was never seen cannot be opened, and says so", async () => {
    const { url: _, ...unseen } = mes;
    await show([huadong, unseen]);
    await box();
    const option = inList().getByRole("option");
    expect(option.getAttribute("aria-disabled")).toBe("true");
    expect(option.title).toMatch(/open it once/);
    fireEvent.click(option);
    expect(created).not.toHaveBeenCalled();
  });
});

describe("arranging", () => {
  const decided = { ...chen, fields: { title: field("Technical Director") } };
  const named = { ...chen, key: decided.key };
  const says = (n: number, says: Statement): StatedClaim => ({
    id: `01938f00-0000-7000-8000-00000000000${n}`,
    at: Date.now() - 1_000,
    by: "me",
    scope: mes.key,
    about: named.key,
    says,
    how: "interview",
    sure: "certain",
  });
  const filter = (name: string) => screen.getByRole("button", { name });
  const order = () => options().map((option) => option.split(",")[0]);

  test("says the most urgent step in words, with whom it is about", async () => {
    await show(everything);
    await appendClaims(database, [
      says(1, { aspect: "role", role: "decision-maker", holds: true }),
    ]);
    const option = await screen.findByRole("option", {
      name: /MES licence.*Next step:\s*Meet Chen Hao/,
    });
    expect(within(option).getByText("Meet Chen Hao").className).toBe("next-step");
    expect(await axeFinds()).toEqual([]);
  });

  test("is narrowed to what is overdue or has no decision maker, and remembers it", async () => {
    await show(everything);
    fireEvent.click(await screen.findByRole("button", { name: "At risk" }));
    // Overdue, and closing in 25 days without a friend.
    await waitFor(() => expect(order()).toEqual(["Quality module", "MES licence"]));
    expect(filter("At risk").getAttribute("aria-pressed")).toBe("true");
    expect(screen.getByText("2 of 3 opportunities")).toBeTruthy();
    await waitFor(async () => expect((await settings.list.getValue()).only).toEqual(["at-risk"]));
    cleanup();
    await Promise.all([followList(), followWholeList()]);
    render(<Popup reads={reads} />);
    await waitFor(() => expect(order()).toEqual(["Quality module", "MES licence"]));
    fireEvent.click(filter("At risk"));
    fireEvent.click(filter("No decision maker"));
    await waitFor(() => expect(options()).toHaveLength(3));
    await appendClaims(database, [
      says(2, { aspect: "role", role: "decision-maker", holds: true }),
    ]);
    await waitFor(() => expect(order()).toEqual(["Quality module", "Booking renewal"]));
  });

  test("what fits no filter offers to show all; so does a search that only the filters hide", async () => {
    await show([hotels, booking]);
    fireEvent.click(await screen.findByRole("button", { name: "At risk" }));
    await screen.findByText("No open opportunity fits these filters.");
    expect(await axeFinds()).toEqual([]);
    fireEvent.input(await box(), { target: { value: "book" } });
    await screen.findByText("No open opportunity fits these filters.");
    fireEvent.click(screen.getByRole("button", { name: "Show all" }));
    await waitFor(() => expect(options()).toHaveLength(1));
    expect(document.activeElement).toBe(await box());
  });

  test("goes by what the user chooses, and remembers it", async () => {
    await show(everything);
    const sort = await screen.findByRole("combobox", { name: "Order" });
    fireEvent.change(sort, { target: { value: "amount" } });
    await waitFor(() =>
      expect(order()).toEqual(["MES licence", "Quality module", "Booking renewal"]),
    );
    fireEvent.change(sort, { target: { value: "name" } });
    await waitFor(() =>
      expect(order()).toEqual(["Booking renewal", "MES licence", "Quality module"]),
    );
    await waitFor(async () => expect((await settings.list.getValue()).sort).toBe("name"));
  });

  test("begins at the top, with nothing chosen, when it is arranged otherwise", async () => {
    await show(everything);
    const scrollTo = vi.fn<(to: ScrollToOptions) => void>();
    Object.assign(screen.getByRole("listbox").parentElement!, { scrollTo });
    await press("End");
    expect(selected()).not.toBeNull();
    fireEvent.change(screen.getByRole("combobox", { name: "Order" }), {
      target: { value: "name" },
    });
    await waitFor(() => expect(selected()).toBeNull());
    expect(scrollTo).toHaveBeenLastCalledWith({ top: 0 });
  });

  test("finds Chinese names by pinyin", async () => {
    const group = record("account", "华东制造集团");
    await show([group, record("opportunity", "全厂许可", { account: group.key }), mes]);
    fireEvent.input(await box(), { target: { value: "hdzz" } });
    await waitFor(() => expect(order()).toEqual(["全厂许可"]), { timeout: 5_000 });
    fireEvent.input(await box(), { target: { value: "quanchang" } });
    await waitFor(() => expect(order()).toEqual(["全厂许可"]));
  });
});

describe("keys", () => {
  test("what is typed goes to the search, wherever the focus is; so do the arrows", async () => {
    await show(everything);
    const input = await box();
    const button = screen.getByRole("button", { name: "Settings" });
    button.focus();
    fireEvent.keyDown(button, { key: "m" });
    expect(document.activeElement).toBe(input);
    button.focus();
    fireEvent.keyDown(button, { key: "ArrowDown" });
    expect(document.activeElement).toBe(input);
    await waitFor(() => expect(selected()).toContain("Quality module"));
    // Enter and the space bar are the button's.
    button.focus();
    fireEvent.keyDown(button, { key: "Enter" });
    fireEvent.keyDown(button, { key: " " });
    expect(created).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(button);
  });

  test("of a menu are its own", async () => {
    await show(everything);
    const sort = await screen.findByRole("combobox", { name: "Order" });
    sort.focus();
    for (const key of ["ArrowDown", "n"]) fireEvent.keyDown(sort, { key });
    expect(document.activeElement).toBe(sort);
    expect(selected()).toBeNull();
  });

  test("a page up or down stops at the ends", async () => {
    await show(everything);
    await press("PageDown");
    expect(selected()).toContain("Booking renewal");
    await press("PageDown");
    expect(selected()).toContain("Booking renewal");
    await press("PageUp");
    expect(selected()).toContain("Quality module");
  });

  test("Home and End go to the ends, or move the caret in what is typed", async () => {
    await show(everything);
    await press("End");
    expect(selected()).toContain("Booking renewal");
    await press("Home");
    expect(selected()).toContain("Quality module");
    const search = await box();
    fireEvent.input(search, { target: { value: "e" } });
    // Whether the browser may do what it does with the key.
    expect(fireEvent.keyDown(search, { key: "End" })).toBe(true);
    expect(selected()).toContain("Quality module");
  });
});

describe("a long list", () => {
  const accounts = Array.from({ length: 120 }, (_, n) => record("account", `Account ${n}`));
  const deals = accounts.map(({ key: account }, n) =>
    record("opportunity", `Deal ${n}`, { account, fields: { closeDate: field(day(n + 1)) } }),
  );

  test("is drawn in part, and says of each which one it is of all", async () => {
    await show([...accounts, ...deals]);
    await box();
    expect(options().length).toBeLessThan(20);
    const [first] = inList().getAllByRole("option");
    expect(first?.getAttribute("aria-posinset")).toBe("1");
    expect(first?.getAttribute("aria-setsize")).toBe("120");
    // What is chosen is drawn, wherever it is.
    await press("ArrowUp");
    await waitFor(() => expect(selected()).not.toBeNull());
    const chosen = inList().getByRole("option", { selected: true });
    expect((await box()).getAttribute("aria-activedescendant")).toBe(chosen.id);
    expect(options().length).toBeLessThan(30);
    expect(await axeFinds()).toEqual([]);
    fireEvent.input(await box(), { target: { value: "deal 117" } });
    await waitFor(() => expect(options()).toHaveLength(1));
  });
});

describe("other states", () => {
  test("without any CRM it leads to the welcome page", async () => {
    permissions.granted.clear();
    await show([]);
    fireEvent.click(await screen.findByRole("button", { name: "Choose your CRMs" }));
    expect(created).toHaveBeenCalledExactlyOnceWith({
      url: browser.runtime.getURL("/welcome.html"),
    });
    expect(await axeFinds()).toEqual([]);
  });

  test("with a CRM but nothing read it says what to do, and leads there", async () => {
    await show([]);
    await screen.findByText(/Open an opportunity in your CRM/);
    expect(await axeFinds()).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Open acme.lightning.force.com" }));
    await waitFor(() => expect(created).toHaveBeenCalledExactlyOnceWith({ url: CRM }));
  });

  test("the sample is one click away, and says when it cannot be added", async () => {
    const answers = [
      { ok: false, failure: "storage-full", detail: "" },
      { ok: true, value: { opportunity: mes.key } },
    ];
    vi.spyOn(browser.runtime, "sendMessage").mockImplementation((async () =>
      answers.shift()) as never);
    permissions.granted.clear();
    await show([]);
    const sample = await screen.findByRole("button", { name: "Try it with sample data" });
    fireEvent.click(sample);
    await screen.findByText("The sample data could not be added.");
    expect(closed).not.toHaveBeenCalled();
    fireEvent.click(sample);
    await waitFor(() => expect(closed).toHaveBeenCalled());
    expect(created.mock.calls[0]?.[0].url).toContain("/sidepanel.html?record=");
  });

  test("the settings are one click away", async () => {
    const options = vi.fn(async () => undefined);
    Object.assign(browser.runtime, { openOptionsPage: options });
    await show(everything);
    fireEvent.click(await screen.findByRole("button", { name: "Settings" }));
    await waitFor(() => expect(options).toHaveBeenCalledOnce());
  });

  test("a readable site without access is offered, and asked for in the turn of the click", async () => {
    permissions.answer = false;
    await show(everything, "https://globex.lightning.force.com/lightning/page/home");
    const ask = await screen.findByRole("button", { name: "Read this CRM" });
    expect(screen.getByText("Powermap does not read globex.lightning.force.com.")).toBeTruthy();
    fireEvent.click(ask);
    expect(permissions.asked).toHaveBeenCalledExactlyOnceWith([
      "https://globex.lightning.force.com/*",
    ]);
    await screen.findByText(/Not allowed, so nothing is read here/);
    permissions.answer = true;
    fireEvent.click(ask);
    await waitFor(() => expect(screen.queryByText("Read this CRM")).toBeNull());
  });

  test.for([[`${CRM}/lightning/page/home`], ["https://news.example/"], ["chrome://version/"]])(
    "%j is not offered",
    async ([url]) => {
      await show(everything, url);
      await box();
      expect(screen.queryByText("Read this CRM")).toBeNull();
    },
  );

  test("a panel that the browser refuses is said", async () => {
    await show(everything);
    opened.mockRejectedValue(new Error("no gesture"));
    fireEvent.click(await screen.findByRole("button", { name: "Open panel" }));
    await screen.findByText(/The browser did not open the panel/);
    expect(closed).not.toHaveBeenCalled();
  });

  test("axe finds nothing in the list, in either language", async () => {
    await show(everything);
    await press("ArrowDown");
    expect(await axeFinds()).toEqual([]);
    await settings.locale.setValue("zh_CN");
    await screen.findByRole("heading", { name: /进行中的客户/ });
    expect(screen.getByRole("group", { name: "Huadong" }).textContent).toContain("¥150万");
    expect(screen.getAllByText(/已逾期/)).toHaveLength(1);
    expect(await axeFinds()).toEqual([]);
  });
});
