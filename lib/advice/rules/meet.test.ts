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
import { statedBy, stepOf, stepsOf } from "../testing";

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
    expect(gainOf(wang) / shareOf(wang)).toBeCloseTo(5 * (gainOf(chen) / shareOf(chen)), 6);
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

describe("a second thread", () => {
  test("is added where one relationship carries the deal, where it covers most", () => {
    // Key players are met in any case: it is the others who are second threads.
    const crowd = Array.from({ length: 12 }, (_, n) => person(`${n}`));
    const [near] = crowd as [typeof li];
    const says: Said[] = [...base, [near, { aspect: "reports-to", to: li }, seen]];
    const step = stepOf("add-thread", { people: [li, chen, ...crowd], says });
    expect(step).toMatchObject({ person: near, through: [li] });
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
