import { expect, test } from "vitest";
import { DAY, NOON } from "@/lib/domain/testing";
import { access, chen, decides, li, seen, stance, wang, type Said } from "@/lib/structure/testing";
import { ALONE, TELLS } from "../constants";
import { stepOf, stepsOf } from "../testing";

const known: Said[] = [
  [li, access(3), seen],
  [wang, access(1), seen],
];

test("whom we know best and who is not against us is asked who has the final say", () => {
  const step = stepOf("find-decision-maker", { says: known });
  expect(step).toMatchObject({
    person: null,
    through: [li],
    facts: { probability: 0.9, noLead: true },
  });
  const hostile: Said[] = [...known, [li, stance(-1), seen]];
  expect(stepOf("find-decision-maker", { says: hostile }).through).toEqual([wang]);
  expect(stepOf("find-decision-maker", {}).through).toEqual([]);
});

test("what it gains is a part of what is not found: more where somebody can tell", () => {
  const told = stepOf("find-decision-maker", { says: known });
  const alone = stepOf("find-decision-maker", {});
  // .6 · .8166 of the ghost's .9, against .6 … of a quarter.
  expect(told.gain.notFound).toBeCloseTo(-0.6 * 0.8166 * 0.9, 3);
  expect(alone.gain.notFound).toBeCloseTo(-0.6 * 0.25 * 0.9, 9);
  expect(told.gain.spread).toBeLessThan(0);
});

test("its outcome names one of the people, likeliest first, or nobody", () => {
  const { outcomes } = stepOf("find-decision-maker", { titles: { [chen]: "CEO" } });
  expect(outcomes.map(({ key, person }) => person ?? key)).toEqual([chen, li, wang, "nothing"]);
  expect(outcomes[0]?.claims).toEqual([
    { about: chen, says: decides(), how: "interview", sure: "likely" },
  ]);
});

test("what the one who was asked says of others is hearsay, of themselves their own word", () => {
  const { through, outcomes } = stepOf("find-decision-maker", { says: known });
  expect(through).toEqual([li]);
  const sure = outcomes.map(({ person, claims }) => [person, claims[0]?.sure]);
  expect(sure).toContainEqual([li, "likely"]);
  expect(sure).toContainEqual([chen, "guess"]);
});

test("who was named to us is verified, not asked for again, for as long as it is believed", () => {
  const named = (days: number): Said[] => [
    ...known,
    [chen, decides(), { sure: "guess", at: NOON - days * DAY }],
  ];
  for (const days of [0, 30, 300]) {
    expect(stepsOf("find-decision-maker", { says: named(days) })).toEqual([]);
    expect(stepOf("verify-role", { says: named(days) }).person).toBe(chen);
  }
  expect(stepsOf("find-decision-maker", { says: named(400) })).toHaveLength(1);
  const denied: Said = [chen, decides(false), { sure: "guess" }];
  expect(stepsOf("find-decision-maker", { says: [...known, denied] })).toHaveLength(1);
  // Who was denied to us was not named to us, likely as we think it ourselves.
  const thought: Said = [chen, decides(), { how: "judgement" }];
  expect(stepsOf("find-decision-maker", { says: [...known, thought, denied] })).toHaveLength(1);
});

test("other leads are another reason; whom to ask is not", () => {
  const key = (says: Said[]) => stepOf("find-decision-maker", { says }).key;
  expect(key([...known, [wang, access(3), { how: "act", sure: "certain" }]])).toBe(key(known));
  const guess: Said = [chen, decides(), { how: "judgement", sure: "guess" }];
  expect(key([...known, guess])).not.toBe(key(known));
});

test("is proposed also when everybody has left", () => {
  const left = [li, wang, chen].map((who): Said => [who, { aspect: "left" }]);
  expect(stepOf("find-decision-maker", { says: left }).gain.notFound).toBeLessThan(0);
});

test("is proposed where nobody is known: all of the decision is to be found", () => {
  const step = stepOf("find-decision-maker", { people: [] });
  expect(step).toMatchObject({ through: [], facts: { count: 0, noLead: true } });
  expect(step.gain.notFound).toBeCloseTo(-TELLS * ALONE);
  expect(step.outcomes.map(({ key }) => key)).toEqual(["nothing"]);
});

test("is not proposed once somebody is stated to decide", () => {
  expect(stepsOf("find-decision-maker", { says: [[li, decides()]] })).toEqual([]);
});
