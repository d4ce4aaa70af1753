// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { axeFinds, fakePermissions } from "@/components/testing";
import type { CrmRecord } from "@/lib/domain";
import { field, fields, key, record } from "@/lib/domain/testing";
import { writeTab } from "@/lib/store";
import { followCondition, followSites, followTab } from "@/lib/view";
import { Condition } from "./Condition";
import { Elsewhere } from "./Elsewhere";
import { OpportunityFacts, PlainFacts } from "./Facts";
import { deal, speak } from "./testing";

const url = "https://acme.lightning.force.com/lightning/r/Opportunity/deal/view";

/** Another tab for each test: what is known of one stays known. */
let tabId = 10;

beforeEach(async () => {
  tabId += 1;
  fakeBrowser.reset();
  fakePermissions();
  await speak();
});
afterEach(cleanup);

const crms = async () => [salesforce];
const salesforce = {
  id: "salesforce",
  names: { en: "Salesforce", "zh-CN": "Salesforce" },
  permissions: ["https://*.lightning.force.com/*"],
  selfHosted: false,
};

const shown = (more: Partial<CrmRecord<"opportunity">>, account = "Huadong") =>
  render(<OpportunityFacts opportunity={record(deal, "MES licence", more)} account={account} />);

describe("the head of an opportunity", () => {
  test("quotes an amount and a date that are unclear, as the popup does", () => {
    shown({
      fields: {
        amount: field(1_200_000, { raw: "¥1,200,000.00" }),
        currency: field("¥", { ambiguous: true }),
        closeDate: field("01/02/2026", { ambiguous: true }),
      },
    });
    const unclear = screen.getAllByTitle("as the page writes it; its meaning is unclear");
    expect(unclear.map(({ firstChild }) => firstChild?.textContent)).toEqual([
      "“¥1,200,000.00”",
      "closes “01/02/2026”",
    ]);
  });

  test("says what is clear as a number and a date", () => {
    shown({ fields: fields({ amount: 1_200_000, currency: "CNY", closeDate: "2031-02-01" }) });
    expect(screen.getByText("CN¥1,200,000")).toBeTruthy();
    expect(screen.getByText(/^closes Feb 1, 2031/)).toBeTruthy();
    expect(screen.queryByTitle(/unclear/)).toBeNull();
  });

  test("of a closed one says when it was closed, and of no date to come that it closes then", async () => {
    shown({ fields: fields({ status: "won", closeDate: "2020-02-01" }) });
    expect(screen.getByText(/^closed Feb 1, 2020 · /)).toBeTruthy();
    cleanup();
    shown({ fields: fields({ status: "lost", closeDate: "2091-02-01" }) });
    expect(screen.getByText("close date Feb 1, 2091")).toBeTruthy();
    expect(screen.queryByText(/closes|in \d/)).toBeNull();
    cleanup();
    shown({
      fields: { ...fields({ status: "won" }), closeDate: field("01/02/2020", { ambiguous: true }) },
    });
    expect(screen.getByTitle(/unclear/).firstChild?.textContent).toBe("close date “01/02/2020”");
    await speak("zh_CN");
    cleanup();
    shown({ fields: fields({ status: "won", closeDate: "2020-02-01" }) });
    expect(screen.getByText(/^2020年2月1日 已结束 · /)).toBeTruthy();
  });

  test("keeps the longest names to a few lines: the whole is read out, and shown under the pointer", async () => {
    const [name, account, owner] = ["N".repeat(300), "客".repeat(300), "o".repeat(300)];
    shown({ name, fields: fields({ owner }) }, account);
    expect(screen.getByRole("heading", { name })).toBeTruthy();
    for (const one of [name, account, owner]) {
      expect(screen.getByTitle(one).className).toContain("clamped");
      expect(screen.getByTitle(one).textContent).toBe(one);
    }
    cleanup();
    render(<PlainFacts record={null} name={name} line={account} />);
    expect(screen.getByRole("heading", { name })).toBeTruthy();
    for (const one of [name, account]) {
      expect(screen.getByTitle(one).className).toContain("clamped");
    }
    document.title = "Powermap";
    expect((await axeFinds()).filter((line) => !/^(region|landmark)/u.test(line))).toEqual([]);
  });

  test("has no second word for a name that is short", () => {
    shown({});
    expect(screen.getByText("MES licence").title).toBe("");
    expect(screen.getByText("Huadong").title).toBe("");
  });
});

test("says when the page was read: just now, not “now”", async () => {
  vi.spyOn(browser.tabs, "get").mockResolvedValue({ id: 7, url } as never);
  const report = { language: "en", fields: [], people: [], notFound: [], limits: [] };
  const read = (at: number) =>
    writeTab(7, {
      url,
      sequence: 1,
      place: { crm: "salesforce", org: "acme", kind: "opportunity", id: "deal" },
      key: deal,
      state: "read",
      report: { ...report, at },
    });
  await read(Date.now());
  await followTab("?tab=7");
  shown({});
  await screen.findByText("read just now");
  await speak("zh_CN");
  await screen.findByText("刚刚读取");
  await read(Date.now() - 3 * 60_000);
  await screen.findByText("3分钟前读取");
  await speak();
  await screen.findByText("read 3 min. ago");
});

