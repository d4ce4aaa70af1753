import { computed, signal, type ReadonlySignal } from "@preact/signals";
import { orgOf, parseKey, type CrmRecord, type RecordKey } from "@/lib/domain";
import {
  afterErasure,
  countsOf,
  erasure,
  everybody,
  expiring,
  isNameOfOther,
  mentionsOf,
  whoIsWho,
  wordsIn,
  type Counts,
  type Erased,
  type Expiring,
  type Rows,
} from "@/lib/exchange";
import { isSample } from "@/lib/sample";
import { readEverything, readSnapshots, watchQuery, type Snapshot } from "@/lib/store/reading";
import { follow } from "../database";
import { policy } from "../policy";
import { settingOf } from "../settings";

const everything = follow(signal("all"), readEverything);

/** Everything that is remembered; null while that is not known. */
export const storedRows: ReadonlySignal<Rows | null> = computed(
  () => everything.value?.value ?? null,
);

export const storedCounts = computed<Counts | null>(
  () => storedRows.value && countsOf(storedRows.value),
);

const bytes = signal<number | null>(null);

/** What it takes on the disk (bytes), as the browser reckons it; null where it does not tell. */
export const storedBytes: ReadonlySignal<number | null> = bytes;

const snapshotList = signal<readonly Snapshot[] | null>(null);

/** What was kept before imports, newest first; null while that is not known. */
export const snapshots: ReadonlySignal<readonly Snapshot[] | null> = snapshotList;

let watching = false;

/** Follows the size on the disk and the snapshots. */
export function followStored(): void {
  if (watching) return;
  watching = true;
  watchQuery(
    async () => {
      const [estimate, kept] = await Promise.all([
        navigator.storage?.estimate?.().catch(() => null),
        readSnapshots(),
      ]);
      return { usage: estimate?.usage ?? null, kept };
    },
    ({ usage, kept }) => {
      bytes.value = usage;
      snapshotList.value = kept;
    },
    () => {
      snapshotList.value = [];
    },
  );
}

/** An organisation with what is remembered of it. */
export interface Organisation {
  crm: string;
  org: string;
  sample: boolean;
  /** Names of its accounts, in alphabetical order. */
  accounts: string[];
  counts: Counts;
}

/** Every organisation of which something is remembered, the largest first. */
export const organisations = computed<Organisation[]>(() => {
  const rows = storedRows.value;
  if (!rows) return [];
  const found = new Map<string, Organisation>();
  const of = (key: RecordKey) => {
    const name = orgOf(key);
    const had = found.get(name);
    if (had) return had;
    const { crm = "", org = "" } = parseKey(key) ?? {};
    const counts = { records: 0, links: 0, claims: 0, changes: 0 };
    const made = { crm, org, sample: isSample(key), accounts: [], counts };
    found.set(name, made);
    return made;
  };
  for (const { key, kind, name } of rows.records) {
    const organisation = of(key);
    organisation.counts.records += 1;
    if (kind === "account" && name !== "") organisation.accounts.push(name);
  }
  for (const { opportunity } of rows.links) of(opportunity).counts.links += 1;
  for (const { scope } of rows.claims) of(scope).counts.claims += 1;
  for (const { record } of rows.changes) of(record).counts.changes += 1;
  return [...found.values()]
    .map((one) => ({
      ...one,
      accounts: [...new Set(one.accounts)].toSorted((a, b) => a.localeCompare(b)),
    }))
    .toSorted((a, b) => b.counts.records - a.counts.records);
});

/** A person who can be erased, once however many records mean them. */
export interface StoredPerson {
  key: RecordKey<"contact">;
  name: string;
  /** Their title, account and, of several, CRM, to tell namesakes apart; empty where nothing is known. */
  where: string;
}

/** Everybody of whom something is remembered, by name. */
export const storedPeople = computed<StoredPerson[]>(() => {
  const rows = storedRows.value;
  if (!rows) return [];
  const who = whoIsWho(rows);
  const names = new Map<string, string>(rows.records.map(({ key, name }) => [key, name]));
  const severalCrms = new Set(rows.records.map(({ key }) => orgOf(key))).size > 1;
  const people = new Map<string, StoredPerson>();
  for (const record of everybody(rows)) {
    if (record.kind !== "contact") continue;
    const { account, fields, name } = record as CrmRecord<"contact">;
    const [key = record.key] = who.aliases(record.key as RecordKey<"contact">);
    const title = fields.title ? String(fields.title.value) : "";
    const org = severalCrms ? (parseKey(record.key)?.org ?? "") : "";
    const where = [title, account ? (names.get(account) ?? "") : "", org]
      .filter(Boolean)
      .join(" · ");
    const had = people.get(key);
    if (!had || where.length > had.where.length) {
      people.set(key, { key: key as RecordKey<"contact">, name, where });
    }
  }
  return [...people.values()].toSorted((a, b) => a.name.localeCompare(b.name));
});

/** Words about others that name a person who is to be erased. */
export interface Mention {
  id: string;
  /** Whom it is about, and what it says. */
  about: string;
  words: string;
  /** The words are the name of a person who would go whole: not a thing to do unasked. */
  isName: boolean;
}

/** What was said of others in words that name this person, newest first. */
export function mentions(key: RecordKey<"contact">): Mention[] {
  const rows = storedRows.value;
  if (!rows) return [];
  const names = new Map(everybody(rows).map(({ key, name }) => [key, name]));
  return mentionsOf(rows, key).map((claim) => ({
    id: claim.id,
    about: names.get(claim.about) ?? "",
    words: wordsIn(claim) ?? "",
    isName: isNameOfOther(claim),
  }));
}

/** How many rows an erasure takes away, and of how many others it takes a name out. */
export function erasedBy(of: Erased): { gone: Counts; redacted: number; left: Counts } | null {
  const rows = storedRows.value;
  if (!rows) return null;
  const plan = erasure(rows, of);
  return {
    gone: countsOf(plan.gone),
    redacted: plan.redacted.records.length + plan.redacted.claims.length,
    left: countsOf(afterErasure(rows, plan)),
  };
}

/** How many months claims about people are kept; null: for ever. An administrator's word counts more. */
export const retentionMonths = computed<number | null>(() => {
  const months = policy.value.retentionMonths ?? settingOf("retentionMonths");
  return months > 0 ? months : null;
});

/** The claims about people that will go next, soonest first. */
export const nextToExpire = computed<Expiring[]>(() => {
  const rows = storedRows.value;
  return rows ? expiring(rows, retentionMonths.value) : [];
});
