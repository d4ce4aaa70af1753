import {
  fromLogit,
  logit,
  METHOD_WEIGHT,
  SCALE_PRECISION,
  SCALES,
  SURENESS_FACTOR,
  type ScaleName,
} from "@/lib/beliefs";
import { STEP_VARIANCE } from "@/lib/beliefs/constants";
import { ANSWER, HEARSAY } from "./constants";

/** The weight of an answer on the log-odds scale: the person's own, and what others say of them. */
export const OWN_WORD = METHOD_WEIGHT[ANSWER.how] * SURENESS_FACTOR[ANSWER.sure];
export const HEARSAY_WORD = METHOD_WEIGHT[HEARSAY.how] * SURENESS_FACTOR[HEARSAY.sure];

/** The variance of a yes or no. */
export function spreadOf(probability: number): number {
  return probability * (1 - probability);
}

export function oddsOf(probability: number): number {
  return probability / (1 - probability);
}

/** The part of a scale's variance that is left after an answer: precisions add up (see `scaleBelief`). */
export function scaleKept(scale: ScaleName, variance: number, word = OWN_WORD): number {
  const { priorVariance } = SCALES[scale];
  const answer = 1 / (priorVariance / (SCALE_PRECISION * word) + STEP_VARIANCE);
  return 1 / (1 + answer * variance);
}

/** The part of the variance of a yes or no that is expected to be left after an answer of this weight. */
export function keptAfterAnswer(probability: number, word = OWN_WORD): number {
  const { yes, afterYes, afterNo } = answers(probability, word);
  const left = yes * spreadOf(afterYes) + (1 - yes) * spreadOf(afterNo);
  return Math.min(1, left / (spreadOf(probability) || 1));
}

/** What the answers to a yes-or-no question may be, if they are as often right as their weight says. */
export function answers(probability: number, word = OWN_WORD) {
  return {
    yes: yesChance(probability, word),
    afterYes: fromLogit(logit(probability) + word),
    afterNo: fromLogit(logit(probability) - word),
  };
}

/** How likely somebody says yes to what is so with this probability. */
export function yesChance(probability: number, word = OWN_WORD): number {
  const right = fromLogit(word);
  return probability * right + (1 - probability) * (1 - right);
}
