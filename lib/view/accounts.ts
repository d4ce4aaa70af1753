import { browser } from "wxt/browser";
import { batch, computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Summary } from "@/lib/advice";
import type { RecordKey } from "@/lib/domain";
import {
  accountLines,
  arrangementOf,
  severalOrgs,
  type AccountLine,
  type Beginning,
  type OpportunityLine,
  type Spelled,
  type Summaries,
} from "@/lib/list";
import { isSample } from "@/lib/sample";
import {
  readBeginning,
  readOpenFacts,
  readOpportunity,
  readSummaries,
  settings,
  type ListRow,
  type ListSetting,
  type Reader,
} from "@/lib/store/reading";
import { follow } from "./database";
import { language } from "./locale";
import { openRecord, panelPage } from "./panel";

type Key = RecordKey<"opportunity">;

const rows = follow(signal("open"), (database) => readOpenFacts(database));
const begun = signal<Beginning | null>(null);
const kept = signal<readonly ListRow<Summary>[] | null>(null);
const beginning = computed(() => {
  if (kept.value !== null || begun.value === null) return null;
  const wanted = { list: arrangement.value, language: language.value, today: new Date() };
  return begun.value.arrangement === arrangementOf(wanted) ? begun.value : null;
});
const summariesKept = computed<Summaries>(() => {
  const made = kept.value?.map(({ summary }) => summary) ?? beginning.value?.summaries ?? [];
  return new Map(made.map((summary) => [summary.key, summary]));
});
const renewed = signal<Summaries>(new Map());
const arrangement = signal<ListSetting>(settings.list.fallback);
const speller = signal<Spelled | undefined>(undefined);

/** The list of accounts with open opportunities, as far as it is known. */
export interface AccountList {
  accounts: readonly AccountLine[];
  /** Of how many opportunities there are these are the first, in order; null: these are all, in no order. */
  firstOf: { shown: number; all: number } | null;
  severalOrgs: boolean;
}

/**
 * Every account with an open opportunity; null while that is not known. What was made beforehand has the facts too,
 * as of the last time that a page of the account was read: first how the list begins, then all of it. The database
 * itself has the last word a moment later.
 */
export const openAccounts = computed<AccountList | null>(() => {
  if (beginning.value !== null) {
    const { accounts, shown, all, severalOrgs } = beginning.value;
    return { accounts, firstOf: { shown, all }, severalOrgs };
  }
  if (kept.value === null) return null;
  if (rows.value === null && kept.value.length === 0) return null;
  const accounts = accountLines(rows.value?.value ?? kept.value.map(({ facts }) => facts));
  return { accounts, firstOf: null, severalOrgs: severalOrgs(accounts) };
});

/** What each decision comes to: as it was made beforehand, or anew since. */
export const summaries = computed<Summaries>(
  () => new Map([...summariesKept.value, ...renewed.value]),
);

/**
 * The same for what the list is ordered by: as it was when the popup opened, so that rows keep their place while they
 * are looked at.
 */
export const summariesAtFirst = computed<Summaries>(
  () => new Map([...renewed.value, ...summariesKept.value]),
);

/** How the list is arranged. */
export const listed: ReadonlySignal<ListSetting> = arrangement;

/** What reads names by their pinyin; there after {@link learnPinyin}. */
export const spelled: ReadonlySignal<Spelled | undefined> = speller;

/** Reads how the list was arranged last, and how it begins where that was made beforehand. */
export async function followList(): Promise<void> {
  const [made, list] = await Promise.all([
    readBeginning<Beginning>(),
    settings.list.getValue().catch(() => settings.list.fallback),
  ]);
  batch(() => {
    arrangement.value = list;
    begun.value = made;
  });
}

/** Reads the whole list as it was made beforehand: most of a megabyte, which how it begins does not wait for. */
export async function followWholeList(): Promise<void> {
  kept.value = await readSummaries<Summary>();
}

/** Arranges the list otherwise, from now on. */
export function arrange(change: Partial<ListSetting>): void {
  arrangement.value = { ...arrangement.value, ...change };
  // Without it the list is as it was at the next start: nothing is lost.
  void settings.list.setValue(arrangement.value).catch(() => undefined);
}

const seen = signal<readonly Key[] | null>(null);
// What is in sight is never quite the same again: nothing is kept of what was.
const looked = follow(seen, summariesOf, undefined, 1);

effect(() => {
  const made = looked.value?.value;
  if (made) renewed.value = new Map([...renewed.peek(), ...made]);
});

/**
 * Makes anew what these opportunities come to, now and after every write: what was made beforehand may be some hours
 * old. It says so in {@link summaries}.
 */
export function lookAt(keys: readonly Key[]): void {
  if (keys.join() !== seen.peek()?.join()) seen.value = keys;
}

let following: Promise<void> | undefined;

async function summariesOf(database: Reader, keys: readonly Key[]): Promise<Summaries> {
  // What reckons is fetched when the list stands, and what the user has set for it.
  const [{ summaryOf }, { followAssumptions, preferences }] = await Promise.all([
    import("@/lib/advice"),
    import("./assumptions"),
  ]);
  await (following ??= followAssumptions());
  const made = new Map<RecordKey, Summary>();
  for (const key of keys) {
    const data = await readOpportunity(database, key);
    if (data) made.set(key, summaryOf(data, Date.now(), preferences.value));
  }
  return made;
}

let learning = false;

/** Fetches what spells Chinese names in Latin letters. */
export function learnPinyin(): void {
  if (learning) return;
  learning = true;
  void import("./pinyin").then(({ isSpelled }) => {
    speller.value = isSpelled;
  });
}

/** The page that shows an opportunity; of the sample, which is in no CRM, the panel's own. Null where none was seen. */
export function pageOf({ key, url }: OpportunityLine): string | null {
  return isSample(key) ? panelPage(key) : url;
}

/**
 * Shows an opportunity's page with the panel beside it; of the sample the panel in a tab. Call it in the turn of the
 * click.
 */
export async function openOpportunity(opportunity: OpportunityLine): Promise<void> {
  const { key } = opportunity;
  const url = pageOf(opportunity);
  if (url === null) return;
  if (isSample(key)) await browser.tabs.create({ url });
  else await openRecord({ key, url });
}

/** Opens a CRM by its address without the scheme, as `addressOf` writes it. */
export async function openSite(address: string): Promise<void> {
  const url = /^https?:\/\//u.test(address) ? address : `https://${address}`;
  await browser.tabs.create({ url });
}

/** Adds the sample account and shows it. Resolves to whether that was done. */
export async function trySample(): Promise<boolean> {
  const { openSample } = await import("./sampleData");
  return (await openSample()) === null;
}

/** Opens the settings page; its code, which is fetched only now, knows how. */
export async function openOptions(): Promise<void> {
  const { openSettings } = await import("./settings");
  await openSettings();
}
