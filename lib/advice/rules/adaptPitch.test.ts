import { describe, expect, test } from "vitest";
import {
  access,
  chen,
  decides,
  li,
  role,
  seen,
  stance,
  wang,
  zhao,
  type Said,
} from "@/lib/structure/testing";
import { pitchFor } from "../index";
import { situationOf, stepOf, stepsOf } from "../testing";

const pitchOf = (who: typeof li, says: Said[], title?: string) => {
  const { beliefs } = situationOf({
    people: [who],
    says,
    ...(title ? { titles: { [who]: title } } : {}),
  });
  const belief = beliefs.get(who);
  return belief ? pitchFor(belief) : null;
};

describe("what to say", () => {
  test.for<[string, typeof li, Said[], string | undefined, object]>([
    [
      "technical strengths to a technical director",
      chen,
      [[chen, decides(), seen]],
      "技术总监",
      { role: "decision-maker", orientation: "technical" },
    ],
    [
      "daily use to a user",
      wang,
      [[wang, role("user"), seen]],
      "Machine Operator",
      { role: "user", orientation: "business" },
    ],
    [
      "total cost and terms to a purchaser",
      zhao,
      [[zhao, role("purchaser"), seen]],
      "采购经理",
      { role: "purchaser", orientation: "financial" },
    ],
    [
      "risk and return to an approver",
      li,
      [[li, role("approver"), seen]],
      "CFO",
      { role: "approver", orientation: "financial" },
    ],
  ])("%s", ([, who, says, title, expected]) => {
    expect(pitchOf(who, says, title)).toMatchObject(expected);
  });

  test("goes by what was stated of their orientation and style", () => {
    const says: Said[] = [
      [li, { aspect: "orientation", value: "relationship" }],
      [li, { aspect: "style", value: "driver" }],
    ];
    expect(pitchOf(li, says, "CTO")).toMatchObject({
      orientation: "relationship",
      style: "driver",
    });
    expect(pitchOf(li, [])).toBeNull();
  });

  test("goes by the background where only that is known, and by what is stated before it", () => {
    const engineer: Said = [li, { aspect: "background", value: "engineering" }];
    expect(pitchOf(li, [engineer])).toEqual({
      role: null,
      orientation: "technical",
      background: "engineering",
      style: null,
    });
    const stated: Said = [li, { aspect: "orientation", value: "financial" }];
    expect(pitchOf(li, [engineer, stated])).toMatchObject({
      orientation: "financial",
      background: null,
    });
    // The title alone says more than a likely interview on the background: 1.2 · .8 against 3.5 · .8 · ¼.
    expect(pitchOf(li, [engineer], "CFO")).toMatchObject({
      orientation: "financial",
      background: null,
    });
  });

  test("goes by a stated role before one that a title suggests", () => {
    expect(pitchOf(li, [[li, role("user"), seen]], "CEO")?.role).toBe("user");
  });
});

describe("cutting the pitch", () => {
  const met: Said[] = [
    [li, role("opinion-leader"), seen],
    [li, access(2), seen],
  ];

  test("is for whom we have met and have not convinced", () => {
    const step = stepOf("adapt-pitch", { says: [...met, [li, stance(1), { how: "judgement" }]] });
    expect(step).toMatchObject({ person: li, pitch: { role: "opinion-leader" } });
    expect(step.gain.support).toBeGreaterThan(0);
    expect(stepsOf("adapt-pitch", { says: [...met, [li, stance(2), seen]] })).toEqual([]);
    expect(stepsOf("adapt-pitch", { says: met.slice(0, 1) })).toEqual([]);
  });

  test("gains .3 of a step by the root of the chance to talk to them, by hand", () => {
    const { gain, facts } = stepOf("adapt-pitch", { says: met });
    // Access (.43 + 2 · 3.66982) / 4.66982 of 3.
    const chance = Math.sqrt((0.43 + 3.66982 * 2) / 4.66982 / 3);
    expect(gain.support).toBeCloseTo((facts.share ?? 0) * 0.3 * chance, 5);
  });

  test("names no decision maker beside one who is known to be", () => {
    const says: Said[] = [[chen, access(2), seen]];
    const one = { people: [chen, li], titles: { [chen]: "Owner" } };
    expect(stepOf("adapt-pitch", { ...one, says }).facts.role).toBe("decision-maker");
    const known: Said[] = [...says, [li, decides(), seen]];
    expect(stepOf("adapt-pitch", { ...one, says: known }).facts).not.toHaveProperty("role");
  });

  test("leaves key players who are not for us to their own rules", () => {
    for (const value of [0, -1] as const) {
      expect(stepsOf("adapt-pitch", { says: [...met, [li, stance(value), seen]] })).toEqual([]);
    }
  });

  test("is proposed for whom only the background is known, which the reason names", () => {
    const says: Said[] = [[li, access(2), seen]];
    expect(stepsOf("adapt-pitch", { says })).toEqual([]);
    const step = stepOf("adapt-pitch", {
      says: [...says, [li, { aspect: "background", value: "finance" }]],
    });
    expect(step.pitch).toMatchObject({ role: null, orientation: "financial" });
    expect(step.facts.background).toBe("finance");
    expect(step.facts).not.toHaveProperty("role");
  });

  test("comes back when the role, the orientation or the style is another", () => {
    const first = stepOf("adapt-pitch", { says: met });
    const engineer: Said = [li, { aspect: "background", value: "engineering" }];
    expect(stepOf("adapt-pitch", { says: [...met, engineer] }).key).not.toBe(first.key);
    const styled = stepOf("adapt-pitch", {
      says: [...met, [li, { aspect: "style", value: "driver" }]],
    });
    expect(styled.key).not.toBe(first.key);
  });
});
