/**
 * P(X ≥ bound) of a normal distribution, by the logistic approximation 1 / (1 + e^(−1.702·z)), which is never
 * off by more than .0095 (Camilli, Origin of the scaling constant d = 1.7 in item response theory, Journal
 * of Educational and Behavioral Statistics 19, 1994).
 */
export function chanceAtLeast(bound: number, mean: number, variance: number): number {
  if (variance <= 0) return mean >= bound ? 1 : 0;
  return 1 / (1 + Math.exp((-1.702 * (mean - bound)) / Math.sqrt(variance)));
}

/**
 * Φ((x − mean) / √variance), by formula 7.1.26 of Abramowitz and Stegun, Handbook of Mathematical Functions
 * (1964); never off by more than 1.5e-7.
 */
export function normalBelow(x: number, mean: number, variance: number): number {
  if (variance <= 0) return x >= mean ? 1 : 0;
  const z = Math.abs(x - mean) / Math.sqrt(2 * variance);
  const t = 1 / (1 + 0.3275911 * z);
  const series =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const erf = 1 - series * Math.exp(-z * z);
  return x >= mean ? (1 + erf) / 2 : (1 - erf) / 2;
}
