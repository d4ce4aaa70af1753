import { describe, expect, test } from "vitest";
import { NOON } from "@/lib/domain/testing";
import {
  access,
  chen,
  decides,
  li,
  moves,
  person,
  role,
  seen,
  stance,
  wang,
  type Said,
} from "@/lib/structure/testing";
import { situationOf, statedBy, stepOf, stepsOf } from "../testing";

const base: Said[] = [
  [chen, decides(), seen],
  [li, access(3), seen],
  [li, moves(chen, 3), seen],
];

describe("a key player whom nobody has met", () => {
  test("is met through whom it is likeliest to work", () => {
    const [step] = stepsOf("meet", { says: base });
    expect(step).toMatchObject({
      person: chen,
      through: [li],
      facts: { role: "decision-maker" },
    });
    expect(step?.gain.covered).toBeGreaterThan(0);
    expect(step?.gain.support).toBeGreaterThan(0);
  });

  test("is tried without introduction where nobody would introduce us, the top hardest", () => {
    const titles = { [chen]: "CEO", [wang]: "Clerk" };
    const says: Said[] = [
      [chen, decides(), seen],
      [wang, role("user"), seen],
    ];
    const steps = stepsOf("meet", { people: [chen, wang], says, titles });
    const gainOf = (who: string) => steps.find((one) => one.person === who)?.gain.covered ?? 0;
    const shareOf = (who: string) => steps.find((one) => one.person === who)?.facts.share ?? 0;
    expect(steps.every(({ through }) => through.length === 0)).toBe(true);
    // Staff .2 · .5; the top a third of it, as much as rank makes them count for more.
    expect(gainOf(wang) / shareOf(wang)).toBeCloseTo(0.1, 9);
    expect(gainOf(chen) / shareOf(chen)).toBeCloseTo(0.1 / 3, 9);
  });

  test("gains what the way there is likely to bring, by hand", () => {
    // Access .81655 (2.44964 of 3), the tie .93176 likely and decisive: .76083 of a third of a step, half of it covered.
    const [step] = stepsOf("meet", { people: [chen, li], says: base });
    const share = step?.facts.share ?? 0;
    expect(step?.gain.support).toBeCloseTo(share * 0.3 * 0.76083, 5);
    expect(step?.gain.covered).toBeCloseTo(share * 0.5 * 0.76083, 5);
    // Of a stance of which nothing is known .4405 / 2.4405 is left.
    const { structure } = situationOf({ people: [chen, li], says: base });
    const { variance } = structure.support;
    const less = 0.76083 * structure.uncertainty.people.get(chen)!.stance * (1 - 0.4405 / 2.4405);
    expect(step?.gain.spread).toBeCloseTo(
      1.6449 * (Math.sqrt(variance - less) - Math.sqrt(variance)),
      4,
    );
    // Of somebody fully with us nothing more is to be had than there is room for.
    const mentor = [...Array(9).keys()].map((n): Said => [
      chen,
      stance(2),
      { ...seen, by: `${n}` },
    ]);
    const [full] = stepsOf("meet", { people: [chen, li], says: [...base, ...mentor] });
    const room = 2 - (9 * 2 * 6) / (1 + 9 * 6);
    expect(full?.gain.support).toBeCloseTo((full?.facts.share ?? 0) * room, 9);
  });

  test("through a colleague of whom no tie is known it works less, and that is said", () => {
    const says: Said[] = [base[0]!, base[1]!];
    const [step] = stepsOf("meet", { people: [chen, li], says });
    expect(step).toMatchObject({ person: chen, through: [li], facts: { colleague: true } });
    // .2 · .81655, more than the .2 / √3 of trying it ourselves.
    expect(step?.gain.covered).toBeCloseTo((step?.facts.share ?? 0) * 0.5 * 0.2 * 0.81655, 5);
    const [tied] = stepsOf("meet", { people: [chen, li], says: base });
    expect(tied?.facts).not.toHaveProperty("colleague");
  });

  test("is told with the role that weighs most of those that are likely", () => {
    const told = (says: Said[], title = "", profile = {}) => {
      const titles = { [chen]: title };
      const step = stepsOf("meet", { people: [chen, li], says, titles, profile }).find(
        ({ person: who }) => who === chen,
      );
      return [step?.facts.role, step?.facts.probability];
    };
    // Surely a user and perhaps the decision maker: 1 · .395 is more than .1 · .92.
    expect(told([[chen, role("user"), seen]], "Owner")).toEqual([
      "decision-maker",
      expect.closeTo(0.395, 3),
    ]);
    expect(told([[chen, role("technical-evaluator"), seen]])[0]).toBe("technical-evaluator");
    const both: Said[] = [
      [chen, role("technical-evaluator"), { how: "judgement" }],
      [chen, role("purchaser"), seen],
    ];
    expect(told(both)[0]).toBe("purchaser");
    expect(told(both, "", { focus: "technical" })[0]).toBe("technical-evaluator");
    expect(told([[chen, role("champion"), seen]])[0]).toBeUndefined();
  });

  test("a title is no decision maker beside one who is known to be", () => {
    const titles = { [chen]: "Owner" };
    const known: Said[] = [[li, decides(), { sure: "certain" }]];
    const facts = (says: Said[]) =>
      stepsOf("meet", { people: [chen, li], titles, says }).find(({ person: who }) => who === chen)
        ?.facts;
    expect(facts([])?.role).toBe("decision-maker");
    expect(facts(known)).not.toHaveProperty("role");
  });

  test("is not met to be argued with: opponents have a rule of their own", () => {
    const says: Said[] = [...base, [chen, stance(-1), seen]];
    expect(stepsOf("meet", { says }).map((one) => one.person)).not.toContain(chen);
  });

  test("is not among those without a say", () => {
    const crowd = [chen, li, ...Array.from({ length: 30 }, (_, n) => person(`${n}`))];
    const people = stepsOf("meet", { people: crowd, says: [[chen, decides(), seen]] });
    expect(people.map((one) => one.person)).toEqual([chen]);
  });

  test("the meeting states access, contact and where they stand", () => {
    const [step] = stepsOf("meet", { says: base });
    expect(step && statedBy(step, "met-against-us")).toEqual([
      [chen, access(1)],
      [chen, { aspect: "contacted", channel: "meeting", on: NOON }],
      [chen, stance(-1)],
    ]);
  });
});

