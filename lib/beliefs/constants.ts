import type { Method, Role, Sureness } from "@/lib/domain";

/**
 * Every constant of the fold from claims to beliefs, in one place. They are judgements of ours, on the
 * scales named; the formulae are in `docs/method.md`. None is fitted to data.
 */

/**
 * How much one certain, fresh claim moves the log-odds of a role, by how its author knows: 3 turns a
 * prior of .2 into .83. The order is that of the evidence tiers, from costly behaviour to a job title.
 */
export const METHOD_WEIGHT: Readonly<Record<Method, number>> = {
  act: 5,
  observation: 4,
  interview: 3.5,
  questionnaire: 3,
  judgement: 3,
  crm: 2,
  title: 1.2,
};

/** The share of that weight which a less sure claim keeps. */
export const SURENESS_FACTOR: Readonly<Record<Sureness, number>> = {
  certain: 1,
  likely: 0.8,
  guess: 0.4,
};

const DAY = 24 * 60 * 60 * 1_000;

/** After this time (ms) a claim has lost half its weight: a role ages slower than a stance. */
export const HALF_LIFE = {
  role: 365 * DAY,
  power: 365 * DAY,
  access: 180 * DAY,
  stance: 120 * DAY,
  openness: 730 * DAY,
  ties: 540 * DAY,
  /** Orientation, background, style, and how the customer is built: character changes slowly. */
  traits: 1_095 * DAY,
} as const;

/** The probability that a person named on a deal holds a role, before anything is known of them. */
export const ROLE_PRIOR: Readonly<Record<Role, number>> = {
  "decision-maker": 0.2,
  "opinion-leader": 0.2,
  user: 0.25,
  purchaser: 0.2,
  "technical-evaluator": 0.15,
  approver: 0.15,
  champion: 0.15,
  coach: 0.1,
  gatekeeper: 0.1,
  initiator: 0.1,
};

/**
 * The part of its weight with which a claim on a person's background speaks for what they look at: where somebody comes
 * from says less of it than a word on it. A background that was seen for certain (4 · ¼) weighs about what a title does.
 */
export const BACKGROUND_FACTOR = 0.25;

/** The probability that one person on a deal listens to a certain other, before anything is known. */
export const TIE_PRIOR = 0.2;
/** How strongly they are taken to be moved, where only that they are not was said: "clearly". */
export const UNSAID_STRENGTH = 2;

/**
 * A belief is contested when claims of at least this weight speak on both sides: a fresh, likely
 * judgement each way is enough, a job title never is.
 */
export const CONTESTED_FROM = 1.5;

/** Claims of that weight contradict each other on the stance across zero, on the other scales at so many steps apart. */
export const CONTESTED_APART = 2;
/** From this chance on a role is worth naming: a title that points to it gets there, a prior does not. */
export const NAMED_FROM = 0.35;

/**
 * The scales: their ends, and what is expected of somebody of whom nothing is known (mean and variance).
 * Stance, power and openness: uniform over the steps. Access: most people on a deal have not been met
 * (none .7, brief .2, multiple .07, in-depth .03).
 */
export const SCALES = {
  stance: { low: -2, high: 2, priorMean: 0, priorVariance: 2 },
  power: { low: 1, high: 3, priorMean: 2, priorVariance: 2 / 3 },
  access: { low: 0, high: 3, priorMean: 0.43, priorVariance: 0.565 },
  openness: { low: 1, high: 3, priorMean: 2, priorVariance: 2 / 3 },
} as const;

/**
 * One claim about a scale is worth this many times its weight (method × sureness) in units of what the
 * prior knows: a certain judgement leaves a seventh of the prior's variance.
 */
export const SCALE_PRECISION = 2;

/**
 * Claims about a scale that all together count less than what is expected of anybody have faded: it is unknown
 * again, and never shown as the middle that they have faded into.
 */
export const FADED_BELOW = 1;

/** The variance of saying a value in whole steps (uniform within one): no claim about a scale is finer. */
export const STEP_VARIANCE = 1 / 12;

/** Two-sided 90 % quantile of the normal distribution. */
export const Z_90 = 1.6449;
