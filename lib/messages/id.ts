import { v7 } from "uuid";

/**
 * A new claim id: UUIDv7 (RFC 9562), ordered by time. The sender makes it, so that a repeated write is
 * one claim.
 */
export function newClaimId(at: number = Date.now()): string {
  return v7({ msecs: at });
}
