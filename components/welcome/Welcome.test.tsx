// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { axeFinds, fakePermissions } from "@/components/testing";
import {
  followAccessTexts,
  followCrmTabs,
  followLocale,
  followPolicy,
  followSettings,
  followSites,
  followTabs,
  followWelcomeTexts,
} from "@/lib/view";
import { settings } from "@/lib/store";
import type { Crm } from "@/lib/domain";
import { Welcome } from "./Welcome";

const HOSTS = ["https://*.lightning.force.com/*", "https://*.sfcrmapps.cn/*"];
const crms: Crm[] = [
  {
    id: "salesforce",
    names: { en: "Salesforce", "zh-CN": "Salesforce" },
    permissions: HOSTS,
    selfHosted: false,
    start: "https://login.crm.example/",
  },
  { id: "tryton", names: { en: "Tryton", "zh-CN": "Tryton" }, permissions: [], selfHosted: true },
];

let permissions: ReturnType<typeof fakePermissions>;

/** What is open in the browser's window, besides the page itself. */
let tabs: { id: number; windowId: number; url: string }[];

beforeEach(async () => {
  permissions = fakePermissions();
  tabs = [];
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  vi.spyOn(browser.windows, "getCurrent").mockResolvedValue({ id: 1 } as never);
  vi.spyOn(browser.tabs, "query").mockImplementation((async () => tabs) as never);
  location.hash = "#crm";
  await Promise.all([
    followLocale(document),
    followSites(),
    followTabs(),
    followCrmTabs(),
    followAccessTexts(),
    followWelcomeTexts(),
    followPolicy(),
    followSettings(),
  ]);
  render(<Welcome crms={crms} />);
});
afterEach(async () => {
  await Promise.all([settings.locale.removeValue(), settings.retentionMonths.removeValue()]);
  sessionStorage.clear();
  cleanup();
});

const title = () => screen.getByRole("heading", { level: 1 }).textContent;
const row = (name: string) => screen.getByText(name).closest("li") as HTMLElement;
const address = () => screen.getByLabelText("Address of your CRM") as HTMLInputElement;
const type = (value: string) => fireEvent.input(address(), { target: { value } });
const submit = () => fireEvent.submit(address().form as HTMLFormElement);

