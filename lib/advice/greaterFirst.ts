/**
 * For sorting, the greater first. What only the last bits tell apart is equal, so that what is sorted by next does not
 * hang on the order in which people and claims are known, in which it was added up.
 */
export function greaterFirst(a: number, b: number): number {
  return Math.round(b * 1e9) - Math.round(a * 1e9);
}
