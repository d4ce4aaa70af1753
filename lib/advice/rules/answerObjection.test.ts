import { expect, test } from "vitest";
import { claimId } from "@/lib/domain/testing";
import { access, chen, decides, li, moves, seen, type Said } from "@/lib/structure/testing";
import { statedBy, stepOf, stepsOf } from "../testing";

const says: Said[] = [
  [chen, { aspect: "objection", topic: "price", text: "too dear" }],
  [chen, decides(), seen],
  [li, access(3), seen],
  [li, moves(chen, 3), seen],
];

test("an open objection is answered at its source, the way there included", () => {
  const step = stepOf("answer-objection", { says });
  expect(step).toMatchObject({
    key: `answer-objection/${claimId(0)}/`,
    person: chen,
    through: [li],
    facts: { topic: "price", text: "too dear", days: 0 },
    pitch: { role: "decision-maker" },
  });
  expect(step.gain.support).toBeGreaterThan(0);
});

test("one that was answered is done with; two are two steps", () => {
  const answered: Said = [chen, { aspect: "answered", objection: claimId(0), holds: true }];
  expect(stepsOf("answer-objection", { says: [...says, answered] })).toEqual([]);
  const second: Said = [li, { aspect: "objection", topic: "risk", text: "what if" }];
  expect(stepsOf("answer-objection", { says: [...says, second] })).toHaveLength(2);
});

test("that it is still open, or open again, is another reason", () => {
  const word: Said = [chen, { aspect: "answered", objection: claimId(0), holds: false }];
  const key = stepOf("answer-objection", { says: [...says, word] }).key;
  expect(key).not.toBe(stepOf("answer-objection", { says }).key);
});

test("its outcome answers this very objection", () => {
  expect(statedBy(stepOf("answer-objection", { says }), "answered")).toEqual([
    [chen, { aspect: "answered", objection: claimId(0), holds: true }],
  ]);
});

test("answering gains .7 of a step by the root of the chance to talk to them, by hand", () => {
  const { gain, facts } = stepOf("answer-objection", { says });
  // Through Li: access .81655, the tie .93176 likely.
  expect(gain.support).toBeCloseTo((facts.share ?? 0) * 0.7 * Math.sqrt(0.81655 * 0.93176), 5);
  const { gain: cold, facts: alone } = stepOf("answer-objection", { says: says.slice(0, 2) });
  expect(cold.support).toBeCloseTo((alone.share ?? 0) * 0.7 * Math.sqrt(0.2 / Math.sqrt(3)), 9);
});

test("a colleague of whom no tie is known is named as that", () => {
  const step = stepOf("answer-objection", { says: says.slice(0, 3) });
  expect(step).toMatchObject({ through: [li], facts: { colleague: true } });
  expect(stepOf("answer-objection", { says }).facts).not.toHaveProperty("colleague");
});
