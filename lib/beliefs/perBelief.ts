import type { PersonBelief } from "./person";

/**
 * Reckons what follows from one belief alone, once for each. A belief never changes, and a fold keeps the very same one
 * of whom nothing changed, so that after one claim more this is reckoned anew for one person only. It is gone with
 * the belief.
 *
 * @param of depends on the belief and on nothing else: neither on other people nor on the time
 */
export function perBelief<T extends object | string | number | boolean | null>(
  of: (belief: PersonBelief) => T,
): (belief: PersonBelief) => T {
  const found = new WeakMap<PersonBelief, T>();
  return (belief) => {
    let one = found.get(belief);
    if (one === undefined) found.set(belief, (one = of(belief)));
    return one;
  };
}

/**
 * The same of what depends on one thing more (the time, who stands where): that of the last one is remembered.
 *
 * @param of depends on the belief and that thing, which are compared by identity, and on nothing else
 */
export function perBeliefAnd<With, T>(
  of: (belief: PersonBelief, other: With) => T,
): (belief: PersonBelief, other: With) => T {
  const found = new WeakMap<PersonBelief, { other: With; one: T }>();
  return (belief, other) => {
    let had = found.get(belief);
    if (!had || had.other !== other) {
      had = { other, one: of(belief, other) };
      found.set(belief, had);
    }
    return had.one;
  };
}
