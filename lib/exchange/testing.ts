/** Arbitrary rows for property tests: everything that Powermap can remember, of two organisations. */
import fc from "fast-check";
import {
  ACCESS_LEVELS,
  METHODS,
  normalName,
  POWER_LEVELS,
  ROLES,
  STANCES,
  STRENGTHS,
  SURENESSES,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type RecordChange,
  type RecordKey,
  type Statement,
} from "@/lib/domain";
import { claimId, DAY, key, named, namedAccount, NOON, record } from "@/lib/domain/testing";
import { linkId, type Rows } from "./rows";

const ORGS = ["acme", "globex"] as const;
const NAMES = ["Li Wei", "李伟", "=SUM(A1)", 'O\'Neill; "x"', "Wang\tFang"] as const;
/** Texts of every kind that has hurt somebody's parser. */
export const texts = fc.oneof(
  fc.constantFrom(
    "=1+1",
    "'=1",
    "''@x",
    "-2",
    "+49 30",
    "\tx",
    "\rx",
    '"',
    "a,b;c",
    "１＝",
    "\n",
    "' ",
  ),
  fc.string({ minLength: 1, maxLength: 30, unit: "binary" }).map((one) => one.toWellFormed()),
);
const moments = fc.integer({ min: NOON - 900 * DAY, max: NOON });
const orgs = fc.constantFrom(...ORGS);

const contactIn = (org: string) =>
  fc.oneof(
    fc.constantFrom("1", "2", "3").map((id) => key("contact", id, org)),
    fc.constantFrom(...NAMES).map((name) => named(name, "Huadong", org)),
  );
const accountIn = (org: string) =>
  fc.constantFrom(key("account", "1", org), namedAccount("Huadong", org));
const opportunityIn = (org: string) =>
  fc.constantFrom("1", "2").map((id) => key("opportunity", id, org));

const statementIn = (org: string): fc.Arbitrary<Statement> =>
  fc.oneof(
    fc.record({
      aspect: fc.constant("role"),
      role: fc.constantFrom(...ROLES),
      holds: fc.boolean(),
    }),
    fc.record({ aspect: fc.constant("power"), level: fc.constantFrom(...POWER_LEVELS) }),
    fc.record({ aspect: fc.constant("stance"), value: fc.constantFrom(...STANCES) }),
    fc.record({ aspect: fc.constant("access"), level: fc.constantFrom(...ACCESS_LEVELS) }),
    fc.record({ aspect: fc.constant("reports-to"), to: fc.option(contactIn(org)) }),
    fc.record({
      aspect: fc.constant("influences"),
      whom: contactIn(org),
      strength: fc.constantFrom(...STRENGTHS),
      holds: fc.boolean(),
    }),
    fc.record({ aspect: fc.constant("objection"), topic: fc.constant("price"), text: texts }),
    fc.record({ aspect: fc.constant("contacted"), channel: fc.constant("call"), on: moments }),
    fc.record({ aspect: fc.constant("note"), text: texts }),
    fc.record({ aspect: fc.constant("win"), text: texts }),
    fc.record({ aspect: fc.constant("known"), name: texts, title: texts }),
    fc.record({ aspect: fc.constant("left"), replacedBy: texts }),
    fc.record({ aspect: fc.constant("same"), as: contactIn(org), holds: fc.boolean() }),
    fc.record({
      aspect: fc.constant("step"),
      step: contactIn(org).map((person) => `meet/${person}/`),
      state: fc.constantFrom("done", "snoozed"),
    }),
  ) as fc.Arbitrary<Statement>;

/** A claim whose id is its place in the log, or one that withdraws an earlier one. */
function claimAt(n: number, earlier: (at: number) => Claim | undefined): fc.Arbitrary<Claim> {
  return orgs.chain((org) =>
    fc
      .record({
        at: moments,
        scope: fc.oneof(opportunityIn(org), accountIn(org)) as fc.Arbitrary<RecordKey>,
        about: contactIn(org),
        says: statementIn(org),
        how: fc.constantFrom(...METHODS),
        sure: fc.constantFrom(...SURENESSES),
        takesBack: fc.option(fc.nat(1_000), { freq: 5 }),
      })
      .map(({ takesBack, says, how, sure, ...base }): Claim => {
        const target = takesBack === null ? undefined : earlier(takesBack);
        const id = claimId(n);
        if (target) {
          const { scope, about } = target;
          return { id, at: base.at, by: "me", scope, about, withdraws: target.id };
        }
        return { id, by: "me", ...base, says, how, sure };
      }),
  );
}

export const claimLogs: fc.Arbitrary<Claim[]> = fc.integer({ min: 0, max: 25 }).chain((count) =>
  fc
    .tuple(...Array.from({ length: count }, (_, n) => claimAt(n + 1, () => undefined)))
    .chain((log) =>
      fc
        .array(fc.nat(Math.max(0, log.length - 1)), { maxLength: log.length > 0 ? 4 : 0 })
        .map((targets) => [
          ...log,
          ...targets.map((target, n): Claim => {
            const { id: withdraws, scope, about } = log[target]!;
            return { id: claimId(1_000 + n), at: NOON, by: "me", scope, about, withdraws };
          }),
        ]),
    ),
);

const readings = fc.record({ value: texts, hook: fc.constant("[x]"), at: moments });

const recordsIn = (org: string): fc.Arbitrary<CrmRecord> =>
  fc
    .record({
      key: fc.oneof(contactIn(org), accountIn(org), opportunityIn(org)) as fc.Arbitrary<RecordKey>,
      name: fc.oneof(fc.constantFrom(...NAMES), texts),
      account: fc.option(accountIn(org), { nil: undefined }),
      fields: fc.dictionary(fc.constantFrom("name", "title", "email"), readings),
      seen: fc.tuple(moments, moments),
    })
    .map(({ key, name, account, fields, seen }) =>
      record(key, name, {
        normalName: normalName(name),
        ...(account ? { account } : {}),
        fields: { ...fields },
        firstSeen: Math.min(...seen),
        lastSeen: Math.max(...seen),
      }),
    );

const linksIn = (org: string): fc.Arbitrary<ContactLink> =>
  fc
    .record({
      opportunity: opportunityIn(org),
      contact: contactIn(org),
      role: texts,
      seen: moments,
      unnamed: fc.boolean(),
    })
    .map(({ seen, unnamed, ...link }) => ({
      ...link,
      hook: "tr",
      firstSeen: seen - DAY,
      lastSeen: seen,
      ...(unnamed ? { unnamedSince: seen + DAY } : {}),
    }));

const changesIn = (org: string): fc.Arbitrary<RecordChange> =>
  fc.record({
    record: contactIn(org) as fc.Arbitrary<RecordKey>,
    field: fc.constant("title" as const),
    before: fc.option(texts),
    after: texts,
    at: moments,
  });

/** Rows as the database would hold them: each key once. */
export const rowSets: fc.Arbitrary<Rows> = fc.record({
  records: fc.uniqueArray(orgs.chain(recordsIn), { selector: ({ key }) => key, maxLength: 8 }),
  links: fc.uniqueArray(orgs.chain(linksIn), { selector: linkId, maxLength: 5 }),
  claims: claimLogs,
  changes: fc.uniqueArray(orgs.chain(changesIn), {
    selector: (change) => JSON.stringify(change),
    maxLength: 4,
  }),
});

/** The bytes of a text. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
