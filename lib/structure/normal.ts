/**
 * P(X ≥ bound) of a normal distribution, by the logistic approximation 1 / (1 + e^(−1.702·z)), which is never
 * off by more than .0095 (Camilli, Origin of the scaling constant d = 1.7 in item response theory, Journal
 * of Educational and Behavioral Statistics 19, 1994).
 */
export function chanceAtLeast(bound: number, mean: number, variance: number): number {
  if (variance <= 0) return mean >= bound ? 1 : 0;
  return 1 / (1 + Math.exp((-1.702 * (mean - bound)) / Math.sqrt(variance)));
}
