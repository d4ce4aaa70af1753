import { describe, expect, test } from "vitest";
import { roleCoverages } from "./coverage";
import { believed, chen, decides, li, wang, type Said } from "./testing";

/** The decision maker, as covered by what is said. */
function decided(...says: Said[]) {
  const [coverage] = roleCoverages(believed({ says }).beliefs, ["decision-maker"]);
  return { state: coverage?.state, who: coverage?.holders.map(({ person }) => person) };
}
const yes = { how: "act", sure: "certain" } as const;
const no = { how: "observation", sure: "certain" } as const;
/** Likelier than not, and denied as strongly: 5 + 3 − 4 − 1.39. */
const contested: Said[] = [
  [chen, decides(), yes],
  [chen, decides(), { how: "judgement", sure: "certain" }],
  [chen, decides(false), no],
];

describe("a role is", () => {
  test("open where nothing points to anybody", () => {
    expect(decided()).toEqual({ state: "open", who: [] });
  });

  test("guessed by a weak word", () => {
    expect(decided([li, decides(), { sure: "guess", how: "judgement" }])).toEqual({
      state: "guessed",
      who: [li],
    });
  });

  test("contested, and not held by nobody, where the only likely holder is contested", () => {
    expect(decided(...contested)).toEqual({ state: "contested", who: [chen] });
  });

  test("held by whoever is stated to, with who is likely but contested beside them", () => {
    expect(decided(...contested, [wang, decides(), yes])).toEqual({
      state: "held",
      who: [wang, chen],
    });
  });
});
