import { describe, expect, test } from "vitest";
import { powerStructure } from "@/lib/structure";
import {
  believed,
  chen,
  decides,
  li,
  moves,
  seen,
  stance,
  wang,
  type Said,
} from "@/lib/structure/testing";
import { nextQuestions } from "./index";
import { keptAfterAnswer, knowingRole, stanceKept } from "./questions";

const ask = (says: readonly Said[]) => {
  const { beliefs } = believed({ says });
  return nextQuestions(beliefs, powerStructure(beliefs));
};

describe("what an answer is expected to leave open, by hand", () => {
  test("of a stance: precisions add up", () => {
    // Nothing known: 1 / (1 + 2·3.5·.8).
    expect(stanceKept(2)).toBeCloseTo(1 / 6.6, 9);
    expect(stanceKept(2 / 5.8)).toBeCloseTo(5.8 / 11.4, 9);
  });

  test("of a yes or no", () => {
    // Even odds, right in 94.27 %: either way .9427 · .0573 of .25 is left.
    expect(keptAfterAnswer(0.5)).toBeCloseTo((0.9427 * 0.0573) / 0.25, 3);
    expect(keptAfterAnswer(0.99)).toBeGreaterThan(keptAfterAnswer(0.5));
    expect(keptAfterAnswer(1 - 1e-12)).toBeLessThanOrEqual(1);
  });

  test("a role is worth asking about by its weight, most where it is open", () => {
    expect(knowingRole("decision-maker", 0.5)).toBeGreaterThan(knowingRole("decision-maker", 0.9));
    expect(knowingRole("decision-maker", 0.5)).toBeGreaterThan(knowingRole("user", 0.5));
    expect(knowingRole("coach", 0.5)).toBe(0);
  });
});

describe("the next question", () => {
  test("is about the one on whom the outcome depends, not about whom we know", () => {
    const says: Said[] = [
      [li, decides(), seen],
      [wang, moves(li, 3), seen],
    ];
    const [first] = ask(says).filter(({ about }) => about === "stance");
    expect(first?.person).toBe(li);
    const known = Array.from({ length: 9 }, (_, n): Said => [
      li,
      stance(1),
      { ...seen, by: `${n}` },
    ]);
    expect(ask([...says, ...known]).filter(({ about }) => about === "stance")[0]?.person).toBe(
      wang,
    );
  });

  test("is who decides while that is open, and no longer when it is settled", () => {
    expect(ask([[chen, decides(), { how: "judgement", sure: "guess" }]])[0]).toMatchObject({
      person: chen,
      about: "decision-maker",
    });
    const certain = Array.from({ length: 9 }, (_, n): Said => [
      chen,
      decides(),
      { ...seen, by: `${n}` },
    ]);
    const denied = [li, wang].flatMap((who) =>
      Array.from({ length: 9 }, (_, n): Said => [who, decides(false), { ...seen, by: `${n}` }]),
    );
    expect(ask([...certain, ...denied])[0]).toMatchObject({ person: chen, about: "stance" });
  });

  test("says nothing can be learned where nobody is", () => {
    const { beliefs } = believed({ people: [] });
    expect(nextQuestions(beliefs, powerStructure(beliefs))).toEqual([]);
  });
});
