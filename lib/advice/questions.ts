import { ROLE_PRIOR, type PersonBelief } from "@/lib/beliefs";
import { ROLES, type Role } from "@/lib/domain";
import {
  ghostShare,
  ghostVariance,
  leadOf,
  ROLE_WEIGHT,
  roleWeight,
  type Beliefs,
  type Doubts,
  type PersonKey,
  type PowerStructure,
} from "@/lib/structure";
import { networkOf, rankFactor } from "@/lib/structure/network";
import { keptAfterAnswer, oddsOf, OWN_WORD, scaleKept, spreadOf } from "./answers";
import { KNOWING_A_ROLE, WHO_FIRST } from "./constants";
import { greaterFirst } from "./greaterFirst";
import { holdersOf, impurity } from "./holders";
import { listeningKept } from "./listening";

export { HEARSAY_WORD, keptAfterAnswer, OWN_WORD } from "./answers";

/**
 * What there is to find out about a person: whether they decide, where they stand, to whom of the others they
 * listen, how far others' word moves them, and which other roles they have.
 */
export const QUESTIONS = ["decision-maker", "stance", "listening", "openness", "roles"] as const;

const OTHER_ROLES = ROLES.filter((role) => role !== "decision-maker");

/** Something to find out about a person. */
export interface Question {
  person: PersonKey;
  about: (typeof QUESTIONS)[number];
  /** By how much the answer is expected to lessen the variance of the support. */
  lessens: number;
  /** By how much it is expected to lessen what is not known of who decides (Gini impurity, 0 to 1). */
  identifies: number;
  /** What questions are ranked by: the first as a share of the variance, and the second {@link WHO_FIRST} times. */
  value: number;
}

/**
 * What to ask next, the most valuable question first (value of information): the expected part of the doubts
 * of `predict` that an answer takes away, and how far it makes the decision maker known. Looks one question
 * ahead, not at what one answer makes of the worth of the next.
 *
 * @param about the kinds of questions that may be asked
 */
export function nextQuestions(
  beliefs: Beliefs,
  structure: PowerStructure,
  about: readonly Question["about"][] = QUESTIONS,
): Question[] {
  const { uncertainty, support } = structure;
  const known: Known = { structure, beliefs: new Map(), people: [], doubts: [] };
  for (const [key, doubts] of uncertainty.people) {
    const belief = beliefs.get(key);
    if (!belief) continue;
    known.beliefs.set(key, belief);
    known.people.push(belief);
    known.doubts.push(doubts);
  }
  return about
    .flatMap((kind) => {
      const learn = LEARN[kind](known);
      return known.people.map(({ person: { key } }, i): Question => {
        const [lessens, identifies] = learn(i);
        const value = lessens / (support.variance || 1) + WHO_FIRST * identifies;
        return { person: key, about: kind, lessens, identifies, value };
      });
    })
    .toSorted(
      (a, b) =>
        greaterFirst(a.value, b.value) ||
        QUESTIONS.indexOf(a.about) - QUESTIONS.indexOf(b.about) ||
        (a.person < b.person ? -1 : 1),
    );
}

/** Those who have not left, with what is doubted of each, in the same order. */
interface Known {
  structure: PowerStructure;
  beliefs: Map<PersonKey, PersonBelief>;
  people: PersonBelief[];
  doubts: Doubts[];
}

