/** Beliefs turned into the power structure of one decision (pure). */
export {
  FOR_US_FROM,
  HELD_FROM,
  MIDDLE_RANK,
  RANK_FACTOR,
  RANKS_ABOVE,
  REACHED_FROM,
  MET_FROM,
  REAL_ACCESS,
  LEAST_LISTENING,
  PRIOR_LISTENING,
  ROLE_WEIGHT,
  SUSCEPTIBILITY,
} from "./constants";
export {
  decides,
  isAgainstUs,
  isForUs,
  isMet,
  realAccess,
  roleCoverages,
  sortedByShare,
} from "./coverage";
export { ghostShare, leadOf, roleWeight } from "./decision";
export type { MapStatus, RoleCoverage } from "./coverage";
export { roleCoverage } from "./coverage";
export { difference, type Difference, type Shift } from "./difference";
export { sharesOf } from "./influence";
export {
  makeNetwork,
  networkOf,
  profileOf,
  rankFactor,
  tieWeight,
  type Beliefs,
  type Listening,
  type Network,
  type PersonKey,
} from "./network";
export { reportingOrder, type Place } from "./order";
export type { Path, SinglePoint } from "./paths";
export { ghostVariance, type Doubts, type Support, type Uncertainty } from "./support";
export { whatIf, type Supposed, type WhatIf } from "./whatIf";
export { powerStructure, type Gap, type PowerStructure } from "./structure";
