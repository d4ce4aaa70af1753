/** Whom to ask what: ours, and what else a seller may do. */
import { nextQuestions, QUESTIONS, type Question } from "@/lib/advice";
import { ROLE_PRIOR, SCALES, TIE_PRIOR, type PersonBelief } from "@/lib/beliefs";
import { ROLES, type Role } from "@/lib/domain";
import type { Beliefs, PersonKey, PowerStructure } from "@/lib/structure";
import type { Random } from "./random.ts";

export const POLICIES = [
  "ours",
  "random",
  "most senior first",
  "most connected first",
  "least sure first",
] as const;
export type Policy = (typeof POLICIES)[number];

/** A question: about whom (by index), and what. */
export interface Asked {
  person: number;
  about: Question["about"];
}

/** What a seller sees in the morning. */
interface Morning {
  beliefs: Beliefs;
  structure: PowerStructure;
  day: number;
}

interface Setting {
  /** Of each person; 0 without a title. */
  seniority: readonly number[];
  /** How many known ties each person has, either way. */
  ties: readonly number[];
  chance: Random;
}

/** Goes through the people in order of a score, asking each all kinds of questions in their order. */
const inOrderOf = (scores: readonly number[]) => {
  const order = [...scores.keys()].toSorted((a, b) => scores[b]! - scores[a]! || a - b);
  return ({ day }: Morning): Asked => ({
    person: order[Math.floor(day / QUESTIONS.length) % order.length]!,
    about: QUESTIONS[day % QUESTIONS.length]!,
  });
};

export const POLICY_OF: Record<Policy, (setting: Setting) => (morning: Morning) => Asked> = {
  ours:
    () =>
    ({ beliefs, structure }) => {
      const [first] = nextQuestions(beliefs, structure);
      return { person: [...beliefs.keys()].indexOf(first!.person), about: first!.about };
    },
  random:
    ({ chance, seniority }) =>
    () => ({ person: chance.below(seniority.length), about: chance.pick(QUESTIONS) }),
  "most senior first": ({ seniority }) => inOrderOf(seniority),
  "most connected first": ({ ties }) => inOrderOf(ties),
  "least sure first":
    () =>
    ({ beliefs }) => {
      const unsure = doubtsOf(beliefs);
      let best: Asked & { by: number } = { person: 0, about: QUESTIONS[0], by: -Infinity };
      for (const about of QUESTIONS) {
        unsure[about].forEach((by, person) => {
          if (by > best.by) best = { person, about, by };
        });
      }
      return best;
    },
};

/** The variance of what each question asks about, by that of which nothing is known. */
function doubtsOf(beliefs: Beliefs): Record<Question["about"], number[]> {
  const people = [...beliefs.values()];
  const ofRoles = ({ roles }: PersonBelief, which: readonly Role[]) =>
    sum(which.map((role) => spread(roles[role].probability))) /
    sum(which.map((role) => spread(ROLE_PRIOR[role])));
  const others = people.length - 1;
  const pairs = new Map<PersonKey, number>(
    people.map(({ person }) => [person.key, others * spread(TIE_PRIOR)]),
  );
  for (const { influences, denied } of people) {
    for (const { whom, probability } of [...influences, ...denied]) {
      pairs.set(whom, pairs.get(whom)! + spread(probability) - spread(TIE_PRIOR));
    }
  }
  return {
    "decision-maker": people.map((one) => ofRoles(one, ["decision-maker"])),
    stance: people.map(({ stance }) => stance.variance / SCALES.stance.priorVariance),
    listening: people.map(({ person }) => pairs.get(person.key)! / (others * spread(TIE_PRIOR))),
    openness: people.map(({ openness }) => openness.variance / SCALES.openness.priorVariance),
    roles: people.map((one) =>
      ofRoles(
        one,
        ROLES.filter((role) => role !== "decision-maker"),
      ),
    ),
  };
}

function spread(probability: number): number {
  return probability * (1 - probability);
}

function sum(values: readonly number[]): number {
  return values.reduce((all, one) => all + one, 0);
}
