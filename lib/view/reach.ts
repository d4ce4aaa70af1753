import { Z_90 } from "@/lib/beliefs";

/**
 * What stands after the ± of an estimate: half the width of its 90 % interval, before that is cut at the
 * ends of the scale.
 */
export function reachOf({ variance }: { variance: number }): number {
  return Z_90 * Math.sqrt(variance);
}
