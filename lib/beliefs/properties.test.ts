import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PROFILE_ASPECTS, ROLES, standing, type RecordKey, type Statement } from "@/lib/domain";
import { DAY, NOON, claim, record, withdrawal } from "@/lib/domain/testing";
import { ROLE_PRIOR, SCALES, TIE_PRIOR } from "./constants";
import { fold, type Evidence, type Fold, type PersonBelief, type ScaleName } from "./index";
import { logit } from "./odds";
import { personBelief } from "./person";
import {
  anyDecision,
  anyEvidence,
  anyGrounds,
  anyLog,
  anyOfProfile,
  anySaid,
  anyVoice,
  anyShuffled,
  cast,
  deal,
  inputOf,
  saidElsewhere,
} from "./testing";

const SCALE_NAMES = Object.keys(SCALES) as ScaleName[];
const TINY = 1e-9;
const TRAITS = ["orientation", "background", "style"] as const;

const whole = ({ beliefs, profile }: Fold) => ({ beliefs: [...beliefs], profile });
const tieTo = ({ influences, denied }: PersonBelief, whom: RecordKey) =>
  [...influences, ...denied].find((tie) => tie.whom === whom);

const isUnanimous = (evidence: readonly Evidence[]) =>
  new Set(
    evidence.map(({ says }) =>
      "level" in says ? says.level : says.aspect === "stance" && says.value,
    ),
  ).size < 2;

test("whatever was said, what is believed lies on its scale and strictly between no and yes", () => {
  fc.assert(
    fc.property(anyDecision, (decision) => {
      for (const belief of fold(inputOf(decision), NOON).beliefs.values()) {
        for (const name of SCALE_NAMES) {
          const { low, estimate, high, variance } = belief[name];
          expect(low).toBeGreaterThanOrEqual(SCALES[name].low);
          expect(high).toBeLessThanOrEqual(SCALES[name].high);
          expect(low).toBeLessThanOrEqual(estimate);
          expect(estimate).toBeLessThanOrEqual(high);
          expect(variance).toBeGreaterThan(0);
          expect(variance).toBeLessThanOrEqual(SCALES[name].priorVariance);
        }
        const chances = [
          ...ROLES.map((role) => belief.roles[role].probability),
          ...[...belief.influences, ...belief.denied].map(({ probability }) => probability),
          ...(belief.reportsTo ? [belief.reportsTo.probability] : []),
        ];
        for (const one of chances) {
          expect(one).toBeGreaterThan(0);
          expect(one).toBeLessThan(1);
        }
      }
    }),
  );
});

test("the order of claims does not matter, to the last bit", () => {
  // Notes and ties are listed in the order of the log: each is its own.
  const sorted = (one: Fold) =>
    [...one.beliefs.values()].map((belief) => ({
      ...belief,
      notes: belief.notes.toSorted((a, b) => (a.claim!.id < b.claim!.id ? -1 : 1)),
      influences: belief.influences.toSorted((a, b) => (a.whom < b.whom ? -1 : 1)),
      denied: belief.denied.toSorted((a, b) => (a.whom < b.whom ? -1 : 1)),
    }));
  fc.assert(
    fc.property(anyShuffled, ({ decision, claims, shuffled }) => {
      const one = fold(inputOf(decision, claims), NOON);
      const other = fold(inputOf(decision, shuffled), NOON);
      expect(sorted(other)).toEqual(sorted(one));
      expect(other.profile).toEqual(one.profile);
    }),
  );
});

