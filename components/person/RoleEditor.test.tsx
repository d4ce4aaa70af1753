// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { browser } from "wxt/browser";
import { RoleTags } from "@/components/map/RoleTags";
import { fold } from "@/lib/beliefs";
import type { StatedClaim, Vocabulary } from "@/lib/domain";
import { NOON, claim, key, link, record } from "@/lib/domain/testing";
import { settings } from "@/lib/store";
import { followLocale, followPersonTexts, followStepTexts, vocabulary } from "@/lib/view";
import { RoleEditor } from "./RoleEditor";
import { speakerOf } from "./speaker";

const deal = key("opportunity", "006A");
const li = record(key("contact", "L"), "Li Wei");
const OWN: Vocabulary = {
  skin: "blue-sheet",
  names: {},
  places: { gatekeeper: "hidden", approver: "hidden" },
  added: [{ id: "1", name: "Budget owner", as: "decision-maker" }],
};

function draw(claims: readonly StatedClaim[]) {
  const people = { opportunity: deal, people: [li], links: [link(deal, li.key)], claims };
  const belief = fold(people, NOON).beliefs.get(li.key)!;
  const grounds = { how: "interview", sure: "certain" } as const;
  const speaker = speakerOf(belief, deal, claims, grounds, () => "");
  const says = vi.fn<typeof speaker.says>();
  const unsays = vi.fn<typeof speaker.unsays>();
  render(
    <>
      <RoleTags roles={belief.roles} />
      <RoleEditor speaker={{ ...speaker, says, unsays }} />
    </>,
  );
  return { says, unsays };
}

const of = (role: string) => within(screen.getByRole("group", { name: role }));
const chosen = (role: string) =>
  (of(role).getAllByRole("radio") as HTMLInputElement[]).find(({ checked }) => checked)?.ariaLabel;
const said = (called?: string) =>
  claim(
    1,
    li.key,
    { aspect: "role", role: "decision-maker", holds: true, ...(called ? { called } : {}) },
    { scope: deal },
  );

beforeEach(async () => {
  vi.spyOn(browser.i18n, "getUILanguage").mockReturnValue("en");
  await settings.vocabulary.setValue(OWN);
  await Promise.all([followLocale(document), followPersonTexts(), followStepTexts()]);
  await waitFor(() => expect(vocabulary.value.skin).toBe("blue-sheet"));
});
afterEach(async () => {
  cleanup();
  await settings.vocabulary.removeValue();
});

test("offers what the vocabulary offers, by its names, and nothing that is hidden", () => {
  draw([]);
  const names = screen
    .getAllByRole("group", { hidden: true })
    .flatMap((group) => group.querySelector("legend")?.textContent ?? []);
  expect(names.slice(0, 5)).toEqual([
    "economic buyer",
    "user buyer",
    "technical buyer",
    "coach",
    "Budget owner",
  ]);
  expect(screen.queryByRole("group", { name: "gatekeeper", hidden: true })).toBeNull();
});

test("a role that is hidden and held is still to be seen", () => {
  draw([claim(1, li.key, { aspect: "role", role: "approver", holds: true }, { scope: deal })]);
  expect(chosen("approver")).toBe("Yes");
});

test("a role of one's own is said by its name, and counts as another", () => {
  const { says } = draw([]);
  fireEvent.click(of("Budget owner").getByRole("radio", { name: "Yes" }));
  expect(says).toHaveBeenCalledExactlyOnceWith(expect.stringContaining("Budget owner"), {
    aspect: "role",
    role: "decision-maker",
    holds: true,
    called: "Budget owner",
  });
});

test("what was said by it is shown by it, and taken back by it", () => {
  const { unsays } = draw([said("Budget owner")]);
  expect(document.querySelector(".tag")?.textContent).toBe("Budget owner");
  expect(chosen("Budget owner")).toBe("Yes");
  expect(chosen("economic buyer")).toBe("Yes");
  fireEvent.click(of("Budget owner").getByRole("radio", { name: /not stated/i }));
  const [, matches] = unsays.mock.calls[0]!;
  expect(matches(said("Budget owner").says)).toBe(true);
  expect(matches(said().says)).toBe(false);
});

test("when it is removed, who held it keeps the role that it counted as", () => {
  draw([said("Sponsor")]);
  expect(document.querySelector(".tag")?.textContent).toBe("economic buyer");
  expect(chosen("economic buyer")).toBe("Yes");
  expect(chosen("Budget owner")).not.toBe("Yes");
});
