import { computed, signal } from "@preact/signals";
import { beliefsAt } from "@/lib/beliefs";
import { CORE_ROLES, parseKey, type CrmRecord, type RecordKey } from "@/lib/domain";
import { readOpenOpportunities, type OpenOpportunity } from "@/lib/store";
import { powerStructure, type RoleCoverage } from "@/lib/structure";
import { follow } from "./database";
import { involved } from "./shown";

/** One open opportunity as the popup lists it. */
export interface OpportunityLine {
  key: RecordKey<"opportunity">;
  name: string;
  url: string | null;
  stage: string | null;
  amount: { value: number; currency: string | null } | { raw: string } | null;
  /** `YYYY-MM-DD`, or the raw text where it was ambiguous. */
  closeDate: string | null;
  coverage: RoleCoverage[];
  lastSeen: number;
}

/** One account with its open opportunities. */
export interface AccountLine {
  key: string;
  name: string;
  crm: string;
  org: string;
  opportunities: OpportunityLine[];
}

const rows = follow(signal("open"), (database) => readOpenOpportunities(database));

/** Every account with an open opportunity; null while that is not known. Nearest close date first. */
export const openAccounts = computed<AccountLine[] | null>(() => {
  const live = rows.value;
  if (live === null) return null;
  const grouped = Map.groupBy(
    live.value,
    ({ account, opportunity }) => account?.key ?? `none/${opportunity.key}`,
  );
  return [...grouped].map(([key, open]) => accountLine(key, open)).toSorted(byUrgency);
});

function accountLine(key: string, open: readonly OpenOpportunity[]): AccountLine {
  const [first] = open;
  const parts = parseKey(first?.opportunity.key ?? "");
  return {
    key,
    name: first?.account?.name ?? "",
    crm: parts?.crm ?? "",
    org: parts?.org ?? "",
    opportunities: open.map(opportunityLine).toSorted((a, b) => compareDates(a, b)),
  };
}

function opportunityLine(open: OpenOpportunity): OpportunityLine {
  const { opportunity, links, claims } = open;
  const people = involved(open);
  const beliefs = beliefsAt({ opportunity: opportunity.key, people, links, claims }, Date.now());
  return {
    key: opportunity.key,
    name: opportunity.name,
    url: opportunity.url ?? null,
    stage: textOf(opportunity, "stage"),
    amount: amountOf(opportunity),
    closeDate: textOf(opportunity, "closeDate"),
    coverage: powerStructure(beliefs).coverage,
    lastSeen: opportunity.lastSeen,
  };
}

/** The amount of an opportunity: a number with its currency, or the page's text where that is unclear. */
export function amountOf({ fields }: CrmRecord): OpportunityLine["amount"] {
  const amount = fields.amount;
  if (amount === undefined) return null;
  if (typeof amount.value !== "number") return { raw: String(amount.value) };
  const currency = fields.currency;
  return {
    value: amount.value,
    currency: currency && !currency.ambiguous ? String(currency.value) : null,
  };
}

/** The share of the four default roles that somebody is known to hold. */
export function coveredRoles(coverage: readonly RoleCoverage[]): number {
  return coverage.filter(({ state }) => state === "held").length / CORE_ROLES.length;
}

function textOf({ fields }: CrmRecord, name: "stage" | "closeDate"): string | null {
  const value = fields[name]?.value;
  return value === undefined ? null : String(value);
}

function compareDates(a: OpportunityLine, b: OpportunityLine): number {
  return (a.closeDate ?? "9999").localeCompare(b.closeDate ?? "9999");
}

function byUrgency(a: AccountLine, b: AccountLine): number {
  const [first, second] = [a.opportunities[0], b.opportunities[0]];
  return first && second ? compareDates(first, second) : 0;
}
