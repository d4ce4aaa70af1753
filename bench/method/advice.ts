/** Does the advice help? A seller asks one question a day, chosen by one policy or another. */
import { QUESTIONS } from "@/lib/advice";
import { fold, type PersonBelief } from "@/lib/beliefs";
import type { StatedClaim } from "@/lib/domain";
import { holdersOf } from "@/lib/advice/holders";
import { powerStructure, rankFactor, type PowerStructure } from "@/lib/structure";
import { claimer, deal, personKey, TODAY } from "./people.ts";
import { POLICIES, POLICY_OF, type Asked, type Policy } from "./policies.ts";
import { random } from "./random.ts";
import { answer, saidWeight } from "./seller.ts";
import { bootstrap, estimate, groupedMedian, type Estimate } from "./statistics.ts";
import { drawAccount, TITLES, trueSupport, withOneHolder, type Account } from "./world.ts";

const DAY = 24 * 60 * 60 * 1_000;
/** The decision maker is named when they are the likeliest, and more likely than this to be the one who decides. */
const NAMED = 0.8;
/** The interval of the support is narrow when it is within this of its middle. */
const NARROW = 0.2;
/** So many of the ties are known from the start. */
const TIES_KNOWN = 0.5;
/** All that a seller is told they are told like this. */
const TOLD = ["interview", "likely"] as const;

/** What one policy came to in one account. Days; infinite where it did not within the time. */
interface Run {
  /** By the posterior that they are the one who decides: whoever else may be is weighed against them. */
  named: number;
  /** By what is believed of each alone, however many others are as likely. */
  alone: number;
  /** Within ±.2. */
  narrow: number;
  both: number;
  /** Days on which somebody else was named, by the posterior. */
  misled: number;
  /** On the last evening, which is when both goals were reached or the time was over. */
  last: Evening;
  /** How often each kind of question was asked. */
  asked: Record<Asked["about"], number>;
}

const GOALS = ["named", "alone", "narrow", "both"] as const;
type Goal = (typeof GOALS)[number];

const DOUBTS = ["stance", "decisionMaker", "roles", "openness", "listening", "notFound"] as const;
type Doubt = (typeof DOUBTS)[number];

export interface AdviceRow {
  size: number;
  policy: Policy;
  accounts: number;
  /** Median days until each goal, within the day; null where half of the accounts or more did not get there in time. */
  median: Record<Goal, number | null>;
  /** The share of accounts that got there in time. */
  reached: Record<Goal, number>;
  /** Mean of this policy's days less ours in the same account, the time's end counting for never. */
  behind: Record<Goal, Estimate & { low: number; high: number }>;
  /** In which share of the accounts ours got there sooner, and later. */
  against: Record<Goal, { sooner: number; later: number }>;
  /** On the last evening: mean half-width, root mean square of what the prediction is off, share that hold the truth. */
  half: number;
  off: number;
  holds: number;
  /** Days on which somebody else was named, on average. */
  misled: number;
  /** Of those that did not get narrow: the mean parts of the variance that were left. */
  left: Record<Doubt, number> | null;
  /** How often each kind of question was asked, on average. */
  asked: Record<Asked["about"], number>;
}

/** Plays all policies in the same accounts, with the same answers to the same questions. */
export function playAccounts(
  size: number,
  accounts: number,
  days: number,
  seed: number,
): AdviceRow[] {
  const all = Array.from({ length: accounts }, (_, n) => playAccount(size, n, days, seed));
  return POLICIES.map((policy): AdviceRow => {
    const runs = all.map((one) => one[policy]);
    const mean = (of: (run: Run) => number, some = runs) => estimate(some.map(of)).mean;
    const each = <T>(of: (goal: Goal) => T) => fromNames(GOALS, of);
    const wide = runs.filter(({ narrow }) => narrow === Infinity);
    return {
      size,
      policy,
      accounts,
      median: each((goal) => {
        const median = groupedMedian(runs.map((run) => run[goal]));
        return Number.isFinite(median) ? median : null;
      }),
      reached: each((goal) => mean((run) => Number(Number.isFinite(run[goal])))),
      behind: each((goal) => {
        const capped = (run: Run) => Math.min(days + 1, run[goal]);
        const differences = all.map((one) => capped(one[policy]) - capped(one.ours));
        const middle = (some: readonly number[]) => estimate(some).mean;
        const chance = random(seed, "bootstrap", size, policy, goal);
        return { ...estimate(differences), ...bootstrap(differences, middle, chance) };
      }),
      against: each((goal) => {
        const share = (when: (ours: number, theirs: number) => boolean) =>
          estimate(all.map((one) => Number(when(one.ours[goal], one[policy][goal])))).mean;
        return { sooner: share((a, b) => a < b), later: share((a, b) => a > b) };
      }),
      half: mean(({ last }) => last.half),
      off: Math.sqrt(mean(({ last }) => last.off ** 2)),
      holds: mean(({ last }) => Number(last.holds)),
      misled: mean(({ misled }) => misled),
      left:
        wide.length > 0
          ? fromNames(DOUBTS, (doubt) => mean(({ last }) => last.doubts[doubt], wide))
          : null,
      asked: fromNames(QUESTIONS, (about) => mean(({ asked }) => asked[about])),
    };
  });
}

function fromNames<K extends string, T>(names: readonly K[], of: (name: K) => T): Record<K, T> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<K, T>;
}

