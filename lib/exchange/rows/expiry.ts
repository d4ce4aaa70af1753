import {
  isWithdrawal,
  kindOf,
  type Claim,
  type CrmRecord,
  type RecordChange,
  type RecordKey,
} from "@/lib/domain";
import { whoIsWho } from "./person";
import type { Rows } from "./rows";

/** Claims about people that go together, since one opportunity closed. */
export interface Expiring {
  opportunity: CrmRecord<"opportunity">;
  /** When they go (ms since 1970). */
  at: number;
  claims: Claim[];
}

/**
 * When the claims about people expire: so many months after their opportunity closed, and never those of
 * one that is not closed, or of which that is not known. What holds for a whole account (or was said of a
 * person wherever they are) goes with the opportunity of theirs that closed last, once none is open. Who
 * is who is no opinion about a person: that stays.
 *
 * @param months how long they are kept; null: for ever
 * @returns soonest first
 */
export function expiring(rows: Rows, months: number | null): Expiring[] {
  if (months === null) return [];
  const opportunities = rows.records.filter(
    (record): record is CrmRecord<"opportunity"> => record.kind === "opportunity",
  );
  const changed = Map.groupBy(
    rows.changes.filter(({ field }) => field === "status"),
    ({ record }) => record,
  );
  const closed = new Map(
    opportunities.flatMap((one) => {
      const at = closedAt(one, changed.get(one.key));
      return at === null ? [] : [[one.key as RecordKey, { one, at }] as const];
    }),
  );
  const related = relatedOf(rows, opportunities);
  const found = new Map<RecordKey, Expiring>();
  for (const claim of rows.claims.filter(isOfPerson)) {
    const concerned =
      kindOf(claim.scope) === "opportunity" ? [claim.scope] : related(claim.scope, claim.about);
    const ends = concerned.map((key) => closed.get(key));
    if (ends.length === 0 || ends.includes(undefined)) continue;
    const last = ends.reduce((a, b) => (b!.at > a!.at ? b : a))!;
    const had = found.get(last.one.key);
    if (had) had.claims.push(claim);
    else {
      const at = monthsAfter(last.at, months);
      found.set(last.one.key, { opportunity: last.one, at, claims: [claim] });
    }
  }
  return [...found.values()].toSorted((a, b) => a.at - b.at);
}

function isOfPerson(claim: Claim): boolean {
  if (kindOf(claim.about) !== "contact") return false;
  return isWithdrawal(claim) || (claim.says.aspect !== "same" && claim.says.aspect !== "party");
}

/**
 * When an opportunity closed; null when it has not. The close date that the CRM names, if it has passed
 * by the time that it was read as closed; else when that was first seen.
 */
function closedAt(opportunity: CrmRecord, changed: readonly RecordChange[] = []): number | null {
  const { status, closeDate } = opportunity.fields;
  if (status === undefined || status.value === "open") return null;
  const seen = changed.reduce((latest, { at }) => Math.max(latest, at), 0);
  const read = seen > 0 ? seen : status.at;
  const day = /^\d{4}-\d{2}-\d{2}$/u.test(String(closeDate?.value))
    ? Date.parse(String(closeDate?.value))
    : Number.NaN;
  return day <= status.at ? day : read;
}

/** The same day of the month so many months later, or the last one of a shorter month. */
export function monthsAfter(at: number, months: number): number {
  const date = new Date(at);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

/** The opportunities that a claim concerns which is about a person beyond one opportunity. */
function relatedOf(rows: Rows, opportunities: readonly CrmRecord<"opportunity">[]) {
  const who = whoIsWho(rows);
  const ofAccount = Map.groupBy(opportunities, ({ account }) => account && who.account(account));
  const ofPerson = Map.groupBy(rows.links, ({ contact }) => contact);
  const accountOf = new Map(rows.records.map(({ key, account }) => [key, account]));
  return (scope: RecordKey, about: RecordKey): RecordKey[] => {
    const aliases = who.aliases(about as RecordKey<"contact">);
    const homes = [scope, ...aliases.map((key) => accountOf.get(key))].flatMap((key) =>
      key !== undefined && kindOf(key) === "account" ? [who.account(key)] : [],
    );
    return [
      ...homes.flatMap((home) => ofAccount.get(home) ?? []).map(({ key }): RecordKey => key),
      ...aliases.flatMap((key) => ofPerson.get(key) ?? []).map(({ opportunity }) => opportunity),
    ];
  };
}
