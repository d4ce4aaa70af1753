/** Log-odds and probabilities. */

/** Beyond these log-odds a probability would round to 0 or 1, which nothing could ever change. */
const MOST_ODDS = 30;

export function logit(probability: number): number {
  return Math.log(probability / (1 - probability));
}

export function fromLogit(odds: number): number {
  return 1 / (1 + Math.exp(-Math.max(-MOST_ODDS, Math.min(MOST_ODDS, odds))));
}
