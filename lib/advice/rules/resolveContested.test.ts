import { describe, expect, test } from "vitest";
import { claimId, link } from "@/lib/domain/testing";
import {
  access,
  chen,
  deal,
  decides,
  role,
  li,
  moves,
  seen,
  stance,
  wang,
  type Said,
} from "@/lib/structure/testing";
import { draftsOf, situationOf, statedBy, stepOf, stepsOf } from "../testing";
import { resolveContested } from "./resolveContested";

const roleSays: Said[] = [
  [li, decides(), { how: "act" }],
  [li, decides(false), { how: "observation" }],
];

test("a contested role is asked about, with whom we know near the person", () => {
  const says: Said[] = [...roleSays, [wang, access(2), seen], [wang, moves(li)]];
  const step = stepOf("resolve-contested", { says });
  expect(step).toMatchObject({
    person: li,
    through: [wang],
    facts: { aspect: "role", role: "decision-maker" },
  });
  expect(statedBy(step, "yes")).toEqual([[li, decides()]]);
});

test("also of those who approve", () => {
  const says = roleSays.map(([who, , more], n): Said => [
    who,
    role("approver", n === 0),
    more ?? {},
  ]);
  expect(stepOf("resolve-contested", { says }).facts.role).toBe("approver");
});

test("so is a contested stance, which is not averaged away", () => {
  const says: Said[] = [
    [li, stance(1), { how: "act" }],
    [li, stance(-1), { how: "observation" }],
  ];
  const step = stepOf("resolve-contested", { says });
  expect(step).toMatchObject({ person: li, facts: { aspect: "stance" } });
  expect(step.gain.spread).toBeLessThan(0);
  expect(statedBy(step, "against-us")).toEqual([[li, stance(-1)]]);
});

test("another claim on either side is another reason", () => {
  const again: Said[] = [...roleSays, [li, decides(), { how: "questionnaire" }]];
  expect(stepOf("resolve-contested", { says: again }).key).not.toBe(
    stepOf("resolve-contested", { says: roleSays }).key,
  );
  expect(stepsOf("resolve-contested", { says: roleSays.slice(0, 1) })).toEqual([]);
});

/** Whom an outcome takes back, by the number of their claim. */
const takenBack = (step: ReturnType<typeof stepOf>) =>
  step.outcomes.map(({ key, takesBack }) => [key, ...(takesBack ?? []).map(({ id }) => id)]);

test("what others say of it is hearsay; who was asked about already speaks for themselves", () => {
  const near: Said[] = [
    [wang, access(2), seen],
    [wang, moves(li)],
  ];
  const heard = stepOf("resolve-contested", { says: [...roleSays, ...near] });
  expect(heard.outcomes.map(({ claims }) => claims[0]?.sure)).toEqual(["guess", "guess"]);
  const told: Said[] = [[li, decides(), { how: "interview" }], roleSays[1]!];
  const own = stepOf("resolve-contested", { says: [...told, ...near] });
  expect(own.through).toEqual([]);
  expect(own.outcomes.map(({ claims }) => claims[0]?.sure)).toEqual(["likely", "likely"]);
});

test("hearsay is worth less than the person's own word: .3653 of 4 points, not .7838", () => {
  const near: Said[] = [[wang, access(3), seen]];
  const worth = (says: Said[]) => draftsOf(resolveContested, { says })[0]?.besides;
  // Full access .81655 · .6; nobody to ask .25 · .6.
  expect(worth([...roleSays, ...near])).toBeCloseTo(4 * 0.3653 * 0.81655 * 0.6, 3);
  expect(worth(roleSays)).toBeCloseTo(4 * 0.7838 * 0.25 * 0.6, 3);
});

describe("an outcome settles it", () => {
  test("of a role and a stance: the strong claims that it contradicts are taken back", () => {
    expect(takenBack(stepOf("resolve-contested", { says: roleSays }))).toEqual([
      ["yes", claimId(1)],
      ["no", claimId(0)],
    ]);
    const says: Said[] = [
      [li, stance(2), { how: "act" }],
      [li, stance(-1), { how: "observation" }],
      [li, stance(1), { how: "judgement", sure: "guess" }],
    ];
    expect(takenBack(stepOf("resolve-contested", { says }))).toEqual([
      ["for-us", claimId(1)],
      ["neutral", claimId(0), claimId(1)],
      ["against-us", claimId(0)],
    ]);
  });

  test("but not what somebody else said: that is theirs", () => {
    const says = roleSays.map(([who, what, more]): Said => [who, what, { ...more, by: "you" }]);
    expect(takenBack(stepOf("resolve-contested", { says }))).toEqual([["yes"], ["no"]]);
  });

  test("after which there is nothing left to resolve", () => {
    const step = stepOf("resolve-contested", { says: roleSays });
    const yes = step.outcomes.find(({ key }) => key === "yes")!;
    const [{ says, how, sure }] = yes.claims as [(typeof yes.claims)[0]];
    const rest = roleSays.filter((_, n) => yes.takesBack?.every(({ id }) => id !== claimId(n)));
    expect(rest).toHaveLength(1);
    expect(stepsOf("resolve-contested", { says: [...rest, [li, says, { how, sure }]] })).toEqual(
      [],
    );
  });

  test("or is asked no more, where the CRM goes on contradicting what we were told", () => {
    const links = [link(deal, li, { role: "Decision Maker" })];
    const no = (how: "judgement" | "interview"): Said[] => [[li, decides(false), { how }]];
    expect(stepsOf("resolve-contested", { links, says: no("judgement") })).toHaveLength(1);
    expect(stepsOf("resolve-contested", { links, says: no("interview") })).toEqual([]);
  });
});

