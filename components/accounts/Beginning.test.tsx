// @vitest-environment jsdom
// oxlint-disable-next-line import/no-unassigned-import -- it stands in for the browser's IndexedDB
import "fake-indexeddb/auto";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { axeFinds, fakePermissions } from "@/components/testing";
import { summaryOf } from "@/lib/advice";
import { fields, key, record } from "@/lib/domain/testing";
import { beginningOf, type Beginning } from "@/lib/list";
import { keepBeginning, replaceSummaries, settings } from "@/lib/store";
import { followList, followLocale, followWholeList } from "@/lib/view";
import { Popup } from "./Popup";

const NOW = Date.now();
const account = record(key("account", "1"), "Huadong");
const rows = ["MES licence", "Quality module", "Service"].map((name, n) => {
  const opportunity = record(key("opportunity", `${n}`), name, {
    account: account.key,
    fields: fields({ closeDate: `2099-01-0${n + 1}` }),
    lastSeen: NOW,
  });
  const input = { opportunity, account, people: [], links: [], claims: [] };
  return { facts: { opportunity, account }, summary: summaryOf(input, NOW) };
});

beforeEach(() => {
  fakePermissions();
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  // As in the first seconds of a browser, which has not read its policies yet.
  vi.spyOn(browser.storage.managed, "get").mockImplementation(
    () => new Promise(() => undefined) as never,
  );
  Element.prototype.scrollIntoView = vi.fn<() => void>();
  // Nothing is looked up anew.
  vi.stubGlobal("requestIdleCallback", () => 0);
  vi.stubGlobal("cancelIdleCallback", () => undefined);
});
afterEach(cleanup);

/** The popup as it opens: the background made its beginning of two of many, and nothing else has been read. */
async function open(change: Partial<Beginning> = {}) {
  const arranging = { list: settings.list.fallback, language: "en", today: new Date() };
  const made = beginningOf(rows.slice(0, 2), arranging);
  await keepBeginning({ ...made, shown: 40, all: 50, ...change });
  await Promise.all([followLocale(document), followList()]);
  document.title = "Powermap";
  render(<Popup reads={async () => false} />);
}
const options = () => within(screen.getByRole("listbox")).getAllByRole("option");
const names = () => options().map((option) => option.textContent?.split(",")[0]);

describe("how the list begins", () => {
  test("is not shown where it is arranged otherwise", async () => {
    await open({ arrangement: "another" });
    expect(screen.queryByRole("listbox")).toBeNull();
    expect(screen.getByText("Loading…")).toBeTruthy();
  });

  test("is shown before the rest is read, with how long that is; what is typed stays", async () => {
    await open();
    expect(names()).toEqual(["MES licence", "Quality module"]);
    expect(screen.getByText("40 of 50 opportunities")).toBeTruthy();
    expect(options()[1]?.getAttribute("aria-posinset")).toBe("2");
    expect(options()[1]?.getAttribute("aria-setsize")).toBe("40");
    const box = screen.getByRole("combobox", { name: "Search accounts and opportunities" });
    fireEvent.input(box, { target: { value: "service" } });
    await screen.findByText("Nothing here is called “service”.");
    expect(await axeFinds()).toEqual([]);

    await replaceSummaries(rows, { records: 4, links: 0, claims: 0, at: NOW });
    await followWholeList();
    await waitFor(() => expect(names()).toEqual(["Service"]));
    expect(screen.getByRole("combobox", { name: /Search/ })).toBe(box);
    fireEvent.input(box, { target: { value: "" } });
    await waitFor(() => expect(names()).toEqual(["MES licence", "Quality module", "Service"]));
    expect(screen.getByRole("heading", { name: /3 opportunities/ })).toBeTruthy();
  });
});
