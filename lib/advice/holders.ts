import type { PersonBelief } from "@/lib/beliefs";
import type { Role } from "@/lib/domain";
import { oddsOf, OWN_WORD, yesChance } from "./answers";

const LIFT = Math.exp(OWN_WORD);

/** Who it may be that holds a role, if one person does: of some people, or nobody. */
export interface Holders {
  /** Rank × odds of each person, as `decisionWeights` has it, against 1 for nobody. */
  odds: Float64Array;
  /** Whether it is person i is answered: the expected value of what goes by the odds of i (theirs, unless told). */
  expected(i: number, of: (odds: number) => number, odds?: number): number;
}

export function holdersOf(
  role: Role,
  people: readonly PersonBelief[],
  ranks: readonly number[],
): Holders {
  const odds = Float64Array.from(people, ({ roles }) => oddsOf(roles[role].probability));
  const sum = odds.reduce((all, one) => all + one, 0);
  const ranked = odds.reduce((all, one, d) => all + one * ranks[d]!, 0);
  // Ranks tell people apart, and leave the chance that it is nobody as it is: 1 / (1 + Σ odds).
  for (let d = 0; d < odds.length; d++) odds[d]! *= (ranks[d]! * sum) / ranked;
  return {
    odds,
    expected(i, of, own = odds[i]!) {
      const yes = yesChance(odds[i]! / (1 + sum));
      return yes * of(own * LIFT) + (1 - yes) * of(own / LIFT);
    },
  };
}

/**
 * Σ a_d·q_d·(1 − q_d) with q_d = x_d / Σ x: how open it is which one of several it is, each mattering by a. With a = 1
 * it is the Gini impurity: the chance that a guess by these shares is wrong.
 */
export interface Impurity {
  now: number;
  /** The same when x_i is another, in a time that does not grow with their number. */
  after(i: number, x: number): number;
}

export function impurity(x: ArrayLike<number>, a: ArrayLike<number>): Impurity {
  let [total, first, second] = [0, 0, 0];
  for (let d = 0; d < x.length; d++) {
    total += x[d]!;
    first += a[d]! * x[d]!;
    second += a[d]! * x[d]! ** 2;
  }
  const of = (sum: number, one: number, two: number) => one / sum - two / sum ** 2;
  return {
    now: of(total, first, second),
    after: (i, other) =>
      of(
        total - x[i]! + other,
        first + a[i]! * (other - x[i]!),
        second + a[i]! * (other ** 2 - x[i]! ** 2),
      ),
  };
}
