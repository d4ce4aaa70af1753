/**
 * Arbitrary decisions for property tests: people as the CRM shows them, and a log of claims of every kind about them
 * and about their customer, by several authors and methods, with corrections, withdrawals and what is undone again.
 */
import fc from "fast-check";
import {
  ACCESS_LEVELS,
  ASKS,
  CHANNELS,
  CULTURES,
  FOCUSES,
  METHODS,
  OBJECTION_TOPICS,
  OPENNESSES,
  ORGANISATIONS,
  ORIENTATIONS,
  POWER_LEVELS,
  ROLES,
  STANCES,
  STRENGTHS,
  STYLES,
  SURENESSES,
  isWithdrawal,
  standing,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type RecordKey,
  type StatedClaim,
  type Statement,
} from "@/lib/domain";
import {
  DAY,
  NOON,
  claim,
  claimId,
  field,
  key,
  link,
  record,
  withdrawal,
} from "@/lib/domain/testing";
import type { BeliefInput } from "./fold";

export const deal = key("opportunity", "006A");
/** Another opportunity of the same account. */
export const elsewhere = key("opportunity", "006B");
export const acme = key("account", "001A");
/** The people of the deal. */
export const cast = ["li", "wang", "chen", "zhao"].map((id) => key("contact", id));
export const anybody = fc.constantFrom(...cast);

/** What can be said about a person that moves a belief one way or the other. */
export const anyEvidence: fc.Arbitrary<Statement> = fc.oneof(
  fc.record({
    aspect: fc.constant("role" as const),
    role: fc.constantFrom(...ROLES),
    holds: fc.boolean(),
  }),
  fc.record({ aspect: fc.constant("stance" as const), value: fc.constantFrom(...STANCES) }),
  fc.record({ aspect: fc.constant("power" as const), level: fc.constantFrom(...POWER_LEVELS) }),
  fc.record({ aspect: fc.constant("access" as const), level: fc.constantFrom(...ACCESS_LEVELS) }),
  fc.record({ aspect: fc.constant("openness" as const), level: fc.constantFrom(...OPENNESSES) }),
  fc.record({
    aspect: fc.constant("influences" as const),
    whom: anybody,
    strength: fc.constantFrom(...STRENGTHS),
    holds: fc.boolean(),
  }),
  fc.record({ aspect: fc.constant("reports-to" as const), to: fc.option(anybody, { freq: 8 }) }),
  fc.record({
    aspect: fc.constant("orientation" as const),
    value: fc.constantFrom(...ORIENTATIONS),
  }),
  fc.record({ aspect: fc.constant("style" as const), value: fc.constantFrom(...STYLES) }),
);

/** What else is said about a person; for what answers an objection see {@link anyLog}. */
const anyWord: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 3, arbitrary: objection() },
  {
    weight: 3,
    arbitrary: fc.record({
      aspect: fc.constant("contacted" as const),
      channel: fc.constantFrom(...CHANNELS),
      on: fc.nat(400).map((days) => NOON - days * DAY),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      aspect: fc.constant("ask" as const),
      ask: fc.constantFrom(...ASKS),
      kept: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ aspect: "note", text: "a note" } as const) },
  { weight: 1, arbitrary: fc.constant({ aspect: "win", text: "a win" } as const) },
  { weight: 1, arbitrary: fc.constant({ aspect: "left" } as const) },
);

function objection() {
  return fc.record({
    aspect: fc.constant("objection" as const),
    topic: fc.constantFrom(...OBJECTION_TOPICS),
    text: fc.constant("?"),
  });
}

/** What is said of the customer. */
export const anyOfProfile: fc.Arbitrary<Statement> = fc.oneof(
  fc.record({
    aspect: fc.constant("organisation" as const),
    value: fc.constantFrom(...ORGANISATIONS),
  }),
  fc.record({ aspect: fc.constant("culture" as const), value: fc.constantFrom(...CULTURES) }),
  fc.record({ aspect: fc.constant("focus" as const), value: fc.constantFrom(...FOCUSES) }),
);

/** For the decision itself, or as the account's default. */
export const anyScope = fc.oneof(
  { weight: 3, arbitrary: fc.constant<RecordKey>(deal) },
  { weight: 1, arbitrary: fc.constant<RecordKey>(acme) },
);

/** Who says it and on what grounds, `at` any time up to noon. Few authors, so that they often correct themselves. */
export const anyGrounds = fc.record({
  how: fc.constantFrom(...METHODS),
  sure: fc.constantFrom(...SURENESSES),
  by: fc.constantFrom("me", "ann", "bo"),
  // Often on one day, where only the ids tell which is newer.
  at: fc.oneof(fc.nat(2), fc.nat(90), fc.nat(2_000)).map((days) => NOON - days * DAY),
});

/** Something said, about whom, in which scope and on what grounds. */
export const anySaid = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      about: anybody as fc.Arbitrary<RecordKey>,
      says: fc.oneof({ weight: 3, arbitrary: anyEvidence }, { weight: 1, arbitrary: anyWord }),
      scope: anyScope,
      grounds: anyGrounds,
    }),
  },
  {
    weight: 1,
    arbitrary: fc
      .record({ says: anyOfProfile, scope: anyScope, grounds: anyGrounds })
      .map((one) => ({ ...one, about: one.scope })),
  },
);

