import {
  byTime,
  isWithdrawal,
  keysIn,
  orgPrefix,
  parseKey,
  sameOrg,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type RecordChange,
  type RecordKey,
  type StatedClaim,
} from "@/lib/domain";
import { isNameOfOther, mentionsIn, naming } from "./mentions";
import { namesOf, whoIsWho } from "./person";
import type { Rows } from "./rows";

/** What is to be erased. */
export type Erased =
  | {
      kind: "person";
      key: RecordKey<"contact">;
      /** With what was said of others in words that name them, but for these claims; left out: that stays. */
      words?: { spare: string[] };
    }
  | { kind: "organisation"; crm: string; org: string }
  | { kind: "all" };

/** The rows that go, and those that stay without what they said about an erased person. */
export interface Erasure {
  gone: Rows;
  /** Other people's rows that named the person: a manager's name, a successor's. */
  redacted: { records: CrmRecord[]; claims: Claim[] };
}

/**
 * Works out what erasing takes away; writes nothing.
 * @param called normal names that a person is known by elsewhere, if these rows do not tell
 */
export function erasure(rows: Rows, of: Erased, called: Iterable<string> = []): Erasure {
  if (of.kind === "all") return { gone: rows, redacted: { records: [], claims: [] } };
  if (of.kind === "person") return person(rows, of, called);
  const prefix = orgPrefix(of.crm, of.org);
  const inOrg = (key: string) => key.startsWith(prefix);
  return {
    gone: {
      records: rows.records.filter(({ key }) => inOrg(key)),
      links: rows.links.filter(({ opportunity, contact }) => inOrg(opportunity) || inOrg(contact)),
      claims: rows.claims.filter(({ scope, about }) => inOrg(scope) || inOrg(about)),
      changes: rows.changes.filter(({ record }) => inOrg(record)),
    },
    redacted: { records: [], claims: [] },
  };
}

/** The rows that are left when an erasure is done. */
export function afterErasure(rows: Rows, { gone, redacted }: Erasure): Rows {
  const left = <Row>(all: readonly Row[], without: readonly Row[]) => {
    const dropped = new Set(without);
    return all.filter((row) => !dropped.has(row));
  };
  const records = new Map(redacted.records.map((record) => [record.key, record]));
  const claims = new Map(redacted.claims.map((claim) => [claim.id, claim]));
  return {
    records: left(rows.records, gone.records).map((row) => records.get(row.key) ?? row),
    links: left(rows.links, gone.links),
    claims: left(rows.claims, gone.claims).map((row) => claims.get(row.id) ?? row),
    changes: left(rows.changes, gone.changes),
  };
}

/** What was said of others in words that name this person, and would stay if they alone were erased; newest first. */
export function mentionsOf(rows: Rows, key: RecordKey<"contact">): StatedClaim[] {
  const keys = new Set<string>(whoIsWho(rows).aliases(key));
  const found = mentionsIn(rows.claims, naming(namesOf(rows, keys)));
  return found.filter((claim) => !names(claim, keys)).toSorted((a, b) => byTime(b, a));
}

/** What an erasure is about, for what is not among the rows: on its way, in memory, or not said yet. */
export interface Concern {
  key(key: string): boolean;
  claim(claim: Claim): boolean;
  /** Whether words name whom it is about. */
  text(text: string): boolean;
}

export function concern(rows: Rows, of: Erased): Concern {
  if (of.kind === "all") return { key: () => true, claim: () => true, text: () => true };
  if (of.kind === "organisation") {
    const prefix = orgPrefix(of.crm, of.org);
    const key = (one: string) => one.startsWith(prefix);
    return { key, claim: (claim) => keysIn(claim).some(key), text: () => false };
  }
  const keys = new Set<string>(whoIsWho(rows).aliases(of.key));
  const them = naming(namesOf(rows, keys));
  const spare = new Set(of.words?.spare);
  return {
    key: (key) => keys.has(key),
    claim: (claim) =>
      names(claim, keys) ||
      (of.words !== undefined && !spare.has(claim.id) && mentionsIn([claim], them).length > 0),
    text: them.isIn,
  };
}

