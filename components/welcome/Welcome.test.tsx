// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { axeFinds, fakePermissions } from "@/components/testing";
import { followLocale, followSites, followTabs } from "@/lib/view";
import { settings } from "@/lib/store";
import type { Crm } from "@/components/access/crm";
import { Welcome } from "./Welcome";

const HOSTS = ["https://*.lightning.force.com/*", "https://*.sfcrmapps.cn/*"];
const crms: Crm[] = [
  {
    id: "salesforce",
    names: { en: "Salesforce", "zh-CN": "Salesforce" },
    permissions: HOSTS,
    selfHosted: false,
  },
  { id: "tryton", names: { en: "Tryton", "zh-CN": "Tryton" }, permissions: [], selfHosted: true },
];

let permissions: ReturnType<typeof fakePermissions>;

beforeEach(async () => {
  permissions = fakePermissions();
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  vi.spyOn(browser.windows, "getCurrent").mockResolvedValue({ id: 1 } as never);
  await Promise.all([followLocale(document), followSites(), followTabs()]);
  render(<Welcome crms={crms} />);
});
afterEach(async () => {
  await settings.locale.removeValue();
  cleanup();
});

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

describe("the page", () => {
  test("opens the panel in the turn of the click", async () => {
    const opened = vi.spyOn(browser.sidePanel, "open").mockResolvedValue(undefined);
    fireEvent.click(screen.getByRole("button", { name: "Open the panel" }));
    expect(opened).toHaveBeenCalledExactlyOnceWith({ windowId: 1 });
    await screen.findByText("The panel is open beside this page.");
  });

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
    await waitFor(() => expect(document.title).toBe("看清谁真正做决定 · Powermap"));
    expect(await axeFinds()).toEqual([]);
  });
});
