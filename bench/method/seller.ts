/** Sellers who say something about an account, right as often as the model takes their words to be. */
import {
  fromLogit,
  HALF_LIFE,
  METHOD_WEIGHT,
  SCALE_PRECISION,
  SCALES,
  SURENESS_FACTOR,
} from "@/lib/beliefs";
import {
  METHODS,
  ROLES,
  STANCES,
  STRENGTHS,
  SURENESSES,
  type Method,
  type StatedClaim,
  type Statement,
  type Sureness,
} from "@/lib/domain";
import { claimer, personKey, TODAY } from "./people.ts";
import type { Asked } from "./policies.ts";
import type { Random } from "./random.ts";
import type { Account, Truth } from "./world.ts";

const DAY = 24 * 60 * 60 * 1_000;

/** What may be said, and how often each kind is. */
const KINDS = ["decision-maker", "role", "stance", "power", "access", "openness", "tie"] as const;
const OFTEN = [0.2, 0.15, 0.25, 0.1, 0.1, 0.05, 0.15];
/** What a seller states; the job title speaks for itself. */
const STATED: readonly Method[] = METHODS.filter((how) => how !== "title");
/** Claims are up to this old (days), any age as likely. */
const OLDEST = 365;
/** As many voices as there may be about one thing, so that not all supersede each other. */
const AUTHORS = ["ann", "bo", "chen"] as const;

/** How a claim is said, and how well its author really knows. */
export interface Saying {
  how: Method;
  sure: Sureness;
  /** Days. */
  age: number;
  by: string;
  /** The weight that the claim ought to have had when it was made. */
  worth: number;
}

export interface Habits {
  /** How a claim is said. */
  saying(chance: Random): Saying;
  /** Of whom the seller speaks. */
  about(account: Account): readonly number[];
  /** Where a person stood so many days ago. */
  stanceThen(truth: Truth, person: number, age: number): number;
  /** What a claim about a stance is worth today. */
  stanceWorth(saying: Pick<Saying, "age" | "worth">): number;
}

export const saidWeight = (how: Method, sure: Sureness) =>
  METHOD_WEIGHT[how] * SURENESS_FACTOR[sure];

/** Sellers as the model takes them to be. */
export const HONEST: Habits = {
  saying(chance) {
    const [how, sure] = [chance.pick(STATED), chance.pick(SURENESSES)];
    const [age, by] = [chance.below(OLDEST), chance.pick(AUTHORS)];
    return { how, sure, age, by, worth: saidWeight(how, sure) };
  },
  about: ({ people }) => [...people.keys()],
  stanceThen: ({ stance }) => stance,
  // What is true does not change, so the aged claim is as noisy as its weight of today says.
  stanceWorth: ({ age, worth }) => aged(worth, age, HALF_LIFE.stance),
};

function aged(worth: number, age: number, halfLife: number): number {
  return worth * 2 ** ((-age * DAY) / halfLife);
}

/** From none to three claims for each person. */
export function drawClaims(account: Account, habits: Habits, chance: Random): StatedClaim[] {
  const make = claimer();
  const among = habits.about(account);
  if (among.length === 0) return [];
  return Array.from({ length: chance.below(3 * account.people.length + 1) }, () => {
    const { how, sure, age, by, worth } = habits.saying(chance);
    const person = chance.pick(among);
    const kind = chance.weighted(KINDS, OFTEN);
    const says = statement(account, person, kind, { age, worth }, habits, chance);
    return make(personKey(person), says, how, sure, { at: TODAY - age * DAY, by });
  });
}

function statement(
  account: Account,
  person: number,
  kind: (typeof KINDS)[number],
  { age, worth }: Pick<Saying, "age" | "worth">,
  habits: Habits,
  chance: Random,
): Statement {
  const truth = account.truths[person]!;
  const weight = (halfLife: number) => aged(worth, age, halfLife);
  if (kind === "decision-maker" || kind === "role") {
    const role = kind === "role" ? chance.pick(ROLES.slice(1)) : kind;
    return answerRole(truth, role, weight(HALF_LIFE.role), chance);
  }
  if (kind === "tie") {
    const others = [...account.people.keys()].filter((n) => n !== person);
    const to = chance.pick(others);
    return answerTie(truth, to, weight(HALF_LIFE.ties), chance);
  }
  if (kind === "stance") {
    return answerStance(
      habits.stanceThen(truth, person, age),
      habits.stanceWorth({ age, worth }),
      chance,
    );
  }
  const level = noisy(kind, truth[kind], weight(HALF_LIFE[kind]), chance);
  return { aspect: kind, level } as Statement;
}

/** Right with the probability that a weight on the log-odds scale means. */
export function answerRole(
  { roles }: Pick<Truth, "roles">,
  role: Parameters<typeof roles.has>[0],
  weight: number,
  chance: Random,
): Statement {
  return { aspect: "role", role, holds: roles.has(role) === chance.chance(fromLogit(weight)) };
}

export function answerStance(stance: number, weight: number, chance: Random): Statement {
  const value = noisy("stance", stance, weight, chance) as (typeof STANCES)[number];
  return { aspect: "stance", value };
}

/**
 * What a person answers to a question of their own doings, each part of it right as often as its weight says:
 * statements, and about whom (by index).
 */
export function answer(
  { truths }: Account,
  { person, about }: Asked,
  weight: number,
  chance: Random,
): { of: number; says: Statement }[] {
  const truth = truths[person]!;
  if (about === "stance") return [{ of: person, says: answerStance(truth.stance, weight, chance) }];
  if (about === "openness") {
    const level = noisy("openness", truth.openness, weight, chance) as Truth["openness"];
    return [{ of: person, says: { aspect: "openness", level } }];
  }
  if (about === "listening") {
    const others = [...truths.keys()].filter((other) => other !== person);
    return others.map((of) => ({ of, says: answerTie(truths[of]!, person, weight, chance) }));
  }
  const roles = ROLES.filter(
    (role) => (role === "decision-maker") === (about === "decision-maker"),
  );
  return roles.map((role) => ({ of: person, says: answerRole(truth, role, weight, chance) }));
}

/** Whether one person moves another. */
function answerTie({ moves }: Truth, to: number, weight: number, chance: Random): Statement {
  const strength = moves.get(to);
  const right = chance.chance(fromLogit(weight));
  const holds = (strength !== undefined) === right;
  const said = strength ?? chance.pick(STRENGTHS);
  return { aspect: "influences", whom: personKey(to), strength: said, holds };
}

/** The truth with normal noise of the variance that a claim of this weight has, at the nearest step. */
function noisy(scale: keyof typeof SCALES, truth: number, weight: number, chance: Random): number {
  const { low, high, priorVariance } = SCALES[scale];
  const noise = chance.normal() * Math.sqrt(priorVariance / (SCALE_PRECISION * weight));
  return Math.max(low, Math.min(high, Math.round(truth + noise)));
}
