import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standing, type RecordKey, type StatedClaim } from "@/lib/domain";
import { DAY, NOON, claim, field, key, link, record } from "@/lib/domain/testing";
import { fold, type BeliefInput } from "./index";
import { anyDecision, anyLog, inputOf } from "./testing";

const deal = key("opportunity", "006A");
const people = Array.from({ length: 6 }, (_, n) => record(key("contact", `${n}`), `Person ${n}`));
const one = (n: number) => people[n]?.key as RecordKey<"contact">;
const input = (claims: readonly StatedClaim[], more: Partial<BeliefInput> = {}): BeliefInput => ({
  opportunity: deal,
  people,
  links: [],
  claims,
  ...more,
});

/** Whose belief is another object than before. */
const renewed = (before: ReturnType<typeof fold>, after: ReturnType<typeof fold>) =>
  [...after.beliefs]
    .filter(([who, belief]) => before.beliefs.get(who) !== belief)
    .map(([who]) => who);

describe("a fold that knows the one before", () => {
  test("gives what a fresh one gives, whatever was added or taken away", () => {
    fc.assert(
      fc.property(anyDecision, anyLog, fc.nat(60), (decision, more, kept) => {
        // Some of the first are withdrawn, others come: an id always stands for the same claim.
        const first = standing(decision.log);
        const others = standing(more).map((one) => ({ ...one, id: `${one.id}-later` }));
        const second = inputOf(decision, [...first.slice(0, kept), ...others]);
        const before = fold(inputOf(decision, first), NOON);
        expect(fold(second, NOON, before)).toEqual(fold(second, NOON));
      }),
    );
  });

  test("computes only what a claim touches", () => {
    const claims = people.map(({ key: who }, n) =>
      claim(n, who, { aspect: "stance", value: 1 }, { scope: deal }),
    );
    const before = fold(input(claims), NOON);
    const more = claim(50, one(2), { aspect: "access", level: 2 }, { scope: deal });
    // As the store gives them: other objects with the same content.
    const after = fold(structuredClone(input([...claims, more])), NOON, before);
    expect(renewed(before, after)).toEqual([one(2)]);
  });

  test("computes anew whose record, link, name or chief changed", () => {
    const before = fold(input([]), NOON);
    const titled = people.map((person, n) =>
      n === 1 ? { ...person, fields: { title: field("CTO") } } : person,
    );
    expect(renewed(before, fold(input([], { people: titled }), NOON, before))).toEqual([one(1)]);
    const links = [link(deal, one(3), { role: "User" })];
    expect(renewed(before, fold(input([], { links }), NOON, before))).toEqual([one(3)]);
    const reporting = people.map((person, n) =>
      n === 4 ? { ...person, fields: { reportsTo: field("Person 0") } } : person,
    );
    const led = fold(input([], { people: reporting }), NOON);
    // The chief is known by name: another person of that name, and nobody is any more.
    const twice = [...reporting, record(key("contact", "z"), "Person 0")];
    const after = fold(input([], { people: twice }), NOON, led);
    expect(renewed(led, after)).toEqual([one(4), key("contact", "z")]);
  });

  test("computes all anew for another time or another decision", () => {
    const claims = [claim(1, one(0), { aspect: "stance", value: 1 }, { scope: deal })];
    const before = fold(input(claims), NOON);
    expect(renewed(before, fold(input(claims), NOON + DAY, before))).toHaveLength(people.length);
    const elsewhere = fold(input(claims, { opportunity: key("opportunity", "x") }), NOON, before);
    expect(elsewhere.beliefs.get(one(0))?.stance.state).toBe("unknown");
  });

  test("a claim that people were joined under another key is not the same claim", () => {
    const tie = claim(
      1,
      one(0),
      { aspect: "influences", whom: one(1), strength: 2, holds: true },
      { scope: deal },
    );
    const before = fold(input([tie]), NOON);
    const joined = { ...tie, says: { ...tie.says, whom: one(2) } } as StatedClaim;
    const after = fold(input([joined]), NOON, before);
    expect(after.beliefs.get(one(0))?.influences[0]?.whom).toBe(one(2));
  });
});
