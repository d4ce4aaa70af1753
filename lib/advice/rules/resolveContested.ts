import {
  LOCAL_AUTHOR,
  POWER_LEVELS,
  ROLES,
  STRENGTHS,
  type Statement,
  type Strength,
} from "@/lib/domain";
import { CONTESTED_FROM, perBelief, type Evidence, type PersonBelief } from "@/lib/beliefs";
import { ROLE_WEIGHT, type PersonKey } from "@/lib/structure";
import { askAbout, isToldToUs, worthKnowing } from "../asking";
import { KNOWING_A_ROLE } from "../constants";
import { lessens } from "../questions";
import {
  chanceOf,
  heard,
  learned,
  NO_GAIN,
  present,
  shareOf,
  spreadGain,
  type Situation,
} from "../situation";
import { STANDS } from "../outcomes";
import type { Draft, Rule } from "../rule";
import type { Facts, Outcome } from "../step";

/** Roles that have a say of their own in the decision. */
const CONTESTABLE = ROLES.filter((role) => ROLE_WEIGHT[role] > 0);

/** A thing of which strong claims say one and the other, as far as it follows from the belief alone. */
interface Contest {
  what: string;
  /** Whose share of the decision hangs on it. */
  whose: PersonKey;
  /** What hangs on it, if we are told with a word of this weight. */
  stake(situation: Situation, share: number, word: number): Stake;
  evidence: readonly Evidence[];
  answers: readonly Answer[];
}

interface Stake {
  facts: Facts;
  /** What knowing it takes off the variance of the support, and what it is worth besides (points). */
  lessens: number;
  besides: number;
}

interface Answer {
  key: Outcome["key"];
  says: Statement;
}

/** Strong claims contradict each other: ask who can tell, instead of averaging them away. */
export const resolveContested: Rule = (situation) => {
  const { shares } = situation.structure;
  const drafts: Draft[] = [];
  for (const { belief } of present(situation)) {
    for (const one of contestsOf(belief)) {
      if (shares.has(one.whose)) drafts.push(stepOf(situation, belief, one));
    }
  }
  return drafts;
};

function stepOf(situation: Situation, { person: { key } }: PersonBelief, one: Unanswered): Draft {
  const asking = askAbout(situation, key, one.isTold);
  const { facts, lessens, besides } = one.stake(
    situation,
    shareOf(situation, one.whose),
    asking.word,
  );
  // Who is moved speaks for themselves.
  const isHearsay = asking.by === heard && !(one.moved && asking.through.includes(one.moved));
  return {
    key: one.key,
    kind: "resolve-contested",
    person: key,
    through: asking.through,
    facts,
    gain: { ...NO_GAIN, spread: spreadGain(situation, asking.works * lessens) },
    besides: asking.works * besides,
    pitch: null,
    cost: "ask",
    outcomes: isHearsay ? one.heard : one.learned,
  };
}

/** A contest of which it is not known yet who is right. */
interface Unanswered extends Contest {
  /** Another strong claim on either side is another reason. */
  key: string;
  /** Whether it was told to us before. */
  isTold: boolean;
  /** Of a tie: who is moved, or not. */
  moved: PersonKey | null;
  /** The answers of the person themselves, and of others. */
  learned: readonly Outcome[];
  heard: readonly Outcome[];
}

/** What of a person is contested, and was not settled by asking. */
const contestsOf = perBelief((belief) =>
  [...rolesOf(belief), ...stanceOf(belief), ...powerOf(belief), ...tiesOf(belief)].flatMap(
    (one): Unanswered[] => {
      // What makes it contested; a title never weighs so much.
      const strong = one.evidence.filter(({ weight }) => weight >= CONTESTED_FROM);
      if (isAnswered(one, strong)) return [];
      const outcomes = (by: typeof learned) =>
        one.answers.map(({ key, says }) => ({
          key,
          claims: [by(belief.person.key, says)],
          takesBack: contradicting(strong, says).flatMap(({ claim }) =>
            claim && isOurs(claim) ? [claim] : [],
          ),
        }));
      const [first] = one.answers;
      return [
        {
          ...one,
          key: `resolve-contested/${belief.person.key}/${one.what}/${ids(strong)}`,
          isTold: one.evidence.some(isToldToUs),
          moved: first?.says.aspect === "influences" ? first.says.whom : null,
          learned: outcomes(learned),
          heard: outcomes(heard),
        },
      ];
    },
  ),
);

