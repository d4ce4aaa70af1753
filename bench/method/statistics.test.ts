import { expect, test } from "vitest";
import { random } from "./random.ts";
import {
  estimate,
  groupedMedian,
  kendall,
  quantile,
  ranks,
  spearman,
  stuart,
} from "./statistics.ts";

test("ranks share the mean of theirs where values tie", () => {
  expect(ranks([30, 10, 20, 10])).toEqual([4, 1.5, 3, 1.5]);
  expect(ranks([0.1 + 0.2, 0.3])).toEqual([1.5, 1.5]);
});

// By hand, from the definitions.
test("rank correlations with ties", () => {
  // No ties: one swap of neighbours in four. ρ = 1 − 6·2/(4·15), τ = (5 − 1)/6.
  expect(spearman([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(0.8, 12);
  expect(kendall([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(4 / 6, 12);
  // Kendall's example of ties (Rank Correlation Methods, 1948): ranks 1, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8, 9.5,
  // 9.5 against 1, 2, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10: S = 33, 41 and 36 pairs not tied.
  const x = [1, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8, 9.5, 9.5];
  const y = [1, 2, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10];
  expect(kendall(x, y)).toBeCloseTo(33 / Math.sqrt(41 * 36), 12);
  // Five distinct values are the fewer: 2·5·33 / (10²·4).
  expect(stuart(x, y)).toBeCloseTo(330 / 400, 12);
  expect(stuart([1, 1], [1, 2])).toBe(0);
  // Σx² = (10³ − 10)/12 − 4·(2³ − 2)/12, Σy² = 82.5 − (4³ − 4)/12 − (3³ − 3)/12, Σd² = 13 (Kendall's § 3.8).
  expect(spearman(x, y)).toBeCloseTo((80.5 + 75.5 - 13) / 2 / Math.sqrt(80.5 * 75.5), 12);
  expect(spearman(x, x)).toBeCloseTo(1, 12);
  expect(
    kendall(
      x,
      x.map((one) => -one),
    ),
  ).toBeCloseTo(-1, 12);
  expect([spearman([1, 1], [1, 2]), kendall([1, 1], [1, 2])]).toEqual([0, 0]);
});

test("mean, standard error and quantiles", () => {
  expect(estimate([1, 2, 3, 4])).toEqual({
    mean: 2.5,
    error: expect.closeTo(Math.sqrt(5 / 12), 12),
  });
  expect([0, 0.5, 1].map((q) => quantile([4, 1, 3, 2], q))).toEqual([1, 2, 4]);
});

test("the median of whole days, within the day", () => {
  // Two of six are below 3, two are 3: 2.5 + (3 − 2) / 2.
  expect(groupedMedian([1, 2, 3, 3, 4, 9])).toBe(3);
  expect(groupedMedian([1, 3, 3, 3, 3, 9])).toBe(3);
  expect(groupedMedian([3, 3, 3, 3, 9])).toBe(2.5 + 2.5 / 4);
  expect(groupedMedian([1, Infinity, Infinity])).toBe(Infinity);
});

test("chance is seeded, uniform and normal", () => {
  const draw = (seed: number) => Array.from({ length: 5 }, random(seed).unit);
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  const one = random("test");
  const many = Array.from({ length: 100_000 }, one.unit);
  expect(estimate(many).mean).toBeCloseTo(0.5, 2);
  const normal = Array.from({ length: 100_000 }, one.normal);
  expect(estimate(normal).mean).toBeCloseTo(0, 1);
  expect(estimate(normal.map((x) => x * x)).mean).toBeCloseTo(1, 1);
  expect(estimate(normal.map((x) => Number(Math.abs(x) < 1.6449))).mean).toBeCloseTo(0.9, 2);
  const weighted = Array.from({ length: 10_000 }, () => one.weighted(["a", "b"], [3, 1]));
  expect(weighted.filter((x) => x === "a").length / 10_000).toBeCloseTo(0.75, 1);
  expect(one.sample([1, 2, 3]).toSorted()).toEqual([1, 2, 3]);
});
