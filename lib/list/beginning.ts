import type { Summary } from "@/lib/advice";
import type { ListRow, ListSetting } from "@/lib/store/reading";
import { isoDay, narrowed, sorted } from "./arranging";
import { accountLines, type AccountLine } from "./lines";

/** A popup has room for fewer opportunities than these, each as high as two heads of accounts. */
const ENOUGH = 7;
const HEAD = 0.5;

/** What the list shows before anybody scrolls or searches, so that this is there before the rest is read. */
export interface Beginning {
  /** For which arrangement: {@link arrangementOf}. */
  arrangement: string;
  /** The first accounts, arranged. */
  accounts: AccountLine[];
  /** What is known of their opportunities. */
  summaries: Summary[];
  /** How many opportunities the whole list has, and how many before it is narrowed. */
  shown: number;
  all: number;
  /** Whether the whole list is of several organisations. */
  severalOrgs: boolean;
}

/** How a list is arranged. */
export interface Arranging {
  list: ListSetting;
  /** BCP 47 tag: names are in the order of the user's language. */
  language: string;
  /** What is overdue depends on the day where the user is. */
  today: Date;
}

/** Names an arrangement: lists of the same name begin alike. */
export function arrangementOf({ list: { sort, only }, language, today }: Arranging): string {
  return JSON.stringify([sort, only.toSorted(), language, isoDay(today)]);
}

/** How the list of these opportunities begins. */
export function beginningOf(rows: readonly ListRow<Summary>[], arranging: Arranging): Beginning {
  const { list, language, today } = arranging;
  const summaries = new Map(rows.map(({ summary }) => [summary.key, summary]));
  const lines = accountLines(rows.map(({ facts }) => facts));
  const ordered = sorted(lines, list.sort, summaries, language);
  const whole = narrowed(ordered, list.only, summaries, today);
  const accounts: AccountLine[] = [];
  let height = 0;
  for (const account of whole) {
    if (height >= ENOUGH) break;
    accounts.push(account);
    height += HEAD + account.opportunities.length;
  }
  return {
    arrangement: arrangementOf(arranging),
    accounts,
    summaries: accounts.flatMap((account) =>
      account.opportunities.flatMap(({ key }) => summaries.get(key) ?? []),
    ),
    shown: whole.reduce((sum, account) => sum + account.opportunities.length, 0),
    all: rows.length,
    severalOrgs: severalOrgs(lines),
  };
}

/** Whether the user's accounts are of several organisations, so that each has to say of which it is. */
export function severalOrgs(accounts: readonly AccountLine[]): boolean {
  const own = accounts.filter(({ isSample }) => !isSample);
  return new Set(own.map(({ crm, org }) => `${crm}:${org}`)).size > 1;
}
