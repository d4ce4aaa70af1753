import type { Claim } from "@/lib/domain";

/** Oldest first; the id settles a tie, so that the order is the same everywhere. */
export function byTime(a: Claim, b: Claim): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
