import { summaryOf, type Summary } from "@/lib/advice";
import { isOfIdentity, isWithdrawal, kindOf, type Claim, type RecordKey } from "@/lib/domain";
import { LANGUAGE_TAG } from "@/lib/i18n";
import { arrangementOf, beginningOf, type Beginning } from "@/lib/list";
import {
  aloneWithSummaries,
  isOpenOpportunity,
  keepBeginning,
  keepSummaries,
  keysOfPerson,
  listFacts,
  readAccount,
  readAround,
  readOpenOpportunities,
  readOpportunity,
  readBeginning,
  readPerson,
  readSummaries,
  replaceSummaries,
  settings,
  summarizedExtent,
  watchTabs,
  watchWrites,
  type Extent,
  type ListRow,
  type Reader,
} from "@/lib/store";
import { readPreferences, watchPreferences } from "./preferences";
import { reading } from "./reading";
import { currentLocale } from "./texts";

type OpportunityKey = RecordKey<"opportunity">;

/** What is believed fades, and steps come due: a summary older than this is made anew (ms). */
const FRESH_FOR = 6 * 60 * 60 * 1_000;
/** The page and its panel come first (ms). */
const LATER = 500;
/** So many are reckoned in one turn. */
const AT_ONCE = 20;
/** More new rows than one page shows: something else was at work (an import, the sample account). */
const ONE_PAGE = 200;

/**
 * Keeps the summary of every open opportunity up to date, so that the popup has nothing to reckon when it opens:
 * after a claim of those whom it concerns, after a page was read of its account's. The worker may die before it
 * comes to that: then the number of claims, kept with the summaries, does not agree at the next write or start. Call
 * it in the first turn of the worker.
 */
export function followSummaries(): void {
  watchTabs((_tabId, state) => {
    if (state?.state === "read" && state.key) void later(() => summarizeRecord(state.key!));
  });
  watchPreferences(() => void later(() => summarizeAll(Date.now(), { anew: true })));
  watchWrites((written) => later(() => (written ? summarizeClaims(written) : summarizeAll())));
  settings.list.watch(() => void later());
  settings.locale.watch(() => void later());
}

/** Makes anew what is outdated: for when the browser starts, and every now and then. */
export function refreshSummaries(): Promise<void> {
  return later(() => summarizeAll());
}

/**
 * Later, and one after the other: each leaves the number of claims as it has taken account of them, and how the list
 * begins as it is then.
 */
async function later(work?: () => Promise<void>): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, LATER));
  try {
    await aloneWithSummaries(async () => {
      await work?.();
      await begin();
    });
  } catch {
    // They are a convenience: the popup does without those that are missing, and the next start makes them.
  }
}

/** Makes how the list begins, unless it is known: whatever changes a summary has it forgotten. */
async function begin(): Promise<void> {
  const [list, locale, before] = await Promise.all([
    settings.list.getValue(),
    currentLocale(),
    readBeginning<Beginning>(),
  ]);
  const arranging = { list, language: LANGUAGE_TAG[locale], today: new Date() };
  if (before?.arrangement === arrangementOf(arranging)) return;
  const rows = await readSummaries<Summary>();
  if (rows.length > 0) await keepBeginning(beginningOf(rows, arranging));
}

/** Makes the summaries of the opportunities that these claims concern. */
export async function summarizeClaims(written: readonly string[]): Promise<void> {
  await reading(async (reader) => {
    const { claims } = reader.look();
    const rows = await Promise.all(written.map((id) => claims.get(id)));
    const found = rows.filter((row) => row !== undefined);
    const keys = await concernedBy(reader, found);
    await summarize(reader, keys, found.length);
  });
}

/** Makes the summaries of the opportunities that hang on a record. */
export async function summarizeRecord(key: RecordKey): Promise<void> {
  await reading(async (reader) => summarize(reader, await hangingOn(reader, key), 0));
}

/**
 * Makes all summaries, unless the last time was lately and nothing has been written since of which nobody told.
 *
 * @param anew whatever was made before: what they are made by has changed
 */
export async function summarizeAll(now = Date.now(), { anew = false } = {}): Promise<void> {
  const preferences = await readPreferences();
  await reading(async (reader) => {
    const [before, extent] = await Promise.all([summarizedExtent(), extentOf(reader, now)]);
    if (
      !anew &&
      before &&
      isSame(before, extent) &&
      now >= before.at &&
      now - before.at < FRESH_FOR
    )
      return;
    const rows: ListRow<Summary>[] = [];
    for (const [n, one] of (await readOpenOpportunities(reader)).entries()) {
      rows.push({ facts: listFacts(one), summary: summaryOf(one, now, preferences) });
      // Events of the browser are not to wait for all of them.
      if (n % AT_ONCE === AT_ONCE - 1) await new Promise((resolve) => setTimeout(resolve, 0));
    }
    await replaceSummaries(rows, extent);
  });
}

