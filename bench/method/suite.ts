/** What `bench:method` measures, as one module to be bundled with `lib` (see `bench/node.ts`). */
export { playAccounts, type AdviceRow } from "./advice.ts";
export { calibrate, type Calibration } from "./calibration.ts";
export {
  rankAgreement,
  referenceAgreement,
  type MeasuredNetwork,
  type RankRow,
} from "./krackhardt.ts";
export { worlds, type WorldName } from "./worlds.ts";
