import { v7 } from "uuid";

let last = { at: 0, count: 0 };

/**
 * A new claim id: UUIDv7 (RFC 9562), ordered by time, within one millisecond by a counter that starts
 * anywhere (section 6.2, method 1). The sender makes it, so that a repeated write is one claim.
 */
export function newClaimId(at: number = Date.now()): string {
  const count = at === last.at ? last.count + 1 : Math.floor(Math.random() * 2 ** 31);
  last = { at, count };
  return v7({ msecs: at, seq: count });
}
