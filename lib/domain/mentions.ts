import { isWithdrawal, type Claim, type StatedClaim } from "./claim";
import { sameOrg, type RecordKey } from "./key";

/** Every key that a claim names: what it holds for, whom it is about, and whom it speaks of. */
export function keysIn(claim: Claim): RecordKey[] {
  const keys: RecordKey[] = [claim.scope, claim.about];
  if (isWithdrawal(claim)) return keys;
  const { says } = claim;
  if (says.aspect === "reports-to" && says.to !== null) keys.push(says.to);
  if (says.aspect === "influences") keys.push(says.whom);
  if (says.aspect === "same") keys.push(says.as);
  return keys;
}

/** Whether a claim names records of two organisations, which never mix. */
export function isMixed(claim: Claim): boolean {
  return keysIn(claim).some((key) => !sameOrg(key, claim.scope));
}

/** Of whom these claims speak in an opportunity, and others did before. */
export function spokenOf(
  claims: readonly StatedClaim[],
  opportunity: RecordKey,
  before: Iterable<RecordKey> = [],
): Set<RecordKey> {
  const spoken = new Set(before);
  for (const { scope, about, says } of claims) {
    if (scope !== opportunity || says.aspect === "refused" || says.aspect === "same") continue;
    spoken.add(about);
    if (says.aspect === "reports-to" && says.to) spoken.add(says.to);
    if (says.aspect === "influences") spoken.add(says.whom);
  }
  return spoken;
}
