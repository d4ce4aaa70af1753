import { describe, expect, test } from "vitest";
import { DAY, NOON } from "@/lib/domain/testing";
import {
  access,
  chen,
  decides,
  li,
  moves,
  role,
  seen,
  stance,
  type Said,
} from "@/lib/structure/testing";
import { situationOf, statedBy, stepOf, stepsOf } from "../testing";
import { askOutcomes } from "./champion";

const champion: Said[] = [
  [chen, decides(), seen],
  [li, role("champion"), { ...seen, at: NOON - 60 * DAY }],
  [li, access(3), { ...seen, at: NOON - 60 * DAY }],
  [li, stance(2), { ...seen, at: NOON - 60 * DAY }],
];

describe("a champion who has gone quiet", () => {
  test("is thanked and kept informed", () => {
    const step = stepOf("protect-champion", { says: champion });
    expect(step).toMatchObject({ person: li, facts: { days: 60 } });
    expect(step.gain.support).toBeCloseTo((step.facts.share ?? 0) * 0.5, 6);
    // There is no half step to lose of what has faded: 1.2 · 2^(−150/120) = .5045, k = 1 / (1/1.009 + 1/24) = .9684.
    const faded: Said[] = [
      ...champion.slice(0, 3),
      [li, stance(1), { how: "judgement", sure: "guess", at: NOON - 150 * DAY }],
    ];
    const mild = stepOf("protect-champion", { says: faded });
    expect(mild.gain.support / (mild.facts.share ?? 1)).toBeCloseTo(0.9684 / 1.9684, 4);
  });

  test("is not quiet when we were in contact, whenever that was noted", () => {
    const on = (on: number): Said => [li, { aspect: "contacted", channel: "call", on }, seen];
    expect(stepsOf("protect-champion", { says: [...champion, on(NOON - 3 * DAY)] })).toEqual([]);
    const [late] = stepsOf("protect-champion", { says: [...champion, on(NOON - 40 * DAY)] });
    expect(late?.facts.days).toBe(40);
  });

  test("is not quiet when they raised an objection, and is no champion when against us", () => {
    const raised: Said = [
      li,
      { aspect: "objection", topic: "risk", text: "?" },
      { at: NOON - 2 * DAY },
    ];
    expect(stepsOf("protect-champion", { says: [...champion, raised] })).toEqual([]);
    const turned: Said[] = [
      ...champion.slice(0, 3),
      [li, stance(-1), { ...seen, at: NOON - 60 * DAY }],
    ];
    expect(stepsOf("protect-champion", { says: turned })).toEqual([]);
  });

  test("comes back after another silence", () => {
    const spoke: Said = [li, { aspect: "contacted", channel: "call", on: NOON - 40 * DAY }, seen];
    expect(stepOf("protect-champion", { says: [...champion, spoke] }).key).not.toBe(
      stepOf("protect-champion", { says: champion }).key,
    );
  });
});

describe("a champion who has done nothing yet", () => {
  test("is asked for the first rung, then the next", () => {
    expect(stepOf("prove-champion", { says: champion }).facts.ask).toBe("criteria");
    const ask = (ask: "criteria" | "forward" | "introduction" | "case", kept = true): Said => [
      li,
      { aspect: "ask", ask, kept },
      seen,
    ];
    const next = (...more: Said[]) =>
      stepsOf("prove-champion", { says: [...champion, ...more] })[0]?.facts.ask;
    expect(next(ask("criteria"))).toBe("forward");
    expect(next(ask("criteria"), ask("forward"))).toBe("introduction");
    expect(next(ask("introduction"))).toBe("case");
    expect(next(ask("case"))).toBeUndefined();
    // After a refusal nothing is asked for a while.
    expect(next(ask("criteria", false))).toBeUndefined();
    const long: Said = [
      li,
      { aspect: "ask", ask: "criteria", kept: false },
      { at: NOON - 40 * DAY },
    ];
    expect(next(long)).toBe("criteria");
    // The step that ended with the refusal is done for good: asking again is another one.
    const keys = [champion, [...champion, long]].map(
      (says) => stepOf("prove-champion", { says }).key,
    );
    expect(keys[1]).not.toBe(keys[0]);
    // Nobody introduces us to one whom we have met, or to themselves.
    const met: Said = [chen, access(2), seen];
    expect(next(ask("criteria"), ask("forward"), met)).toBe("case");
    const self = [
      [li, decides(), seen],
      ...champion.slice(1),
      ask("criteria"),
      ask("forward"),
    ] as Said[];
    expect(stepsOf("prove-champion", { says: self })[0]?.facts.ask).toBe("case");
    // Nobody can introduce us to somebody who is not found.
    const unknown = champion.slice(1);
    expect(
      stepsOf("prove-champion", { says: [...unknown, ask("criteria"), ask("forward")] })[0]?.facts
        .ask,
    ).toBe("case");
  });

  test("a kept ask is an act, the surer the dearer it was; a broken one speaks against it", () => {
    const step = stepOf("prove-champion", { says: champion });
    expect(statedBy(step, "did-it")).toEqual([
      [li, { aspect: "ask", ask: "criteria", kept: true }],
      [li, role("champion")],
    ]);
    expect(step.outcomes[0]?.claims[1]).toMatchObject({ how: "act", sure: "guess" });
    expect(statedBy(step, "did-not")[1]).toEqual([li, role("champion", false)]);
  });

  test("gains .2 of a step of theirs and of whom they lead us to, as likely as they do it, by hand", () => {
    const says: Said[] = [
      ...champion.slice(0, 2),
      [li, access(3), seen],
      [li, moves(chen, 3), seen],
    ];
    const { gain } = stepOf("prove-champion", { people: [chen, li], says });
    const { shares } = situationOf({ people: [chen, li], says }).structure;
    expect(gain.support).toBeCloseTo((shares.get(li)! + shares.get(chen)!) * 0.2 * 0.81655, 5);
    const alone = stepOf("prove-champion", { people: [chen, li], says: says.slice(0, 3) });
    expect(alone.gain.support).toBeCloseTo((alone.facts.share ?? 0) * 0.2 * 0.81655, 5);
  });

  test("what was done once is not forgotten, whatever comes after", () => {
    const introduced: Said = [li, { aspect: "ask", ask: "introduction", kept: true }, seen];
    const step = stepOf("prove-champion", { says: [...champion, introduced] });
    expect(step.facts.ask).toBe("case");
    const { beliefs } = situationOf({ says: [...champion, introduced] });
    const belief = beliefs.get(li);
    if (!belief) throw new Error("nobody");
    // A cheap favour after a dear one is an act of somebody who proved it already.
    expect(askOutcomes(belief, "criteria")[0]?.claims[1]).toMatchObject({
      how: "act",
      sure: "certain",
    });
    // A refusal is no act: it does not take the place of one.
    expect(step.outcomes[1]?.claims[1]?.how).not.toBe("act");
  });

  test("may also be somebody for us through whom the way leads, and nobody else", () => {
    const broker: Said[] = [
      [chen, decides(), seen],
      [li, access(3), seen],
      [li, stance(1), seen],
    ];
    expect(
      stepsOf("prove-champion", { says: [...broker, [li, moves(chen, 3), seen]] }),
    ).toHaveLength(1);
    expect(stepsOf("prove-champion", { says: broker })).toEqual([]);
  });
});