/**
 * Whether somebody was asked since, and what still contradicts them is not ours to take back (the CRM's own field):
 * asking again would change nothing.
 */
function isAnswered({ evidence, answers }: Contest, strong: readonly Evidence[]): boolean {
  return answers.some(({ says }) => {
    const against = contradicting(strong, says);
    const told = evidence.filter((each) => isToldToUs(each) && !contradicts(each.says, says));
    return (
      told.length > 0 &&
      against.length > 0 &&
      against.every(({ claim }) => claim === undefined || !isOurs(claim))
    );
  });
}

function isOurs({ by }: { by: string }): boolean {
  return by === LOCAL_AUTHOR;
}

function contradicting(evidence: readonly Evidence[], answer: Statement): Evidence[] {
  return evidence.filter(({ says }) => contradicts(says, answer));
}

/** Whether one thing cannot be so when the other is. */
function contradicts(said: Statement, answer: Statement): boolean {
  if ("holds" in said && "holds" in answer) return said.holds !== answer.holds;
  if (said.aspect === "stance" && answer.aspect === "stance") {
    return Math.sign(said.value) !== Math.sign(answer.value);
  }
  if (said.aspect === "power" && answer.aspect === "power") return said.level !== answer.level;
  return false;
}

const holds = (says: (holds: boolean) => Statement): Answer[] => [
  { key: "yes", says: says(true) },
  { key: "no", says: says(false) },
];

function rolesOf(belief: PersonBelief): Contest[] {
  return CONTESTABLE.filter((role) => belief.roles[role].state === "contested").map((role) => ({
    what: role,
    whose: belief.person.key,
    stake: (situation, share, word) => ({
      facts: { share, aspect: "role", role, probability: chanceOf(situation, belief, role) },
      lessens: role === "decision-maker" ? lessens(situation, belief, "role", word) : 0,
      besides: worthKnowing(situation, role, 0.5, word),
    }),
    evidence: belief.roles[role].evidence,
    answers: holds((yes) => ({ aspect: "role", role, holds: yes })),
  }));
}

function stanceOf(belief: PersonBelief): Contest[] {
  if (belief.stance.state !== "contested") return [];
  return [
    {
      what: "stance",
      whose: belief.person.key,
      stake: (situation, share, word) => ({
        facts: { share, aspect: "stance" },
        lessens: lessens(situation, belief, "stance", word),
        besides: share * KNOWING_A_ROLE,
      }),
      evidence: belief.stance.evidence,
      answers: STANDS.map(([key, value]) => ({ key, says: { aspect: "stance", value } })),
    },
  ];
}

function powerOf({ person, power }: PersonBelief): Contest[] {
  if (power.state !== "contested") return [];
  return [
    {
      what: "power",
      whose: person.key,
      stake: (_, share) => ({
        facts: { share, aspect: "power" },
        lessens: 0,
        besides: share * KNOWING_A_ROLE,
      }),
      evidence: power.evidence,
      answers: POWER_LEVELS.map((level) => ({ key: "level", says: { aspect: "power", level } })),
    },
  ];
}

/** Whether the person moves somebody: what hangs on it is how that one decides. */
function tiesOf({ influences, denied }: PersonBelief): Contest[] {
  return [...influences, ...denied]
    .filter(({ state }) => state === "contested")
    .map(({ whom, probability, strength, evidence }) => ({
      what: `tie/${whom}`,
      whose: whom,
      stake: (_, share) => ({
        facts: { share, aspect: "tie", whom, probability },
        lessens: 0,
        besides: share * KNOWING_A_ROLE,
      }),
      evidence,
      answers: holds((yes) => ({
        aspect: "influences",
        whom,
        strength: nearestStrength(strength),
        holds: yes,
      })),
    }));
}

function nearestStrength(strength: number): Strength {
  return STRENGTHS.toSorted((a, b) => Math.abs(a - strength) - Math.abs(b - strength))[0]!;
}

function ids(evidence: readonly Evidence[]): string {
  return evidence
    .flatMap(({ claim }) => claim?.id ?? [])
    .toSorted()
    .join("+");
}
