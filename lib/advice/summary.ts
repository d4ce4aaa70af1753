import { fold, involved } from "@/lib/beliefs";
import {
  ROLES,
  spokenOf,
  type ContactLink,
  type CrmRecord,
  type RecordKey,
  type Role,
  type StatedClaim,
} from "@/lib/domain";
import {
  powerStructure,
  roleCoverages,
  type Beliefs,
  type MapStatus,
  type PersonKey,
  type PowerStructure,
  type RoleCoverage,
} from "@/lib/structure";
import { dueSteps } from "./due";
import { nextSteps } from "./next";
import type { Preferences } from "./preferences";
import type { Step } from "./step";

/** How well one role is covered, and by whom. */
export interface RoleMark {
  role: Role;
  state: RoleCoverage["state"];
  /** Those who hold it, or may, most likely first. */
  names: string[];
}

/** A step as far as it takes to say it in words, with the names of those it speaks of. */
export type NamedStep = Pick<Step, "key" | "kind" | "person" | "through" | "facts" | "score"> & {
  names: [PersonKey, string][];
};

/**
 * What a list of opportunities shows of one decision: made of the log, and of nothing else that is kept. It says
 * nothing that could not be made again.
 */
export interface Summary {
  key: RecordKey<"opportunity">;
  /** At which time it was reckoned (ms since 1970). */
  at: number;
  /**
   * Every role that somebody holds, or may, since the vocabulary says only when it is shown which are: the others
   * are open.
   */
  roles: RoleMark[];
  status: MapStatus;
  /** How many people with a say are against us. */
  opponents: number;
  /** The most valuable step that is still to be done. */
  step: NamedStep | null;
  /** How many steps are due; see {@link dueSteps}. */
  due: number;
}

/** What a decision is reckoned of: rows of the store, each person once, claims standing and canonical. */
export interface DecisionInput {
  /** Null for what holds in all of the account's decisions. */
  opportunity: CrmRecord<"opportunity"> | null;
  account: CrmRecord<"account"> | null;
  people: readonly CrmRecord<"contact">[];
  links: readonly ContactLink[];
  claims: readonly StatedClaim[];
}

/** What one decision comes to in a line, at the time `now` (ms since 1970). */
export function summaryOf(
  input: DecisionInput & { opportunity: CrmRecord<"opportunity"> },
  now: number,
  preferences?: Preferences,
): Summary {
  const { beliefs, structure, open, due } = stepsOf(input, now, preferences);
  const names = new Map(input.people.map(({ key, name }) => [key, name]));
  return {
    key: input.opportunity.key,
    at: now,
    roles: roleCoverages(beliefs, ROLES).flatMap(({ role, state, holders }) =>
      state === "open"
        ? []
        : {
            role,
            state,
            names: holders
              .map(({ person }) => names.get(person) ?? "")
              .filter((name) => name !== ""),
          },
    ),
    status: structure.status,
    opponents: structure.opponents.length,
    step: open[0] ? named(open[0], names) : null,
    due: due.length,
  };
}

/** The steps of a decision, or of an account, as the panel proposes them. */
export function stepsOf(
  { opportunity, account, people, links, claims }: DecisionInput,
  now: number,
  set?: Preferences,
): { beliefs: Beliefs; structure: PowerStructure; open: Step[]; due: Step[] } {
  const key = opportunity?.key ?? null;
  const { beliefs: all, profile } = fold(
    {
      opportunity: key,
      account,
      people,
      links,
      claims,
      ...(set && { assumptions: set.assumptions }),
    },
    now,
  );
  const beliefs = key ? ofInvolved(all, involved({ people, links }, spokenOf(claims, key))) : all;
  const structure = powerStructure(beliefs, profile);
  const closes = Date.parse(String(opportunity?.fields.closeDate?.value ?? ""));
  const situation = {
    beliefs,
    structure,
    now,
    closes: Number.isNaN(closes) ? null : closes,
    set,
  };
  return { beliefs, structure, ...dueSteps(nextSteps(situation), claims, now, key ?? undefined) };
}

function ofInvolved(all: Beliefs, people: readonly CrmRecord<"contact">[]): Beliefs {
  const inside = new Set<PersonKey>(people.map(({ key }) => key));
  return new Map([...all].filter(([key]) => inside.has(key)));
}

function named(
  { key, kind, person, through, facts, score }: Step,
  names: ReadonlyMap<PersonKey, string>,
): NamedStep {
  // The words of an objection are nothing that a title says.
  const { text: _, ...said } = facts;
  const spoken = [person, ...through, facts.whom].filter(
    (one) => one !== null && one !== undefined,
  );
  return {
    key,
    kind,
    person,
    through,
    facts: said,
    score,
    names: [...new Set(spoken)].map((one) => [one, names.get(one) ?? ""]),
  };
}