describe("a record of which this visit has shown nothing", () => {
  const place = { crm: "salesforce", org: "acme", kind: "opportunity", id: "deal" } as const;
  const at = new Date(2026, 10, 12, 9).getTime();
  const known = {
    fields: {
      ...fields({ stage: "Proposal" }, { at, own: true }),
      amount: field(1, { at: at - 1 }),
    },
  };
  const beside = async (tab: object) => {
    vi.spyOn(browser.tabs, "get").mockResolvedValue({ id: tabId, url } as never);
    await writeTab(tabId, { url, sequence: 1, place, key: deal, state: "reading", ...tab });
    await followTab(`?tab=${tabId}`);
  };

  test("says when it was read last", async () => {
    await beside({});
    shown(known);
    expect(await screen.findByText("last read Nov 12, 2026")).toBeTruthy();
    await speak("zh_CN");
    expect(await screen.findByText("上次读取：2026年11月12日")).toBeTruthy();
    expect(screen.getByRole("status").textContent).toBe("");
  });

  test("says it as the visit will, where it was read within the hour: the head does not change", async () => {
    await beside({});
    const seen = (minutes: number) => ({
      fields: fields({ stage: "Proposal" }, { at: Date.now() - minutes * 60_000, own: true }),
    });
    shown(seen(0));
    expect(await screen.findByText("read just now")).toBeTruthy();
    cleanup();
    shown(seen(3));
    expect(await screen.findByText("read 3 min. ago")).toBeTruthy();
    cleanup();
    // What the page does not show is said with its day.
    await writeTab(tabId, { url, sequence: 2, place, key: deal, state: "unread" });
    shown(seen(3));
    expect(await screen.findByText(/^last read .*\d{4}$/)).toBeTruthy();
  });

  test("and which its own page shows no more is not told as current", async () => {
    await beside({});
    shown(known);
    // It stands empty before, so that it is read out.
    const status = screen.getByRole("status");
    await writeTab(tabId, { url, sequence: 2, place, key: deal, state: "unread", gone: true });
    await waitFor(() =>
      expect(status.textContent).toMatch(/no longer shows this record.* known on Nov 12, 2026/),
    );
    // All of it is below, as it says.
    const stage = screen.getByText("Proposal");
    expect(stage.compareDocumentPosition(status)).toBe(Node.DOCUMENT_POSITION_PRECEDING);
    cleanup();
    render(<PlainFacts record={record(key("account", "a"), "Acme", known)} name="Acme" line="" />);
    expect(screen.getByRole("status").textContent).toMatch(/no longer shows/);
    // A list that shows nothing says nothing of the record.
    await writeTab(tabId, { url, sequence: 1, place, key: deal, state: "unread" });
    await waitFor(() => expect(screen.getByRole("status").textContent).toBe(""));
    expect(screen.getByText("last read Nov 12, 2026")).toBeTruthy();
  });

  test("and of which a list was read only has the way to its page, unless that is where we are", async () => {
    await beside({});
    const own = "https://acme.lightning.force.com/lightning/r/Opportunity/deal/view?own=1";
    render(<OpportunityFacts opportunity={record(deal, "", { url: own })} account="" />);
    const way = await screen.findByRole("link", { name: /^Open its page once/ });
    expect(way.getAttribute("href")).toBe(own);
    expect(screen.getByRole("heading", { name: "(no name)" })).toBeTruthy();
    cleanup();
    render(<OpportunityFacts opportunity={record(deal, "", { url })} account="" />);
    expect(screen.queryByRole("link")).toBeNull();
  });

  test("and whose own page was read without its name is not told as known from a list", async () => {
    await beside({});
    const own = "https://acme.lightning.force.com/lightning/r/Opportunity/deal/view?own=1";
    // A list says this much.
    const fromList = fields({ stage: "Proposal" }, { at });
    render(
      <OpportunityFacts
        opportunity={record(deal, "", { url: own, fields: fromList })}
        account=""
      />,
    );
    expect(await screen.findByText(/Only a list of it was read/)).toBeTruthy();
    cleanup();
    render(<OpportunityFacts opportunity={record(deal, "", { url: own, ...known })} account="" />);
    expect(screen.getByText("last read Nov 12, 2026")).toBeTruthy();
    expect(screen.queryByText(/Only a list of it was read/)).toBeNull();
    expect(screen.queryByRole("link")).toBeNull();
  });

  test("nor is anything known says that the page shows none, with the menu", async () => {
    await beside({ state: "unread", gone: true });
    render(<Elsewhere crms={crms} of="unread" />);
    expect((await screen.findByRole("status")).textContent).toMatch(/^No record can be read/);
    expect(screen.getByRole("button", { name: /^Menu/ })).toBeTruthy();
    document.title = "Powermap";
    expect((await axeFinds()).filter((line) => !/^(region|landmark)/u.test(line))).toEqual([]);
  });
});

