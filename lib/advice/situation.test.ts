import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACCESS_LEVELS, STANCES, STRENGTHS } from "@/lib/domain";
import { link, NOON } from "@/lib/domain/testing";
import { decides as decidesAsStated, isAgainstUs, isForUs } from "@/lib/structure";
import {
  access,
  chen,
  deal,
  decides,
  li,
  mapOf,
  moves,
  reports,
  role,
  seen,
  stance,
  wang,
  zhao,
  type Said,
} from "@/lib/structure/testing";
import { allyOf, bestFriend, chanceOf, present, whoKnows, type Situation } from "./situation";

const people = [li, wang, chen, zhao];
const anybody = fc.constantFrom(...people);

const anySituation = fc
  .array(
    fc.oneof(
      fc.tuple(anybody, fc.constantFrom(...ACCESS_LEVELS).map(access)),
      fc.tuple(anybody, fc.constantFrom(...STANCES).map(stance)),
      fc.tuple(anybody, anybody.map(reports)),
      fc.tuple(
        anybody,
        fc.tuple(anybody, fc.constantFrom(...STRENGTHS)).map(([whom, n]) => moves(whom, n)),
      ),
    ),
    { minLength: 10, maxLength: 40 },
  )
  .map((says): Situation => {
    // In order of time, so that the last word on a thing counts.
    const dated = says.map(([who, what], n): Said => [who, what, { at: NOON - 30 + n }]);
    return { ...mapOf({ people, says: dated }), now: NOON, closes: null };
  });

/** Straight from what is meant: those we have met who are not against us, best known first. */
function friendsOf({ beliefs, structure }: Situation) {
  return structure.met
    .map((person) => ({
      belief: beliefs.get(person)!,
      chance: structure.paths.get(person)!.chance,
    }))
    .filter(({ belief }) => !isAgainstUs(belief))
    .toSorted(
      (a, b) =>
        b.chance - a.chance ||
        b.belief.stance.estimate - a.belief.stance.estimate ||
        (a.belief.person.key < b.belief.person.key ? -1 : 1),
    );
}

describe("whom to send, of any people", () => {
  test("to find out about a person: who is near them, else whom we know best", () => {
    fc.assert(
      fc.property(anySituation, anybody, (situation, person) => {
        const about = situation.beliefs.get(person)!;
        const others = friendsOf(situation).filter(({ belief }) => belief.person.key !== person);
        const near = others.find(
          ({ belief: { person: one, influences, reportsTo } }) =>
            about.reportsTo?.to === one.key ||
            about.influences.some(({ whom }) => whom === one.key) ||
            reportsTo?.to === person ||
            influences.some(({ whom }) => whom === person),
        );
        const best = near ?? others[0];
        expect(whoKnows(situation, person).through).toEqual(best ? [best.belief.person.key] : []);
        expect(bestFriend(situation, person)?.person).toBe(others[0]?.belief.person.key);
      }),
      { numRuns: 300 },
    );
  });

  test("as an ally: who is for us and moves them, or is their chief, likeliest to work", () => {
    fc.assert(
      fc.property(anySituation, anybody, (situation, person) => {
        const { reportsTo } = situation.beliefs.get(person)!;
        const chances = friendsOf(situation)
          .filter(({ belief }) => isForUs(belief))
          .flatMap(({ belief, chance }) => {
            const ties = belief.influences.filter(({ whom }) => whom === person);
            const chief = reportsTo?.to === belief.person.key ? [reportsTo] : [];
            return [...ties, ...chief].map(({ probability }) => chance * probability);
          });
        const ally = allyOf(situation, person);
        expect(ally?.chance).toBe(chances.length > 0 ? Math.max(...chances) : undefined);
      }),
      { numRuns: 300 },
    );
  });
});

describe("how likely somebody is the decision maker, as it is told", () => {
  const told = (one: Parameters<typeof mapOf>[0], who: typeof li) => {
    const situation = { ...mapOf(one), now: NOON, closes: null };
    return chanceOf(situation, situation.beliefs.get(who)!, "decision-maker");
  };
  const titles = { [chen]: "Owner" };

  test("is their own probability where nothing points to anybody else", () => {
    // logit .2 + 1.2 · .8 = −.4263.
    expect(told({ people, titles }, chen)).toBeCloseTo(0.395, 4);
    expect(told({ people }, chen)).toBeCloseTo(0.2, 9);
  });

  test("is little beside one who is known to decide: one person does", () => {
    // Odds of 8.2790 by a certain interview and .6529 by a title that weighs 3^½: of the two .8799 and .1201, and
    // together they are it with 8.9319 / 9.9319.
    const says: Said[] = [[li, decides(), { sure: "certain" }]];
    const heavier = 0.6529 * Math.sqrt(3);
    const sum = 8.279 + heavier;
    expect(told({ people, titles, says }, chen)).toBeCloseTo(
      ((heavier / sum) * 8.9319) / 9.9319,
      4,
    );
    expect(told({ people, titles, says }, li)).toBeCloseTo(((8.279 / sum) * 8.9319) / 9.9319, 4);
  });

  test("and nobody's leaves all chances and the one of nobody 1 together", () => {
    const says: Said[] = [
      [li, decides(), { how: "judgement" }],
      [wang, decides(), { how: "judgement", sure: "guess" }],
    ];
    const { structure } = mapOf({ people, titles, says });
    const all = [li, wang, chen].map((who) => told({ people, titles, says }, who));
    expect(all.reduce((sum, one) => sum + one, structure.undiscovered)).toBeCloseTo(1, 9);
  });

  test("of other roles is their own: several may be users", () => {
    const says: Said[] = [
      [li, role("user"), seen],
      [wang, role("user"), seen],
    ];
    const situation = { ...mapOf({ people, says }), now: NOON, closes: null };
    const { roles } = situation.beliefs.get(li)!;
    expect(chanceOf(situation, situation.beliefs.get(li)!, "user")).toBe(roles.user.probability);
  });
});

test("who is inferred to decide, however likely, does not decide as stated", () => {
  const one = {
    people,
    titles: { [chen]: "CEO" },
    links: [link(deal, chen, { role: "Decision Maker" })],
  };
  const inferred = mapOf(one).beliefs.get(chen)!;
  expect(inferred.roles["decision-maker"].probability).toBeGreaterThan(0.8);
  expect(decidesAsStated(inferred)).toBe(false);
  const said = mapOf({ ...one, says: [[chen, decides(), { sure: "guess" }]] }).beliefs.get(chen)!;
  expect(decidesAsStated(said)).toBe(true);
});

test("what is looked up belongs to its structure and beliefs", () => {
  const one = mapOf({ people, says: [[li, access(3)]] });
  const other = mapOf({ people, says: [[wang, access(3)]] });
  const situation = { ...one, now: NOON, closes: null };
  expect(bestFriend(situation)?.person).toBe(li);
  expect(bestFriend({ ...situation, structure: other.structure })?.person).toBe(wang);
  const fewer = { ...situation, beliefs: new Map([[wang, one.beliefs.get(wang)!]]) };
  expect(present(fewer).map(({ belief }) => belief.person.key)).toEqual([wang]);
});