test("so is contested power, level by level", () => {
  const says: Said[] = [
    [li, { aspect: "power", level: 3 }, { how: "act" }],
    [li, { aspect: "power", level: 1 }, { how: "observation" }],
  ];
  const step = stepOf("resolve-contested", { says });
  expect(step).toMatchObject({ person: li, facts: { aspect: "power" } });
  expect(step.outcomes.map(({ claims }) => claims[0]?.says)).toEqual(
    [1, 2, 3].map((level) => ({ aspect: "power", level })),
  );
  expect(takenBack(step)).toEqual([
    ["level", claimId(0)],
    ["level", claimId(0), claimId(1)],
    ["level", claimId(1)],
  ]);
  expect(stepsOf("resolve-contested", { says: says.slice(0, 1) })).toEqual([]);
});

describe("a contested tie", () => {
  const says: Said[] = [
    [li, moves(chen, 3), { how: "act" }],
    [li, moves(chen, 2, false), { how: "observation" }],
  ];

  test("is asked about as it stands between the two", () => {
    const step = stepOf("resolve-contested", { says });
    expect(step).toMatchObject({ person: li, facts: { aspect: "tie", whom: chen } });
    expect(statedBy(step, "yes")).toEqual([[li, moves(chen, 3)]]);
    expect(statedBy(step, "no")).toEqual([[li, moves(chen, 3, false)]]);
    expect(takenBack(step)).toEqual([
      ["yes", claimId(1)],
      ["no", claimId(0)],
    ]);
  });

  test("is also one that is rather denied, and none when whom they move has left", () => {
    const denied: Said[] = [
      [li, moves(chen, 3), { how: "judgement" }],
      [li, moves(chen, 2, false), { how: "act", sure: "certain" }],
    ];
    expect(stepOf("resolve-contested", { says: denied }).facts.whom).toBe(chen);
    expect(stepsOf("resolve-contested", { says: [...says, [chen, { aspect: "left" }]] })).toEqual(
      [],
    );
  });

  test("is settled by the word of who is moved, and by another's as hearsay", () => {
    const sure = (...more: Said[]) => {
      const step = stepOf("resolve-contested", { says: [...says, ...more] });
      return [step.through, step.outcomes[0]?.claims[0]?.sure];
    };
    expect(sure([chen, access(3), seen])).toEqual([[chen], "likely"]);
    expect(sure([wang, access(3), seen])).toEqual([[wang], "guess"]);
  });

  test("is worth the part of the decision of who is moved", () => {
    const [step] = draftsOf(resolveContested, { people: [li, chen], says });
    const share = situationOf({ people: [li, chen], says }).structure.shares.get(chen)!;
    expect(step?.besides).toBeCloseTo(0.15 * 4 * share, 9);
    expect(step?.facts.share).toBe(share);
  });
});

test("a role is worth clearing up by its weight, as if it were open, by hand", () => {
  const says: Said[] = [
    [li, role("approver"), { how: "act" }],
    [li, role("approver", false), { how: "observation" }],
  ];
  // Nobody to ask: .15. 4 · .25 · (1 − kept of even odds, 4 · .9427 · .0573), at a cost of .1.
  expect(stepOf("resolve-contested", { says }).score).toBeCloseTo(
    (0.15 * (1 - 4 * 0.9427 * 0.0573)) / 1.1,
    4,
  );
});

test("a stance or power is worth the share, a stance also what the answer takes off the doubt, by hand", () => {
  const two = (says: Said[]) => {
    const one = { people: [li, chen], says };
    const [draft] = draftsOf(resolveContested, one);
    return { ...draft!, structure: situationOf(one).structure };
  };
  const power = two([
    [li, { aspect: "power", level: 3 }, { how: "act" }],
    [li, { aspect: "power", level: 1 }, { how: "observation" }],
  ]);
  expect(power.besides).toBeCloseTo(0.15 * 4 * power.structure.shares.get(li)!, 9);
  const stood = two([
    [li, stance(1), { how: "act" }],
    [li, stance(-1), { how: "observation" }],
  ]);
  expect(stood.besides).toBeCloseTo(0.15 * 4 * stood.structure.shares.get(li)!, 9);
  // Weights 4 and 3.2: k = 1 / (1/8 + 1/24) = 6 and 1 / (1/6.4 + 1/24) = 5.0526, variance 2 / 12.0526 = .16594.
  const { variance } = stood.structure.support;
  const part = stood.structure.uncertainty.people.get(li)!.stance;
  const less = 0.15 * part * (1 - 0.4405 / (0.4405 + 0.16594));
  expect(stood.gain.spread).toBeCloseTo(
    1.6449 * (Math.sqrt(variance - less) - Math.sqrt(variance)),
    6,
  );
});
