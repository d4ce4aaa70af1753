import { expect, test } from "vitest";
import { NOON } from "@/lib/domain/testing";
import {
  access,
  chen,
  decides,
  li,
  reports,
  role,
  seen,
  wang,
  type Said,
} from "@/lib/structure/testing";
import { draftsOf, situationOf, statedBy, stepOf, stepsOf } from "../testing";
import { verifyRole } from "./verifyRole";

test("a role that only a title gives is verified with whoever is near the person", () => {
  const step = stepOf("verify-role", {
    titles: { [chen]: "Owner" },
    says: [
      [li, access(1), seen],
      [wang, access(3), seen],
      [li, reports(chen)],
    ],
  });
  expect(step).toMatchObject({
    person: chen,
    through: [li],
    facts: { role: "decision-maker" },
  });
  expect(step.facts.probability).toBeCloseTo(0.395, 3);
});

test("so is one that rests on a single weak claim, and not one that is well founded", () => {
  const guess = { how: "judgement", sure: "guess" } as const;
  const weak = (sure: "guess" | "likely") =>
    stepsOf("verify-role", { says: [[li, decides(), { ...guess, sure }]] });
  expect(weak("guess")).toHaveLength(1);
  expect(weak("likely")).toEqual([]);
  // Held, but said so long ago that it weighs 3.5 · .8 / 2.
  const old = {
    says: [[li, role("user"), { at: NOON - 365 * 86_400_000, sure: "certain" }]],
  } as const;
  expect(stepsOf("verify-role", old)).toHaveLength(1);
});

test("the decision maker's is worth more than a user's", () => {
  const links = { titles: { [chen]: "CEO", [li]: "Machine Operator" } };
  const steps = stepsOf("verify-role", links);
  expect(steps.map(({ facts }) => facts.role)).toEqual(["decision-maker", "user"]);
  expect(steps[0]?.score).toBeGreaterThan(3 * (steps[1]?.score ?? 0));
});

test("the answer is a claim, and another reason is another key", () => {
  const byTitle = stepOf("verify-role", { titles: { [chen]: "Owner" } });
  expect(statedBy(byTitle, "no")).toEqual([[chen, decides(false)]]);
  const byGuess = stepOf("verify-role", {
    titles: { [chen]: "Owner" },
    says: [[chen, decides(), { how: "judgement", sure: "guess" }]],
  });
  expect(byGuess.key).not.toBe(byTitle.key);
});

test("what somebody else says of it is hearsay, what is found out from the person themselves is not", () => {
  const titles = { [chen]: "Owner" };
  const met: Said[] = [[li, access(2), seen]];
  const sure = (says: Said[]) => {
    const step = stepOf("verify-role", { titles, says });
    return [step.through, ...step.outcomes.flatMap(({ claims }) => claims.map((one) => one.sure))];
  };
  expect(sure(met)).toEqual([[li], "guess", "guess"]);
  expect(sure([])).toEqual([[], "likely", "likely"]);
  // Another's word would only take the place of what was heard: after it the person themselves is asked, and then no more.
  const heard: Said = [chen, decides(), { how: "interview", sure: "guess" }];
  expect(sure([...met, heard])).toEqual([[], "likely", "likely"]);
  const own: Said = [chen, decides(), { how: "interview", sure: "likely" }];
  expect(stepsOf("verify-role", { titles, says: [...met, own] })).toEqual([]);
});

test("every role that matters is verified: finance that approves, who buys, who screens", () => {
  const titles = { [chen]: "CFO", [li]: "Buyer", [wang]: "Systems Engineer" };
  const asked = (focus: "balanced" | "compliance" | "price") =>
    draftsOf(verifyRole, { titles, profile: { focus } }).map(({ person, facts }) => [
      person,
      facts.role,
    ]);
  expect(asked("balanced")).toEqual([
    [chen, "decision-maker"],
    [li, "purchaser"],
    [wang, "technical-evaluator"],
    [chen, "approver"],
  ]);
  // Where the price counts, technology is worth half of .15: less than a tenth.
  expect(asked("price").map(([, role]) => role)).toEqual([
    "decision-maker",
    "purchaser",
    "approver",
  ]);
  const weak: Said[] = [[chen, role("gatekeeper"), { how: "judgement", sure: "guess" }]];
  expect(stepsOf("verify-role", { says: weak })).toEqual([]);
});

