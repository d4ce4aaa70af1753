import { describe, expect, test } from "vitest";
import { DAY, link, NOON } from "@/lib/domain/testing";
import {
  access,
  chen,
  deal,
  decides,
  li,
  moves,
  person,
  role,
  seen,
  stance,
  wang,
  zhao,
  type Said,
} from "@/lib/structure/testing";
import { nextSteps, RULES, worthOf, type Step, type StepKind } from "./index";
import { situationOf, stepsOf, textbook } from "./testing";

const told = (step: Step | undefined) => step && [step.kind, step.person, ...step.through];

describe("the ranking", () => {
  test("counts a step for more, up to twice, as the close date comes near", () => {
    const score = (closes: number | null) =>
      nextSteps(situationOf({ ...textbook, closes }))[0]?.score ?? 0;
    expect(score(NOON)).toBeCloseTo(2 * score(null), 9);
    expect(score(NOON + 30 * DAY)).toBeCloseTo(1.5 * score(null), 9);
    expect(score(NOON - 5 * DAY)).toBeCloseTo(2 * score(null), 9);
  });

  test("has the worth of each gain as documented", () => {
    expect(worthOf({ support: 1, covered: 0, notFound: 0, spread: 0 })).toBe(25);
    expect(worthOf({ support: 0, covered: 0.1, notFound: -0.1, spread: -0.4 })).toBeCloseTo(
      12.5,
      9,
    );
  });

  test("divides the worth by the political cost: asking .1, a favour .3, a conflict .6", () => {
    const known: Said[] = [
      [chen, decides(), seen],
      [li, access(3), seen],
      [li, moves(chen, 3), seen],
    ];
    const old = { ...seen, at: NOON - 300 * DAY };
    const champion: Said[] = [
      [li, role("champion"), old],
      [li, stance(2), old],
      [li, access(3), old],
    ];
    const crowd = Array.from({ length: 12 }, (_, n) => person(`${n}`));
    const costs: Record<StepKind, [number, Parameters<typeof situationOf>[0]]> = {
      "find-decision-maker": [1.1, { people: [chen] }],
      "verify-role": [1.1, { people: [chen], titles: { [chen]: "Owner" } }],
      "resolve-contested": [
        1.1,
        {
          says: [
            [li, stance(1)],
            [li, stance(-1), { how: "act" }],
          ],
        },
      ],
      "learn-stance": [1, { people: [chen, li], says: known }],
      meet: [1.3, { people: [chen, li], says: known }],
      "deepen-access": [1, { people: [chen], says: [[chen, access(1), seen]] }],
      "win-over": [1, { people: [li], says: [known[1]!, [li, stance(0), seen]] }],
      "adapt-pitch": [1, { people: [li], says: [known[1]!, [li, role("user"), seen]] }],
      "protect-champion": [1, { people: [li], says: champion }],
      "prove-champion": [1.3, { people: [li], says: champion }],
      neutralize: [1.6, { people: [li], says: [[li, stance(-2), seen]] }],
      "answer-objection": [
        1,
        { people: [li], says: [[li, { aspect: "objection", topic: "risk", text: "?" }]] },
      ],
      "add-thread": [1, { people: [chen, li, ...crowd], says: known }],
      refresh: [1, { people: [li], says: [[li, stance(0), old]] }],
    };
    for (const [kind, [by, one]] of Object.entries(costs)) {
      const situation = situationOf(one);
      const [draft] = RULES.flatMap((rule) => rule(situation)).filter((each) => each.kind === kind);
      const { person: who, gain, besides = 0 } = draft!;
      const mine = nextSteps(situation).filter((step) => step.person === who);
      // Each after the first of one person counts half as much as the one before.
      const before = mine.findIndex(({ key }) => key === draft!.key);
      expect([kind, mine[before]!.score]).toEqual([
        kind,
        expect.closeTo((worthOf(gain) + besides) / by / 2 ** before, 9),
      ]);
    }
    // Nobody does us a favour where we go ourselves.
    const [cold] = stepsOf("meet", { people: [chen], says: known.slice(0, 1) });
    expect(cold!.score).toBeCloseTo(worthOf(cold!.gain), 9);
  });

  test("counts the second step about a person half", () => {
    const one = {
      people: [chen],
      says: [
        [chen, decides(), seen],
        [chen, stance(1), seen],
      ] as Said[],
    };
    const objection: Said = [chen, { aspect: "objection", topic: "risk", text: "?" }, seen];
    const both = nextSteps(situationOf({ ...one, says: [...one.says, objection] }));
    expect(both.map(({ kind }) => kind)).toEqual(["answer-objection", "meet"]);
    expect(both[0]!.score).toBeCloseTo(worthOf(both[0]!.gain), 9);
    expect(both[1]!.score).toBeCloseTo(worthOf(both[1]!.gain) / 2, 9);
  });

  test("says on untouched data what a good coach would: who decides, then whoever leads opinion", () => {
    const people = [chen, li, wang, zhao, person("liu")];
    const titles = {
      [chen]: "Technical Director",
      [li]: "IT Department Manager",
      [wang]: "Production Line Lead",
      [zhao]: "Purchasing Manager",
      [person("liu")]: "Systems Engineer",
    };
    const links = [
      link(deal, li, { role: "Influencer" }),
      link(deal, wang, { role: "Business User" }),
      link(deal, person("liu"), { role: "Technical Buyer" }),
    ];
    const steps = nextSteps(situationOf({ people, titles, links }));
    expect(steps.slice(0, 3).map(told)).toEqual([
      ["find-decision-maker", null],
      ["verify-role", chen],
      ["meet", li],
    ]);
  });

  test("does not put one person's steps all in front of the others'", () => {
    const steps = nextSteps(situationOf(textbook));
    expect(new Set(steps.slice(0, 2).map(({ person: who }) => who)).size).toBe(2);
  });

  test("begins with who decides where nobody is known", () => {
    expect(nextSteps(situationOf({ people: [] })).map(told)).toEqual([
      ["find-decision-maker", null],
    ]);
  });
});

describe("any situation", () => {
  test("a thousand people are no trouble", () => {
    const crowd = Array.from({ length: 1_000 }, (_, n) => person(`${n}`));
    const says = crowd.flatMap((who, n): Said[] => [
      [who, moves(crowd[(n * 7 + 1) % 1_000] ?? who)],
      [who, access((n % 4) as 0), seen],
      [who, stance(((n % 5) - 2) as 0)],
    ]);
    expect(nextSteps(situationOf({ people: crowd, says })).length).toBeGreaterThan(0);
  });
});
