import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { key } from "@/lib/domain/testing";
import { PRIOR_LISTENING } from "./constants";
import { pull, settle, sharesOf } from "./influence";
import { makeNetwork, type Listening, type Network } from "./network";

const people = (count: number) => Array.from({ length: count }, (_, n) => key("contact", `${n}`));
const tie = (listener: number, to: number, weight = 1): Listening => ({
  listener,
  to,
  weight,
  variance: 0,
});
const network = (
  count: number,
  ties: readonly Listening[],
  { susceptibility = 0.7, standing = [] as readonly number[] } = {},
): Network =>
  makeNetwork(
    people(count),
    ties,
    Array.from({ length: count }, (_, n) => standing[n] ?? 1),
    Array.from({ length: count }, () => ({ susceptibility, variance: 0 })),
  );

describe("shares by hand", () => {
  test("two people: each hears only the other, whatever ties are known", () => {
    // W = [[0, 1], [1, 0]], A = .7·I: V = .3 / .51 · [[1, .7], [.7, 1]].
    for (const ties of [[], [tie(0, 1)], [tie(1, 0, 5)]]) {
      const shares = sharesOf(network(2, ties), [1, 0]);
      expect(shares[0]).toBeCloseTo(0.3 / 0.51, 9);
      expect(shares[1]).toBeCloseTo(0.21 / 0.51, 9);
    }
  });

  test("a chain of three: the first decides, listens to the second, who listens to the third", () => {
    // Prior listening is half a tie to each of the others:
    // W = [[0, .75, .25], [.25, 0, .75], [.5, .5, 0]]; y₀ = 1 + .175·y₁ + .35·y₂, y₁ = .525·y₀ + .35·y₂,
    // y₂ = .175·y₀ + .525·y₁, so y = (1.468241, 1.054526, .810568) and c = .3·y.
    const shares = sharesOf(network(3, [tie(0, 1), tie(1, 2)]), [1, 0, 0]);
    expect([...shares].map((share) => share.toFixed(6))).toEqual([
      "0.440472",
      "0.316358",
      "0.243170",
    ]);
  });

  test("who is open to nobody decides alone; who is alone too", () => {
    expect([...sharesOf(network(3, [tie(0, 1)], { susceptibility: 0 }), [0.2, 0.3, 0.5])]).toEqual([
      0.2, 0.3, 0.5,
    ]);
    expect([...sharesOf(network(1, []), [1])]).toEqual([1]);
    expect([...settle(network(1, []), [-1.5])]).toEqual([-1.5]);
    expect([...sharesOf(network(0, []), [])]).toEqual([]);
  });

  test("whose word is law to the one who decides has most of it", () => {
    const shares = sharesOf(network(5, [tie(0, 3, 8)]), [1, 0, 0, 0, 0]);
    expect(Math.max(...shares)).toBe(shares[0]);
    expect([...shares].toSorted((a, b) => b - a)[1]).toBe(shares[3]);
    expect(shares[3]).toBeGreaterThan(3 * (shares[1] ?? 0));
  });
});

/** Any network of up to eight people, with any weights of the decision that sum to 1. */
const anyNetwork = fc.integer({ min: 2, max: 8 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    ties: fc.array(
      fc
        .tuple(fc.nat(count - 1), fc.nat(count - 1), fc.double({ min: 0.01, max: 5, noNaN: true }))
        .filter(([from, to]) => from !== to)
        .map(([from, to, weight]) => tie(from, to, weight)),
      { maxLength: 20 },
    ),
    standing: fc.array(fc.double({ min: 0.1, max: 10, noNaN: true }), {
      minLength: count,
      maxLength: count,
    }),
    susceptibility: fc.double({ min: 0, max: 0.95, noNaN: true }),
    weights: fc
      .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: count, maxLength: count })
      .map((all) => all.map((one) => one / all.reduce((sum, other) => sum + other, 0))),
    own: fc.array(fc.double({ min: -2, max: 2, noNaN: true }), {
      minLength: count,
      maxLength: count,
    }),
  }),
);

/** The formula of docs/method.md, written out; solved by Gaussian elimination: the oracle. */
function oracle({ people, ties, total, standing, susceptibility }: Network): number[][] {
  const matrix = people.map((_, i) =>
    people.map((_, j) => {
      const known = ties.reduce(
        (sum, one) => sum + (one.listener === i && one.to === j ? one.weight : 0),
        0,
      );
      const prior = i === j ? 0 : standing[j]! / (1 - standing[i]!);
      const listens = (known + PRIOR_LISTENING * prior) / (total[i]! + PRIOR_LISTENING);
      return Number(i === j) - susceptibility[i]! * listens;
    }),
  );
  return invert(matrix).map((row) => row.map((one, j) => one * (1 - susceptibility[j]!)));
}

