import { describe, expect, test } from "vitest";
import { ROLES } from "@/lib/domain";
import { powerStructure } from "@/lib/structure";
import {
  believed,
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
import { networkOf } from "@/lib/structure/network";
import { scaleKept } from "./answers";
import { impurity } from "./holders";
import { nextQuestions, QUESTIONS, type Question } from "./index";
import { listeningKept } from "./listening";
import { HEARSAY_WORD, keptAfterAnswer, knowingRole } from "./questions";

const ask = (says: readonly Said[], about?: Question["about"][]) => {
  const { beliefs } = believed({ says });
  return nextQuestions(beliefs, powerStructure(beliefs), about);
};
/** So often that it is beyond doubt. */
const often = (about: typeof li, says: Said[1]) =>
  Array.from({ length: 9 }, (_, n): Said => [about, says, { ...seen, by: `${n}` }]);

describe("what an answer is expected to leave open, by hand", () => {
  test("of a scale: precisions add up, less what whole steps lose", () => {
    // Weight 2.8: variance 2 / 5.6 of the noise and 1/12 of the steps, .4405; nothing known: 2.
    expect(scaleKept("stance", 2)).toBeCloseTo(0.4405 / 2.4405, 4);
    expect(scaleKept("stance", 0.5)).toBeCloseTo(0.4405 / 0.9405, 4);
    // Openness: 2/3 / 5.6 + 1/12 = .2024 beside 2/3.
    expect(scaleKept("openness", 2 / 3)).toBeCloseTo(0.2024 / 0.869, 3);
  });

  test("of a yes or no", () => {
    // Even odds, right in 94.27 %: either way .9427 · .0573 of .25 is left.
    expect(keptAfterAnswer(0.5)).toBeCloseTo((0.9427 * 0.0573) / 0.25, 3);
    expect(keptAfterAnswer(0.99)).toBeGreaterThan(keptAfterAnswer(0.5));
    expect(keptAfterAnswer(1 - 1e-12)).toBeLessThanOrEqual(1);
  });

  test("of who it is: the shares of all move when one's odds do", () => {
    // 2 : 1 : 1 is ½, ¼, ¼: 1 − (¼ + 1/16 + 1/16); with 6 instead of 2 it is ¾, ⅛, ⅛.
    const { now, after } = impurity([2, 1, 1], [1, 1, 1]);
    expect(now).toBeCloseTo(5 / 8, 12);
    expect(after(0, 6)).toBeCloseTo(1 - 9 / 16 - 2 / 64, 12);
    // Only the last matters, twice: 2 · ⅛ · ⅞.
    expect(impurity([2, 1, 1], [0, 0, 2]).after(0, 6)).toBeCloseTo(14 / 64, 12);
  });

  test("of to whom somebody listens: each tie is likelier or unlikelier, the prior fades", () => {
    const { beliefs, profile } = believed({ people: [li, wang] });
    const kept = (says: readonly Said[]) => {
      const known = believed({ people: [li, wang], says }).beliefs;
      return listeningKept(known, networkOf(known, { ...powerStructure(beliefs).profile }))[1];
    };
    expect(profile.organisation.state).toBe("unknown");
    // Nothing known: (0 + 1²) / 1². A yes comes with .2 · .9427 + .8 · .0573 = .2344 and makes the tie .8043 likely
    // (variance .1574); a no leaves it .0150 likely (.0148). The prior fades to 2^−2.8 = .1436.
    const nothing = (0.2344 * 0.1574 + 0.7656 * 0.0148 + 0.1436 ** 2) / 1;
    expect(kept([])).toBeCloseTo(nothing, 3);
    // A clear tie seen for certain: .9318 likely, variance .0636, the prior is at 2^−4 = .0625: (.0636 + .0039) / 1.
    // A yes (.8822) makes it .9956 (variance .0044), a no .4536 (.2478); the prior is at its least, .05.
    const after = (0.8822 * 0.0044 + 0.1178 * 0.2478 + 0.0025) / 1;
    expect(kept([[li, moves(wang, 2), seen]])).toBeCloseTo(after / 0.0675, 2);
  });

  test("a role is worth asking about by its weight, most where it is open", () => {
    expect(knowingRole("decision-maker", 0.5)).toBeGreaterThan(knowingRole("decision-maker", 0.9));
    expect(knowingRole("decision-maker", 0.5)).toBeGreaterThan(knowingRole("user", 0.5));
    expect(knowingRole("coach", 0.5)).toBe(0);
    // Of what is wholly open (4 points) a word that is right in .9427 leaves .2162, hearsay (.8022) .6347.
    expect(knowingRole("decision-maker", 0.5)).toBeCloseTo(4 * (1 - 0.2162), 3);
    expect(knowingRole("decision-maker", 0.5, HEARSAY_WORD)).toBeCloseTo(4 * (1 - 0.6347), 3);
  });
});

describe("the next question", () => {
  test("may be of every kind, and is worth no less than nothing", () => {
    const all = ask([[li, decides(), seen]]);
    expect(all.length).toBe(3 * QUESTIONS.length);
    expect(new Set(all.map(({ about }) => about))).toEqual(new Set(QUESTIONS));
    for (const { lessens, value } of all) {
      expect(lessens).toBeGreaterThanOrEqual(0);
      expect(value).toBeGreaterThanOrEqual(0);
    }
    // What only the last bits tell apart is equal.
    const values = all.map(({ value }) => Math.round(value * 1e9));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    expect(ask([[li, decides(), seen]], ["openness"])).toEqual(
      all.filter(({ about }) => about === "openness"),
    );
  });

  test("takes off what it asks about: the part that is not kept", () => {
    const says: Said[] = [[li, decides(), seen]];
    const { beliefs } = believed({ says });
    const { uncertainty } = powerStructure(beliefs);
    const [of] = ask(says, ["stance"]);
    expect(of?.person).toBe(li);
    expect(of?.lessens).toBeCloseTo(uncertainty.people.get(li)!.stance * (2 / 2.4405), 4);
    expect(of?.identifies).toBe(0);
  });

  test("is about the one on whom the outcome depends, not about whom we know", () => {
    const says: Said[] = [
      [li, decides(), seen],
      [wang, moves(li, 3), seen],
    ];
    expect(ask(says, ["stance"])[0]?.person).toBe(li);
    expect(ask([...says, ...often(li, stance(1))], ["stance"])[0]?.person).toBe(wang);
  });

  test("is to whom those listen on whom the outcome depends, where it is not settled", () => {
    const says: Said[] = [...often(li, decides()), ...often(wang, stance(2))];
    expect(ask(says, ["listening"])[0]?.person).toBe(li);
    const settled = [wang, chen].flatMap((who) => often(who, moves(li, 2, who === wang)));
    const [before] = ask(says, ["listening"]);
    const after = ask([...says, ...settled], ["listening"]).find(({ person }) => person === li);
    expect(after!.lessens).toBeLessThan(before!.lessens / 20);
  });

  test("is how far those are moved who hear another word than their own", () => {
    const says: Said[] = [
      ...often(li, decides()),
      ...often(li, stance(-2)),
      ...often(wang, stance(2)),
      ...often(wang, moves(li, 3)),
    ];
    expect(ask(says, ["openness"])[0]?.person).toBe(li);
    // Who thinks as those do to whom they listen may be as open as they like.
    const same = says.map(([who, what, more]): Said => {
      return [who, what.aspect === "stance" ? stance(2) : what, more ?? {}];
    });
    const of = (some: readonly Said[]) =>
      ask(some, ["openness"]).find(({ person }) => person === li)!.lessens;
    expect(of(same)).toBeLessThan(of(says) / 10);
  });

  test("is about the roles of those who would make a difference by them, not of who decides anyway", () => {
    const says: Said[] = [
      ...often(li, decides()),
      ...often(wang, stance(2)),
      ...often(chen, stance(-2)),
    ];
    const of = (some: readonly Said[], who: typeof li) =>
      ask(some, ["roles"]).find(({ person }) => person === who)!.lessens;
    expect(of(says, li)).toBeLessThan(of(says, wang));
    // It is settled of wang: what is left to learn of them is next to nothing.
    const settled = ROLES.flatMap((what) => often(wang, role(what, false)));
    expect(of([...says, ...settled], wang)).toBeLessThan(of(says, wang) / 20);
  });

  test("is who decides while that is open, and no longer when it is settled", () => {
    expect(ask([[chen, decides(), { how: "judgement", sure: "guess" }]])[0]).toMatchObject({
      person: chen,
      about: "decision-maker",
    });
    expect(ask([])[0]?.about).toBe("decision-maker");
    const settled = [chen, li, wang].flatMap((who) => often(who, decides(who === chen)));
    expect(ask(settled)[0]).toMatchObject({ person: chen, about: "stance" });
  });

  test("says nothing can be learned where nobody is, and something where one is", () => {
    const of = (people: (typeof li)[]) => {
      const { beliefs } = believed({ people });
      return nextQuestions(beliefs, powerStructure(beliefs));
    };
    expect(of([])).toEqual([]);
    const alone = of([person("alone")]);
    expect(alone).toHaveLength(QUESTIONS.length);
    for (const { value } of alone) expect(Number.isFinite(value)).toBe(true);
  });
});
