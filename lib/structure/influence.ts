import type { Network } from "./network";
import { rowsBy } from "./rows";

/** The sweeps stop when nothing moves by more than this in total. */
const SETTLED = 1e-12;
/** More than any network of this kind takes: susceptibility .9 needs about a hundred. */
const MOST_SWEEPS = 1_000;
/** After so many sweeps of {@link pull} they go on without correction: alone they are sure to settle. */
const MOST_CORRECTED = 100;

/**
 * Friedkin and Johnsen's model of social influence (Social Influence and Opinions, Journal of Mathematical
 * Sociology 15, 1990): everybody ends with f = A·W·f + (I − A)·s, their own view s and what they hear,
 * weighed by their susceptibility A. Total effects are V = (I − A·W)⁻¹(I − A).
 *
 * @returns y of (I − A·W)ᵀ·y = w: how much the weighted outcome wᵀf moves with what reaches each person.
 *   Solved by Gauss–Seidel sweeps; the prior part of W is of rank one, so a sweep costs ties + people. What is to be
 *   given out is known, Σ (1 − a)·y = Σ w, and before each sweep y is scaled to it: one step of iterative aggregation
 *   (Chatelin and Miranker, Acceleration by aggregation of successive approximation methods, Linear Algebra and its
 *   Applications 43, 1982), which takes out the error that wears off most slowly. From the last person to the
 *   first, as those who are listened to, the chiefs, tend to come first.
 */
export function pull(network: Network, weights: ArrayLike<number>): Float64Array {
  const { standing, susceptibility } = network;
  const { passes, spreads } = factorsOf(network);
  const { start, other, weight } = rowsBy(network, "to");
  const count = standing.length;
  const y = Float64Array.from(weights);
  const passing = new Float64Array(count);
  let whole = 0;
  for (let i = 0; i < count; i++) whole += weights[i]!;
  for (let sweep = 0, moved = Infinity; sweep < MOST_SWEEPS && moved > SETTLED; sweep++) {
    let given = 0;
    for (let i = 0; i < count; i++) given += (1 - susceptibility[i]!) * y[i]!;
    const factor = given > 0 && sweep < MOST_CORRECTED ? whole / given : 1;
    let spread = 0;
    for (let i = 0; i < count; i++) {
      y[i]! *= factor;
      passing[i] = y[i]! * passes[i]!;
      spread += passing[i]! * spreads[i]!;
    }
    moved = 0;
    for (let j = count - 1; j >= 0; j--) {
      const own = passing[j]! * spreads[j]!;
      let next = weights[j]! + standing[j]! * (spread - own);
      for (let place = start[j]!; place < start[j + 1]!; place++) {
        next += passing[other[place]!]! * weight[place]!;
      }
      moved += Math.abs(next - y[j]!);
      y[j] = next;
      passing[j] = next * passes[j]!;
      spread += passing[j]! * spreads[j]! - own;
    }
  }
  return y;
}

/** The opinions that everybody ends with: f = V·s, by plain sweeps from the other side, the first person first. */
export function settle(network: Network, own: ArrayLike<number>): Float64Array {
  const { standing, susceptibility } = network;
  const { passes, spreads } = factorsOf(network);
  const { start, other, weight } = rowsBy(network, "listener");
  const count = standing.length;
  const f = Float64Array.from(own);
  let mean = 0;
  for (let i = 0; i < count; i++) mean += standing[i]! * f[i]!;
  for (let sweep = 0, moved = Infinity; sweep < MOST_SWEEPS && moved > SETTLED; sweep++) {
    moved = 0;
    for (let i = 0; i < count; i++) {
      const share = standing[i]! * f[i]!;
      let heard = (mean - share) * spreads[i]!;
      for (let place = start[i]!; place < start[i + 1]!; place++) {
        heard += weight[place]! * f[other[place]!]!;
      }
      const next = (1 - susceptibility[i]!) * own[i]! + passes[i]! * heard;
      moved += Math.abs(next - f[i]!);
      f[i] = next;
      mean += standing[i]! * next - share;
    }
  }
  return f;
}

/**
 * What stays the same from sweep to sweep. `passes`: what each person passes on, a / (Σ T + κ). `spreads`: how much of
 * it per unit of the others' standing, κ / (1 − p), as nobody listens to themselves; who is alone has no others.
 */
function factorsOf({ total, prior, standing, susceptibility }: Network) {
  const [passes, spreads] = [new Float64Array(prior.length), new Float64Array(prior.length)];
  for (let i = 0; i < prior.length; i++) {
    passes[i] = susceptibility[i]! / (total[i]! + prior[i]!);
    spreads[i] = standing[i]! < 1 ? prior[i]! / (1 - standing[i]!) : 0;
  }
  return { passes, spreads };
}

/**
 * Each person's share of the decision: c = (I − A)·y, so that the predicted outcome is Σ c·s. Sums to
 * what the weights sum to.
 */
export function sharesOf(network: Network, weights: ArrayLike<number>): Float64Array {
  return pull(network, weights).map((y, i) => (1 - network.susceptibility[i]!) * y);
}
