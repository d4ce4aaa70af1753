import { browser } from "wxt/browser";
import { storage } from "wxt/utils/storage";
import type { LimitHit, Place, RecordKey } from "@/lib/domain";
import type { StoreFailureKind } from "./failure";

/** Which record a tab shows, and how far reading it has come. Kept for the browser session only. */
export interface TabState {
  url: string;
  /** Grows with every navigation; a report with a smaller one is of a page already left. */
  sequence: number;
  place: Place | null;
  /** The record's key; null when there is none, or when a party is not known to be one or the other. */
  key: RecordKey | null;
  /**
   * `party`: the user has to say whether it is a company or a person; `unread`: the page shows nothing of the record.
   */
  state: "elsewhere" | "reading" | "read" | "unread" | "party" | "failed";
  /** Unread though the record's own page is at rest: the CRM shows it no more, or not to this user. */
  gone?: true;
  /** The party's name, for the question. */
  name?: string;
  failure?: StoreFailureKind;
  report?: ReadReport;
  /** The page names nobody yet, and shows signs of loading. */
  toCome?: true;
}

/** Whether who is named on the page is still to come: it is not read yet, or shows that it loads. */
export function arePeopleToCome({ state, toCome }: TabState): boolean {
  return state === "reading" || toCome === true;
}

/** What was read on the page, by which hook, and what was not found. */
export interface ReadReport {
  at: number;
  language: string;
  fields: { field: string; hook: string; ambiguous?: true }[];
  people: { hook: string; count: number }[];
  notFound: string[];
  limits: LimitHit[];
}

const keyOfTab = (tabId: number) => `session:tab:${tabId}` as const;

export function readTab(tabId: number): Promise<TabState | null> {
  return storage.getItem<TabState>(keyOfTab(tabId));
}

export function writeTab(tabId: number, state: TabState): Promise<void> {
  return storage.setItem(keyOfTab(tabId), state);
}

export function forgetTab(tabId: number): Promise<void> {
  return storage.removeItem(keyOfTab(tabId));
}

/**
 * Calls back whenever the state of any tab changes, with null for one that is gone. A worker calls it in its first
 * turn: the change may be what wakes it.
 */
export function watchTabs(changed: (tabId: number, state: TabState | null) => void): void {
  browser.storage.session.onChanged.addListener((changes) => {
    for (const [name, { newValue }] of Object.entries(changes)) {
      const [, tabId] = /^tab:(\d+)$/u.exec(name) ?? [];
      if (tabId !== undefined) changed(Number(tabId), (newValue as TabState | undefined) ?? null);
    }
  });
}
