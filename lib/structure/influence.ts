import type { Network } from "./network";

/** The sweeps stop when nothing moves by more than this in total. */
const SETTLED = 1e-12;
/** More than any network of this kind takes: susceptibility .9 needs about a hundred. */
const MOST_SWEEPS = 1_000;

/**
 * Who listens to whom, seen from either side: the ties of each listener, or of each who is listened to.
 * Rows in compressed form.
 */
interface Rows {
  start: Int32Array;
  other: Int32Array;
  weight: Float64Array;
}

function rowsBy({ people, ties }: Network, side: "listener" | "to"): Rows {
  const start = new Int32Array(people.length + 1);
  for (const tie of ties) start[tie[side] + 1]! += 1;
  for (let i = 0; i < people.length; i++) start[i + 1]! += start[i]!;
  const at = start.slice();
  const other = new Int32Array(ties.length);
  const weight = new Float64Array(ties.length);
  for (const tie of ties) {
    const place = at[tie[side]]!++;
    other[place] = side === "to" ? tie.listener : tie.to;
    weight[place] = tie.weight;
  }
  return { start, other, weight };
}

/**
 * Friedkin and Johnsen's model of social influence (Social Influence and Opinions, Journal of Mathematical
 * Sociology 15, 1990): everybody ends with f = A·W·f + (I − A)·s, their own view s and what they hear,
 * weighed by their susceptibility A. Total effects are V = (I − A·W)⁻¹(I − A).
 *
 * @returns y of (I − A·W)ᵀ·y = w: how much the weighted outcome wᵀf moves with what reaches each person.
 *   Solved by Gauss–Seidel sweeps; the prior part of W is of rank one, so a sweep costs ties + people.
 */
export function pull(network: Network, weights: ArrayLike<number>): Float64Array {
  const { people, total, prior, standing, susceptibility } = network;
  const { start, other, weight } = rowsBy(network, "to");
  const count = people.length;
  const y = Float64Array.from(weights);
  // What each person passes on, per unit of listening.
  const passes = (i: number) => (susceptibility[i]! * y[i]!) / (total[i]! + prior[i]!);
  const passing = new Float64Array(count);
  let spread = 0;
  for (let i = 0; i < count; i++) {
    passing[i] = passes(i);
    spread += toOthers(passing[i]! * prior[i]!, standing[i]!);
  }
  for (let sweep = 0, moved = Infinity; sweep < MOST_SWEEPS && moved > SETTLED; sweep++) {
    moved = 0;
    for (let j = 0; j < count; j++) {
      const own = toOthers(passing[j]! * prior[j]!, standing[j]!);
      let next = weights[j]! + standing[j]! * (spread - own);
      for (let place = start[j]!; place < start[j + 1]!; place++) {
        next += passing[other[place]!]! * weight[place]!;
      }
      moved += Math.abs(next - y[j]!);
      y[j] = next;
      passing[j] = passes(j);
      spread += toOthers(passing[j]! * prior[j]!, standing[j]!) - own;
    }
  }
  return y;
}

/** The opinions that everybody ends with: f = V·s, by the same sweeps from the other side. */
export function settle(network: Network, own: ArrayLike<number>): Float64Array {
  const { people, total, prior, standing, susceptibility } = network;
  const { start, other, weight } = rowsBy(network, "listener");
  const count = people.length;
  const f = Float64Array.from(own);
  let mean = 0;
  for (let i = 0; i < count; i++) mean += standing[i]! * f[i]!;
  for (let sweep = 0, moved = Infinity; sweep < MOST_SWEEPS && moved > SETTLED; sweep++) {
    moved = 0;
    for (let i = 0; i < count; i++) {
      const share = standing[i]! * f[i]!;
      let heard = toOthers(prior[i]! * (mean - share), standing[i]!);
      for (let place = start[i]!; place < start[i + 1]!; place++) {
        heard += weight[place]! * f[other[place]!]!;
      }
      const a = susceptibility[i]!;
      const next = (1 - a) * own[i]! + (a * heard) / (total[i]! + prior[i]!);
      moved += Math.abs(next - f[i]!);
      f[i] = next;
      mean += standing[i]! * next - share;
    }
  }
  return f;
}

/** Spread over the others: nobody listens to themselves. Who is alone has no others. */
function toOthers(value: number, standing: number): number {
  return standing < 1 ? value / (1 - standing) : 0;
}

/**
 * Each person's share of the decision: c = (I − A)·y, so that the predicted outcome is Σ c·s. Sums to
 * what the weights sum to.
 */
export function sharesOf(network: Network, weights: ArrayLike<number>): Float64Array {
  return pull(network, weights).map((y, i) => (1 - network.susceptibility[i]!) * y);
}
