/** Do probabilities mean what they say? */

const BINS = 10;

export interface Reliability {
  /** Mean predicted probability and observed frequency of each tenth that holds any. */
  bins: { predicted: number; observed: number; count: number }[];
  /** Mean square of predicted less happened (Brier 1950), and that of always saying the base rate. */
  brier: number;
  brierOfBaseRate: number;
  /**
   * Murphy's parts (A new vector partition of the probability score, Journal of Applied Meteorology 12, 1973), by
   * bins: how far the predictions are off (less is better), and how far they tell cases apart (more is).
   */
  reliability: number;
  resolution: number;
}

/** Collects predictions and what happened. */
export class Predictions {
  #bins = Array.from({ length: BINS }, () => ({ predicted: 0, observed: 0, count: 0 }));
  #squares = 0;

  add(predicted: number, happened: boolean): void {
    const bin = this.#bins[Math.min(BINS - 1, Math.floor(predicted * BINS))]!;
    bin.predicted += predicted;
    bin.observed += Number(happened);
    bin.count += 1;
    this.#squares += (predicted - Number(happened)) ** 2;
  }

  result(): Reliability {
    const bins = this.#bins
      .filter(({ count }) => count > 0)
      .map(({ predicted, observed, count }) => ({
        predicted: predicted / count,
        observed: observed / count,
        count,
      }));
    const all = bins.reduce((sum, { count }) => sum + count, 0);
    const mean = (of: (bin: (typeof bins)[number]) => number) =>
      bins.reduce((sum, bin) => sum + bin.count * of(bin), 0) / all;
    const base = mean(({ observed }) => observed);
    return {
      bins,
      brier: this.#squares / all,
      brierOfBaseRate: base * (1 - base),
      reliability: mean(({ predicted, observed }) => (predicted - observed) ** 2),
      resolution: mean(({ observed }) => (observed - base) ** 2),
    };
  }
}
