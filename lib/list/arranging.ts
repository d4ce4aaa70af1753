import type { Summary } from "@/lib/advice";
import { normalName, type RecordKey } from "@/lib/domain";
import type { ListFilter, ListSort } from "@/lib/store/reading";
import type { AccountLine, OpportunityLine } from "./lines";

/** What is known of each opportunity's decision; nothing is of those that are not in it. */
export type Summaries = ReadonlyMap<RecordKey, Summary>;

/** Whether a name is spelled by a word of Latin letters (pinyin), in full or by initials. */
export type Spelled = (name: string, word: string) => boolean;

/** Without a friend with a say an opportunity is at risk so many days before its close date. */
const FRIEND_BY = 60;
const DAY = 24 * 60 * 60 * 1_000;

/**
 * The accounts and opportunities that a search means: every word of it stands in the name of the account or of the
 * opportunity, whatever the case, the accents or the width of the letters, or spells it.
 */
export function matching(
  accounts: readonly AccountLine[],
  query: string,
  spelled: Spelled = () => false,
): AccountLine[] {
  const words = fold(query).split(" ").filter(Boolean);
  if (words.length === 0) return [...accounts];
  return accounts.flatMap((account) => {
    const inAccount = fold(account.name);
    const left = words.filter((word) => !inAccount.includes(word) && !spelled(account.name, word));
    if (left.length === 0) return [account];
    const opportunities = account.opportunities.filter(({ name }) => {
      const folded = fold(name);
      return left.every((word) => folded.includes(word) || spelled(name, word));
    });
    return opportunities.length > 0 ? [{ ...account, opportunities }] : [];
  });
}

const folded = new Map<string, string>();

/** A name for searching: looser than {@link normalName}, José and Jose are found by either. */
function fold(text: string): string {
  let known = folded.get(text);
  if (known === undefined) {
    known = normalName(text).normalize("NFD").replace(/\p{M}/gu, "");
    folded.set(text, known);
  }
  return known;
}

/** The opportunities that pass all filters, with their accounts. */
export function narrowed(
  accounts: readonly AccountLine[],
  filters: readonly ListFilter[],
  summaries: Summaries,
  today = new Date(),
): AccountLine[] {
  if (filters.length === 0) return [...accounts];
  return accounts.flatMap((account) => {
    const opportunities = account.opportunities.filter((one) =>
      filters.every((filter) => passes(one, filter, summaries.get(one.key), today)),
    );
    return opportunities.length > 0 ? [{ ...account, opportunities }] : [];
  });
}

/** Whether an opportunity is what a filter asks for. Of what is not known nothing is said. */
export function passes(
  one: OpportunityLine,
  filter: ListFilter,
  summary: Summary | undefined,
  today: Date,
): boolean {
  switch (filter) {
    case "at-risk":
      return isAtRisk(one, summary, today);
    case "this-month":
      return dateOf(one)?.slice(0, 7) === isoDay(today).slice(0, 7);
    case "no-decision-maker":
      return summary !== undefined && !summary.roles.some(isDecisionMaker);
  }
}

function isDecisionMaker({ role, state }: Summary["roles"][number]): boolean {
  return role === "decision-maker" && state === "held";
}

/**
 * At risk is what is overdue; what closes within {@link FRIEND_BY} days without anybody with a say who is for us (the
 * map is red); and where somebody with a say is against us and no decision maker or approver for us (it is not green).
 */
function isAtRisk(one: OpportunityLine, summary: Summary | undefined, today: Date): boolean {
  const date = dateOf(one);
  const day = isoDay(today);
  if (date !== null && date < day) return true;
  if (summary === undefined) return false;
  const isSoon = date !== null && Date.parse(date) - Date.parse(day) <= FRIEND_BY * DAY;
  return (
    (summary.status === "red" && isSoon) || (summary.status !== "green" && summary.opponents > 0)
  );
}

/** The calendar day where the user is. */
export function isoDay(moment: Date): string {
  const two = (part: number) => String(part).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

function dateOf({ closeDate }: OpportunityLine): string | null {
  return closeDate !== null && /^\d{4}-\d{2}-\d{2}$/u.test(closeDate) ? closeDate : null;
}

/**
 * The accounts in order, each by the first of its opportunities. What is not known comes last; what is equal goes by
 * the close date, then by name. The sample comes after the user's own.
 */
export function sorted(
  accounts: readonly AccountLine[],
  by: ListSort,
  summaries: Summaries,
  language: string,
): AccountLine[] {
  const { compare: byText } = new Intl.Collator(language, { numeric: true });
  const byDate = (a: OpportunityLine, b: OpportunityLine) =>
    ascending(dateOf(a) ?? "9999", dateOf(b) ?? "9999");
  const byName = (a: OpportunityLine, b: OpportunityLine) => byText(a.name, b.name);
  const urgency = (one: OpportunityLine) => summaries.get(one.key)?.step?.score ?? 0;
  const rank = currencyRanks(accounts);
  const amount = ({ amount }: OpportunityLine): [rank: number, value: number] =>
    amount && "value" in amount ? [rank.get(amount.currency) ?? 0, amount.value] : [Infinity, 0];
  const compare: Record<ListSort, (a: OpportunityLine, b: OpportunityLine) => number> = {
    urgency: (a, b) => urgency(b) - urgency(a),
    "close-date": byDate,
    amount: (a, b) => {
      const [[rankA, valueA], [rankB, valueB]] = [amount(a), amount(b)];
      return ascending(rankA, rankB) || valueB - valueA;
    },
    name: byName,
    "last-seen": () => 0,
  };
  const inAccount = (a: OpportunityLine, b: OpportunityLine) =>
    compare[by](a, b) || byDate(a, b) || byName(a, b);
  const arranged = accounts.map((account) => ({
    ...account,
    opportunities: account.opportunities.toSorted(inAccount),
  }));
  const named = (a: AccountLine, b: AccountLine) => byText(a.name, b.name);
  return arranged.toSorted((a, b) => {
    if (a.isSample !== b.isSample) return Number(a.isSample) - Number(b.isSample);
    if (by === "name") return named(a, b);
    if (by === "last-seen") return b.lastSeen - a.lastSeen || named(a, b);
    const [first, second] = [a.opportunities[0], b.opportunities[0]];
    return (
      (first && second && (compare[by](first, second) || byDate(first, second))) || named(a, b)
    );
  });
}

/**
 * The first close date of several opportunities (`YYYY-MM-DD`) that is not past where the user is; the earliest where
 * all are, and null where none is clear.
 */
export function nextCloseDate(
  opportunities: readonly OpportunityLine[],
  today: Date,
): string | null {
  const dates = opportunities.flatMap((one) => dateOf(one) ?? []).toSorted();
  const day = isoDay(today);
  return dates.find((date) => date >= day) ?? dates[0] ?? null;
}

/** Amounts of two currencies cannot be compared: those of the one that is used most come first. */
function currencyRanks(accounts: readonly AccountLine[]): Map<string | null, number> {
  const all = accounts.flatMap(({ opportunities }) => opportunities);
  const used = Map.groupBy(
    all.flatMap(({ amount }) => (amount && "value" in amount ? amount.currency : [])),
    (currency) => currency,
  );
  const order = [...used].toSorted(([, a], [, b]) => b.length - a.length);
  return new Map(order.map(([currency], rank) => [currency, rank]));
}

function ascending<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : Number(a > b);
}
