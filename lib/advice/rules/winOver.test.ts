import { describe, expect, test } from "vitest";
import {
  access,
  chen,
  decides,
  li,
  moves,
  seen,
  stance,
  wang,
  type Said,
} from "@/lib/structure/testing";
import { statedBy, stepOf, stepsOf } from "../testing";

const base: Said[] = [
  [chen, decides(), seen],
  [chen, access(2), seen],
];

describe("winning over", () => {
  test("is for key players whom we have met and who do not take sides", () => {
    const step = stepOf("win-over", { says: [...base, [chen, stance(0), seen]] });
    expect(step).toMatchObject({ person: chen, through: [] });
    // Their share, by .7 of a step, by the root of the chance to talk to them.
    const chance = Math.sqrt((0.43 + 3.66982 * 2) / 4.66982 / 3);
    expect(step.gain.support).toBeCloseTo((step.facts.share ?? 0) * 0.7 * chance, 5);
  });

  test("is not for friends, opponents, strangers, or those of whom nothing is known", () => {
    const of = (...more: Said[]) => stepsOf("win-over", { says: [...base, ...more] });
    expect(of([chen, stance(1), seen])).toEqual([]);
    expect(of([chen, stance(-1), seen])).toEqual([]);
    expect(of()).toEqual([]);
    expect(stepsOf("win-over", { says: [base[0] as Said, [chen, stance(0), seen]] })).toEqual([]);
  });
});

describe("an opponent with power", () => {
  const hostile: Said[] = [...base, [chen, stance(-2), seen]];

  test("is spoken to by an ally who moves them", () => {
    const ally: Said[] = [
      ...hostile,
      [li, access(3), seen],
      [li, stance(2), seen],
      [li, moves(chen, 3), seen],
    ];
    expect(stepOf("neutralize", { says: ally })).toMatchObject({ person: chen, through: [li] });
    // Who moves them but is not for us is no ally.
    const doubtful = ally.map((one): Said =>
      one[0] === li && one[1].aspect === "stance" ? [li, stance(0), seen] : one,
    );
    expect(stepOf("neutralize", { says: doubtful }).through).toEqual([]);
  });

  test("is moved by a whole step as likely as the ally has their ear, or we have, by hand", () => {
    const ally: Said[] = [
      hostile[0]!,
      hostile[2]!,
      [li, access(3), seen],
      [li, stance(2), seen],
      [li, moves(chen, 1), seen],
    ];
    const gain = (says: Said[]) => {
      const { gain: all, facts } = stepOf("neutralize", { people: [chen, li], says });
      return all.support / (facts.share ?? 1);
    };
    // Access .81655, the tie .93176 likely, whatever its strength: they are sent to speak, not to introduce us.
    expect(gain(ally)).toBeCloseTo(0.81655 * 0.93176, 4);
    // Who knows them better ourselves loses nothing by sending an ally.
    const weak = [
      ...hostile,
      ...ally
        .slice(2)
        .map((one): Said => (one[1].aspect === "access" ? [li, access(1), seen] : one)),
    ];
    expect(gain(weak)).toBeCloseTo((0.43 + 3.66982 * 2) / 4.66982 / 3, 5);
    // We alone: access (.43 + 2 · 3.66982) / 4.66982 of 3; or where we have not met, .2 / √3.
    expect(gain(hostile)).toBeCloseTo((0.43 + 3.66982 * 2) / 4.66982 / 3, 5);
    expect(gain([hostile[0]!, hostile[2]!])).toBeCloseTo(0.2 / Math.sqrt(3), 9);
  });

  test("is spoken to by their chief, when that one is for us", () => {
    const chief: Said[] = [
      ...hostile,
      [chen, { aspect: "reports-to", to: li }, seen],
      [li, access(3), seen],
      [li, stance(2), seen],
    ];
    expect(stepOf("neutralize", { says: chief })).toMatchObject({ person: chen, through: [li] });
  });

  test("costs more politically than winning over somebody neutral", () => {
    const neutral = stepOf("win-over", { says: [...base, [chen, stance(0), seen]] });
    const against = stepOf("neutralize", { says: hostile });
    expect(against.score / against.gain.support).toBeLessThan(neutral.score / neutral.gain.support);
  });

  test("of no weight is let be", () => {
    const weak: Said[] = [
      [chen, decides(), seen],
      [chen, { aspect: "openness", level: 1 }, seen],
      [wang, stance(-2), seen],
      [wang, { aspect: "power", level: 1 }, seen],
    ];
    const people = [
      chen,
      wang,
      ...Array.from({ length: 20 }, (_, n) => li.replace("li", `${n}`) as typeof li),
    ];
    expect(stepsOf("neutralize", { people, says: weak })).toEqual([]);
  });

  test("another word of ours on their stance is another reason", () => {
    const again: Said[] = [...hostile, [chen, stance(-1), { how: "act" }]];
    expect(stepOf("neutralize", { says: again }).key).not.toBe(
      stepOf("neutralize", { says: hostile }).key,
    );
    expect(statedBy(stepOf("neutralize", { says: hostile }), "neutral")).toEqual([
      [chen, stance(0)],
    ]);
  });
});
