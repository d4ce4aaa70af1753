import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROLES } from "./role";
import {
  DEFAULT_VOCABULARY,
  LONGEST_ROLE_NAME,
  MOST_ADDED_ROLES,
  ROLE_PLACES,
  placeOf,
  roleName,
  roleNames,
  rolesIn,
  SKINS,
  vocabularyOf,
} from "./vocabulary";

const builtIn = Object.fromEntries(ROLES.map((role) => [role, `a ${role}`])) as Record<
  (typeof ROLES)[number],
  string
>;
const bySkin = { "blue-sheet": { "decision-maker": "economic buyer", user: "user buyer" } };

describe("names", () => {
  test("the user's own goes before the skin's, and that before the locale's", () => {
    const vocabulary = { ...DEFAULT_VOCABULARY, skin: "blue-sheet", names: { user: "operator" } };
    const names = roleNames(vocabularyOf(vocabulary), builtIn, bySkin);
    expect(names["decision-maker"]).toBe("economic buyer");
    expect(names.user).toBe("operator");
    expect(names.purchaser).toBe("a purchaser");
  });

  test.for([
    ["  Budget   owner ", "Budget owner"],
    ["预算\n负责人", "预算 负责人"],
    ["‮evil", "evil"],
    ["x".repeat(LONGEST_ROLE_NAME + 1), null],
    [" \u200b ", null],
  ] as const)("%j is kept as %j", ([typed, kept]) => expect(roleName(typed)).toBe(kept));
});

describe("places", () => {
  test("a skin offers its own roles first, in its order; hidden is nowhere else", () => {
    const tas = vocabularyOf({ skin: "tas", places: { user: "hidden", champion: "first" } });
    expect(rolesIn(tas, "first")).toEqual([
      "approver",
      "decision-maker",
      "technical-evaluator",
      "champion",
    ]);
    expect(rolesIn(tas, "hidden")).toEqual(["user"]);
    expect(placeOf(tas, "coach")).toBe("more");
  });

  test("every role is in exactly one place, in every vocabulary", () => {
    const anything = fc.record({
      skin: fc.constantFrom(...SKINS),
      places: fc.dictionary(fc.constantFrom(...ROLES), fc.constantFrom(...ROLE_PLACES)),
    });
    fc.assert(
      fc.property(anything, (input) => {
        const vocabulary = vocabularyOf(input);
        const all = ROLE_PLACES.flatMap((place) => rolesIn(vocabulary, place));
        expect(all.toSorted()).toEqual([...ROLES].toSorted());
      }),
    );
  });
});

describe("what was stored or set", () => {
  test("what does not fit is left out, and the rest holds", () => {
    const read = vocabularyOf({
      skin: "nonsense",
      names: { user: "Operator", coach: 7, boss: "x", champion: "" },
      places: { user: "away", coach: "hidden" },
      added: [
        { name: "Budget owner", as: "decision-maker" },
        { name: "Budget owner", as: "approver" },
        { name: "Nobody", as: "nobody" },
        null,
      ],
    });
    expect(read).toEqual({
      skin: "four-roles",
      names: { user: "Operator" },
      places: { coach: "hidden" },
      added: [{ id: "name-Budget owner", name: "Budget owner", as: "decision-maker" }],
    });
  });

  test("anything becomes a vocabulary, and reading it again changes nothing", () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        const once = vocabularyOf(input);
        expect(vocabularyOf(JSON.parse(JSON.stringify(once)))).toEqual(once);
        expect(once.added.length).toBeLessThanOrEqual(MOST_ADDED_ROLES);
      }),
    );
  });

  test("an inherited name is none", () => {
    const input = JSON.parse('{"names":{"__proto__":{"user":"evil"}}}') as unknown;
    expect(vocabularyOf(input).names).toEqual({});
  });
});