describe("somebody met in passing only", () => {
  test("is met again, until the access is real", () => {
    const step = stepOf("deepen-access", { says: [...base, [chen, access(1), seen]] });
    expect(step).toMatchObject({ person: chen, through: [] });
    expect(statedBy(step, "spoke")[0]).toEqual([chen, access(2)]);
    expect(stepsOf("deepen-access", { says: [...base, [chen, access(3), seen]] })).toEqual([]);
    expect(stepsOf("deepen-access", { says: base })).toEqual([]);
  });
});

test("meeting again gains a part of what is not covered, by hand", () => {
  // Access .87793 of 3 (variance .565 / 4.66982): the root of .29264, half of it, of what is not real yet.
  const step = stepOf("deepen-access", {
    people: [chen, li],
    says: [...base, [chen, access(1), seen]],
  });
  const real = 1 / (1 + Math.exp((1.702 * (1.5 - 0.87793)) / Math.sqrt(0.565 / 4.66982)));
  expect(step.gain.covered).toBeCloseTo(
    (step.facts.share ?? 0) * Math.sqrt(0.29264) * 0.5 * (1 - real),
    4,
  );
});

describe("a second thread", () => {
  test("is added where one relationship carries the deal, where it covers most", () => {
    // Key players are met in any case: it is the others who are second threads.
    const crowd = Array.from({ length: 12 }, (_, n) => person(`${n}`));
    const [near] = crowd as [typeof li];
    const says: Said[] = [...base, [near, { aspect: "reports-to", to: li }, seen]];
    const step = stepOf("add-thread", { people: [li, chen, ...crowd], says });
    expect(step).toMatchObject({ person: near, through: [li] });
    // Li's .81655, half along a reporting line that is .93176 likely, and half of that leads on.
    expect(step.gain.covered).toBeCloseTo(
      (step.facts.share ?? 0) * 0.81655 * 0.5 * 0.93176 * 0.5,
      6,
    );
    expect(stepsOf("add-thread", { says: base })).toEqual([]);
    const enemies = crowd.map((who): Said => [who, stance(-2), seen]);
    expect(
      stepsOf("add-thread", { people: [li, chen, ...crowd], says: [...says, ...enemies] }),
    ).toEqual([]);
  });

  test("is not needed with two, nor possible with none", () => {
    expect(stepsOf("add-thread", { says: [...base, [wang, access(1), seen]] })).toEqual([]);
    expect(stepsOf("add-thread", { says: [[chen, decides(), seen]] })).toEqual([]);
  });
});