describe("choosing a CRM", () => {
  test("nothing is asked before a click, and the click asks at once for exactly that CRM", () => {
    expect(permissions.asked).not.toHaveBeenCalled();
    expect(within(row("Salesforce")).getByText("Not allowed")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Allow reading Salesforce" }));
    // In the turn of the click: nothing was awaited.
    expect(permissions.asked).toHaveBeenCalledExactlyOnceWith(HOSTS);
  });

  test("an agreed one is allowed, and can be taken back after a question", async () => {
    fireEvent.click(screen.getByRole("button", { name: "Allow reading Salesforce" }));
    await within(row("Salesforce")).findByText("Allowed");
    expect(screen.getByText(/Allowed: Powermap reads Salesforce/)).toBeTruthy();

    fireEvent.click(screen.getByRole("button", { name: "Remove access to Salesforce" }));
    const keep = await screen.findByRole("button", { name: "Keep" });
    await waitFor(() => expect(document.activeElement).toBe(keep));
    fireEvent.click(keep);
    await waitFor(() => expect(screen.queryByRole("button", { name: "Keep" })).toBeNull());
    expect([...permissions.granted]).toEqual(HOSTS);

    fireEvent.click(screen.getByRole("button", { name: "Remove access to Salesforce" }));
    fireEvent.click(await screen.findByRole("button", { name: "Remove access" }));
    await within(row("Salesforce")).findByText("Not allowed");
    expect([...permissions.granted]).toEqual([]);
    const again = screen.getByRole("button", { name: "Allow reading Salesforce" });
    await waitFor(() => expect(document.activeElement).toBe(again));
  });

  test("Escape keeps the access", async () => {
    permissions.grant(...HOSTS);
    fireEvent.click(await screen.findByRole("button", { name: "Remove access to Salesforce" }));
    fireEvent.keyDown(await screen.findByRole("button", { name: "Keep" }), { key: "Escape" });
    await waitFor(() => expect(screen.queryByRole("button", { name: "Keep" })).toBeNull());
    expect([...permissions.granted]).toEqual(HOSTS);
  });

  test("a refusal is said, and can be tried again", async () => {
    permissions.answer = false;
    fireEvent.click(screen.getByRole("button", { name: "Allow reading Salesforce" }));
    await screen.findByText(/Not allowed, and nothing is read/);
    permissions.answer = true;
    fireEvent.click(screen.getByRole("button", { name: "Allow reading Salesforce" }));
    await within(row("Salesforce")).findByText("Allowed");
    expect(permissions.asked).toHaveBeenCalledTimes(2);
  });

  test("what an administrator forbids is said to be that", async () => {
    permissions.answer = new Error("Permissions are blocked by enterprise policy.");
    fireEvent.click(screen.getByRole("button", { name: "Allow reading Salesforce" }));
    expect(await screen.findByText(/Your organisation does not let extensions/)).toBeTruthy();
  });

  test("a browser that does not ask is no refusal", async () => {
    permissions.answer = new Error("This function must be called during a user gesture");
    fireEvent.click(screen.getByRole("button", { name: "Allow reading Salesforce" }));
    expect(await screen.findByText(/The browser did not ask/)).toBeTruthy();
  });

  test("only one of its hosts is not the whole CRM", async () => {
    permissions.grant(HOSTS[0] as string);
    await waitFor(() => expect(within(row("Salesforce")).getByText("Not allowed")).toBeTruthy());
    expect(screen.queryByText("Allowed addresses")).toBeNull();
  });
});

describe("a CRM at an address of the user's own", () => {
  test("is asked for in the turn of the submit, listed, and removed after a question", async () => {
    type("http://127.0.0.1:8000/#demo");
    submit();
    expect(permissions.asked).toHaveBeenCalledExactlyOnceWith(["http://127.0.0.1/*"]);
    await screen.findByText("Allowed addresses");
    expect(address().value).toBe("");

    fireEvent.click(screen.getByRole("button", { name: "Remove access to http://127.0.0.1" }));
    fireEvent.click(await screen.findByRole("button", { name: "Remove access" }));
    await waitFor(() => expect(screen.queryByText("Allowed addresses")).toBeNull());
    expect([...permissions.granted]).toEqual([]);
    expect(screen.getByText(/no longer reads http:\/\/127\.0\.0\.1/)).toBeTruthy();
    expect(document.activeElement).toBe(address());
  });

  test.for([
    ["", /Type the address/],
    ["our crm", /not the address of one website/],
    ["*.acme.example", /not the address of one website/],
    ["ftp://crm.acme.example", /not the address of one website/],
  ] as const)("%j is refused with a reason, and nothing is asked", async ([typed, reason]) => {
    type(typed);
    submit();
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toMatch(reason);
    expect(address().getAttribute("aria-invalid")).toBe("true");
    expect(address().getAttribute("aria-describedby")).toBe(alert.id);
    expect(document.activeElement).toBe(address());
    expect(permissions.asked).not.toHaveBeenCalled();
    expect(await axeFinds()).toEqual([]);
    type("crm");
    await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  });

  test("what was refused stays typed", async () => {
    permissions.answer = false;
    type("crm.acme.example");
    submit();
    await screen.findByText(/You can allow crm\.acme\.example whenever/);
    expect(address().value).toBe("crm.acme.example");
  });

  test("an allowed one is not asked for again", async () => {
    permissions.grant("https://crm.acme.example/*");
    await screen.findByText("Allowed addresses");
    type("crm.acme.example:8443");
    submit();
    expect((await screen.findByRole("alert")).textContent).toMatch(/allowed already/);
    expect(permissions.asked).not.toHaveBeenCalled();
  });
});

describe("the three steps", () => {
  const go = async (name: string, to: string) => {
    fireEvent.click(screen.getByRole("link", { name }));
    await waitFor(() => expect(title()).toBe(to));
  };
  const names = [
    "See who really decides",
    "Nothing leaves this browser",
    "Choose your CRM",
  ] as const;

  test("lead on and back, each at its own address, and put the focus at their top", async () => {
    await go("Back", names[1]);
    expect(location.hash).toBe("#data");
    await waitFor(() => expect(document.activeElement?.textContent).toBe(names[1]));
    await go("Back", names[0]);
    expect(location.hash).toBe("");
    await go("Next", names[1]);
    await go("Next", names[2]);
    expect(screen.getByRole("link", { current: "step" }).textContent).toContain("Your CRM");
    await waitFor(() => expect(document.title).toBe(`${names[2]} · Powermap`));
  });

  test("an address opens its step, as after a reload; one of no step opens the first", async () => {
    for (const [hash, name] of [
      ["#data", names[1]],
      ["#elsewhere", names[0]],
      ["#crm", names[2]],
    ] as const) {
      cleanup();
      location.hash = hash;
      render(<Welcome crms={crms} />);
      await waitFor(() => expect(title()).toBe(name));
    }
  });

  test("what is kept is kept for as long as the user chooses, 24 months where they do not", async () => {
    await go("Back", names[1]);
    const choice = (name: RegExp) => screen.getByRole("radio", { name }) as HTMLInputElement;
    expect(choice(/^24 months/).checked).toBe(true);
    fireEvent.click(choice(/^12 months/));
    await waitFor(async () => expect(await settings.retentionMonths.getValue()).toBe(12));
    fireEvent.click(choice(/^Until I erase it/));
    await waitFor(async () => expect(await settings.retentionMonths.getValue()).toBe(0));
    expect(choice(/^Until I erase it/).checked).toBe(true);
  });

  test("a choice that could not be kept is said, and not shown as made", async () => {
    await go("Back", names[1]);
    vi.spyOn(settings.retentionMonths, "setValue").mockRejectedValueOnce(new Error("full"));
    fireEvent.click(screen.getByRole("radio", { name: /^12 months/ }));
    await screen.findByText(/could not be saved/);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^24 months/ }).checked).toBe(true);
  });

  test("what an administrator has set is said, and cannot be chosen", async () => {
    vi.spyOn(browser.storage.managed, "get").mockResolvedValue({
      retentionMonths: 6,
      sites: ["https://crm.acme.example/app"],
    } as never);
    await followPolicy();
    await screen.findByRole("heading", { name: "Chosen by your organisation" });
    const allow = screen.getByRole("button", { name: "Allow reading crm.acme.example" });
    fireEvent.click(allow);
    expect(permissions.asked).toHaveBeenCalledExactlyOnceWith(["https://crm.acme.example/*"]);
    await go("Back", names[1]);
    expect(screen.getByText("Your organisation has set this: 6 months.")).toBeTruthy();
    expect(screen.queryByRole("radio")).toBeNull();
    expect(await axeFinds()).toEqual([]);
    vi.mocked(browser.storage.managed.get).mockResolvedValue({} as never);
    await followPolicy();
  });
});

