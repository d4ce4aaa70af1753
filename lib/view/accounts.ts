import { computed, signal } from "@preact/signals";
import { beliefsAt, involved, spokenOf } from "@/lib/beliefs";
import { normalName, parseKey, type CrmRecord, type RecordKey, type Role } from "@/lib/domain";
import { readOpenOpportunities, type OpenOpportunity } from "@/lib/store/reading";
import { roleCoverages, type RoleCoverage } from "@/lib/structure";
import { follow } from "./database";

/** How well one role is covered, and by whom. */
export interface RoleMark {
  role: Role;
  state: RoleCoverage["state"];
  /** Those who hold it, or may, most likely first. */
  names: string[];
}

/** One open opportunity as the popup lists it. */
export interface OpportunityLine {
  key: RecordKey<"opportunity">;
  name: string;
  url: string | null;
  stage: string | null;
  amount: { value: number; currency: string | null } | { raw: string } | null;
  /** `YYYY-MM-DD`, or the raw text where it was ambiguous. */
  closeDate: string | null;
  coverage: RoleMark[];
}

/** One account with its open opportunities. */
export interface AccountLine {
  key: string;
  /** Empty when no page has named it yet. */
  name: string;
  crm: string;
  org: string;
  opportunities: OpportunityLine[];
}

const rows = follow(signal("open"), (database) => readOpenOpportunities(database));

/** Every account with an open opportunity; null while that is not known. Nearest close date first. */
export const openAccounts = computed<AccountLine[] | null>(() => {
  const live = rows.value;
  return live === null ? null : accountLines(live.value, Date.now());
});

/** Open opportunities grouped by account, the account with the nearest close date first. */
export function accountLines(open: readonly OpenOpportunity[], now: number): AccountLine[] {
  const grouped = Map.groupBy(open, accountKey);
  return [...grouped]
    .map(([key, members]): AccountLine => {
      const parts = parseKey(members[0]?.opportunity.key ?? "");
      return {
        key,
        name: members.map(accountName).find((name) => name !== "") ?? "",
        crm: parts?.crm ?? "",
        org: parts?.org ?? "",
        opportunities: members.map((one) => opportunityLine(one, now)).toSorted(byCloseDate),
      };
    })
    .toSorted((a, b) => {
      const [first, second] = [a.opportunities[0], b.opportunities[0]];
      return (first && second && byCloseDate(first, second)) || a.name.localeCompare(b.name);
    });
}

/** Opportunities whose account no page has named stand together, per organisation. */
function accountKey({ account, opportunity }: OpenOpportunity): string {
  return account?.key ?? opportunity.account ?? `${opportunity.key.split(":", 2).join(":")}:none`;
}

function accountName({ account, opportunity }: OpenOpportunity): string {
  return account?.name ?? String(opportunity.fields.account?.value ?? "");
}

function opportunityLine(open: OpenOpportunity, now: number): OpportunityLine {
  const { opportunity, links, claims } = open;
  const people = involved(open, spokenOf(claims, opportunity.key));
  const beliefs = beliefsAt({ opportunity: opportunity.key, people, links, claims }, now);
  const names = new Map(people.map(({ key, name }) => [key, name]));
  return {
    key: opportunity.key,
    name: opportunity.name,
    url: opportunity.url ?? null,
    stage: textOf(opportunity, "stage"),
    amount: amountOf(opportunity),
    closeDate: textOf(opportunity, "closeDate"),
    coverage: roleCoverages(beliefs).map(({ role, state, holders }) => ({
      role,
      state,
      names: holders.map(({ person }) => names.get(person) ?? "").filter((name) => name !== ""),
    })),
  };
}

/** The amount of an opportunity: a number with its currency, or the page's text where that is unclear. */
export function amountOf({ fields }: CrmRecord): OpportunityLine["amount"] {
  const amount = fields.amount;
  if (amount === undefined) return null;
  if (typeof amount.value !== "number") return { raw: String(amount.value) };
  const { value, raw } = amount;
  const currency = fields.currency;
  if (!currency?.ambiguous) return { value, currency: currency ? String(currency.value) : null };
  // "¥" is two currencies: the page's own text says no more than the page knows.
  return { raw: raw ?? `${String(currency.value)} ${value}` };
}

/** What opportunities are worth together: one sum per currency, largest first, and how many say nothing clear. */
export function totals(opportunities: readonly Pick<OpportunityLine, "amount">[]): {
  sums: { value: number; currency: string | null }[];
  unclear: number;
} {
  const amounts = opportunities.flatMap(({ amount }) => amount ?? []);
  const clear = amounts.filter((amount) => "value" in amount);
  const sums = [...Map.groupBy(clear, ({ currency }) => currency)].map(([currency, same]) => ({
    currency,
    value: same.reduce((sum, { value }) => sum + value, 0),
  }));
  return {
    sums: sums.toSorted((a, b) => b.value - a.value),
    unclear: amounts.length - clear.length,
  };
}

/**
 * The accounts and opportunities that a search means: every word of it stands in the name of the
 * account or of the opportunity, whatever the case, the accents or the width of the letters.
 */
export function matching(accounts: readonly AccountLine[], query: string): AccountLine[] {
  const words = fold(query).split(" ").filter(Boolean);
  if (words.length === 0) return [...accounts];
  return accounts.flatMap((account) => {
    const inAccount = fold(account.name);
    const opportunities = account.opportunities.filter(({ name }) => {
      const both = `${inAccount}\n${fold(name)}`;
      return words.every((word) => both.includes(word));
    });
    return opportunities.length > 0 ? [{ ...account, opportunities }] : [];
  });
}

/** A name for searching: looser than {@link normalName}, José and Jose are found by either. */
function fold(text: string): string {
  return normalName(text).normalize("NFD").replace(/\p{M}/gu, "");
}

function textOf({ fields }: CrmRecord, name: "stage" | "closeDate"): string | null {
  const value = fields[name]?.value;
  return value === undefined ? null : String(value);
}

/** Dates that are missing or unclear come last. */
function byCloseDate(a: OpportunityLine, b: OpportunityLine): number {
  return sortable(a).localeCompare(sortable(b)) || a.name.localeCompare(b.name);
}

function sortable({ closeDate }: OpportunityLine): string {
  return closeDate !== null && /^\d{4}-\d{2}-\d{2}$/u.test(closeDate) ? closeDate : "9999";
}
