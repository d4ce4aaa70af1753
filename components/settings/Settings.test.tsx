// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import type { Crm } from "@/lib/domain";
import { axeFinds, fakePermissions } from "@/components/testing";
import { settings } from "@/lib/store";
import {
  dismissChange,
  followAccessTexts,
  followLocale,
  followPolicy,
  followSettings,
  followSettingsTexts,
  followSites,
  followTheme,
  text,
} from "@/lib/view";
import { Settings } from "./Settings";

const crms: Crm[] = [
  {
    id: "salesforce",
    names: { en: "Salesforce", "zh-CN": "Salesforce" },
    permissions: ["https://*.lightning.force.com/*"],
    selfHosted: false,
  },
  { id: "tryton", names: { en: "Tryton", "zh-CN": "Tryton" }, permissions: [], selfHosted: true },
];

let permissions: ReturnType<typeof fakePermissions>;

beforeEach(async () => {
  permissions = fakePermissions();
  permissions.granted.add("https://*.lightning.force.com/*").add("https://crm.acme.example/*");
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  await Promise.all([
    followLocale(document),
    followAccessTexts(),
    followSettingsTexts(),
    followSettings(),
    followPolicy(),
    followSites(),
    followTheme(document),
  ]);
  render(<Settings crms={crms} />);
});
afterEach(async () => {
  await browser.storage.managed.clear();
  for (const item of Object.values(settings)) await item.removeValue();
  dismissChange();
  cleanup();
});

const section = (name: string) => screen.getByRole("region", { name });
const said = () => document.querySelector(".settings-changed")?.textContent ?? "";
const undo = async () => fireEvent.click(await screen.findByRole("button", { name: "Undo" }));

test("every section is named, linked and passes axe in either language", async () => {
  const links = within(screen.getByRole("navigation")).getAllByRole("link");
  expect(links.map((link) => link.textContent)).toEqual(
    screen.getAllByRole("heading", { level: 2 }).map((heading) => heading.textContent),
  );
  for (const link of links) {
    expect(document.querySelector(link.getAttribute("href") ?? "")).not.toBeNull();
  }
  expect(await axeFinds()).toEqual([]);
  fireEvent.click(screen.getByRole("radio", { name: "简体中文" }));
  await screen.findByRole("heading", { level: 1, name: "设置" });
  await waitFor(() => expect(said()).toContain("已更改：语言"));
  expect(await axeFinds()).toEqual([]);
});

describe("look", () => {
  test("a theme is applied at once, stored, and taken back", async () => {
    fireEvent.click(screen.getByRole("radio", { name: "Dark" }));
    await waitFor(() => expect(said()).toContain("Changed: Look"));
    expect(document.documentElement.dataset.theme).toBe("dark");
    expect(await settings.theme.getValue()).toBe("dark");
    await undo();
    await waitFor(() => expect(said()).toContain("Put back: Look"));
    expect(document.documentElement.dataset.theme).toBeUndefined();
    expect(await settings.theme.getValue()).toBe("auto");
  });

  test("what the browser cannot store is not said to be changed", async () => {
    vi.spyOn(settings.theme, "setValue").mockRejectedValue(new Error("QUOTA_BYTES"));
    fireEvent.click(screen.getByRole("radio", { name: "Dark" }));
    expect((await screen.findByRole("alert")).textContent).toContain("Not saved: Look");
    const auto = screen.getByRole("radio", { name: "As the system" }) as HTMLInputElement;
    await waitFor(() => expect(auto.checked).toBe(true));
  });

  test("Reset puts back a section, and is itself undone", async () => {
    fireEvent.click(screen.getByRole("radio", { name: "Dark" }));
    const reset = await screen.findByRole("button", {
      name: "Reset to the start: Language and look",
    });
    fireEvent.click(reset);
    await waitFor(async () => expect(await settings.theme.getValue()).toBe("auto"));
    await waitFor(() => expect(screen.queryByRole("button", { name: /^Reset/ })).toBeNull());
    expect(document.activeElement?.textContent).toBe("Language and look");
    await undo();
    await waitFor(async () => expect(await settings.theme.getValue()).toBe("dark"));
  });
});

test("badges are off, and turned on for one CRM or one address", async () => {
  const salesforce = screen.getByRole("checkbox", { name: "Badges in Salesforce" });
  expect((salesforce as HTMLInputElement).checked).toBe(false);
  fireEvent.click(salesforce);
  fireEvent.click(screen.getByRole("checkbox", { name: "Badges in crm.acme.example" }));
  await waitFor(async () =>
    expect(await settings.badges.getValue()).toEqual(["salesforce", "https://crm.acme.example/*"]),
  );
});

