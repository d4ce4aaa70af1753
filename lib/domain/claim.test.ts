import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standing, type Claim } from "./claim";
import { claim, claimId, key, withdrawal } from "./testing";

const person = key("contact", "li");
const tag = claim(1, person, { aspect: "role", role: "decision-maker", holds: true });
const stance = claim(2, person, { aspect: "stance", value: 1 });

/** A log of n statements and withdrawals of arbitrary entries, of each other and of themselves too. */
const log = fc
  .array(fc.option(fc.nat(30)), { minLength: 1, maxLength: 30 })
  .map((targets) =>
    targets.map((target, n): Claim =>
      target === null
        ? { ...stance, id: claimId(n) }
        : withdrawal(n, { ...stance, id: claimId(target) }),
    ),
  );

describe("what stands", () => {
  test("is what was stated and not withdrawn", () => {
    expect(standing([tag, stance, withdrawal(3, tag)])).toEqual([stance]);
  });

  test("comes back when the withdrawal is withdrawn, and goes again", () => {
    const undo = withdrawal(3, tag);
    const redo = withdrawal(4, undo);
    const again = withdrawal(5, redo);
    expect(standing([tag, undo, redo])).toEqual([tag]);
    expect(standing([tag, undo, redo, again])).toEqual([]);
  });

  test("stays withdrawn while one of two withdrawals stands", () => {
    const [first, second] = [withdrawal(3, tag), withdrawal(4, tag)];
    expect(standing([tag, first, second, withdrawal(5, first)])).toEqual([]);
    expect(standing([tag, first, second, withdrawal(5, first), withdrawal(6, second)])).toEqual([
      tag,
    ]);
  });

  test("is not touched by a withdrawal of something unknown, or read twice", () => {
    expect(standing([tag, withdrawal(3, { ...tag, id: claimId(99) })])).toEqual([tag]);
    const undo = withdrawal(3, tag);
    expect(standing([tag, undo, undo, withdrawal(4, undo)])).toEqual([tag]);
  });

  test("does not depend on the order of the log", () => {
    fc.assert(
      fc.property(
        log.chain((claims) =>
          fc.tuple(fc.constant(claims), fc.shuffledSubarray(claims, { minLength: claims.length })),
        ),
        ([claims, shuffled]) => {
          const ids = (some: readonly Claim[]) =>
            standing(some)
              .map(({ id }) => id)
              .toSorted();
          expect(ids(shuffled)).toEqual(ids(claims));
        },
      ),
    );
  });

  test("does not depend on claims that have nothing to do with it, rings of withdrawals too", () => {
    fc.assert(
      fc.property(log, fc.integer({ min: 1, max: 3 }), (claims, more) => {
        const others = Array.from({ length: more }, (_, n) => ({ ...tag, id: claimId(1_000 + n) }));
        expect(standing([...claims, ...others])).toEqual([...standing(claims), ...others]);
      }),
    );
  });

  test("is found in a long log of undoing and redoing, and beside a ring", () => {
    const chain: Claim[] = [tag];
    for (let n = 2; n <= 20_001; n += 1) chain.push(withdrawal(n, chain.at(-1) as Claim));
    expect(standing(chain)).toEqual([tag]);
    expect(standing(chain.slice(0, -1))).toEqual([]);
    const ring = [3, 4].map((n) => withdrawal(n, { ...tag, id: claimId(7 - n) }));
    const many = Array.from({ length: 20_000 }, (_, n) => ({ ...stance, id: claimId(100 + n) }));
    expect(standing([tag, ...ring, ...many])).toHaveLength(20_001);
  });
});
