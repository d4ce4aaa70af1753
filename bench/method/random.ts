/** Seeded chance: every number of `bench:method` can be had again. */
export interface Random {
  /** Uniform in [0, 1). */
  unit(): number;
  /** True with this probability. */
  chance(probability: number): boolean;
  /** A whole number from 0 to `below` − 1. */
  below(below: number): number;
  /** Standard normal (Box & Muller 1958). */
  normal(): number;
  pick<T>(from: readonly T[]): T;
  /** One of `from`, with these weights. */
  weighted<T>(from: readonly T[], weights: readonly number[]): T;
  /** In random order (Fisher & Yates); the first `count` of it. */
  sample<T>(from: readonly T[], count?: number): T[];
}

/**
 * Mulberry32 (Tommy Ettinger 2017): 32 bits of state, passes gjrand; streams of different names are
 * independent for our purposes, because the name is hashed (FNV-1a) into the state.
 */
export function random(...name: readonly (string | number)[]): Random {
  let state = 0x811c9dc5;
  for (const character of name.join("/")) {
    state = Math.imul(state ^ character.codePointAt(0)!, 0x01000193);
  }
  const unit = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(unit() * most);
  const sample = <T>(from: readonly T[], count = from.length) => {
    const left = [...from];
    for (let i = 0; i < count; i++) {
      const other = i + below(left.length - i);
      [left[i], left[other]] = [left[other]!, left[i]!];
    }
    return left.slice(0, count);
  };
  return {
    unit,
    below,
    sample,
    chance: (probability) => unit() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    pick: (from) => from[below(from.length)]!,
    weighted: (from, weights) => {
      let at = unit() * weights.reduce((sum, one) => sum + one, 0);
      const found = from.findIndex((_, i) => (at -= weights[i]!) < 0);
      return from.at(found)!;
    },
  };
}
