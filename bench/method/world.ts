/** Accounts drawn from the model: what is true of each person, and who listens to whom. */
import { beliefsAt, fromLogit, TIE_PRIOR, type PersonBelief, type Tie } from "@/lib/beliefs";
import {
  ROLES,
  STANCES,
  STRENGTHS,
  type AccessLevel,
  type CrmRecord,
  type Openness,
  type PowerLevel,
  type Role,
  type Stance,
  type Strength,
} from "@/lib/domain";
import { powerStructure } from "@/lib/structure";
import { rankFactor } from "@/lib/structure/network";
import { contact, deal, personKey, TODAY } from "./people.ts";
import type { Random } from "./random.ts";

/** What is true of one person. */
export interface Truth {
  roles: ReadonlySet<Role>;
  stance: Stance;
  power: PowerLevel;
  access: AccessLevel;
  openness: Openness;
  /** Whom they move, and how much; by index. */
  moves: ReadonlyMap<number, Strength>;
}

/** One account: its people, and what is true of them. */
export interface Account {
  /** With their true titles. */
  people: readonly CrmRecord<"contact">[];
  /** As the CRM shows them. */
  seen: readonly CrmRecord<"contact">[];
  truths: readonly Truth[];
  /** What somebody thinks who decides and is not in the list. */
  stranger: Stance;
}

/** Titles of each rank that hint at no role, and at the decision maker from rank 4 on. */
export const TITLES = [
  "Specialist",
  "Line Manager",
  "Senior Manager",
  "Vice President",
  "President",
] as const;
const NO_TITLE = 0.3;
/** How common each level of access is: those of `SCALES.access`. */
const ACCESS = [0.7, 0.2, 0.07, 0.03];

/**
 * Draws an account of so many people. Titles come first; roles are as likely as the model takes them to be
 * after the title, since a title is read before anything is asked.
 */
export function drawAccount(size: number, chance: Random): Account {
  const people = Array.from({ length: size }, (_, n) =>
    contact(n, chance.chance(NO_TITLE) ? null : chance.pick(TITLES)),
  );
  const prior = beliefsAt({ opportunity: deal, people, links: [], claims: [] }, TODAY);
  const truths = people.map(({ key }): Truth => {
    const { roles } = prior.get(key)!;
    return {
      roles: new Set(ROLES.filter((role) => chance.chance(roles[role].probability))),
      stance: chance.pick(STANCES),
      power: (1 + chance.below(3)) as PowerLevel,
      access: chance.weighted([0, 1, 2, 3] as const, ACCESS),
      openness: (1 + chance.below(3)) as Openness,
      moves: new Map(),
    };
  });
  return { people, seen: people, truths: withTies(truths, chance), stranger: chance.pick(STANCES) };
}

/** Every ordered pair is tied with the same chance, whoever they are. */
function withTies(truths: readonly Truth[], chance: Random): Truth[] {
  return truths.map((truth, from) => ({
    ...truth,
    moves: new Map(
      truths.flatMap((_, to): [number, Strength][] =>
        to !== from && chance.chance(TIE_PRIOR) ? [[to, chance.pick(STRENGTHS)]] : [],
      ),
    ),
  }));
}

/**
 * The same account where each role has one holder, or nobody in the list has it: the posterior of `decisionWeights`
 * is that of this world. Person d is as likely as rank_d · odds_d, nobody as 1 / (1 + Σ odds).
 */
export function withOneHolder(account: Account, chance: Random, listed = false): Account {
  const prior = beliefsAt(
    { opportunity: deal, people: account.people, links: [], claims: [] },
    TODAY,
  );
  const known = omniscient(account);
  const roles = account.truths.map(() => new Set<Role>());
  for (const role of ROLES) {
    const odds = account.people.map(({ key }) => {
      const { probability } = prior.get(key)!.roles[role];
      return probability / (1 - probability);
    });
    const sum = odds.reduce((all, one) => all + one, 0);
    const mustBe = listed && role === "decision-maker";
    if (!mustBe && chance.chance(1 / (1 + sum))) continue;
    const weights = account.people.map(({ key }, n) => rankFactor(known.get(key)!) * odds[n]!);
    chance.weighted(roles, weights).add(role);
  }
  return { ...account, truths: account.truths.map((truth, n) => ({ ...truth, roles: roles[n]! })) };
}

/** Log-odds of what is certain: beyond them nothing is told apart. */
const SURE = 30;

/** The beliefs of somebody who knows all: probabilities of 0 and 1, scales without variance. */
export function omniscient({
  people,
  truths,
}: Account): Map<PersonBelief["person"]["key"], PersonBelief> {
  const beliefs = new Map(beliefsAt({ opportunity: deal, people, links: [], claims: [] }, TODAY));
  people.forEach(({ key }, n) => {
    const belief = beliefs.get(key)!;
    const truth = truths[n]!;
    const known = <S extends PersonBelief["power"]>(scale: S, value: number): S => ({
      ...scale,
      state: "stated",
      estimate: value,
      low: value,
      high: value,
      variance: 0,
    });
    beliefs.set(key, {
      ...belief,
      roles: Object.fromEntries(
        ROLES.map((role) => {
          const probability = fromLogit(truth.roles.has(role) ? SURE : -SURE);
          return [role, { ...belief.roles[role], probability, state: "stated" }];
        }),
      ) as PersonBelief["roles"],
      stance: known(belief.stance, truth.stance),
      power: known(belief.power, truth.power),
      access: known(belief.access, truth.access),
      openness: known(belief.openness, truth.openness),
      influences: [...truth.moves].map(([to, strength]) => tie(key, to, strength, 1)),
      denied: truths.flatMap((_, to) =>
        to === n || truth.moves.has(to) ? [] : [tie(key, to, 0, 0)],
      ),
    });
  });
  return beliefs;
}

/** Nothing is left to be known of any pair. */
function tie(from: Tie["from"], to: number, strength: number, probability: number): Tie {
  const whom = personKey(to);
  return { from, whom, strength, probability, state: "stated", settled: 1, evidence: [] };
}

/** Whether somebody in the list decides. */
export function isListed({ truths }: Account): boolean {
  return truths.some(({ roles }) => roles.has("decision-maker"));
}

/**
 * How the decision really leans. With the decision maker in the list: what the same formulae give of the
 * truth. If nobody in the list decides, somebody else does, and what they think is the outcome: the two
 * cases whose mixture the predicted support is.
 */
export function trueSupport(account: Account): number {
  if (!isListed(account)) return account.stranger;
  return powerStructure(omniscient(account)).support.estimate;
}