describe("the end of it", () => {
  const updated = () => vi.spyOn(browser.tabs, "update").mockResolvedValue({} as never);
  const created = () => vi.spyOn(browser.tabs, "create").mockResolvedValue({} as never);
  const panel = () => vi.spyOn(browser.sidePanel, "open").mockResolvedValue(undefined);
  const open = (name: string) =>
    screen.findByRole("button", { name: `Open ${name} with the panel` });

  test("what may be read is told as each language strings names", async () => {
    permissions.grant(...HOSTS, "http://127.0.0.1/*");
    await screen.findByRole("heading", {
      name: "Powermap may read Salesforce and http://127.0.0.1",
    });
    await settings.locale.setValue("zh_CN");
    await screen.findByRole("heading", {
      name: "Powermap 可以读取 Salesforce、http://127.0.0.1 了",
    });
  });

  test("nothing is opened before a CRM is allowed", () => {
    expect(screen.queryByRole("button", { name: /with the panel$/ })).toBeNull();
  });

  test("an allowed CRM opens where its users sign in, with the panel, in the turn of the click", async () => {
    const [opened, made] = [panel(), created()];
    permissions.grant(...HOSTS);
    fireEvent.click(await open("Salesforce"));
    expect(opened).toHaveBeenCalledExactlyOnceWith({ windowId: 1 });
    expect(made).toHaveBeenCalledExactlyOnceWith({ url: "https://login.crm.example/" });
    await screen.findByText(/Your CRM is open, with the panel beside it/);
  });

  test("the tab that it is open in is shown instead", async () => {
    const [opened, shown, made] = [panel(), updated(), created()];
    vi.spyOn(browser.windows, "update").mockResolvedValue({} as never);
    tabs = [{ id: 9, windowId: 3, url: "https://acme.lightning.force.com/lightning/page/home" }];
    const asked = vi.mocked(browser.tabs.query).mock.calls.length;
    permissions.grant(...HOSTS);
    const button = await open("Salesforce");
    await waitFor(() =>
      expect(vi.mocked(browser.tabs.query).mock.calls.length).toBeGreaterThan(asked),
    );
    fireEvent.click(button);
    expect(opened).toHaveBeenCalledExactlyOnceWith({ windowId: 3 });
    expect(shown).toHaveBeenCalledExactlyOnceWith(9, { active: true });
    expect(made).not.toHaveBeenCalled();
  });

  test("a typed address opens with its port and path, also when the host was allowed before", async () => {
    const made = created();
    panel();
    permissions.grant("https://crm.acme.example/*");
    await open("crm.acme.example");
    type("crm.acme.example:8443/sales/");
    submit();
    await screen.findByRole("alert");
    fireEvent.click(await open("crm.acme.example"));
    expect(made).toHaveBeenCalledExactlyOnceWith({ url: "https://crm.acme.example:8443/sales/" });
  });

  test("a browser that opens no panel is said", async () => {
    created();
    vi.spyOn(browser.sidePanel, "open").mockRejectedValue(new Error("no gesture"));
    permissions.grant(...HOSTS);
    fireEvent.click(await open("Salesforce"));
    await screen.findByText(/The browser did not open the panel/);
  });
});

describe("the page", () => {
  test("axe finds nothing, in either language, with and without access", async () => {
    expect(await axeFinds()).toEqual([]);
    permissions.grant(...HOSTS, "https://crm.acme.example/*");
    fireEvent.click(
      await screen.findByRole("button", { name: "Remove access to crm.acme.example" }),
    );
    await screen.findByRole("button", { name: "Keep" });
    expect(await axeFinds()).toEqual([]);
    await settings.locale.setValue("zh_CN");
    await screen.findByRole("heading", { name: "选择您的 CRM" });
    expect(document.documentElement.lang).toBe("zh-CN");
    await waitFor(() => expect(document.title).toBe("选择您的 CRM · Powermap"));
    expect(await axeFinds()).toEqual([]);
    for (const [link, heading] of [
      ["上一步", "一切都留在这个浏览器里"],
      ["上一步", "看清谁真正做决定"],
    ] as const) {
      fireEvent.click(screen.getByRole("link", { name: link }));
      await screen.findByRole("heading", { level: 1, name: heading });
      expect(await axeFinds()).toEqual([]);
    }
  });
});
