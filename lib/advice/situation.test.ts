import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ACCESS_LEVELS, STANCES, STRENGTHS } from "@/lib/domain";
import { NOON } from "@/lib/domain/testing";
import { isAgainstUs, isForUs } from "@/lib/structure";
import {
  access,
  chen,
  li,
  mapOf,
  moves,
  reports,
  stance,
  wang,
  zhao,
  type Said,
} from "@/lib/structure/testing";
import { allyOf, bestFriend, present, whoKnows, type Situation } from "./situation";

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

test("what is looked up belongs to its structure and beliefs", () => {
  const one = mapOf({ people, says: [[li, access(3)]] });
  const other = mapOf({ people, says: [[wang, access(3)]] });
  const situation = { ...one, now: NOON, closes: null };
  expect(bestFriend(situation)?.person).toBe(li);
  expect(bestFriend({ ...situation, structure: other.structure })?.person).toBe(wang);
  const fewer = { ...situation, beliefs: new Map([[wang, one.beliefs.get(wang)!]]) };
  expect(present(fewer).map(({ belief }) => belief.person.key)).toEqual([wang]);
});
