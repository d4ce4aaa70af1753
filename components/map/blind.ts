import type { PowerStructure } from "@/lib/view";

/** When all but this share of the decision is unknown, a number would look like an answer. */
const TOO_LITTLE = 0.005;

/** Whether no support can be told: nobody's stance is known, or nobody is left in the decision. */
export function isBlind({ shares, unknown }: Pick<PowerStructure, "shares" | "unknown">): boolean {
  return shares.size === 0 || unknown >= 1 - TOO_LITTLE;
}
