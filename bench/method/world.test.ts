import { describe, expect, test } from "vitest";
import { fold, fromLogit, SCALES, SCALE_PRECISION } from "@/lib/beliefs";
import { deal, personKey, TODAY } from "./people.ts";
import { POLICY_OF } from "./policies.ts";
import { random } from "./random.ts";
import { Predictions } from "./reliability.ts";
import { answer, answerRole, answerStance, drawClaims, HONEST } from "./seller.ts";
import { drawAccount, isListed, trueSupport, withOneHolder } from "./world.ts";
import { worlds } from "./worlds.ts";

const draw = (size: number, n: number) => drawAccount(size, random("test", n));

describe("an account", () => {
  test("where each role has one holder has at most one of each, and one that decides if told so", () => {
    for (let n = 0; n < 50; n++) {
      const account = withOneHolder(draw(10, n), random("holder", n));
      const held = account.truths.flatMap(({ roles }) => [...roles]);
      expect(new Set(held).size).toBe(held.length);
      expect(isListed(withOneHolder(account, random("listed", n), true))).toBe(true);
    }
  });

  test("leans as the only one who decides and listens to nobody, or as a stranger", () => {
    const [truth] = draw(1, 1).truths;
    const alone = { ...draw(1, 1), stranger: -2 as const };
    const decides = { ...truth!, roles: new Set(["decision-maker" as const]), stance: 1 as const };
    expect(trueSupport({ ...alone, truths: [decides] })).toBeCloseTo(1, 9);
    expect(trueSupport({ ...alone, truths: [{ ...decides, roles: new Set() }] })).toBe(-2);
  });
});

describe("an honest answer", () => {
  const many = 20_000;

  test("about a role is right as often as its weight says", () => {
    const chance = random("roles");
    const roles = new Set(["user" as const]);
    const answers = Array.from({ length: many }, () => answerRole({ roles }, "user", 1.5, chance));
    const right = answers.filter((says) => says.aspect === "role" && says.holds).length;
    expect(right / many).toBeCloseTo(fromLogit(1.5), 1.5);
  });

  test("about a stance is off by the variance that its weight says, at the nearest step", () => {
    const chance = random("stances");
    const weight = 6;
    expect(SCALES.stance.priorVariance / (SCALE_PRECISION * weight)).toBeCloseTo(1 / 6, 12);
    const off = Array.from({ length: many }, () => {
      const says = answerStance(0, weight, chance);
      return says.aspect === "stance" ? says.value ** 2 : NaN;
    });
    // From tables of the normal: P(|z| > 1.2247) = .2207 are one step off, P(|z| > 3.674) = .0002 two.
    expect(off.reduce((sum, one) => sum + one, 0) / many).toBeCloseTo(0.2207 + 3 * 0.0002, 2);
  });
});

describe("a question", () => {
  const account = draw(6, 3);
  const certain = 30;

  test("about listening is answered of each other person: whether the one asked listens to them", () => {
    const told = answer(account, { person: 2, about: "listening" }, certain, random("told"));
    expect(told.map(({ of }) => of)).toEqual([0, 1, 3, 4, 5]);
    for (const { of, says } of told) {
      const strength = account.truths[of]!.moves.get(2);
      expect(says).toMatchObject({ aspect: "influences", whom: personKey(2) });
      expect(says).toMatchObject(strength ? { holds: true, strength } : { holds: false });
    }
  });

  test("about roles is answered of every role but the decision maker's", () => {
    const told = answer(account, { person: 2, about: "roles" }, certain, random("told"));
    expect(told).toHaveLength(9);
    for (const { of, says } of told) {
      expect(of).toBe(2);
      if (says.aspect !== "role") throw new Error(says.aspect);
      expect(says.role).not.toBe("decision-maker");
      expect(says.holds).toBe(account.truths[2]!.roles.has(says.role));
    }
  });
});

test("worlds differ in what they say they differ in", () => {
  const seed = (what: string) => random("worlds", what);
  const account = worlds["wrong titles"].draw(200, seed("account"));
  const wrong = account.seen.filter(
    ({ fields }, n) => fields.title?.value !== account.people[n]!.fields.title?.value,
  );
  const titled = account.people.filter(({ fields }) => fields.title).length;
  expect(wrong.length / titled).toBeCloseTo(0.6, 1);

  const friends = worlds["friends only"].habits();
  const claims = drawClaims(account, friends, seed("claims"));
  const stanceOf = new Map(account.truths.map(({ stance }, n) => [personKey(n) as string, stance]));
  expect(claims.length).toBeGreaterThan(0);
  for (const { about } of claims) expect(stanceOf.get(about)).toBeGreaterThanOrEqual(1);

  const drifting = worlds["drifting stances"].habits(seed("drift"));
  const [truth] = account.truths;
  expect(drifting.stanceThen(truth!, 0, 0)).toBe(truth!.stance);
  const ages = Array.from({ length: 12 }, (_, month) => drifting.stanceThen(truth!, 0, month * 30));
  expect(new Set(ages).size).toBeGreaterThan(1);
  expect(ages).toEqual(ages.map((_, month) => drifting.stanceThen(truth!, 0, month * 30)));

  const boast = worlds["over-confident sellers"].habits().saying(seed("saying"));
  expect(boast).toMatchObject({ how: "interview", sure: "certain", worth: expect.closeTo(1.2, 9) });
  expect(HONEST.stanceWorth({ age: 120, worth: 2 })).toBeCloseTo(1, 9);
});

test("predictions that are right have no reliability term, and the Brier score that is due", () => {
  const predictions = new Predictions();
  for (let n = 0; n < 10; n++) predictions.add(0.25, n % 4 === 0 && n < 8);
  for (let n = 0; n < 10; n++) predictions.add(0.8, n < 8);
  const { bins, brier, brierOfBaseRate, reliability, resolution } = predictions.result();
  expect(bins).toEqual([
    { predicted: 0.25, observed: 0.2, count: 10 },
    { predicted: expect.closeTo(0.8, 12) as number, observed: 0.8, count: 10 },
  ]);
  // By hand: (2 · .75² + 8 · .25² + 8 · .2² + 2 · .8²) / 20; base rate .5; ((.05)² + 0) / 2; .3².
  expect(brier).toBeCloseTo((2 * 0.5625 + 8 * 0.0625 + 8 * 0.04 + 2 * 0.64) / 20, 12);
  expect(brierOfBaseRate).toBeCloseTo(0.25, 12);
  expect(reliability).toBeCloseTo(0.0025 / 2, 12);
  expect(resolution).toBeCloseTo(0.09, 12);
});

test("policies ask in their order, each person about everything", () => {
  const account = draw(3, 7);
  const { beliefs } = fold(
    { opportunity: deal, people: account.seen, links: [], claims: [] },
    TODAY,
  );
  const setting = { seniority: [1, 3, 2], ties: [5, 0, 9], chance: random("policy") };
  const asked = (policy: keyof typeof POLICY_OF) =>
    Array.from({ length: 16 }, (_, day) => {
      const { person, about } = POLICY_OF[policy](setting)({
        beliefs,
        structure: undefined as never,
        day,
      });
      return `${person} ${about}`;
    });
  const kinds = ["decision-maker", "stance", "listening", "openness", "roles"];
  expect(asked("most senior first")).toEqual([
    ...[1, 2, 0].flatMap((one) => kinds.map((kind) => `${one} ${kind}`)),
    "1 decision-maker",
  ]);
  expect(asked("most connected first")[0]).toBe("2 decision-maker");
  expect(new Set(asked("random")).size).toBeGreaterThan(1);
});
