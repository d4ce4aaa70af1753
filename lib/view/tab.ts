import { batch, computed, effect, signal, type ReadonlySignal } from "@preact/signals";
import { browser } from "wxt/browser";
import { parseKey, type RecordKey } from "@/lib/domain";
import { askPage } from "@/lib/messages";
import { arePeopleToCome, readTab, watchTabs, type TabState } from "@/lib/store/reading";
import { isOpen } from "./granted";

const tabId = signal<number | null>(null);
/** Its address; null where it is closed to us, undefined until the browser has told it. */
const tabUrl = signal<string | null | undefined>(undefined);
/** The one record that this page is about, when its own address names one. */
const fixedRecord = signal<RecordKey | null>(null);
const state = signal<{ tabId: number; state: TabState | null } | null>(null);

/** The tab beside this panel. */
export const activeTab = computed(() => tabId.value);

const closed = signal(false);
/** Whether the one tab that this page is about is no more. */
export const isTabClosed: ReadonlySignal<boolean> = closed;

/** The address of that tab, when the user gave access to its site; null otherwise. */
export const activeUrl = computed(() => tabUrl.value ?? null);

/** The address of that tab, where its site is open to us. */
const openUrl = computed(() => {
  const url = activeUrl.value;
  return url !== null && isOpen(url) ? url : null;
});

/** What is known of the page in that tab; null while the browser has not told us all of it. */
const known = computed(() =>
  state.value?.tabId === tabId.value && tabUrl.value !== undefined ? state.value : null,
);

/** The address that was read in the tab last, where the tab's site is closed to us now; else null. */
export const hiddenUrl = computed(() =>
  openUrl.value === null ? (known.value?.state?.url ?? null) : null,
);

/** Somebody who is shown in place of what a page is about, for as long as the tab stays on it. */
export const shownInstead = signal<{
  tabId: number;
  url: string;
  key: RecordKey<"contact">;
} | null>(null);

/** What the page in that tab is about; null while that is not known. Never the state of another tab or address. */
export const pageState = computed<TabState | "none" | null>(() => {
  const key = fixedRecord.value;
  if (key !== null) return { url: "", sequence: 0, place: null, key, state: "read" };
  if (known.value === null) return null;
  const { state: page } = known.value;
  // Without access to the site there is nothing to show.
  if (page === null || openUrl.value === null) return "none";
  return page.url === openUrl.value ? page : null;
});

/** What is shown of that tab: what its page is about, or whom the user asked there to see. */
export const tabState = computed<TabState | "none" | null>(() => {
  const page = pageState.value;
  const instead = shownInstead.value;
  if (page === null || page === "none" || instead === null) return page;
  if (instead.tabId !== tabId.value || instead.url !== page.url) return page;
  const { url, sequence } = page;
  return { url, sequence, place: null, key: instead.key, state: "read" };
});

/** What was read comes from the store some time after the word that it was read; it is waited for this long (ms). */
const ARRIVES = 1_000;

const isLoading = computed(() => {
  const tab = tabState.value;
  return tab !== null && tab !== "none" && arePeopleToCome(tab);
});
/** It was loading until just now. */
const wasLoading = signal(false);
effect(() => {
  if (isLoading.value) wasLoading.value = true;
  if (isLoading.value || !wasLoading.peek()) return undefined;
  const timer = setTimeout(() => (wasLoading.value = false), ARRIVES);
  return () => clearTimeout(timer);
});

/** Whether who belongs to what is shown may yet come: the page may still name them, or has just done so. */
export const peopleToCome = computed(() => {
  if (isLoading.value) return true;
  const tab = tabState.value;
  const named = tab !== null && tab !== "none" && (tab.report?.people.length ?? 0) > 0;
  return named && wasLoading.value;
});

/** Whether somebody is shown in place of what the page is about. */
export const isInstead = computed(() => tabState.value !== pageState.value);

/** Has the page in the tab read again: what was kept of it was erased. */
export async function readAgain(): Promise<void> {
  const id = tabId.peek();
  if (id !== null) await askPage({ tabId: id }, "page.again", {});
}

/** What the browser has said of tabs since this page listens: to ask once more takes as long as to draw a record. */
const addresses = new Map<number, string | null>();
/** The same of what their pages are about. */
const pages = new Map<number, TabState>();

/** In one step: an address and a tab that do not belong together would be of no page. */
function turnTo(id: number, url: string | null | undefined): void {
  if (url !== undefined) addresses.set(id, url);
  const page = pages.get(id);
  batch(() => {
    tabId.value = id;
    tabUrl.value = url;
    if (page !== undefined) state.value = { tabId: id, state: page };
  });
}

/** What the page in a tab is about. */
function learn(id: number, page: TabState | null): void {
  if (page === null) pages.delete(id);
  else pages.set(id, page);
  if (id === tabId.peek()) state.value = { tabId: id, state: page };
}

/**
 * Follows the active tab of this window; with `?tab=ID` in the page's own address, that tab only (the
 * panel opened as a page), and with `?record=KEY` no tab at all: then that record is shown.
 */
export async function followTab(search: string): Promise<void> {
  const record = new URLSearchParams(search).get("record");
  if (record !== null && parseKey(record)) {
    fixedRecord.value = record as RecordKey;
    return;
  }
  watchTabs(learn);
  effect(() => {
    const id = tabId.value;
    if (id === null || pages.has(id)) return;
    void readTab(id).then((page) => {
      // What was told meanwhile is newer, also that there is nothing.
      if (!pages.has(id) && state.peek()?.tabId !== id) learn(id, page);
    });
  });

  const show = (tab: { id?: number | undefined; url?: string | undefined }) => {
    const { id, url = null } = tab;
    if (id !== undefined) turnTo(id, url);
  };
  browser.tabs.onUpdated.addListener((id, { url }, tab) => {
    // A site without access reports no address: then there is none to show either.
    addresses.set(id, tab.url ?? null);
    if (id !== tabId.value) return;
    if (url !== undefined || tab.url === undefined) tabUrl.value = tab.url ?? null;
  });

  browser.tabs.onRemoved.addListener((id) => {
    addresses.delete(id);
    pages.delete(id);
  });

  // What may be known of the tab changes with the access to its site, and the tab itself does not.
  const again = async () => {
    addresses.clear();
    const id = tabId.peek();
    const tab = id === null ? null : await browser.tabs.get(id).catch(() => null);
    if (tab && tabId.peek() === id) show(tab);
  };
  browser.permissions.onAdded.addListener(() => void again());
  browser.permissions.onRemoved.addListener(() => void again());

  const fixed = Number(new URLSearchParams(search).get("tab"));
  if (fixed > 0) {
    const close = () => {
      batch(() => {
        turnTo(fixed, null);
        learn(fixed, null);
        closed.value = true;
      });
    };
    browser.tabs.onRemoved.addListener((id) => {
      if (id === fixed) close();
    });
    // A browser that opens its last tabs again gives them other numbers.
    const tab = await browser.tabs.get(fixed).catch(() => null);
    if (tab) show(tab);
    else close();
    return;
  }
  const { id: windowId } = await browser.windows.getCurrent();
  browser.tabs.onActivated.addListener(async ({ tabId: id, windowId: where }) => {
    if (where !== windowId) return;
    turnTo(id, addresses.get(id));
    const tab = await browser.tabs.get(id).catch(() => null);
    if (tabId.value !== id) return;
    if (tab) show(tab);
    else turnTo(id, null);
  });
  const [active] = await browser.tabs.query({
    active: true,
    ...(windowId === undefined ? {} : { windowId }),
  });
  if (active) show(active);
}