describe("one more voice", () => {
  type Voice = typeof anyVoice extends fc.Arbitrary<infer T> ? T : never;

  /**
   * What is believed before and after. A word on the decision silences the account's defaults on the same thing,
   * and is silent itself as a default where there is one on the decision: the others are of the same scope.
   */
  function heard({ decision, about, scope, grounds }: Voice, says: Statement) {
    const isOfProfile = (PROFILE_ASPECTS as readonly string[]).includes(says.aspect);
    const claims = standing(decision.log).filter((one) => one.scope === scope);
    const more = claim(900, isOfProfile ? scope : about, says, {
      scope,
      ...grounds,
      by: "newcomer",
    });
    const before = fold(inputOf(decision, claims), NOON);
    const after = fold(inputOf(decision, [...claims, more]), NOON);
    return {
      before,
      after,
      was: before.beliefs.get(about)!,
      is: after.beliefs.get(about)!,
    };
  }

  /** How far it is believed, on a scale of its own; null where it is no yes or no. */
  function believed(belief: PersonBelief, says: Statement): number | null {
    switch (says.aspect) {
      case "role":
        return belief.roles[says.role].probability * (says.holds ? 1 : -1);
      case "influences":
        return (tieTo(belief, says.whom)?.probability ?? TIE_PRIOR) * (says.holds ? 1 : -1);
      case "reports-to":
        return belief.reportsTo?.to === says.to ? (belief.reportsTo?.probability ?? 0) : 0;
      case "orientation":
      case "background":
      case "style": {
        const { state, value } = belief[says.aspect];
        return Number(state !== "unknown" && value === says.value);
      }
      default:
        return null;
    }
  }

  test("for a role, a tie, a chief or a trait never makes it less believed, one against never more", () => {
    fc.assert(
      fc.property(anyVoice, anyEvidence, (voice, says) => {
        const { was, is } = heard(voice, says);
        const [before, after] = [believed(was, says), believed(is, says)];
        if (before !== null) expect(after).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 1_000 },
    );
  });

  test("on a scale moves the estimate towards what it says and not past it, and makes it surer", () => {
    fc.assert(
      fc.property(anyVoice, anyEvidence, (voice, says) => {
        const name = SCALE_NAMES.find((one) => one === says.aspect);
        const value = "level" in says ? says.level : says.aspect === "stance" ? says.value : null;
        fc.pre(name !== undefined && value !== null);
        const { was, is } = heard(voice, says);
        // The first word on access takes the place of what a contact alone lets assume.
        fc.pre(was[name].evidence.every((one) => one.claim?.says.aspect !== "contacted"));
        const moved = is[name].estimate - was[name].estimate;
        const left = value - is[name].estimate;
        expect(Math.abs(moved) < TINY || Math.sign(moved) === Math.sign(left)).toBe(true);
        expect(Math.abs(left)).toBeLessThanOrEqual(Math.abs(value - was[name].estimate) + TINY);
        expect(is[name].variance).toBeLessThan(was[name].variance);
      }),
      { numRuns: 1_000 },
    );
  });

  test("on a tie settles the pair further, and draws its strength to what it says", () => {
    const anyTie = anyEvidence.filter(({ aspect }) => aspect === "influences");
    fc.assert(
      fc.property(anyVoice, anyTie, (voice, says) => {
        fc.pre(says.aspect === "influences" && says.whom !== voice.about);
        const { was, is } = heard(voice, says);
        const [before, after] = [tieTo(was, says.whom), tieTo(is, says.whom)];
        expect(after?.settled).toBeGreaterThan(before?.settled ?? 0);
        if (!before) return;
        const off = (tie = before) => Math.abs(tie.strength - says.strength);
        if (says.holds && before.evidence.some((one) => "holds" in one.says && one.says.holds)) {
          expect(off(after)).toBeLessThanOrEqual(off() + TINY);
        } else if (!says.holds) expect(after?.strength).toBeCloseTo(before.strength, 9);
      }),
    );
  });

  test("for a trait, whatever the others say of it, never turns the person away from what it says", () => {
    const says = fc.record({
      aspect: fc.constant("style" as const),
      // Two words, so that there is a contest.
      value: fc.constantFrom("driver" as const, "analytical" as const),
    });
    const anyOf = fc.record({ says, grounds: anyGrounds });
    fc.assert(
      fc.property(fc.array(anyOf, { maxLength: 12, size: "max" }), anyOf, (all, more) => {
        const [who] = cast;
        const claims = [...all, { ...more, grounds: { ...more.grounds, by: "newcomer" } }].map(
          (one, n) => claim(n, who!, one.says, { scope: deal, ...one.grounds }),
        );
        const styleOf = (some: typeof claims) =>
          personBelief(
            {
              person: record(who!, "Li"),
              link: null,
              claims: some,
              chief: null,
              opportunity: deal,
            },
            NOON,
          ).style;
        const before = styleOf(claims.slice(0, -1));
        fc.pre(before.state !== "unknown" && before.value === more.says.value);
        expect(styleOf(claims).value).toBe(more.says.value);
      }),
      { numRuns: 500 },
    );
  });

  test("on the customer never turns the profile away from what it says", () => {
    fc.assert(
      fc.property(anyVoice, anyOfProfile, (voice, says) => {
        const { before, after } = heard(voice, says);
        for (const aspect of PROFILE_ASPECTS) {
          if (says.aspect !== aspect) expect(after.profile[aspect]).toEqual(before.profile[aspect]);
          else if (before.profile[aspect].value === says.value) {
            expect(after.profile[aspect].value).toBe(says.value);
          }
        }
      }),
    );
  });

  test("about one person moves nothing that is believed of another", () => {
    fc.assert(
      fc.property(anyVoice, anyEvidence, (voice, says) => {
        const { before, after } = heard(voice, says);
        for (const who of cast) {
          if (who === voice.about) continue;
          expect(after.beliefs.get(who)).toEqual(before.beliefs.get(who));
        }
      }),
    );
  });
});

test("withdrawing restores everything exactly, and undoing that brings it back", () => {
  fc.assert(
    fc.property(anyDecision, anySaid, ({ log, ...decision }, { about, says, scope, grounds }) => {
      const more = claim(900, about, says, { scope, ...grounds });
      const undo = withdrawal(901, more);
      const of = (all: typeof log, before?: Fold) =>
        fold(inputOf({ ...decision, log: all }), NOON, before);
      const [without, withIt] = [of(log), of([...log, more])];
      expect(whole(of([...log, more, undo]))).toEqual(whole(without));
      expect(whole(of([...log, more, undo, withdrawal(902, undo)]))).toEqual(whole(withIt));
      // The same where the fold goes on from the one before.
      expect(whole(of([...log, more, undo], withIt))).toEqual(whole(without));
    }),
  );
});

test("what is said in one opportunity changes nothing in another", () => {
  fc.assert(
    fc.property(anyDecision, anyLog, (decision, other) => {
      const claims = standing(decision.log);
      const there = saidElsewhere(other);
      const before = fold(inputOf(decision, claims), NOON);
      expect(whole(fold(inputOf(decision, [...claims, ...there]), NOON))).toEqual(whole(before));
    }),
  );
});

test("age alone fades every belief towards not knowing, and sharpens none", () => {
  fc.assert(
    fc.property(anyDecision, fc.integer({ min: 1, max: 3_000 }), (decision, days) => {
      const today = fold(inputOf(decision), NOON);
      const later = fold(inputOf(decision), NOON + days * DAY);
      for (const [who, was] of today.beliefs) {
        const is = later.beliefs.get(who)!;
        const fades = (before: number, after: number, prior: number) => {
          const moved = (one: number) => logit(one) - logit(prior);
          expect(Math.abs(moved(after))).toBeLessThanOrEqual(Math.abs(moved(before)) + TINY);
          expect(moved(after) * moved(before)).toBeGreaterThanOrEqual(-TINY);
        };
        for (const role of ROLES) {
          fades(was.roles[role].probability, is.roles[role].probability, ROLE_PRIOR[role]);
        }
        for (const { whom, probability, settled } of [...was.influences, ...was.denied]) {
          const tie = tieTo(is, whom)!;
          fades(probability, tie.probability, TIE_PRIOR);
          expect(tie.settled).toBeLessThanOrEqual(settled);
        }
        if (was.reportsTo) {
          expect(is.reportsTo?.to).toBe(was.reportsTo.to);
          fades(was.reportsTo.probability, is.reportsTo!.probability, TIE_PRIOR);
        }
        for (const name of SCALE_NAMES) {
          const { variance, low, high } = is[name];
          expect(variance).toBeGreaterThanOrEqual(was[name].variance - TINY);
          expect(variance).toBeLessThanOrEqual(SCALES[name].priorVariance + TINY);
          // Access fades to the low end of its scale, where its interval is cut. Of claims that contradict each other
          // the stronger loses more of its say, so that the middle moves a little.
          if (name === "access" || !isUnanimous(was[name].evidence)) continue;
          expect(low).toBeLessThanOrEqual(was[name].low + TINY);
          expect(high).toBeGreaterThanOrEqual(was[name].high - TINY);
        }
        for (const trait of TRAITS) expect(is[trait].value).toBe(was[trait].value);
      }
      for (const aspect of PROFILE_ASPECTS) {
        expect(later.profile[aspect].value).toBe(today.profile[aspect].value);
      }
    }),
  );
});
