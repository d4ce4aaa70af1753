// @vitest-environment jsdom
import "fake-indexeddb/auto";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import {
  customer,
  deal,
  someone,
  speak,
  stage,
  stated,
  type Case,
} from "@/components/panel/testing";
import { axeFinds } from "@/components/testing";
import { keepsFocus } from "@/components/ui/keepsFocus";
import { identify, keyOfAdded, knownPeople, type RecordKey, type StatedClaim } from "@/lib/domain";
import { record } from "@/lib/domain/testing";
import { draftOf, undo } from "@/lib/view";
import { Others } from "./Others";
import { Waiting } from "./Waiting";

beforeEach(() => speak());
afterEach(() => {
  cleanup();
  for (const field of ["person name", "person title"]) draftOf(deal, field).type("");
});

const onOpen = vi.fn<(person: RecordKey<"contact">) => void>();

function show(one: Case) {
  onOpen.mockClear();
  const staged = stage(one);
  function Staged() {
    const around = { view: staged.view.value, onOpen };
    return (
      <main>
        <h1>MES licence</h1>
        <section ref={keepsFocus}>
          <h2>People</h2>
          <Waiting {...around} />
          <Others {...around} />
        </section>
      </main>
    );
  }
  render(<Staged />);
  return staged;
}

const button = (name: string | RegExp) => screen.getByRole("button", { name });
/** As a key or a tap presses it: it has the focus, and what follows a paint comes after one. */
const press = (one: HTMLElement) => {
  one.focus();
  one.click();
};
const type = (label: string, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const many = Array.from({ length: 12 }, (_, n) => `Person ${String.fromCharCode(65 + n)}`);

describe("suggestions about everybody", () => {
  const titled: Case = { people: { Ann: "Purchasing manager", Bo: "IT director", Cy: "" } };

  test("are accepted in one act, which is undone as one", async () => {
    const { sent, view } = show(titled);
    const before = screen.getByText(/^\d+ suggestions wait$/).textContent;
    fireEvent.click(button(/^Accept all \d+$/));
    await waitFor(() => expect(screen.queryByText(/suggestions? waits?/)).toBeNull());
    expect(sent).toHaveLength(1);
    expect(before).toBe(`${sent[0]!.length} suggestions wait`);
    expect(stated(sent[0])).toContainEqual({
      about: someone("Ann"),
      scope: deal,
      how: "judgement",
      // Of a title alone.
      sure: "guess",
      aspect: "role",
      role: "purchaser",
      holds: true,
    });
    expect(view.value.beliefs.get(someone("Ann"))!.roles.purchaser.state).toBe("stated");
    await undo();
    await screen.findByText(before!);
    expect(sent).toHaveLength(2);
  });

  test("are answered one by one, and refused for good", async () => {
    const { sent } = show({ people: { Ann: "Purchasing manager" } });
    fireEvent.click(screen.getByText("1 suggestion waits"));
    const question = "Ann: The title “Purchasing manager” suggests: purchaser?";
    fireEvent.click(await screen.findByRole("button", { name: "Ann" }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(someone("Ann"));
    expect(await axeFinds()).toEqual([]);
    fireEvent.click(button(`Dismiss: ${question}`));
    await waitFor(() => expect(screen.queryByText(/suggestion/)).toBeNull());
    expect(stated(sent[0])).toMatchObject([{ aspect: "refused", suggestion: "role/purchaser" }]);
  });

  test("leave the focus with the next one, and with the part when all are answered", async () => {
    show({ people: { Ann: "Purchasing manager", Bo: "Purchasing manager" } });
    fireEvent.click(screen.getByText("2 suggestions wait"));
    const accept = (name: string) => button(new RegExp(`^Accept: ${name}`));
    await waitFor(() => accept("Bo"));
    press(accept("Ann"));
    await waitFor(() => expect(document.activeElement).toBe(accept("Bo")));
    press(accept("Bo"));
    await waitFor(() => expect(document.activeElement?.textContent).toBe("People"));
  });

  test("are not there where nothing is suggested", () => {
    show({ people: { Cy: "" } });
    expect(screen.queryByText(/suggestion/)).toBeNull();
  });
});

describe("the account's other people", () => {
  const rows = () => screen.getAllByRole("button", { name: /^Involve / });

  test("are one tap from the decision, and from being opened", async () => {
    const { sent, view } = show({ people: { Ann: "" }, others: ["Sun Lei", "Bo"] });
    fireEvent.click(screen.getByText("Also at Huadong (2)"));
    fireEvent.click(await screen.findByRole("button", { name: "Sun Lei" }));
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(someone("Sun Lei"));
    fireEvent.click(button("Involve Sun Lei in this decision"));
    await waitFor(() => expect(view.value.beliefs.has(someone("Sun Lei"))).toBe(true));
    expect(stated(sent[0])).toEqual([
      {
        about: someone("Sun Lei"),
        scope: deal,
        how: "judgement",
        sure: "certain",
        aspect: "known",
        name: "Sun Lei",
      },
    ]);
    expect(screen.getByText("Also at Huadong (1)")).toBeTruthy();
    await undo();
    await waitFor(() => expect(view.value.bystanders.has(someone("Sun Lei"))).toBe(true));
  });

  test("leave the focus with the next one who is not involved", async () => {
    show({ people: { Ann: "" }, others: ["Bo", "Cy", "Di"] });
    fireEvent.click(screen.getByText(/^Also at/));
    const involve = (name: string) => button(`Involve ${name} in this decision`);
    await waitFor(() => involve("Cy"));
    press(involve("Cy"));
    await waitFor(() => expect(document.activeElement).toBe(involve("Di")));
    press(involve("Di"));
    await waitFor(() => expect(document.activeElement).toBe(involve("Bo")));
    press(involve("Bo"));
    await waitFor(() => expect(document.activeElement?.textContent).toBe("People"));
  });

  test("stand open, with a mark, where something was typed of one of them", () => {
    const draft = draftOf(deal, `note ${someone("Sun Lei")}`);
    draft.type("half a");
    show({ people: { Ann: "" }, others: ["Sun Lei", "Bo"] });
    expect(button("Sun Lei draft")).toBeTruthy();
    expect(button("Bo")).toBeTruthy();
    draft.type("");
  });

  test("are searched where they are many", async () => {
    show({ people: { Ann: "" }, others: ["Sun Lei"] });
    fireEvent.click(screen.getByText(/^Also at/));
    await screen.findByRole("button", { name: "Sun Lei" });
    expect(screen.queryByRole("searchbox")).toBeNull();
    cleanup();
    show({ people: { Ann: "" }, others: [...many, "Ｓun Lei"] });
    fireEvent.click(screen.getByText(/^Also at/));
    const box = await screen.findByRole("searchbox", { name: "Search by name or title" });
    expect(rows()).toHaveLength(13);
    fireEvent.input(box, { target: { value: " sun L" } });
    expect(rows()).toHaveLength(1);
    fireEvent.input(box, { target: { value: "nobody" } });
    expect(screen.getByText("Nobody here is called so.")).toBeTruthy();
    expect(await axeFinds()).toEqual([]);
  });

  test("stand open until somebody is in the decision, and then as the user left them", async () => {
    const { view } = show({ people: {}, others: ["Sun Lei", "Bo"] });
    expect(button("Sun Lei")).toBeTruthy();
    fireEvent.click(button("Involve Sun Lei in this decision"));
    await waitFor(() => expect(view.value.beliefs.size).toBe(1));
    await waitFor(() => expect(screen.queryByRole("button", { name: "Bo" })).toBeNull());
    fireEvent.click(screen.getByText(/^Also at/));
    expect(await screen.findByRole("button", { name: "Bo" })).toBeTruthy();
  });
});

describe("somebody who is not in the CRM", () => {
  const form = () => screen.getByRole("form", { name: "Somebody who is not in the CRM" });
  const begin = () => fireEvent.click(button("+ Add a person"));

  test("is added by their name, in the account and in this decision, in one act", async () => {
    const { sent } = show({ people: { Ann: "" } });
    begin();
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name")));
    const add = within(form()).getByRole<HTMLButtonElement>("button", { name: "Add" });
    expect(add.disabled).toBe(true);
    expect(await axeFinds()).toEqual([]);
    type("Name", "  Sun   Lei ");
    type("Title, if you know it", "Plant manager");
    fireEvent.submit(form());
    await waitFor(() => expect(sent).toHaveLength(1));
    const says = { aspect: "known", name: "Sun Lei", title: "Plant manager" };
    const about = keyOfAdded(customer, "Sun Lei", "Huadong");
    expect(stated(sent[0])).toMatchObject([
      { about, scope: customer, ...says },
      { about, scope: deal, ...says },
    ]);
    expect(screen.queryByRole("form")).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(button("+ Add a person")));
    begin();
    expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("");
  });

  test("is not added twice: whoever is called so is offered", async () => {
    const { sent } = show({ people: { "Sun Lei": "Planner" }, others: ["Sun Leila"] });
    begin();
    type("Name", "sun le");
    expect(screen.getByText("Here already:")).toBeTruthy();
    expect(button("Open Sun Leila")).toBeTruthy();
    type("Name", "SUN lei");
    expect(within(form()).getByRole<HTMLButtonElement>("button", { name: "Add" }).disabled).toBe(
      true,
    );
    expect(screen.getByText("Sun Lei is here already:")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Open Sun Leila" })).toBeNull();
    // Enter takes them.
    fireEvent.submit(form());
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(someone("Sun Lei"));
    expect(sent).toEqual([]);
  });

  test("is another of that name where the user says so", async () => {
    const { sent } = show({ people: { "Sun Lei": "Planner" } });
    begin();
    type("Name", "sun Lei");
    type("Title, if you know it", "Driver");
    fireEvent.click(button("Another person of this name"));
    await waitFor(() => expect(sent).toHaveLength(1));
    const [one, here, apart] = stated(sent[0]) as { about: RecordKey<"contact"> }[];
    expect(one!.about).not.toBe(keyOfAdded(customer, "Sun Lei", "Huadong"));
    const known = { about: one!.about, aspect: "known", name: "Sun Lei", title: "Driver" };
    expect(one).toMatchObject({ ...known, scope: customer });
    expect(here).toMatchObject({ ...known, scope: deal });
    const same = { aspect: "same", as: someone("Sun Lei"), holds: false };
    expect(apart).toMatchObject({ about: one!.about, scope: customer, ...same });
    // They stay apart, as records.
    const [added] = knownPeople(sent[0] as StatedClaim[]);
    const { joins, namesakes } = identify(
      [record(someone("Sun Lei"), "Sun Lei"), added!],
      sent[0] as StatedClaim[],
      () => customer,
    );
    expect([joins, namesakes]).toEqual([[], []]);
    // And each further one is another.
    begin();
    type("Name", "Sun Lei");
    fireEvent.click(button("Another person of this name"));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(stated(sent[1])[0]).not.toMatchObject({ about: one!.about });
  });

  test("is kept when Escape folds the form, and Escape in a composition is the composer's", async () => {
    show({ people: { Ann: "" } });
    begin();
    type("Name", "Sun");
    const escape = { key: "Escape", isComposing: true };
    fireEvent.keyDown(screen.getByLabelText("Name"), escape);
    expect(form()).toBeTruthy();
    fireEvent.keyDown(screen.getByLabelText("Name"), { ...escape, isComposing: false });
    expect(screen.queryByRole("form")).toBeNull();
    fireEvent.click(button("+ Add a person draft"));
    expect(screen.getByLabelText<HTMLInputElement>("Name").value).toBe("Sun");
  });

  test("leaves the focus to nothing but the field, and the button again, however it is folded", async () => {
    const { sent } = show({ people: { Ann: "" } });
    const heard: string[] = [];
    const hear = ({ target }: FocusEvent) => {
      const { tagName, textContent } = target as HTMLElement;
      heard.push(textContent || tagName);
    };
    document.addEventListener("focusin", hear);
    const open = () => button(/^\+ Add a person/);
    const field = () => screen.getByLabelText("Name");
    const pressed = async (one: HTMLElement, then: () => HTMLElement) => {
      one.focus();
      heard.length = 0;
      press(one);
      await waitFor(() => expect(document.activeElement).toBe(then()));
      // Nor does it go elsewhere later.
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(document.activeElement).toBe(then());
    };
    await pressed(open(), field);
    expect(heard).toEqual(["INPUT"]);
    await pressed(button("Cancel"), open);
    expect(heard).toEqual(["+ Add a person"]);
    await pressed(open(), field);
    type("Name", "Sun Lei");
    await pressed(button("Add"), open);
    expect(heard).toEqual(["+ Add a person"]);
    expect(sent).toHaveLength(1);
    document.removeEventListener("focusin", hear);
  });

  test("is brought back when it was cancelled", async () => {
    show({ people: { Ann: "" } });
    // It stands before it has words, so that they are read out.
    const said = screen.getByRole("status");
    begin();
    fireEvent.click(button("Cancel"));
    expect(screen.queryByText("Discarded.")).toBeNull();
    begin();
    type("Name", "Sun");
    type("Title, if you know it", "Driver");
    fireEvent.click(button("Cancel"));
    expect(button("+ Add a person")).toBeTruthy();
    expect(await screen.findByText("Discarded.")).toBe(said);
    expect(await axeFinds()).toEqual([]);
    fireEvent.click(button("Bring it back"));
    const value = (label: string) => screen.getByLabelText<HTMLInputElement>(label).value;
    expect([value("Name"), value("Title, if you know it")]).toEqual(["Sun", "Driver"]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Name")));
  });

  test("is there when the panel comes back, though only the title was typed", async () => {
    show({ people: { Ann: "" } });
    begin();
    type("Title, if you know it", "Driver");
    cleanup();
    show({ people: { Ann: "" } });
    expect(form()).toBeTruthy();
  });
});
