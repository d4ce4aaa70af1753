import { describe, expect, test } from "vitest";
import { chen, li, mapOf, wang, zhao } from "@/lib/structure/testing";
import { nextSteps, type Step } from "./index";
import { situationOf, textbook } from "./testing";

const told = (step: Step | undefined) => step && [step.kind, step.person, ...step.through];

describe("the textbook case", () => {
  const { structure } = mapOf(textbook);

  test("the director has most of the decision, then the manager whom the director listens to", () => {
    const shares = [...structure.shares].toSorted(([, a], [, b]) => b - a);
    expect(shares.map(([who]) => who).slice(0, 2)).toEqual([chen, li]);
    // As in the table of the page.
    expect(shares).toEqual([
      [chen, expect.closeTo(0.38, 2)],
      [li, expect.closeTo(0.32, 2)],
      [zhao, expect.closeTo(0.11, 2)],
      [wang, expect.closeTo(0.1, 2)],
    ]);
    expect(structure.ghost).toBeCloseTo(0.09, 2);
  });

  test("support, coverage and what hangs on the manager are those of the page", () => {
    const { support, covered, status, singlePoints, brokers } = structure;
    expect(support).toMatchObject({
      estimate: expect.closeTo(0.26, 2),
      low: expect.closeTo(-1, 1),
      high: expect.closeTo(1.5, 1),
    });
    expect(covered).toBeCloseTo(0.22, 2);
    expect(status).toBe("amber");
    // Without the manager no key player can be reached; the director is the way to the purchaser.
    expect(singlePoints).toEqual([
      { person: li, cutsOff: [chen, zhao, wang] },
      { person: chen, cutsOff: [zhao] },
    ]);
    expect(brokers[0]).toEqual({ person: li, share: expect.closeTo(0.59, 2) });
  });

  test("by hand: the tie, the ghost, the access, the way, and the score of the first step", () => {
    const { beliefs } = mapOf(textbook);
    const logit = (p: number) => Math.log(p / (1 - p));
    const chance = (weights: number) => 1 / (1 + Math.exp(-logit(0.2) - weights));
    const tie = chance(4 * 0.8);
    expect(beliefs.get(li)?.influences[0]).toMatchObject({
      probability: expect.closeTo(tie, 9),
      settled: expect.closeTo(1 - 2 ** -3.2, 9),
    });
    const decides = chance(3.5 * 0.8 + 1.2 * 0.8);
    const ghost = 1 / (1 + decides / (1 - decides));
    expect(structure.ghost).toBeCloseTo(ghost, 9);
    const k = 1 / (1 / (2 * 4) + 1 / (12 * 0.565));
    const access = (0.43 + k * 2) / (1 + k);
    expect(beliefs.get(li)?.access.estimate).toBeCloseTo(access, 9);
    const way = (access / 3) * tie * (2 / 3);
    expect(structure.paths.get(chen)).toEqual({ through: [li], chance: expect.closeTo(way, 9) });

    const [first] = nextSteps(situationOf(textbook));
    const share = structure.shares.get(chen) ?? 0;
    const left = 2 / (1 + 1 / (1 / (2 * 2.8) + 1 / 24));
    const before = structure.support.variance;
    const after = before - (way * share ** 2 * (2 - left)) / (1 - ghost);
    const gain = {
      support: share * 0.3 * way,
      covered: share * 0.5 * way,
      spread: -1.6449 * (Math.sqrt(before) - Math.sqrt(after)),
    };
    expect(first?.gain).toEqual({
      support: expect.closeTo(gain.support, 9),
      covered: expect.closeTo(gain.covered, 9),
      notFound: 0,
      spread: expect.closeTo(gain.spread, 3),
    });
    const worth = 25 * gain.support + 25 * gain.covered - 12.5 * gain.spread;
    expect(first?.score).toBeCloseTo((worth * (1 + 2 ** (-25 / 30))) / 1.3, 2);
  });

  test("the first three steps are those that a good coach would name", () => {
    const [first, second, third] = nextSteps(situationOf(textbook));
    // Be introduced to the one who decides by the one who is listened to; make that one prove it; and
    // find out where the one who decides stands.
    expect(told(first)).toEqual(["meet", chen, li]);
    expect(told(second)).toEqual(["prove-champion", li]);
    expect(second?.facts.ask).toBe("criteria");
    expect(told(third)).toEqual(["learn-stance", chen, li]);
    // Technical strength for the one, what works in practice for the other.
    expect(first?.pitch).toMatchObject({ role: "decision-maker", orientation: "technical" });
    const pitch = nextSteps(situationOf(textbook)).find(({ kind }) => kind === "adapt-pitch");
    expect(pitch?.pitch).toMatchObject({ role: "opinion-leader", orientation: "technical" });
  });

  test("before we know anybody: find who decides; then meet the one who can be got at and leads opinion", () => {
    const { people, titles } = textbook;
    expect(told(nextSteps(situationOf({ people, titles }))[0])).toEqual([
      "find-decision-maker",
      null,
    ]);
    const roles = textbook.says.slice(0, 4);
    expect(told(nextSteps(situationOf({ people, titles, says: roles }))[0])).toEqual(["meet", li]);
  });
});