type Grounds = Pick<StatedClaim, "how" | "sure" | "by" | "at">;
type Entry =
  | { said: StatedClaim }
  | { again: number; grounds: Partial<Grounds>; turns: boolean }
  | { answers: number; grounds: Grounds; holds: boolean }
  | { withdraws: number };

/** The place of an earlier entry, counted round. */
const place = fc.nat(60);

const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  {
    weight: 8,
    arbitrary: anySaid.map(({ about, says, scope, grounds }) => ({
      said: claim(0, about, says, { scope, ...grounds }),
    })),
  },
  {
    weight: 4,
    arbitrary: fc.record({ again: place, grounds: anyGrounds, turns: fc.boolean() }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ again: place, grounds: anyGrounds, turns: fc.boolean() })
      .map(({ grounds: { sure, at }, ...one }) => ({ ...one, grounds: { sure, at } })),
  },
  {
    weight: 1,
    arbitrary: fc.record({ answers: place, grounds: anyGrounds, holds: fc.boolean() }),
  },
  { weight: 2, arbitrary: place.map((withdraws) => ({ withdraws })) },
);

/**
 * A log in the order in which it was written. About what was said somebody speaks once more, or the same author by
 * the same method, often the other way round; objections are answered; what is withdrawn may be a withdrawal, so that
 * it stands again.
 */
export const anyLog: fc.Arbitrary<Claim[]> = fc
  // As long as it is told: by itself fast-check keeps lists short.
  .array(anyEntry, { maxLength: 60, size: "max" })
  .map((entries) => {
    const log: Claim[] = [];
    for (const entry of entries) {
      const made = claimOf(entry, log);
      if (made) log.push({ ...made, id: claimId(log.length) });
    }
    return log;
  });

/** What an entry adds to a log, still without its id; null where it has nothing to refer to. */
function claimOf(entry: Entry, log: readonly Claim[]): Claim | null {
  if ("said" in entry) return entry.said;
  if ("withdraws" in entry) {
    const earlier = log[entry.withdraws % log.length];
    return earlier ? withdrawal(0, earlier) : null;
  }
  const stated = log.filter((one): one is StatedClaim => !isWithdrawal(one));
  if ("answers" in entry) {
    const raised = stated.filter(({ says }) => says.aspect === "objection");
    const one = raised[entry.answers % raised.length];
    const { holds, grounds } = entry;
    return one
      ? { ...one, says: { aspect: "answered", objection: one.id, holds }, ...grounds }
      : null;
  }
  const one = stated[entry.again % stated.length];
  if (!one) return null;
  return { ...one, says: entry.turns ? turned(one.says) : one.says, ...entry.grounds };
}

/** The opposite, where a statement has one. */
function turned(says: Statement): Statement {
  if ("holds" in says) return { ...says, holds: !says.holds };
  if (says.aspect === "stance") return { ...says, value: -says.value as typeof says.value };
  return says;
}

/** A decision as the CRM shows it, with a log. */
export interface AnyDecision {
  people: CrmRecord<"contact">[];
  links: ContactLink[];
  account: CrmRecord<"account">;
  log: Claim[];
}

/** What the CRM says of one person: title, role, and whom they report to. */
const anyInCrm = fc.record({
  title: fc.option(
    fc.constantFrom("CEO", "CFO", "技术总监", "采购经理", "Head of Operations", "Engineer"),
    { freq: 2 },
  ),
  role: fc.option(
    fc.constantFrom("Decision Maker", "Executive Sponsor", "User", "Evaluator", "Stakeholder"),
    { freq: 2 },
  ),
  chief: fc.option(fc.constantFrom("li", "wang", "chen", "zhao"), { freq: 2 }),
});

export const anyDecision: fc.Arbitrary<AnyDecision> = fc
  .record({
    inCrm: fc.array(anyInCrm, { minLength: cast.length, maxLength: cast.length }),
    industry: fc.option(fc.constantFrom("Banking", "Software", "Retail", "Sports")),
    log: anyLog,
  })
  .map(({ inCrm, industry, log }) => ({
    people: cast.map((who, n) => {
      const { title, chief } = inCrm[n]!;
      const fields = {
        ...(title === null ? {} : { title: field(title) }),
        ...(chief === null ? {} : { reportsTo: field(chief) }),
      };
      return record(who, who.split(":")[3]!, { account: acme, fields });
    }),
    links: cast.flatMap((who, n) => {
      const { role } = inCrm[n]!;
      return role === null ? [] : [link(deal, who, { role })];
    }),
    account: record(
      acme,
      "Acme",
      industry === null ? {} : { fields: { industry: field(industry) } },
    ),
    log,
  }));

/** What a fold takes: the claims of the log that stand, unless told. */
export function inputOf(
  { people, links, account, log }: AnyDecision,
  claims: readonly StatedClaim[] = standing(log),
): BeliefInput {
  return { opportunity: deal, people, links, account, claims };
}

/** A decision with the claims of its log that stand in any other order. */
export const anyShuffled = anyDecision.chain((decision) => {
  const claims = standing(decision.log);
  const shuffled = fc.shuffledSubarray(claims, { minLength: claims.length });
  return fc.record({ decision: fc.constant(decision), claims: fc.constant(claims), shuffled });
});
