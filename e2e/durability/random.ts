/** A seeded source of chance, so that a failed run can be repeated: `SEED=… npx playwright test durability`. */
export interface Random {
  readonly seed: number;
  /** A whole number from `low` up to and without `high`. */
  between(low: number, high: number): number;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty to pick moments. */
export function seeded(seed = Number(process.env.SEED) || Date.now() % 2 ** 32): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), state | 1);
    bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  return { seed, between: (low, high) => low + Math.floor(next() * (high - low)) };
}
