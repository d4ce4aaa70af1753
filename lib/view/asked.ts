import { computed, effect, signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { kindOf, type RecordKey } from "@/lib/domain";
import {
  answerAsked,
  readAccount,
  readAsked,
  readOpportunity,
  watchAsked,
  type AskedPerson,
  type TabState,
} from "@/lib/store/reading";
import { onDatabase } from "./database";
import { activeTab, isInstead, pageState, shownInstead } from "./tab";

/** A panel that is there so much later than it was asked for (ms) was opened for something else. */
const WITHIN = 30_000;

const heard = signal<AskedPerson | null>(null);
const inMap = signal<{ record: RecordKey; person: RecordKey<"contact"> } | null>(null);

/** Whom the user asked in the page to see, among the people of the record that is shown. */
export const askedPerson = computed(() => inMap.value);

/** They are open. */
export function askedIsOpen(): void {
  inMap.value = null;
}

/** Back from somebody asked for to what their page is about. */
export function leaveAsked(): void {
  if (isInstead.peek()) shownInstead.value = null;
}

/**
 * Shows whom the user asks in the tab beside this panel to see: within the record that the tab shows where they
 * belong to it, else on their own. A panel of another window, or one that is not on screen, leaves them to that
 * which is.
 */
export async function followAsked(document: Document): Promise<void> {
  const onScreen = signal(document.visibilityState === "visible");
  document.addEventListener("visibilitychange", () => {
    onScreen.value = document.visibilityState === "visible";
  });
  const { id: here } = await browser.windows.getCurrent();
  effect(() => {
    const asked = heard.value;
    const page = pageState.value;
    if (asked === null || asked.windowId !== here || asked.tabId !== activeTab.value) return;
    if (page === null || !onScreen.value) return;
    if (page === "none" || page.url !== asked.url || Date.now() - asked.at > WITHIN) {
      heard.value = null;
      return;
    }
    void open(asked, page);
  });
  // What belongs to a page that the tab has left does not come again with it.
  effect(() => {
    const [page, tabId] = [pageState.value, activeTab.value];
    if (page === null || page === "none") return;
    const instead = shownInstead.peek();
    if (instead?.tabId === tabId && instead?.url !== page.url) shownInstead.value = null;
    if (inMap.peek()?.record !== page.key) inMap.value = null;
  });
  watchAsked((asked) => {
    heard.value = asked;
  });
  heard.value ??= await readAsked();
}

async function open(asked: AskedPerson, page: TabState): Promise<void> {
  const { person, tabId, url } = asked;
  const record = await recordWith(person, page);
  // The page is still being read: they may be named on it.
  if (heard.peek() !== asked || (record === null && page.state === "reading")) return;
  heard.value = null;
  if (record === null) shownInstead.value = { tabId, url, key: person };
  else {
    shownInstead.value = null;
    inMap.value = kindOf(record) === "contact" ? null : { record, person };
  }
  await answerAsked(asked);
}

/** The record that the page is about, where the person belongs to it; they were remembered before they were asked for. */
async function recordWith(
  person: RecordKey<"contact">,
  { key }: TabState,
): Promise<RecordKey | null> {
  if (key === null || key === person) return key;
  const reader = await onDatabase();
  const data =
    kindOf(key) === "opportunity"
      ? await readOpportunity(reader, key as RecordKey<"opportunity">)
      : kindOf(key) === "account"
        ? await readAccount(reader, key as RecordKey<"account">)
        : null;
  const canonical = data?.personOf(person);
  return data?.people.some((one) => one.key === canonical) ? key : null;
}