/** What each kind of question is expected to teach about person i: what it lessens, what it identifies. */
const LEARN: Record<Question["about"], (known: Known) => (i: number) => [number, number]> = {
  "decision-maker": (known) => {
    const { people, structure } = known;
    const { holders, lessens } = rolesLessen(known);
    const deciders = holders.get("decision-maker")!;
    // Nobody of these has odds of 1.
    const open = impurity([...deciders.odds, 1], Array(people.length + 1).fill(1));
    return (i) => {
      const found = ghostLessens(structure, people[i]!, (of, own) => deciders.expected(i, of, own));
      const left = deciders.expected(i, (odds) => open.after(i, odds));
      return [Math.max(0, lessens("decision-maker", i) + found), open.now - left];
    };
  },
  stance: ({ people, doubts }) => {
    return (i) => [doubts[i]!.stance * (1 - scaleKept("stance", people[i]!.stance.variance)), 0];
  },
  listening: ({ beliefs, doubts, structure: { profile } }) => {
    const kept = listeningKept(beliefs, networkOf(beliefs, profile));
    return (i) => [doubts[i]!.listening * (1 - kept[i]!), 0];
  },
  openness: ({ people, doubts }) => {
    const kept = (i: number) => scaleKept("openness", people[i]!.openness.variance);
    return (i) => [doubts[i]!.openness * (1 - kept(i)), 0];
  },
  roles: (known) => {
    const { lessens } = rolesLessen(known);
    return (i) => [
      Math.max(
        0,
        OTHER_ROLES.reduce((sum, role) => sum + lessens(role, i), 0),
      ),
      0,
    ];
  },
};

/**
 * What the answer of whether person i holds a role is expected to take off the doubts about who holds it. They are
 * known·slope²·differs of each person, times Σ_roles weight²·q·(1 − q), q as in `decisionWeights`.
 */
function rolesLessen({ people, doubts, structure: { profile } }: Known) {
  const ranks = people.map(rankFactor);
  const holders = new Map(ROLES.map((role) => [role, holdersOf(role, people, ranks)]));
  const variance = doubts.map(() => 0);
  for (const [role, { odds }] of holders) {
    const weight = roleWeight(role, profile);
    const sum = odds.reduce((all, one) => all + one, 0);
    odds.forEach((one, d) => (variance[d]! += weight ** 2 * spreadOf(one / sum)));
  }
  const matters = doubts.map(({ decisionMaker, roles: others }, d) =>
    variance[d]! > 0 ? (decisionMaker + others) / variance[d]! : 0,
  );
  const open = new Map([...holders].map(([role, { odds }]) => [role, impurity(odds, matters)]));
  const lessens = (role: Role, i: number) => {
    const { now, after } = open.get(role)!;
    const left = holders.get(role)!.expected(i, (odds) => after(i, odds));
    return roleWeight(role, profile) ** 2 * (now - left);
  };
  return { holders, lessens };
}

/**
 * What is expected to come off the variance that not having found the decision maker adds: an answer may make a
 * person a lead, or a better one, or none.
 */
function ghostLessens(
  { undiscovered, ghost, support, uncertainty }: PowerStructure,
  belief: PersonBelief,
  expected: (of: (odds: number) => number, own: number) => number,
): number {
  const outcome = ghost < 1 ? support.estimate / (1 - ghost) : 0;
  const others = 1 / undiscovered - leadOf(belief);
  const left = (odds: number) => {
    const lead = odds > NO_LEAD ? odds : 0;
    return ghostVariance(ghostShare(1 / (others + lead)), outcome);
  };
  const own = oddsOf(belief.roles["decision-maker"].probability);
  return uncertainty.notFound - expected(left, own);
}

/** Up to these odds somebody is no lead (see `leadOf`). */
const NO_LEAD = oddsOf(ROLE_PRIOR["decision-maker"]);

/**
 * By how much an answer about a person is expected to lessen the variance of the support: about where they stand,
 * or about whether they decide (their own part of it).
 *
 * @param word the weight of the answer: the person's own, unless told
 */
export function lessens(
  { structure }: { structure: PowerStructure },
  { person, stance, roles }: PersonBelief,
  about: "stance" | "role",
  word = OWN_WORD,
): number {
  const part = structure.uncertainty.people.get(person.key);
  if (!part) return 0;
  return about === "stance"
    ? part.stance * (1 - scaleKept("stance", stance.variance, word))
    : part.decisionMaker * (1 - keptAfterAnswer(roles["decision-maker"].probability, word));
}

/**
 * What it is worth to ask whether somebody holds a role (points): by its weight, most where it is open.
 *
 * @param word the weight of the answer: the person's own, unless told
 */
export function knowingRole(role: Role, probability: number, word = OWN_WORD): number {
  const open = 4 * spreadOf(probability) * (1 - keptAfterAnswer(probability, word));
  return KNOWING_A_ROLE * ROLE_WEIGHT[role] * open;
}