test("of two who are as likely it is whose part of the decision is greater", () => {
  const titles = { [chen]: "Buyer", [li]: "Senior Manager, Purchasing" };
  for (const people of [
    [chen, li],
    [li, chen],
  ]) {
    expect(stepOf("verify-role", { people, titles }).person).toBe(li);
  }
});

test("is worth what it is to know, times the chance to be told, by hand", () => {
  const worth = (says: Said[], focus: "balanced" | "compliance" = "balanced") =>
    draftsOf(verifyRole, { titles: { [chen]: "CFO" }, says, profile: { focus } }).find(
      ({ facts }) => facts.role === "approver",
    )?.besides ?? 0;
  // P = .3155: 4 · .25 · 4P(1 − P) · (1 − kept); a yes (.9427P + .0573(1 − P) = .3366) makes it .8834, a no .0273.
  const kept = (0.3366 * 0.8834 * 0.1166 + 0.6634 * 0.0273 * 0.9727) / (0.3155 * 0.6845);
  const know = 4 * 0.25 * 4 * 0.3155 * 0.6845 * (1 - kept);
  // Hearsay (1.4) is right in .8022: a yes (.8022P + .1978(1 − P) = .3885) makes it .6515, a no .1021.
  const heard = (0.3885 * 0.6515 * 0.3485 + 0.6115 * 0.1021 * 0.8979) / (0.3155 * 0.6845);
  const knowByHearsay = 4 * 0.25 * 4 * 0.3155 * 0.6845 * (1 - heard);
  // Nobody to ask: .6 · .25; else .6 · .81655.
  expect(worth([])).toBeCloseTo(0.15 * know, 3);
  expect(worth([[li, access(3), seen]])).toBeCloseTo(0.6 * 0.81655 * knowByHearsay, 3);
  // Where compliance counts an approver weighs four times as much.
  expect(worth([], "compliance")).toBeCloseTo(4 * worth([]), 9);
});

test("whether somebody decides takes off the doubt besides, as far as we are told", () => {
  const one = { titles: { [chen]: "Owner" } };
  const [draft] = draftsOf(verifyRole, one);
  const { structure } = situationOf(one);
  const { variance } = structure.support;
  // P = .3950: a yes (.9427P + .0573(1 − P) = .4070) makes it .9148, a no .0381.
  const kept = (0.407 * 0.9148 * 0.0852 + 0.593 * 0.0381 * 0.9619) / (0.395 * 0.605);
  const less = 0.15 * structure.uncertainty.people.get(chen)!.decisionMaker * (1 - kept);
  expect(draft?.gain.spread).toBeCloseTo(
    1.6449 * (Math.sqrt(variance - less) - Math.sqrt(variance)),
    5,
  );
  expect(draft?.gain.spread).toBeLessThan(0);
});

test("hearsay takes less off the doubt than the person's own word", () => {
  const one = { titles: { [chen]: "Owner" }, says: [[li, access(3), seen]] as Said[] };
  const [draft] = draftsOf(verifyRole, one);
  const { structure } = situationOf(one);
  const { variance } = structure.support;
  // P = .3950 again: a yes (.8022P + .1978(1 − P) = .4365) makes it .7259, a no .1387.
  const kept = (0.4365 * 0.7259 * 0.2741 + 0.5635 * 0.1387 * 0.8613) / (0.395 * 0.605);
  const works = 0.6 * 0.81655;
  const less = works * structure.uncertainty.people.get(chen)!.decisionMaker * (1 - kept);
  expect(draft?.through).toEqual([li]);
  expect(draft?.gain.spread).toBeCloseTo(
    1.6449 * (Math.sqrt(variance - less) - Math.sqrt(variance)),
    5,
  );
});
