import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  ourShares,
  rankAgreement,
  referenceAgreement,
  referenceShares,
  type MeasuredNetwork,
} from "./krackhardt.ts";
import { spearman } from "./statistics.ts";

const file = join(import.meta.dirname, "../data/krackhardt-high-tech-managers.json");
const krackhardt = JSON.parse(readFileSync(file, "utf8")) as MeasuredNetwork;

/** 2 and 3 ask 1, and report to 1. */
const three: MeasuredNetwork = {
  name: "three",
  people: [
    { id: 1, level: 1 },
    { id: 2, level: 2 },
    { id: 3, level: 2 },
  ],
  advice: [
    [2, 1],
    [3, 1],
  ],
  reports: [
    [2, 1],
    [3, 1],
  ],
};

describe("Krackhardt's managers", () => {
  test("are read as they are: the rank correlations that are known of them", () => {
    expect(referenceAgreement(krackhardt, false)).toEqual({
      "Friedkin–Johnsen .5": expect.closeTo(0.686, 3),
      PageRank: expect.closeTo(0.686, 3),
      "in-degree": expect.closeTo(0.671, 3),
      betweenness: expect.closeTo(0.385, 3),
    });
    expect(referenceAgreement(krackhardt, true)).toEqual({
      "Friedkin–Johnsen .5": expect.closeTo(0.721, 3),
      PageRank: expect.closeTo(0.721, 3),
      "in-degree": expect.closeTo(0.735, 3),
      betweenness: expect.closeTo(0.402, 3),
    });
  });

  test("have the numbers of another reference where a reporting line counts as two advice ties", () => {
    const twice = { ...krackhardt, reports: [...krackhardt.reports, ...krackhardt.reports] };
    expect(referenceAgreement(twice, true)).toEqual({
      "Friedkin–Johnsen .5": expect.closeTo(0.739, 3),
      PageRank: expect.closeTo(0.721, 3),
      "in-degree": expect.closeTo(0.734, 3),
      betweenness: expect.closeTo(0.402, 3),
    });
  });

  test("are ranked by our own way as well as by the best of these, with every line worth one tie", () => {
    const level = krackhardt.people.map((one) => -one.level);
    const lines = ourShares(krackhardt, krackhardt.advice, krackhardt.reports, null);
    expect(spearman(lines, level)).toBeCloseTo(0.739, 3);
    expect(spearman(ourShares(krackhardt, krackhardt.advice, [], null), level)).toBeCloseTo(
      0.682,
      3,
    );
  });
});

describe("a small network", () => {
  // By hand, openness .5: 2 and 3 pass half of their third on to 1, who keeps it all.
  test("has the shares of the book", () => {
    const [top, one, other] = referenceShares(three, three.advice, 0.5);
    expect([top, one, other]).toEqual([
      expect.closeTo(2 / 3, 12),
      expect.closeTo(1 / 6, 12),
      expect.closeTo(1 / 6, 12),
    ]);
  });

  test("has its top first by our way too, from ties, from titles and from reporting lines", () => {
    for (const shares of [
      ourShares(three, three.advice, [], null),
      ourShares(three, [], three.reports, null),
      ourShares(three, [], [], [1, 2, 2]),
    ]) {
      expect(shares[0]).toBeGreaterThan(shares[1]! + 1e-6);
      expect(shares[1]).toBeCloseTo(shares[2]!, 9);
    }
  });

  test("gives every method's agreement and how far ours is ahead, the same for the same seed", () => {
    const condition = { seen: 1, titles: 1, reports: false };
    const rows = rankAgreement(three, condition, 3, 1);
    expect(rows.map(({ method }) => method)).toEqual([
      "ours",
      "in-degree",
      "PageRank",
      "betweenness",
      "titles alone",
    ]);
    expect(rows[0]).toMatchObject({
      agrees: { spearman: { mean: expect.closeTo(1, 9), error: 0 } },
      ahead: null,
    });
    expect(rows[3]?.ahead?.spearman.mean).toBeCloseTo(1, 9);
    expect(rankAgreement(three, condition, 3, 1)).toEqual(rows);
    const some = { seen: 0.5, titles: 0.5, reports: false };
    expect(rankAgreement(three, some, 9, 2)).not.toEqual(rankAgreement(three, some, 9, 1));
  });
});
