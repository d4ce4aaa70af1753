import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold, SCALES } from "@/lib/beliefs";
import {
  anybody,
  anyDecision,
  anyLog,
  anyVoice,
  anyReordered,
  cast,
  deal,
  inputOf,
  saidElsewhere,
  type AnyDecision,
} from "@/lib/beliefs/testing";
import { standing, type Role, type StatedClaim, type Statement } from "@/lib/domain";
import { DAY, NOON, claim, key, record } from "@/lib/domain/testing";
import { powerStructure, type PowerStructure } from "./index";

const TINY = 1e-9;
const sum = (values: Iterable<number>) => [...values].reduce((all, one) => all + one, 0);

function mapOf(decision: AnyDecision, claims = standing(decision.log), now = NOON): PowerStructure {
  const { beliefs, profile } = fold(inputOf(decision, claims), now);
  return powerStructure(beliefs, profile);
}

/** The numbers of a map, to be compared but for the last bits. */
function numbersOf({
  shares,
  ghost,
  undiscovered,
  support,
  covered,
  unknown,
  uncertainty,
}: PowerStructure) {
  return {
    ghost,
    undiscovered,
    covered,
    unknown,
    notFound: uncertainty.notFound,
    ...support,
    ...Object.fromEntries(shares),
    ...Object.fromEntries(
      [...uncertainty.people].flatMap(([who, doubts]) =>
        Object.entries(doubts).map(([name, one]) => [`${who} ${name}`, one as number]),
      ),
    ),
  };
}

function expectClose(one: Record<string, number>, other: Record<string, number>) {
  expect(Object.keys(one).toSorted()).toEqual(Object.keys(other).toSorted());
  for (const [name, value] of Object.entries(other)) expect(one[name]).toBeCloseTo(value, 8);
}

test("a decision is given out whole, the ghost's part included, and every number is on its scale", () => {
  fc.assert(
    fc.property(anyDecision, (decision) => {
      const { shares, ghost, support, covered, unknown, uncertainty } = mapOf(decision);
      expect(sum(shares.values()) + ghost).toBeCloseTo(1, 9);
      for (const one of [ghost, covered, unknown, ...shares.values()]) {
        expect(one).toBeGreaterThanOrEqual(0);
        expect(one).toBeLessThanOrEqual(1);
      }
      expect(support.low).toBeGreaterThanOrEqual(SCALES.stance.low);
      expect(support.high).toBeLessThanOrEqual(SCALES.stance.high);
      expect(support.low).toBeLessThanOrEqual(support.estimate);
      expect(support.estimate).toBeLessThanOrEqual(support.high);
      expect(support.variance).toBeGreaterThanOrEqual(0);
      const parts = [...uncertainty.people.values()].flatMap((doubts) => Object.values(doubts));
      expect(sum(parts) + uncertainty.notFound).toBeCloseTo(support.variance, 9);
    }),
  );
});

test("the order in which people and claims are known does not matter", () => {
  fc.assert(
    fc.property(anyReordered, ({ decision, claims, reordered, shuffled }) => {
      const one = mapOf(decision, claims);
      const other = mapOf(reordered, shuffled);
      expectClose(numbersOf(other), numbersOf(one));
      for (const part of [
        "status",
        "keyPlayers",
        "opponents",
        "gaps",
        "order",
        "profile",
      ] as const) {
        expect(other[part]).toEqual(one[part]);
      }
      expect(other.met.toSorted()).toEqual(one.met.toSorted());
      expect(other.brokers.map(({ person }) => person)).toEqual(
        one.brokers.map(({ person }) => person),
      );
    }),
  );
});

test("what is said in one opportunity changes nothing in another", () => {
  fc.assert(
    fc.property(anyDecision, anyLog, (decision, other) => {
      const claims = standing(decision.log);
      const there = saidElsewhere(other);
      expect(mapOf(decision, [...claims, ...there])).toEqual(mapOf(decision, claims));
    }),
  );
});