describe("names of roles", () => {
  const roles = () => within(section("Names of roles"));
  const own = (role: string) => roles().getByRole("textbox", { name: `Your name for ${role}` });
  const type = (field: HTMLElement, value: string) => {
    fireEvent.input(field, { target: { value } });
    fireEvent.change(field);
  };

  test("a skin renames for all surfaces; a name of one's own goes before it", async () => {
    fireEvent.click(roles().getByRole("radio", { name: "Blue Sheet" }));
    await waitFor(() => expect(text.value.role["decision-maker"]).toBe("economic buyer"));
    type(own("user buyer"), "  Operator ");
    await waitFor(() => expect(text.value.role.user).toBe("Operator"));
    type(own("user buyer"), "");
    await waitFor(() => expect(text.value.role.user).toBe("user buyer"));
  });

  test("a name that another role has is refused with the reason, and stays typed", async () => {
    type(own("user"), "Champion");
    const alert = await roles().findByRole("alert");
    expect(alert.textContent).toBe("Another role is called Champion already.");
    expect((own("user") as HTMLInputElement).value).toBe("Champion");
    expect(own("user").getAttribute("aria-describedby")).toBe(alert.id);
    expect((await settings.vocabulary.getValue()).names).toEqual({});
  });

  test("a role is hidden and offered again", async () => {
    const where = roles().getByRole("combobox", { name: "Where coach is offered" });
    fireEvent.change(where, { target: { value: "hidden" } });
    await waitFor(async () =>
      expect((await settings.vocabulary.getValue()).places).toEqual({ coach: "hidden" }),
    );
    // Where its skin has it is no choice of the user's.
    fireEvent.change(where, { target: { value: "more" } });
    await waitFor(async () => expect((await settings.vocabulary.getValue()).places).toEqual({}));
  });

  test("a role of one's own is added, counted as another, renamed, and removed", async () => {
    const name = roles().getByRole("textbox", { name: "Name" });
    fireEvent.submit(name.closest("form")!);
    expect((await roles().findByRole("alert")).textContent).toBe("Type a name first.");
    fireEvent.input(name, { target: { value: "Budget owner" } });
    fireEvent.submit(name.closest("form")!);
    const added = async () => (await settings.vocabulary.getValue()).added;
    await waitFor(async () =>
      expect(await added()).toMatchObject([{ name: "Budget owner", as: "decision-maker" }]),
    );
    fireEvent.change(await roles().findByRole("combobox", { name: "Budget owner counts as" }), {
      target: { value: "approver" },
    });
    await waitFor(async () => expect((await added())[0]?.as).toBe("approver"));
    type(roles().getByRole("textbox", { name: "Name of your role Budget owner" }), "Sponsor");
    await waitFor(async () => expect((await added())[0]?.name).toBe("Sponsor"));
    fireEvent.click(await roles().findByRole("button", { name: "Remove Sponsor" }));
    await waitFor(async () => expect(await added()).toEqual([]));
    expect(document.activeElement).toBe(name);
  });

  test("what an administrator set is shown, locked, and wins", async () => {
    await settings.vocabulary.setValue({ skin: "tas", names: {}, places: {}, added: [] });
    await browser.storage.managed.set({
      vocabulary: { skin: "meddicc", names: { user: "Worker" } },
    });
    await roles().findByText("Set by your organisation; it cannot be changed here.");
    expect(roles().getByRole("radio", { name: "MEDDICC" })).toHaveProperty("checked", true);
    expect(roles().getByRole("radio", { name: "MEDDICC" }).matches(":disabled")).toBe(true);
    expect(own("user").matches(":disabled")).toBe(true);
    await waitFor(() =>
      expect(text.value.role).toMatchObject({ "decision-maker": "economic buyer", user: "Worker" }),
    );
    await browser.storage.managed.clear();
    await waitFor(() => expect(text.value.role["technical-evaluator"]).toBe("evaluator"));
  });
});

describe("job titles", () => {
  const titles = () => within(section("Job titles"));
  const hint = () => titles().getByRole("status").textContent;

  test("a title is tried on the user's own words and the built-in ones", async () => {
    expect(hint()).toBe("directordecision makertechnical evaluator");
    const words = titles().getByRole("textbox", { name: "Words in the title" });
    const submit = () => fireEvent.submit(words.closest("form")!);
    fireEvent.input(words, { target: { value: "technical director, CTO" } });
    submit();
    expect((await titles().findByRole("alert")).textContent).toMatch(/Choose a rank or a role/);
    const form = within(words.closest("form")!);
    fireEvent.change(form.getByRole("combobox", { name: "Rank" }), { target: { value: "2" } });
    submit();
    await waitFor(() => expect(hint()).toMatch(/^team lead or manager/));
    fireEvent.click(titles().getByRole("button", { name: "Remove technical director, CTO" }));
    await waitFor(() => expect(hint()).toMatch(/^director/));
  });

  test("a built-in word is left out, and counts again", async () => {
    const group = titles().getByText("director", { selector: "summary b" }).closest("details")!;
    const word = within(group).getByRole("checkbox", { name: "director", hidden: true });
    fireEvent.click(word);
    await waitFor(() => expect(hint()).toBe("rank unknowntechnical evaluator"));
    await undo();
    await waitFor(() => expect(hint()).toMatch(/^director/));
  });
});

test("a half-life is bounded, and its own one is no choice of the user's", async () => {
  const field = screen.getByRole("spinbutton", { name: "Stance and objections" });
  const type = (value: string) => {
    fireEvent.input(field, { target: { value } });
    fireEvent.change(field);
  };
  for (const wrong of ["", "0", "1.5", "100000"]) {
    type(wrong);
    await screen.findByText("A whole number from 7 to 3,650.");
  }
  type("30");
  await waitFor(async () => expect(await settings.halfLives.getValue()).toEqual({ stance: 30 }));
  type("120");
  await waitFor(async () => expect(await settings.halfLives.getValue()).toEqual({}));
});

test("an administrator's CRM is offered first, and still asked for", async () => {
  await browser.storage.managed.set({ sites: ["https://erp.acme.example:8000/app", "not a site"] });
  const allow = await screen.findByRole("button", { name: "Allow reading erp.acme.example" });
  fireEvent.click(allow);
  expect(permissions.asked).toHaveBeenCalledExactlyOnceWith(["https://erp.acme.example/*"]);
});