test("where nothing may be read, the known CRMs have their buttons here", async () => {
  const permissions = fakePermissions();
  vi.spyOn(browser.tabs, "get").mockResolvedValue({ id: tabId } as never);
  await followSites();
  await followTab(`?tab=${tabId}`);
  const opened = vi.spyOn(browser.tabs, "create").mockResolvedValue({} as never);
  render(<Elsewhere crms={crms} />);
  expect(screen.getByText(/may not read any site yet/)).toBeTruthy();
  const allow = await screen.findByRole("button", { name: "Allow reading Salesforce" });
  permissions.answer = false;
  allow.click();
  expect(await screen.findByText(/^Not allowed/)).toBeTruthy();
  permissions.answer = true;
  allow.click();
  expect(await screen.findByText(/^Allowed: Powermap reads Salesforce/)).toBeTruthy();
  expect(permissions.asked).toHaveBeenCalledWith(salesforce.permissions);
  (await screen.findByRole("button", { name: "Another CRM or address…" })).click();
  expect(opened).toHaveBeenCalledWith({ url: expect.stringMatching(/welcome\.html#crm$/) });
});

describe("what the page lacks and the browser says", () => {
  const report = { at: Date.now(), language: "en", fields: [], people: [], limits: [] };
  const state = { url, sequence: 1, place: null, key: deal, state: "read" as const };
  const inTab = async (tab: { url?: string }) => {
    vi.spyOn(browser.tabs, "get").mockResolvedValue({ id: tabId, ...tab } as never);
    await followTab(`?tab=${tabId}`);
  };

  test("telling fields that were not found are named, others are not", async () => {
    await writeTab(tabId, {
      ...state,
      report: { ...report, notFound: ["owner", "amount", "closeDate"] },
    });
    await inTab({ url });
    shown({});
    expect(await screen.findByText("Not found on this page: Amount, Close date.")).toBeTruthy();
    await writeTab(tabId, { ...state, report: { ...report, notFound: ["owner"] } });
    await waitFor(() => expect(screen.queryByText(/^Not found/)).toBeNull());
  });

  test("what an earlier visit showed is told from what is not known at all", async () => {
    await writeTab(tabId, { ...state, report: { ...report, notFound: ["amount", "closeDate"] } });
    await inTab({ url });
    const at = new Date(2026, 10, 12, 9).getTime();
    shown({ fields: fields({ closeDate: "2027-03-31" }, { at, own: true }) });
    expect(
      await screen.findByText(
        "Not on this page now, shown as read before: Close date (Nov 12, 2026).",
      ),
    ).toBeTruthy();
    expect(screen.getByText("Not found on this page: Amount.")).toBeTruthy();
  });

  test("a site whose access was taken away has the button that asks for it again", async () => {
    const permissions = fakePermissions();
    permissions.grant("https://acme.lightning.force.com/*");
    await Promise.all([writeTab(tabId, { ...state, state: "elsewhere" }), followSites()]);
    await inTab({ url });
    render(<Elsewhere crms={crms} />);
    expect(screen.getByText("This page shows no opportunity, account or contact.")).toBeTruthy();
    // The browser hides the address together with the access.
    await inTab({});
    permissions.grant();
    const again = await screen.findByRole("button", { name: "Allow again" });
    expect(screen.getByRole("status").textContent).toContain("acme.lightning.force.com");
    permissions.answer = false;
    again.click();
    expect(await screen.findByText(/did not allow it/)).toBeTruthy();
    expect(permissions.asked).toHaveBeenCalledWith(["https://acme.lightning.force.com/*"]);
    // Another site that is closed to us says nothing of this one.
    permissions.grant("https://acme.lightning.force.com/*");
    await waitFor(() => expect(screen.queryByRole("button", { name: "Allow again" })).toBeNull());
    expect(screen.getByText(/may not read it yet/)).toBeTruthy();
  });

  test("being offline and a version that waits are said", async () => {
    const onLine = vi.spyOn(navigator, "onLine", "get").mockReturnValue(true);
    let tell = () => undefined as void;
    vi.spyOn(browser.runtime.onUpdateAvailable, "addListener").mockImplementation(((
      heard: () => void,
    ) => {
      tell = heard;
    }) as never);
    const reload = vi.spyOn(browser.runtime, "reload").mockImplementation(() => undefined);
    followCondition();
    render(<Condition />);
    expect(screen.queryByRole("status")).toBeNull();
    onLine.mockReturnValue(false);
    dispatchEvent(new Event("offline"));
    expect((await screen.findByRole("status")).textContent).toMatch(/^You are offline/);
    onLine.mockReturnValue(true);
    dispatchEvent(new Event("online"));
    await waitFor(() => expect(screen.queryByRole("status")).toBeNull());
    tell();
    (await screen.findByRole("button", { name: "Update now" })).click();
    expect(reload).toHaveBeenCalledOnce();
  });
});
