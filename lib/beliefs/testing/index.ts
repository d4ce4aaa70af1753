/**
 * Arbitrary decisions for property tests: people as the CRM shows them, and a log of claims of every kind about them
 * and about their customer, by several authors and methods, with corrections, withdrawals and what is undone again.
 */
import fc from "fast-check";
import {
  standing,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type StatedClaim,
} from "@/lib/domain";
import { field, link, record } from "@/lib/domain/testing";
import type { BeliefInput } from "../fold";
import { anyLog } from "./log";
import { acme, anybody, anyGrounds, anyScope, cast, deal } from "./says";

export { anyLog, saidElsewhere } from "./log";
export { anybody, anyEvidence, anyGrounds, anyOfProfile, anySaid, cast, deal } from "./says";

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

/** The same with its people known in another order too. */
export const anyReordered = fc
  .tuple(anyShuffled, fc.shuffledSubarray(cast, { minLength: cast.length }))
  .map(([any, order]) => {
    const place = ({ key }: { key: (typeof cast)[number] }) => order.indexOf(key);
    const people = any.decision.people.toSorted((a, b) => place(a) - place(b));
    return { ...any, reordered: { ...any.decision, people } };
  });

/** A decision, and somebody of whom nothing was heard before: whom they speak of, where, on what grounds. */
export const anyVoice = fc.record({
  decision: anyDecision,
  about: anybody,
  scope: anyScope,
  grounds: anyGrounds,
});
