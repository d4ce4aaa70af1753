import {
  isWithdrawal,
  keysIn,
  normalName,
  orgPrefix,
  parseKey,
  sameOrg,
  type Claim,
  type ContactLink,
  type CrmRecord,
  type RecordChange,
  type RecordKey,
} from "@/lib/domain";
import { everybody, whoIsWho } from "./person";
import type { Rows } from "./rows";

/** What is to be erased. */
export type Erased =
  | { kind: "person"; key: RecordKey<"contact"> }
  | { kind: "organisation"; crm: string; org: string }
  | { kind: "all" };

/** The rows that go, and those that stay without what they said about an erased person. */
export interface Erasure {
  gone: Rows;
  /** Other people's rows that named the person: a manager's name, a successor's. */
  redacted: { records: CrmRecord[]; claims: Claim[] };
}

/** Works out what erasing takes away; writes nothing. */
export function erasure(rows: Rows, of: Erased): Erasure {
  if (of.kind === "all") return { gone: rows, redacted: { records: [], claims: [] } };
  if (of.kind === "person") return person(rows, of.key);
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

function person(rows: Rows, key: RecordKey<"contact">): Erasure {
  const keys = new Set<string>(whoIsWho(rows).aliases(key));
  const mine = rows.records.filter((record) => keys.has(record.key));
  const names = new Set(
    everybody(rows)
      .filter((record) => keys.has(record.key))
      .map((record) => record.normalName),
  );
  const ids = new Set([...keys].map((one) => parseKey(one)?.id));
  const isName = (value: unknown) => typeof value === "string" && names.has(normalName(value));
  const claims = claimsOf(rows.claims, keys);
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
      claims: rows.claims.flatMap((claim) =>
        !erased.has(claim) && sameOrg(claim.about, key) ? withoutSuccessor(claim, isName) : [],
      ),
    },
  };
}

/** The claims about a person and those that name them, with what withdraws these. */
function claimsOf(claims: readonly Claim[], keys: ReadonlySet<string>): Claim[] {
  const erased = new Set(claims.filter((claim) => names(claim, keys)).map(({ id }) => id));
  // A withdrawal speaks of the same record as what it withdraws, and not of whom that named.
  for (let before = -1; before !== erased.size;) {
    before = erased.size;
    for (const claim of claims) {
      if (isWithdrawal(claim) && erased.has(claim.withdraws)) erased.add(claim.id);
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

/** That somebody has left stays; by whom they were replaced goes. */
function withoutSuccessor(claim: Claim, isName: (value: unknown) => boolean): Claim[] {
  if (isWithdrawal(claim) || claim.says.aspect !== "left") return [];
  if (claim.says.replacedBy === undefined || !isName(claim.says.replacedBy)) return [];
  return [{ ...claim, says: { aspect: "left" } }];
}
