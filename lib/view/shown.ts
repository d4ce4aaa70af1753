import { computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import type { PersonBelief } from "@/lib/beliefs";
import type { RecordKey } from "@/lib/domain";
import {
  readAccount,
  readOpportunity,
  readPerson,
  readRecentOpportunities,
  readSince,
  type AccountData,
  type OpportunityData,
  type PersonData,
  type StoreFailureKind,
  type TabState,
} from "@/lib/store/reading";
import { preferences } from "./assumptions";
import { clock } from "./clock";
import { follow, storeFailure } from "./database";
import { beliefsByOpportunity, reason, reasonOpportunity, type Reasoned } from "./reasoning";
import { shownInstead, tabState } from "./tab";

export type Shown =
  /** `waited`: for long enough already that it is worth a word. */
  | { kind: "loading"; waited?: true }
  /** `of`: the page's own record was erased, or the page shows nothing of it; else the page tells of none. */
  | { kind: "elsewhere"; of?: "erased" | "unread" }
  | { kind: "party"; name: string }
  /** Nothing can be shown of this record: reading or keeping it failed. */
  | { kind: "failed" }
  | ({ kind: "opportunity"; key: RecordKey } & Reasoned<OpportunityData>)
  | ({ kind: "account"; key: RecordKey } & Reasoned<AccountData>)
  | ({
      kind: "contact";
      key: RecordKey;
      inOpportunities: ReadonlyMap<RecordKey, PersonBelief | null>;
    } & Reasoned<PersonData>);

const shownKey = computed(() => {
  const tab = tabState.value;
  return tab === null || tab === "none" ? null : tab.key;
});
/** The record of this kind that is shown, or was last: what is written of it meanwhile is known when it comes back. */
const keyOfKind = (kind: string) => {
  let last: RecordKey | null = null;
  return computed(() => {
    if (shownKey.value?.split(":")[2] === kind) last = shownKey.value;
    return last;
  });
};

const opportunity = follow(
  keyOfKind("opportunity"),
  (database, key) => readOpportunity(database, key as RecordKey<"opportunity">),
  readSince,
);
const account = follow(
  keyOfKind("account"),
  (database, key) => readAccount(database, key as RecordKey<"account">),
  readSince,
);
const person = follow(
  keyOfKind("contact"),
  (database, key) => readPerson(database, key as RecordKey<"contact">),
  readSince,
);

/** What ails the store: it cannot be read, or what the page in the tab showed could not be kept. */
export const storeTrouble = computed<StoreFailureKind | null>(() => {
  const tab = tabState.value;
  const unkept = tab !== null && tab !== "none" && tab.state === "failed" ? tab.failure : null;
  return storeFailure.value ?? unkept ?? null;
});

/** Whether the store was asked about this record. */
function isAnswered(key: RecordKey | null): boolean {
  return key === null || [opportunity, account, person].some(({ value }) => value?.subject === key);
}

/** What follows from the tab and the store right now. */
const wanted = computed<Shown>(() => {
  const tab = tabState.value;
  if (tab === null) return { kind: "loading" };
  if (tab === "none" || tab.state === "elsewhere") return { kind: "elsewhere" };
  if (tab.state === "party") return { kind: "party", name: tab.name ?? "" };
  const key = tab.key;
  if (opportunity.value?.subject === key && opportunity.value.value) {
    return {
      kind: "opportunity",
      key,
      ...reasonOpportunity(opportunity.value.value, clock.value, preferences.value),
    };
  }
  if (account.value?.subject === key && account.value.value.account) {
    const data = account.value.value;
    return { kind: "account", key, ...reason(data, key, clock.value, preferences.value) };
  }
  if (person.value?.subject === key && person.value.value) {
    const data = person.value.value;
    const scope = data.accountKeys[0] ?? data.person.key;
    const inOpportunities = beliefsByOpportunity(data, clock.value, preferences.value);
    return {
      kind: "contact",
      key,
      inOpportunities,
      ...reason(data, scope, clock.value, preferences.value),
    };
  }
  if (storeTrouble.value !== null) return { kind: "failed" };
  // A page about one record that is not there, or no more; in a tab, one that shows nothing of it.
  const isNowhere = tab.url === "" || tab.state === "unread";
  return isNowhere && isAnswered(key) ? elsewhere("unread", tab) : { kind: "loading" };
});

/** That of the page in the tab nothing is shown; a page about one record, which is in no tab, has no other to tell of. */
function elsewhere(of: "erased" | "unread", { url }: TabState): Shown {
  return url === "" ? { kind: "elsewhere" } : { kind: "elsewhere", of };
}

/** How long the record before may stay while the next one is looked up (ms): longer flickers less. */
const HOLD = 100;
/** What was read and is not there (it was erased since) is waited for this long, in case it is just being written (ms). */
const MISSING = 600;

const held = signal<Shown>({ kind: "loading" });

/** Since when nothing has been there to show. */
let since: number | null = null;
/** The record that was waited for in vain. */
let missed: RecordKey | null = null;

/** What the panel shows. A known record follows the one before without an empty moment. */
export const shown: ReadonlySignal<Shown> = held;

function giveUp(tab: TabState): void {
  missed = tab.key;
  since = null;
  // Somebody who was asked for, and is erased: the page itself is about something else.
  if (shownInstead.peek()?.key === tab.key) shownInstead.value = null;
  else held.value = elsewhere("erased", tab);
}

effect(() => {
  const next = wanted.value;
  if (next.kind !== "loading") {
    since = null;
    missed = null;
    held.value = next;
    return undefined;
  }
  const tab = tabState.value;
  const isRead = tab !== null && tab !== "none" && tab.state === "read";
  const missing = isRead && isAnswered(tab.key) ? tab : null;
  if (missing && missed !== null && missed === missing.key) {
    since = null;
    if (held.peek().kind === "loading") held.value = elsewhere("erased", missing);
    return undefined;
  }
  since ??= performance.now();
  // The tab's state comes in steps, each of which runs this again: what was waited for counts.
  const hold = setTimeout(
    () => {
      // The first look at the panel has not been waited for yet: that is for what draws it.
      if (held.peek().kind !== "loading") held.value = { kind: "loading", waited: true };
    },
    Math.max(0, HOLD - (performance.now() - since)),
  );
  const give = missing ? setTimeout(() => giveUp(missing), MISSING) : undefined;
  return () => {
    clearTimeout(hold);
    clearTimeout(give);
  };
});

/** The opportunities seen last, for pages where there is nothing to read. */
export const recent = follow(
  computed(() => (shown.value.kind === "elsewhere" ? 8 : null)),
  readRecentOpportunities,
);
