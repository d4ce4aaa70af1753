import type { Ask, Sureness } from "@/lib/domain";

/**
 * Every constant of the advice, in one place: judgements of ours about what a step can achieve. The formulae
 * are in `docs/method.md`. None is fitted to data.
 */

const DAY = 24 * 60 * 60 * 1_000;

/** What an answer of the person themselves is worth: an interview, said to be likely. */
export const ANSWER = { how: "interview", sure: "likely" } as const;
/** What others say of them is worth less. */
export const HEARSAY = { how: "interview", sure: "guess" } as const;

/** The chance that somebody with full access to us tells us who decides. */
export const TELLS = 0.6;
/** The part of that which is left where we know nobody to ask. */
export const ALONE = 0.25;
/** The chance that a meeting leads on to real access. */
export const LEADS_ON = 0.5;
/** The chance that a colleague of whom no tie is known introduces us, where that one would. */
export const COLLEAGUE = 0.2;
/**
 * The chance to get to staff whom nobody introduces us to. It falls with the rank (1 staff to 5 top) as much as the
 * standing of a rank rises (`RANK_FACTOR`), so that what is known beyond the title says whom to meet first.
 */
export const COLD = 0.2;

/** By how many steps of stance a step moves somebody, if it works. */
export const MOVES = {
  winOver: 0.7,
  pitch: 0.3,
  objection: 0.7,
  neutralize: 1,
  protect: 0.5,
  prove: 0.2,
} as const;

/** What a step costs politically; its value is divided by 1 + cost. */
export const COST = { none: 0, ask: 0.1, favour: 0.3, conflict: 0.6 } as const;

/**
 * What gains are worth, in points of the decision. Support over its whole scale (4) is 100 points. Finding who
 * decides is worth half of that, since it makes support possible; covering and being surer a quarter and an
 * eighth, since they only prepare for it.
 */
export const WORTH = { support: 25, covered: 25, notFound: 50, spread: 12.5 } as const;
/** What it is worth to know for sure whether somebody decides (points); of other roles, by their weight. */
export const KNOWING_A_ROLE = 4;

/** A stated role that rests on one claim of less than this weight today is not enough to build on. */
export const WEAK_BELOW = 2;
/** From this weight in the decision on (by the focus of the purchase) it matters who holds a role. */
export const MATTERS_FROM = 0.1;
/** Of how many people at once it is proposed to find out where they stand. */
export const STANCES_AT_ONCE = 2;
/** From this stance on somebody needs no pitch any more, and counts as a champion whatever they are called. */
export const CONVINCED_FROM = 1.25;
/** How sure a kept ask makes us of a champion: the dearer it was to them, the surer. */
export const SURE_BY_ASK = {
  criteria: "guess",
  forward: "likely",
  introduction: "certain",
  case: "certain",
} as const satisfies Record<Ask, Sureness>;
/** A champion is quiet after so long without contact (ms). */
export const QUIET_AFTER = 30 * DAY;
/** A step that was done and left its reason as it was (nothing came of it) is proposed again after so long (ms). */
export const AGAIN_AFTER = 30 * DAY;
/** Before the close date a step counts up to twice as much; the effect halves every so many days (ms). */
export const CLOSING_HALF_LIFE = 30 * DAY;
/** A second step about the same person counts this much less than the first. */
export const SAME_PERSON = 0.5;
/** A belief is stale when its newest reason is older than this many half-lives. */
export const STALE_AFTER = 1;

/** How many times as much knowing who decides counts as knowing where they stand: it comes first. */
export const WHO_FIRST = 4;

/**
 * From this score on (points of the decision, by urgency and cost) a step is due. Chosen on the textbook account:
 * that nobody knows who decides is always due; of what is proposed about five people who are known and not convinced
 * half is half a year ahead of the close date, and most in its last weeks; where all are convinced nothing is.
 */
export const DUE_FROM = 1.5;
