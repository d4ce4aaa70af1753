import {
  LOCAL_AUTHOR,
  POWER_LEVELS,
  ROLES,
  STRENGTHS,
  type Statement,
  type Strength,
} from "@/lib/domain";
import { CONTESTED_FROM, type Evidence, type PersonBelief } from "@/lib/beliefs";
import { ROLE_WEIGHT } from "@/lib/structure";
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

/** A thing of which strong claims say one and the other. */
interface Contest {
  what: string;
  evidence: readonly Evidence[];
  facts: Facts;
  /** What knowing it takes off the variance of the support, and what it is worth besides (points). */
  lessens: number;
  besides: number;
  answers: readonly { key: Outcome["key"]; says: Statement }[];
}

/** Strong claims contradict each other: ask who can tell, instead of averaging them away. */
export const resolveContested: Rule = (situation) =>
  present(situation).flatMap(({ belief, share }) =>
    [
      ...rolesOf(situation, belief, share),
      ...stanceOf(situation, belief, share),
      ...powerOf(belief, share),
      ...tiesOf(situation, belief),
    ]
      .filter((one) => !isAnswered(one))
      .map((one) => stepOf(situation, belief, one)),
  );

function stepOf(situation: Situation, { person: { key } }: PersonBelief, one: Contest): Draft {
  const strong = strongOf(one);
  const asking = askAbout(situation, key, one.evidence);
  // Who is moved speaks for themselves.
  const by = (says: Statement) =>
    asking.by === heard && says.aspect === "influences" && asking.through.includes(says.whom)
      ? learned(key, says)
      : asking.by(key, says);
  return {
    // Another strong claim on either side is another reason.
    key: `resolve-contested/${key}/${one.what}/${ids(strong)}`,
    kind: "resolve-contested",
    person: key,
    through: asking.through,
    facts: one.facts,
    gain: { ...NO_GAIN, spread: spreadGain(situation, asking.works * one.lessens) },
    besides: asking.works * one.besides,
    pitch: null,
    cost: "ask",
    outcomes: one.answers.map(({ key: answer, says }) => ({
      key: answer,
      claims: [by(says)],
      takesBack: contradicting(strong, says).flatMap(({ claim }) =>
        claim && isOurs(claim) ? [claim] : [],
      ),
    })),
  };
}

/**
 * Whether somebody was asked since, and what still contradicts them is not ours to take back (the CRM's own field):
 * asking again would change nothing.
 */
function isAnswered(one: Contest): boolean {
  const strong = strongOf(one);
  return one.answers.some(({ says }) => {
    const against = contradicting(strong, says);
    const told = one.evidence.filter((each) => isToldToUs(each) && !contradicts(each.says, says));
    return (
      told.length > 0 &&
      against.length > 0 &&
      against.every(({ claim }) => claim === undefined || !isOurs(claim))
    );
  });
}

/** What makes it contested; a title never weighs so much. */
function strongOf({ evidence }: Contest): Evidence[] {
  return evidence.filter(({ weight }) => weight >= CONTESTED_FROM);
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

const holds = (says: (holds: boolean) => Statement): Contest["answers"] => [
  { key: "yes", says: says(true) },
  { key: "no", says: says(false) },
];

function rolesOf(situation: Situation, belief: PersonBelief, share: number): Contest[] {
  return CONTESTABLE.filter((role) => belief.roles[role].state === "contested").map((role) => ({
    what: role,
    evidence: belief.roles[role].evidence,
    facts: { share, aspect: "role", role, probability: chanceOf(situation, belief, role) },
    lessens: role === "decision-maker" ? lessens(situation, belief, "role") : 0,
    besides: worthKnowing(situation, role, 0.5),
    answers: holds((yes) => ({ aspect: "role", role, holds: yes })),
  }));
}

function stanceOf(situation: Situation, belief: PersonBelief, share: number): Contest[] {
  if (belief.stance.state !== "contested") return [];
  return [
    {
      what: "stance",
      evidence: belief.stance.evidence,
      facts: { share, aspect: "stance" },
      lessens: lessens(situation, belief, "stance"),
      besides: share * KNOWING_A_ROLE,
      answers: STANDS.map(([key, value]) => ({ key, says: { aspect: "stance", value } })),
    },
  ];
}

function powerOf({ power }: PersonBelief, share: number): Contest[] {
  if (power.state !== "contested") return [];
  return [
    {
      what: "power",
      evidence: power.evidence,
      facts: { share, aspect: "power" },
      lessens: 0,
      besides: share * KNOWING_A_ROLE,
      answers: POWER_LEVELS.map((level) => ({ key: "level", says: { aspect: "power", level } })),
    },
  ];
}

/** Whether the person moves somebody: what hangs on it is how that one decides. */
function tiesOf(situation: Situation, { influences, denied }: PersonBelief): Contest[] {
  const { shares } = situation.structure;
  return [...influences, ...denied]
    .filter(({ state, whom }) => state === "contested" && shares.has(whom))
    .map(({ whom, probability, strength, evidence }) => ({
      what: `tie/${whom}`,
      evidence,
      facts: { share: shareOf(situation, whom), aspect: "tie", whom, probability },
      lessens: 0,
      besides: shareOf(situation, whom) * KNOWING_A_ROLE,
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
