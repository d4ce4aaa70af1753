import { describe, expect, test } from "vitest";
import {
  access,
  chen,
  decides,
  li,
  mapOf,
  moves,
  person,
  reports,
  role,
  seen,
  stance,
  wang,
  zhao,
  type Said,
} from "./testing";

const people = [li, wang, chen, zhao];
const map = (says: readonly Said[]) => mapOf({ people, says }).structure;
const way = (says: readonly Said[], to = chen) => map(says).paths.get(to);

describe("a way of introduction", () => {
  test("is none while we know nobody, or nobody is tied to them", () => {
    expect(way([[li, moves(chen, 3), seen]])).toBeUndefined();
    expect(way([[li, access(3), seen]])).toBeUndefined();
  });

  test("is direct to whom we have met", () => {
    // A claim of 8 counts 1 / (1 / 8 + 1 / (12·.565)) = 3.67: (.43 + 3.67·3) / 4.67 = 2.45 of 3.
    expect(way([[chen, access(3), seen]])).toEqual({
      through: [],
      chance: expect.closeTo(0.8166, 4) as number,
    });
  });

  test("leads through whoever moves them or reports to them, by the best chance", () => {
    // A decisive tie seen for certain: .9318.
    const through = way([
      [li, access(3), seen],
      [li, moves(chen, 3), seen],
    ]);
    expect(through?.through).toEqual([li]);
    expect(through?.chance).toBeCloseTo(0.8166 * 0.9318, 3);
    const both: Said[] = [
      [li, access(3), seen],
      [li, reports(chen), seen],
      [wang, access(2), seen],
      [wang, moves(chen, 3), seen],
    ];
    expect(way(both)?.through).toEqual([wang]);
  });

  test("may take several people, and rather a longer way of strong ties than a short weak one", () => {
    const long: Said[] = [
      [li, access(3), seen],
      [li, moves(wang, 3), seen],
      [wang, moves(chen, 3), seen],
      [li, moves(chen, 1), { sure: "guess" }],
    ];
    expect(way(long)?.through).toEqual([li, wang]);
  });

  test("never leads through an opponent, though an opponent can be reached", () => {
    const says: Said[] = [
      [li, access(3), seen],
      [li, stance(-1), seen],
      [li, moves(chen, 3), seen],
    ];
    expect(way(says)).toBeUndefined();
    expect(way(says, li)?.through).toEqual([]);
    const around: Said[] = [
      ...says,
      [wang, access(1), seen],
      [wang, moves(zhao, 1), seen],
      [zhao, moves(chen, 1), seen],
    ];
    expect(way(around)?.through).toEqual([wang, zhao]);
  });

  test("is not led by somebody who left", () => {
    expect(
      way([
        [li, access(3), seen],
        [li, moves(chen, 3), seen],
        [li, { aspect: "left" }],
      ]),
    ).toBeUndefined();
  });
});

describe("a single point of failure", () => {
  const bridge: Said[] = [
    [chen, decides(), seen],
    [li, access(3), seen],
    [li, moves(chen, 3), seen],
  ];

  test("is whoever cuts us off from a key player when removed", () => {
    expect(map(bridge).singlePoints).toEqual([{ person: li, cutsOff: [chen] }]);
  });

  test("is none where there is another way, or we know the key player ourselves", () => {
    const second: Said[] = [
      [wang, access(1), seen],
      [wang, reports(chen)],
    ];
    expect(map([...bridge, ...second]).singlePoints).toEqual([]);
    expect(map([...bridge, [chen, access(1), seen]]).singlePoints).toEqual([]);
  });

  test("another way through an opponent is none", () => {
    const hostile: Said[] = [
      [wang, access(1), seen],
      [wang, reports(chen)],
      [wang, stance(-2), seen],
    ];
    expect(map([...bridge, ...hostile]).singlePoints).toEqual([{ person: li, cutsOff: [chen] }]);
  });
});

test("a broker is who stands on the best way to a good part of the decision", () => {
  const says: Said[] = [
    [chen, decides(), seen],
    [li, access(3), seen],
    [li, moves(chen, 3), seen],
    [wang, reports(chen), seen],
  ];
  const { brokers, shares } = map(says);
  const part = (shares.get(chen) ?? 0) + (shares.get(wang) ?? 0);
  expect(brokers[0]).toEqual({ person: li, share: expect.closeTo(part, 9) as number });
});

test("opponents with power are key players against us, the greatest share first", () => {
  const says: Said[] = [
    [chen, decides(), seen],
    [chen, stance(-1), seen],
    [zhao, role("purchaser"), seen],
    [zhao, stance(-2), seen],
    [li, stance(1), seen],
  ];
  expect(map(says).opponents).toEqual([chen, zhao]);
  const many = [...people, ...Array.from({ length: 30 }, (_, n) => person(`${n}`))];
  const powerless: Said[] = [
    [chen, decides(), seen],
    [zhao, stance(-2), seen],
  ];
  expect(mapOf({ people: many, says: powerless }).structure.opponents).toEqual([]);
});