function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const work = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  for (let column = 0; column < size; column++) {
    const pivot = work.reduce(
      (best, row, i) =>
        i >= column && Math.abs(row[column]!) > Math.abs(work[best]![column]!) ? i : best,
      column,
    );
    [work[column], work[pivot]] = [work[pivot]!, work[column]!];
    const head = work[column]!.map((one) => one / work[column]![column]!);
    work.forEach((row, i) => {
      const factor = row[column]!;
      work[i] = i === column ? head : row.map((one, j) => one - factor * head[j]!);
    });
  }
  return work.map((row) => row.slice(size));
}

describe("any network", () => {
  test("has the total effects that a dense solve gives, from either side", () => {
    fc.assert(
      fc.property(anyNetwork, ({ count, ties, weights, own, ...more }) => {
        const made = network(count, ties, more);
        const effects = oracle(made);
        const shares = sharesOf(made, weights);
        const opinions = settle(made, own);
        for (let i = 0; i < count; i++) {
          expect(shares[i]).toBeCloseTo(
            weights.reduce((sum, weight, d) => sum + weight * effects[d]![i]!, 0),
            8,
          );
          expect(opinions[i]).toBeCloseTo(
            own.reduce((sum, one, j) => sum + effects[i]![j]! * one, 0),
            8,
          );
        }
      }),
    );
  });

  test("gives out the whole decision, nobody less than nothing", () => {
    fc.assert(
      fc.property(anyNetwork, ({ count, ties, weights, ...more }) => {
        const shares = [...sharesOf(network(count, ties, more), weights)];
        expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
        for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("does not care in which units weights, standing and opinions are given", () => {
    fc.assert(
      fc.property(
        anyNetwork,
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        ({ count, ties, weights, own, standing, susceptibility }, scale) => {
          const made = network(count, ties, { standing, susceptibility });
          const scaled = network(count, ties, {
            susceptibility,
            standing: standing.map((one) => one * scale),
          });
          const close = (a: Float64Array, b: Float64Array) =>
            a.forEach((one, i) => expect(one).toBeCloseTo(b[i]!, 8));
          close(sharesOf(scaled, weights), sharesOf(made, weights));
          close(
            pull(
              made,
              weights.map((one) => one * scale),
            ).map((one) => one / scale),
            pull(made, weights),
          );
          close(
            settle(
              made,
              own.map((one) => one * scale),
            ).map((one) => one / scale),
            settle(made, own),
          );
        },
      ),
    );
  });

  test("does not care in which unit listening is counted, known ties and prior alike", () => {
    fc.assert(
      fc.property(
        anyNetwork,
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        ({ count, ties, weights, own, ...more }, factor) => {
          const made = network(count, ties, more);
          const scaled: Network = {
            ...made,
            ties: made.ties.map((one) => ({ ...one, weight: one.weight * factor })),
            total: made.total.map((one) => one * factor),
            prior: made.prior.map((one) => one * factor),
          };
          const [shares, opinions] = [sharesOf(made, weights), settle(made, own)];
          sharesOf(scaled, weights).forEach((one, i) => expect(one).toBeCloseTo(shares[i]!, 8));
          settle(scaled, own).forEach((one, i) => expect(one).toBeCloseTo(opinions[i]!, 8));
        },
      ),
    );
  });

  test("opinions end between the lowest and the highest", () => {
    fc.assert(
      fc.property(anyNetwork, ({ count, ties, own, ...more }) => {
        for (const one of settle(network(count, ties, more), own)) {
          expect(one).toBeGreaterThanOrEqual(Math.min(...own) - 1e-9);
          expect(one).toBeLessThanOrEqual(Math.max(...own) + 1e-9);
        }
      }),
    );
  });

  test("of a thousand people in rings is solved too", () => {
    const count = 1_000;
    const ring = Array.from({ length: count }, (_, n) => tie(n, (n + 1) % count, 3));
    const shares = sharesOf(network(count, ring, { susceptibility: 0.9 }), [
      1,
      ...Array<number>(count - 1).fill(0),
    ]);
    expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
    expect(shares[1]).toBeGreaterThan(shares[2]!);
  });
});
