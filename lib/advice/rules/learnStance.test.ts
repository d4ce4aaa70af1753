import { expect, test } from "vitest";
import {
  access,
  chen,
  decides,
  li,
  moves,
  person,
  seen,
  stance,
  wang,
  zhao,
  type Said,
} from "@/lib/structure/testing";
import { situationOf, statedBy, stepOf, stepsOf } from "../testing";

const base: Said[] = [
  [li, decides(), seen],
  [wang, access(3), seen],
  [wang, moves(li), seen],
  [wang, stance(1), seen],
];

test("it is asked of whom the prediction depends on most, through who knows them", () => {
  const [first] = stepsOf("learn-stance", { says: base });
  expect(first).toMatchObject({ person: li, through: [wang] });
  expect(first?.gain.spread).toBeLessThan(-0.05);
});

test("directly, and worth more, where we have met", () => {
  const direct = stepsOf("learn-stance", { says: [...base, [li, access(3), seen]] })[0];
  const heard = stepsOf("learn-stance", { says: base })[0];
  expect(direct).toMatchObject({ person: li, through: [] });
  expect(direct?.gain.spread).toBeLessThan(heard?.gain.spread ?? -1);
  // Their own word is likely, what others say of them a guess.
  expect(direct?.outcomes[0]?.claims[0]?.sure).toBe("likely");
  expect(heard?.outcomes[0]?.claims[0]?.sure).toBe("guess");
});

test("not where it is known, and not where there is nobody to ask", () => {
  const all: Said[] = [...base, [li, stance(0), seen], [chen, stance(-1), seen]];
  expect(stepsOf("learn-stance", { says: all })).toEqual([]);
  expect(stepsOf("learn-stance", { says: [[li, decides(), seen]] })).toEqual([]);
});

test("its outcome states a stance", () => {
  const step = stepOf("learn-stance", { people: [li, wang], says: base });
  expect(statedBy(step, "for-us")).toEqual([[li, stance(1)]]);
});

test("it is of two people at once, and is worth what the answer takes off the doubt", () => {
  const says: Said[] = [
    [li, decides(), seen],
    [wang, access(3), seen],
    [wang, stance(1), seen],
  ];
  const people = [li, wang, chen, zhao, person("sun")];
  const titles = { [chen]: "Director", [zhao]: "Clerk", [person("sun")]: "Clerk" };
  const steps = stepsOf("learn-stance", { people, titles, says });
  expect(steps.map(({ person: who }) => who)).toEqual([li, chen]);
  const { structure } = situationOf({ people, titles, says });
  const { variance } = structure.support;
  // Hearsay of weight 1.4 leaves (2 / 2.8 + 1/12) = .7976 beside 2; the root of Wang's .81655.
  const less =
    Math.sqrt(0.81655) * structure.uncertainty.people.get(li)!.stance * (1 - 0.7976 / 2.7976);
  expect(steps[0]?.gain.spread).toBeCloseTo(
    1.6449 * (Math.sqrt(variance - less) - Math.sqrt(variance)),
    4,
  );
});