/** Pages add rows and say which; more than those of a page, or fewer than before, is nobody's word. */
function isSame(before: Extent, now: Extent): boolean {
  const isPage = (one: "records" | "links") =>
    now[one] >= before[one] && now[one] - before[one] < ONE_PAGE;
  return now.claims === before.claims && isPage("records") && isPage("links");
}

async function summarize(
  reader: Reader,
  keys: Iterable<OpportunityKey>,
  claims: number,
): Promise<void> {
  const now = Date.now();
  const preferences = await readPreferences();
  const rows: ListRow<Summary>[] = [];
  const gone: OpportunityKey[] = [];
  for (const key of keys) {
    const data = await readOpportunity(reader, key);
    if (data && isOpenOpportunity(data.opportunity)) {
      rows.push({ facts: listFacts(data), summary: summaryOf(data, now, preferences) });
    } else {
      gone.push(key);
    }
  }
  await keepSummaries(rows, gone, claims);
}

/** In which opportunities these claims count. What several hang on is looked up once. */
async function concernedBy(reader: Reader, claims: readonly Claim[]): Promise<Set<OpportunityKey>> {
  const here = new Set<OpportunityKey>();
  const hooks = new Set<RecordKey>();
  for (const claim of claims) {
    const { scope, about } = claim;
    const isOfScope = !isWithdrawal(claim) && !isOfIdentity(claim);
    if (isOfScope && isOpportunity(scope)) here.add(scope);
    else hooks.add(scope).add(about);
  }
  return inAll([here, ...Array.from(hooks, (key) => hangingOn(reader, key))]);
}

/**
 * The opportunities of an account with those that name one of its people; of a person and their account; and of the
 * account of one of them, with those of whoever it names from elsewhere.
 */
async function hangingOn(reader: Reader, key: RecordKey): Promise<Set<OpportunityKey>> {
  const keys = (found: readonly { key: OpportunityKey }[]) => new Set(found.map(({ key }) => key));
  if (isOpportunity(key)) {
    const data = await readOpportunity(reader, key);
    if (data === null) return new Set([key]);
    const here = new Set<string | undefined>(data.accountKeys);
    const named = new Set(data.links.map(({ contact }) => contact));
    const strangers = data.people
      .filter((one) => named.has(one.key) && !here.has(one.account))
      .map((one) => one.key);
    const theirs = await readAround(reader, strangers);
    const meant = strangers.flatMap((one, n) => (theirs[n] ? keysOfPerson(theirs[n], one) : []));
    const elsewhere = theirs.flatMap((one) => one?.opportunities ?? []);
    return inAll([
      keys([{ key }, ...data.opportunities, ...elsewhere]),
      naming(reader, new Set([...data.sought.people, ...meant])),
    ]);
  }
  if (kindOf(key) === "account") {
    const data = await readAccount(reader, key as RecordKey<"account">);
    return inAll([keys(data.opportunities), naming(reader, data.sought.people)]);
  }
  const data = await readPerson(reader, key as RecordKey<"contact">);
  return keys([...(data?.named ?? []), ...(data?.opportunities ?? [])]);
}

/** The opportunities on which one of these people is named. */
async function naming(reader: Reader, people: Iterable<string>): Promise<Set<OpportunityKey>> {
  const { links } = reader.look();
  const found = await Promise.all(
    Array.from(people, (person) => links.index("contact").getAll(person)),
  );
  return new Set(found.flat().map(({ opportunity }) => opportunity));
}

async function inAll(
  parts: readonly (Set<OpportunityKey> | Promise<Set<OpportunityKey>>)[],
): Promise<Set<OpportunityKey>> {
  return new Set((await Promise.all(parts)).flatMap((part) => [...part]));
}

function isOpportunity(key: RecordKey): key is OpportunityKey {
  return kindOf(key) === "opportunity";
}

async function extentOf(reader: Reader, at: number): Promise<Extent> {
  const look = reader.look();
  const counts = [look.records.count(), look.links.count(), look.claims.count()] as const;
  const [records, links, claims] = await Promise.all(counts);
  return { records, links, claims, at };
}