function playAccount(size: number, n: number, days: number, seed: number): Record<Policy, Run> {
  const drawn = drawAccount(size, random(seed, "account", size, n));
  const account = withOneHolder(drawn, random(seed, "holder", size, n), true);
  const known = knownTies(account, random(seed, "known ties", size, n));
  return fromNames(POLICIES, (policy) =>
    play(account, known, policy, days, {
      // The n-th answer to a question is the same, whoever asks it.
      answers: ({ person, about }, time) => random(seed, "answer", size, n, about, person, time),
      policy: random(seed, "policy", policy, size, n),
    }),
  );
}

/** The state of one evening. */
interface Evening {
  isNamed: boolean;
  /** Somebody else is. */
  isMisled: boolean;
  isNamedAlone: boolean;
  half: number;
  off: number;
  holds: boolean;
  doubts: Record<Doubt, number>;
}

function play(
  account: Account,
  known: readonly StatedClaim[],
  policy: Policy,
  days: number,
  chance: {
    answers: (asked: Asked, time: number) => ReturnType<typeof random>;
    policy: ReturnType<typeof random>;
  },
): Run {
  const people = account.seen;
  const truth = trueSupport(account);
  const decides = account.truths.findIndex(({ roles }) => roles.has("decision-maker"));
  const choose = policyOf(policy, account, known, chance.policy);
  const claim = claimer("answer");
  const claims = [...known];
  const times = new Map<string, number>();
  const run = { named: Infinity, alone: Infinity, narrow: Infinity, both: Infinity, misled: 0 };
  const asked = fromNames(QUESTIONS, () => 0);
  for (let day = 0; ; day++) {
    const now = TODAY + day * DAY;
    const { beliefs } = fold({ opportunity: deal, people, links: [], claims }, now);
    const structure = powerStructure(beliefs);
    const evening = eveningOf(structure, [...beliefs.values()], decides, truth);
    const isNarrow = evening.half < NARROW;
    if (evening.isNamed) run.named = Math.min(run.named, day);
    if (evening.isNamedAlone) run.alone = Math.min(run.alone, day);
    if (evening.isMisled) run.misled += 1;
    if (isNarrow) run.narrow = Math.min(run.narrow, day);
    if (evening.isNamed && isNarrow) run.both = day;
    if (run.both < Infinity || day === days) return { ...run, last: evening, asked };
    const next = choose({ beliefs, structure, day });
    const question = `${next.about} ${next.person}`;
    const time = times.get(question) ?? 0;
    times.set(question, time + 1);
    asked[next.about] += 1;
    for (const { of, says } of answer(
      account,
      next,
      saidWeight(...TOLD),
      chance.answers(next, time),
    )) {
      claims.push(claim(personKey(of), says, ...TOLD, { at: now, by: `informant-${day}` }));
    }
  }
}

function eveningOf(
  { support, uncertainty }: PowerStructure,
  believed: readonly PersonBelief[],
  decides: number,
  truth: number,
): Evening {
  const { low, high, estimate: predicted } = support;
  const people = [...uncertainty.people.values()];
  const named = likeliest(whoDecides(believed));
  return {
    isNamed: named === decides,
    isMisled: named !== null && named !== decides,
    isNamedAlone:
      likeliest(believed.map(({ roles }) => roles["decision-maker"].probability)) === decides,
    half: (high - low) / 2,
    off: Math.abs(predicted - truth),
    holds: low <= truth && truth <= high,
    doubts: fromNames(DOUBTS, (doubt) =>
      doubt === "notFound"
        ? uncertainty.notFound
        : people.reduce((sum, one) => sum + one[doubt], 0),
    ),
  };
}

function policyOf(
  policy: Policy,
  account: Account,
  known: readonly StatedClaim[],
  chance: ReturnType<typeof random>,
) {
  const ties = account.people.map(({ key }) =>
    known.filter(
      ({ about, says }) => about === key || (says.aspect === "influences" && says.whom === key),
    ),
  );
  return POLICY_OF[policy]({
    seniority: account.seen.map(
      ({ fields }) => TITLES.indexOf(fields.title?.value as (typeof TITLES)[number]) + 1,
    ),
    ties: ties.map(({ length }) => length),
    chance,
  });
}

/** The posterior of each that they are the one who decides, nobody of them being possible too. */
function whoDecides(believed: readonly PersonBelief[]): readonly number[] {
  const { odds } = holdersOf("decision-maker", believed, believed.map(rankFactor));
  const sum = odds.reduce((all, one) => all + one, 1);
  return Array.from(odds, (one) => one / sum);
}

/** Whom one would name by these chances; null where nobody is likely enough, or two are as likely. */
function likeliest(chances: readonly number[]): number | null {
  const most = Math.max(...chances);
  const [first, ...others] = [...chances.keys()].filter((n) => chances[n] === most);
  return most > NAMED && others.length === 0 ? first! : null;
}

/** Ties that the seller has seen, rightly. */
function knownTies({ truths }: Account, chance: ReturnType<typeof random>): StatedClaim[] {
  const claim = claimer("tie");
  return truths.flatMap(({ moves }, from) =>
    [...moves]
      .filter(() => chance.chance(TIES_KNOWN))
      .map(([to, strength]) => {
        const whom = personKey(to);
        const says = { aspect: "influences", whom, strength, holds: true } as const;
        return claim(personKey(from), says, "observation", "certain");
      }),
  );
}
