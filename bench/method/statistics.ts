/** The few statistics that the benchmarks report. No package on npm has both rank correlations with ties. */

export interface Estimate {
  mean: number;
  /** Standard error of the mean; 0 of a single value. */
  error: number;
}

export function estimate(values: readonly number[]): Estimate {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const squares = values.reduce((sum, one) => sum + (one - mean) ** 2, 0);
  const variance = values.length > 1 ? squares / (values.length - 1) : 0;
  return { mean, error: Math.sqrt(variance / values.length) };
}

/** The q-quantile of sorted or unsorted values: the smallest that a share q does not exceed. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(q * sorted.length) - 1))]!;
}

/**
 * The median of what is counted in whole steps, interpolated within the step (as of grouped data): L + (n/2 − F) / f,
 * with L the lower end of the step of the median, F the values below it, f those in it. So that two that have the same
 * whole median are told apart. Infinite where the median is.
 */
export function groupedMedian(values: readonly number[]): number {
  const middle = quantile(values, 0.5);
  if (!Number.isFinite(middle)) return middle;
  const below = values.filter((one) => one < middle).length;
  const within = values.filter((one) => one === middle).length;
  return middle - 0.5 + (values.length / 2 - below) / within;
}

/** Ranks from 1, ties sharing the mean of theirs. Equal up to rounding errors is a tie. */
export function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).toSorted((a, b) => values[a]! - values[b]!);
  const ranked = Array.from(values, () => 0);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && tied(values[order[to]!]!, values[order[to - 1]!]!)) to++;
    for (let i = from; i < to; i++) ranked[order[i]!] = (from + 1 + to) / 2;
    from = to;
  }
  return ranked;
}

function tied(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

/**
 * Spearman's rank correlation: Pearson's of the ranks, which is right with ties too. Something that does not
 * tell people apart has none: 0.
 */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranks(a), ranks(b)];
  const middle = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [dx, dy] = [x[i]! - middle, y[i]! - middle];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : 0;
}

/** Kendall's τ_b: concordant less discordant pairs, by the pairs that are not tied on either side. */
export function kendall(a: readonly number[], b: readonly number[]): number {
  const { agree, untiedX, untiedY } = pairs(a, b);
  return untiedX > 0 && untiedY > 0 ? agree / Math.sqrt(untiedX * untiedY) : 0;
}

/**
 * Stuart's τ_c (The estimation and comparison of strengths of association in contingency tables, Biometrika 40,
 * 1953): 2m·S / (n²·(m − 1)), m the fewer of the distinct values. It is for rankings of unlike fineness: τ_b leaves
 * out every pair that the coarser one does not tell apart, and asks of the finer one alone to order them.
 */
export function stuart(a: readonly number[], b: readonly number[]): number {
  const { agree, least } = pairs(a, b);
  return least > 1 ? (2 * least * agree) / (a.length ** 2 * (least - 1)) : 0;
}

function pairs(a: readonly number[], b: readonly number[]) {
  const [x, y] = [ranks(a), ranks(b)];
  let [agree, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      agree += dx * dy;
      untiedX += Math.abs(dx);
      untiedY += Math.abs(dy);
    }
  }
  return { agree, untiedX, untiedY, least: Math.min(new Set(x).size, new Set(y).size) };
}

/** The interval that holds 90 % of a statistic over resamples of the cases (Efron's bootstrap, 1979). */
export function bootstrap<T>(
  cases: readonly T[],
  statistic: (cases: readonly T[]) => number,
  chance: { below(most: number): number },
  times = 500,
): { low: number; high: number } {
  const values = Array.from({ length: times }, () =>
    statistic(cases.map(() => cases[chance.below(cases.length)]!)),
  );
  return { low: quantile(values, 0.05), high: quantile(values, 0.95) };
}
