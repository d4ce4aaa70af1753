import { browser } from "wxt/browser";
import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { Summary } from "@/lib/advice";
import type { RecordKey } from "@/lib/domain";
import { isSample } from "@/lib/sample";
import {
  readOpenFacts,
  readOpportunity,
  readSummaries,
  settings,
  type ListRow,
  type ListSetting,
  type Reader,
} from "@/lib/store/reading";
import { accountLines, type AccountLine, type OpportunityLine } from "./accountLines";
import type { Spelled, Summaries } from "./arranging";
import { follow } from "./database";
import { openRecord } from "./panel";

type Key = RecordKey<"opportunity">;

const rows = follow(signal("open"), (database) => readOpenFacts(database));
const kept = signal<readonly ListRow<Summary>[] | null>(null);
const summariesKept = computed<Summaries>(
  () => new Map((kept.value ?? []).map(({ summary }) => [summary.key, summary])),
);
const renewed = signal<Summaries>(new Map());
const arrangement = signal<ListSetting>(settings.list.fallback);
const speller = signal<Spelled | undefined>(undefined);

/**
 * Every account with an open opportunity; null while that is not known. What was made beforehand has the facts too,
 * as of the last time that a page of the account was read; the database itself has the last word a moment later.
 */
export const openAccounts = computed<AccountLine[] | null>(() => {
  if (kept.value === null) return null;
  if (rows.value !== null) return accountLines(rows.value.value);
  return kept.value.length > 0 ? accountLines(kept.value.map(({ facts }) => facts)) : null;
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

/** Reads what was made beforehand, and how the list was arranged last. Resolves to whether anything was made. */
export async function followList(): Promise<boolean> {
  const [made, list] = await Promise.all([
    readSummaries<Summary>(),
    settings.list.getValue().catch(() => settings.list.fallback),
  ]);
  arrangement.value = list;
  kept.value = made;
  return made.length > 0;
}

/** Arranges the list otherwise, from now on. */
export function arrange(change: Partial<ListSetting>): void {
  arrangement.value = { ...arrangement.value, ...change };
  // Without it the list is as it was at the next start: nothing is lost.
  void settings.list.setValue(arrangement.value).catch(() => undefined);
}

const seen = signal<readonly Key[] | null>(null);
const looked = follow(seen, summariesOf);

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

/**
 * Shows an opportunity's page with the panel beside it; of the sample, which no CRM has, the panel in a tab. Call it
 * in the turn of the click.
 */
export async function openOpportunity({ key, url }: OpportunityLine): Promise<void> {
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