describe("one more voice", () => {
  /** The map before and after somebody of whom nothing was heard before speaks of a person who has not left. */
  function heard(
    { decision, about, scope, grounds }: typeof anyVoice extends fc.Arbitrary<infer T> ? T : never,
    says: Statement,
    isOne: (claim: StatedClaim) => boolean = () => true,
  ) {
    // A word on the decision silences the account's defaults: the others are of the same scope.
    const claims = standing(decision.log).filter(
      (one) => one.scope === scope && one.says.aspect !== "left" && isOne(one),
    );
    const more = claim(900, about, says, { scope, ...grounds, by: "newcomer" });
    const [before, after] = [mapOf(decision, claims), mapOf(decision, [...claims, more])];
    const share = (map: PowerStructure) => map.shares.get(about)!;
    return { before, after, had: share(before), has: share(after) };
  }

  test("for a role that weighs in the decision never lessens a person's share, one against never adds to it", () => {
    const roles: Role[] = [
      "decision-maker",
      "approver",
      "technical-evaluator",
      "purchaser",
      "user",
      "gatekeeper",
      "initiator",
    ];
    fc.assert(
      fc.property(anyVoice, fc.constantFrom(...roles), fc.boolean(), (voice, role, holds) => {
        const { before, after, had, has } = heard(voice, { aspect: "role", role, holds });
        if (holds) expect(has).toBeGreaterThanOrEqual(had - TINY);
        else expect(has).toBeLessThanOrEqual(had + TINY);
        if (role !== "decision-maker") expect(after.ghost).toBe(before.ghost);
        else if (holds) expect(after.undiscovered).toBeLessThanOrEqual(before.undiscovered + TINY);
        else expect(after.undiscovered).toBeGreaterThanOrEqual(before.undiscovered - TINY);
      }),
      { numRuns: 300 },
    );
  });

  test("that a person moves another decisively never lessens their share", () => {
    fc.assert(
      fc.property(anyVoice, anybody, (voice, whom) => {
        const { had, has } = heard(voice, {
          aspect: "influences",
          whom,
          strength: 3,
          holds: true,
        });
        expect(has).toBeGreaterThanOrEqual(had - TINY);
      }),
      { numRuns: 300 },
    );
  });

  test("for us never lessens the support, one against us never adds to it; shares stay", () => {
    fc.assert(
      fc.property(anyVoice, fc.constantFrom(-2 as const, 2 as const), (voice, value) => {
        const { before, after } = heard(voice, { aspect: "stance", value });
        const moved = after.support.estimate - before.support.estimate;
        expect(moved * value).toBeGreaterThanOrEqual(-TINY);
        expect(after.shares).toEqual(before.shares);
      }),
    );
  });

  test("for access in depth never lessens what is covered; support and shares stay", () => {
    fc.assert(
      fc.property(anyVoice, (voice) => {
        // The first word on access takes the place of what a contact alone lets assume.
        const { before, after } = heard(
          voice,
          { aspect: "access", level: 3 },
          ({ says }) => says.aspect !== "contacted",
        );
        expect(after.covered).toBeGreaterThanOrEqual(before.covered - TINY);
        expect(after.support).toEqual(before.support);
        expect(after.shares).toEqual(before.shares);
      }),
    );
  });
});

describe("a map is the same", () => {
  test("whoever else is named of whom nothing is known: as little is not found, and they are alike", () => {
    fc.assert(
      fc.property(anyDecision, fc.integer({ min: 2, max: 6 }), (decision, count) => {
        const names = Array.from({ length: count }, (_, n) => key("contact", `${n}`));
        const people = [...decision.people, ...names.map((one, n) => record(one, `Name ${n}`))];
        const [few, many] = [mapOf(decision), mapOf({ ...decision, people })];
        expect(many.undiscovered).toBe(few.undiscovered);
        expect(sum(many.shares.values()) + many.ghost).toBeCloseTo(1, 9);
        const [first, ...others] = names.map((one) => many.shares.get(one)!);
        for (const one of others) expect(one).toBeCloseTo(first!, 9);
      }),
    );
  });

  test("where everybody has as much more power: only the differences tell people apart", () => {
    fc.assert(
      fc.property(anyDecision, fc.constantFrom(1 as const, 3 as const), (decision, level) => {
        const claims = standing(decision.log).filter(({ says }) => says.aspect !== "power");
        const powerful = cast.map((who, n) =>
          claim(900 + n, who, { aspect: "power", level }, { scope: deal, how: "act" }),
        );
        const [one, other] = [mapOf(decision, claims), mapOf(decision, [...claims, ...powerful])];
        expectClose(numbersOf(other), numbersOf(one));
      }),
    );
  });

  test("whenever it is made, if all was said and read as long before", () => {
    fc.assert(
      fc.property(anyDecision, fc.integer({ min: -9_999, max: 9_999 }), (decision, days) => {
        const by = days * DAY;
        const later = (rest: { at: number }) => ({ ...rest, at: rest.at + by });
        const claims = standing(decision.log);
        const shifted = claims.map((one) => {
          const { says } = one;
          const told = says.aspect === "contacted" ? { ...says, on: says.on + by } : says;
          return { ...one, at: one.at + by, says: told };
        });
        const people = decision.people.map((one) => ({
          ...one,
          fields: Object.fromEntries(
            Object.entries(one.fields).map(([name, field]) => [name, later(field) as typeof field]),
          ),
        }));
        const links = decision.links.map((one) => ({ ...one, lastSeen: one.lastSeen + by }));
        const { fields } = decision.account;
        const account = {
          ...decision.account,
          fields: fields.industry
            ? { industry: { ...fields.industry, at: fields.industry.at + by } }
            : {},
        };
        const moved = { ...decision, people, links, account };
        expectClose(
          numbersOf(mapOf(moved, shifted, NOON + by)),
          numbersOf(mapOf(decision, claims)),
        );
      }),
    );
  });

  test("turned round where everybody stands on the other side: support is the mirror image", () => {
    fc.assert(
      fc.property(anyDecision, (decision) => {
        const claims = standing(decision.log);
        const turned = claims.map((one) =>
          one.says.aspect === "stance"
            ? { ...one, says: { ...one.says, value: -one.says.value as 1 } }
            : one,
        );
        const [here, there] = [mapOf(decision, claims), mapOf(decision, turned)];
        expect(there.support.estimate).toBeCloseTo(-here.support.estimate, 9);
        expect(there.support.low).toBeCloseTo(-here.support.high, 6);
        expect(there.support.high).toBeCloseTo(-here.support.low, 6);
        expect(there.support.variance).toBeCloseTo(here.support.variance, 9);
        expect(there.shares).toEqual(here.shares);
      }),
    );
  });
});