function person(
  rows: Rows,
  { key, words }: Erased & { kind: "person" },
  called: Iterable<string>,
): Erasure {
  const keys = new Set<string>(whoIsWho(rows).aliases(key));
  const mine = rows.records.filter((record) => keys.has(record.key));
  const ids = new Set([...keys].map((one) => parseKey(one)?.id));
  const them = naming([...namesOf(rows, keys), ...called]);
  const isName = (value: unknown) => typeof value === "string" && them.is(value);
  const spare = new Set(words?.spare);
  const isTold = (claim: Claim) => words !== undefined && !spare.has(claim.id);
  const told = mentionsIn(rows.claims, them).filter(isTold);
  // Who is known by a name with theirs in it cannot stay under that name: it is in every key of what was said of them.
  const renamed = new Set<string>(told.filter(isNameOfOther).map(({ about }) => about));
  const tell = new Set(told.map(({ id }) => id));
  const claims = withWhatFollows(
    rows.claims,
    (claim) => names(claim, keys) || names(claim, renamed) || tell.has(claim.id),
  );
  const erased = new Set(claims);

  const namesThem = ({ key: other, fields }: CrmRecord) => {
    const reading = fields.reportsTo;
    return (
      reading !== undefined &&
      sameOrg(other, key) &&
      (ids.has(reading.ref) || (reading.ref === undefined && isName(reading.value)))
    );
  };
  const isAbout = (change: RecordChange) =>
    keys.has(change.record) ||
    (change.contact !== undefined && keys.has(change.contact)) ||
    (change.field === "reportsTo" &&
      sameOrg(change.record, key) &&
      (isName(change.before) || isName(change.after)));
  return {
    gone: {
      records: mine,
      links: rows.links.filter(({ contact }: ContactLink) => keys.has(contact)),
      claims,
      changes: rows.changes.filter(isAbout),
    },
    redacted: {
      records: rows.records
        .filter((record) => !keys.has(record.key) && namesThem(record))
        .map((record) => {
          const { reportsTo: _, ...fields } = record.fields;
          return { ...record, fields };
        }),
      claims: rows.claims.flatMap((claim) => {
        if (erased.has(claim)) return [];
        const isTheirs = (value: string) =>
          (sameOrg(claim.about, key) && isName(value)) || (isTold(claim) && them.isIn(value));
        return withoutName(claim, isTheirs);
      }),
    },
  };
}

/** Claims, with what withdraws them, and what was said of an objection that goes. */
function withWhatFollows(claims: readonly Claim[], goes: (claim: Claim) => boolean): Claim[] {
  const erased = new Set(claims.filter(goes).map(({ id }) => id));
  // A withdrawal speaks of the same record as what it withdraws, and not of whom that named.
  for (let before = -1; before !== erased.size;) {
    before = erased.size;
    for (const claim of claims) {
      const to = isWithdrawal(claim)
        ? claim.withdraws
        : claim.says.aspect === "answered"
          ? claim.says.objection
          : undefined;
      if (to !== undefined && erased.has(to)) erased.add(claim.id);
    }
  }
  return claims.filter(({ id }) => erased.has(id));
}

function names(claim: Claim, keys: ReadonlySet<string>): boolean {
  if (keysIn(claim).some((key) => keys.has(key))) return true;
  if (isWithdrawal(claim) || claim.says.aspect !== "step") return false;
  // The key of a step names the people that it is about; within a key a slash is encoded.
  return claim.says.step.split("/").some((part) => keys.has(part));
}

/** That somebody has left stays, and by whom they were replaced goes; so does whose assistant somebody is. */
function withoutName(claim: Claim, isTheirs: (value: string) => boolean): Claim[] {
  if (isWithdrawal(claim)) return [];
  const { says } = claim;
  if (says.aspect === "left" && says.replacedBy !== undefined && isTheirs(says.replacedBy)) {
    return [{ ...claim, says: { aspect: "left" } }];
  }
  if (says.aspect === "known" && says.title !== undefined && isTheirs(says.title)) {
    return [{ ...claim, says: { aspect: "known", name: says.name } }];
  }
  return [];
}
