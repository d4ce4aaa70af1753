// @vitest-environment jsdom
import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { axeFinds, fakePermissions } from "@/components/testing";
import type { CrmRecord } from "@/lib/domain";
import { field, fields, record } from "@/lib/domain/testing";
import { writeTab } from "@/lib/store";
import { followCondition, followSites, followTab } from "@/lib/view";
import { Condition } from "./Condition";
import { Elsewhere } from "./Elsewhere";
import { OpportunityFacts, PlainFacts } from "./Facts";
import { deal, speak } from "./testing";

const url = "https://acme.lightning.force.com/lightning/r/Opportunity/deal/view";

beforeEach(async () => {
  fakeBrowser.reset();
  fakePermissions();
  await speak();
});
afterEach(cleanup);

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

  test("keeps the longest names to a few lines: the whole is read out, and shown under the pointer", async () => {
    const [name, account, owner] = ["N".repeat(300), "客".repeat(300), "o".repeat(300)];
    shown({ name, fields: fields({ owner }) }, account);
    expect(screen.getByRole("heading", { name })).toBeTruthy();
    for (const one of [name, account, owner]) {
      expect(screen.getByTitle(one).className).toContain("clamped");
      expect(screen.getByTitle(one).textContent).toBe(one);
    }
    cleanup();
    render(<PlainFacts name={name} line={account} />);
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

describe("what the page lacks and the browser says", () => {
  const report = { at: Date.now(), language: "en", fields: [], people: [], limits: [] };
  const state = { url, sequence: 1, place: null, key: deal, state: "read" as const };
  const inTab = async (tab: { url?: string }) => {
    vi.spyOn(browser.tabs, "get").mockResolvedValue({ id: 8, ...tab } as never);
    await followTab("?tab=8");
  };

  test("telling fields that were not found are named, others are not", async () => {
    await writeTab(8, {
      ...state,
      report: { ...report, notFound: ["owner", "amount", "closeDate"] },
    });
    await inTab({ url });
    shown({});
    expect(await screen.findByText("Not found on this page: Amount, Close date.")).toBeTruthy();
    await writeTab(8, { ...state, report: { ...report, notFound: ["owner"] } });
    await waitFor(() => expect(screen.queryByText(/^Not found/)).toBeNull());
  });

  test("a site whose access was taken away has the button that asks for it again", async () => {
    const permissions = fakePermissions();
    permissions.grant("https://acme.lightning.force.com/*");
    await Promise.all([writeTab(8, state), followSites()]);
    await inTab({ url });
    render(<Elsewhere />);
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
