import type { Culture, Focus, Organisation, Role } from "@/lib/domain";

/**
 * Every constant of the way from beliefs to the power structure, in one place. They are judgements of
 * ours; the formulae are in `docs/method.md`. None is fitted to data.
 */

/** From this probability on a role is taken as held. */
export const HELD_FROM = 0.5;
/** From this estimate of access on a person counts as met: rather brief contact than none. */
export const MET_FROM = 0.7;
/** Real access is more than brief contact: halfway between brief (1) and multiple (2). */
export const REAL_ACCESS = 1.5;
/** From this chance of real access on, no more is needed. */
export const REACHED_FROM = 0.5;
/** From this estimate of the stance on a person is for us; from its negative on, against us. */
export const FOR_US_FROM = 0.5;
/** The interval of the support goes from this quantile to that: 90 %. */
export const QUANTILES = { low: 0.05, high: 0.95 } as const;
/**
 * Who holds this share of the decision is a key player, whatever their role: a tenth, or among many people half
 * as much again as an equal part.
 */
export const KEY_SHARE = { atMost: 0.1, timesEqual: 1.5 } as const;
/**
 * The most that is left to people not found yet. Even with no lead at all, the people in the list are
 * told apart by what is left.
 */
export const MOST_NOT_FOUND = 0.9;

/** The rank of whom no title tells it: in the middle of 1 (staff) to 5 (top management). */
export const MIDDLE_RANK = 3;
/** How many ranks the highest is above the lowest. */
export const RANKS_ABOVE = 4;
/** How many times more the highest rank counts than the lowest, where nothing else is known. */
export const RANK_FACTOR = 3;
/** How many times more each power level counts than the one below. */
export const POWER_FACTOR = 2;
/** How many times more a certain opinion leader is listened to than somebody who is certainly none. */
export const OPINION_LEADER_FACTOR = 3;

/** Prior listening: how many ties' worth is spread over everybody, for what is not known (κ). */
export const PRIOR_LISTENING = 1;
/** What is always left of it: nobody listens to nobody. */
export const LEAST_LISTENING = 0.05;
/** How much one listens to somebody who moves one "clearly"; a step of strength doubles or halves it. */
export const TIE_WEIGHT = 1;

/** How much a person listens to whom they report to, and that one to them. */
export const REPORTING: Readonly<Record<Organisation, { up: number; down: number }>> = {
  functional: { up: 1, down: 0.2 },
  matrix: { up: 0.6, down: 0.3 },
  team: { up: 0.3, down: 0.3 },
};

/** How far others' word moves a person (susceptibility), by the steps of their openness. */
export const SUSCEPTIBILITY = [0.45, 0.7, 0.9] as const;

/**
 * How much a role weighs in the decision itself, shared by those who may hold it. Who is listened to (opinion
 * leader) or speaks for us (champion, coach) has their weight by ties, not by their vote.
 */
export const ROLE_WEIGHT: Readonly<Record<Role, number>> = {
  "decision-maker": 1,
  approver: 0.25,
  "technical-evaluator": 0.15,
  purchaser: 0.15,
  "opinion-leader": 0.1,
  user: 0.1,
  gatekeeper: 0.03,
  initiator: 0.02,
  champion: 0,
  coach: 0,
};

/** How the focus of the purchase changes these weights. */
export const FOCUS_FACTOR: Readonly<Record<Focus, Partial<Record<Role, number>>>> = {
  balanced: {},
  technical: { "technical-evaluator": 4, user: 2, purchaser: 0.5 },
  price: { purchaser: 4, approver: 2, "technical-evaluator": 0.5 },
  compliance: { approver: 4, "technical-evaluator": 2, user: 0.5 },
};

/** The power to which decision weights are raised: above 1 sharpens them, below 1 spreads them. */
export const CULTURE_EXPONENT: Readonly<Record<Culture, number>> = {
  individual: 2,
  mixed: 1,
  consensus: 0.5,
};

/** A tie of this strength introduces as well as one can. */
export const STRONGEST = 3;
/** How good an introduction along a reporting line is, against a tie of decisive strength. */
export const REPORTING_PATH = 0.5;
