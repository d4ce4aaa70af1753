import { signal } from "@preact/signals";
import { browser } from "wxt/browser";
import { openPanel } from "./panel";
import { covers, urlOf } from "./sites";

interface CrmTab {
  tabId: number;
  windowId: number;
  url: string;
}

/** The open tabs whose address we may know, the one looked at last first. */
const open = signal<readonly CrmTab[]>([]);

/** The addresses that were typed, by what they were allowed as: with their port and path. */
const typed = signal<Readonly<Record<string, string>>>({});

/** Outlives a reload of the page, and not the tab. */
const TYPED = "powermap.typed";

/** Follows which pages of CRMs are open, so that a click need not ask: the panel opens in its turn only. */
export async function followCrmTabs(): Promise<void> {
  typed.value = readTyped();
  const refresh = async () => {
    const tabs = await browser.tabs.query({});
    open.value = tabs
      .toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))
      .flatMap(({ id, windowId, url }) =>
        id !== undefined && windowId !== undefined && url && /^https?:/u.test(url)
          ? [{ tabId: id, windowId, url }]
          : [],
      );
  };
  const again = () => void refresh();
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    event.addListener(again);
  }
  browser.tabs.onUpdated.addListener((_id, { url, status }) => {
    if (url !== undefined || status === "complete") again();
  });
  browser.tabs.onRemoved.addListener(again);
  browser.tabs.onActivated.addListener(again);
  await refresh();
}

/** Remembers where a CRM of the user's own is, port and path included, which its access does not say. */
export function rememberTyped(pattern: string, address: string): void {
  const url = urlOf(address);
  if (url === null) return;
  typed.value = { ...typed.value, [pattern]: url };
  sessionStorage.setItem(TYPED, JSON.stringify(typed.value));
}

function readTyped(): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(TYPED) ?? "{}");
    return Object.fromEntries(
      Object.entries(kept ?? {}).filter(
        ([, url]) => typeof url === "string" && urlOf(url) !== null,
      ),
    );
  } catch {
    return {};
  }
}

/** A CRM that may be read, by the match patterns of its hosts, and where its users sign in. */
export interface Destination {
  patterns: readonly string[];
  start?: string | undefined;
}

/** Where a CRM is: its open tab, the address that was typed, where its users sign in, or its host. */
function placeOf({ patterns, start }: Destination): { url: string; tab: CrmTab | null } {
  const at = patterns.flatMap((pattern) => typed.value[pattern] ?? [])[0];
  // Two CRMs on two ports of one host are two: the typed one is meant.
  const tab = open.value.find(
    ({ url }) =>
      patterns.some((pattern) => covers(pattern, url)) &&
      (at === undefined || new URL(at).origin === new URL(url).origin),
  );
  const host = patterns.find((pattern) => !pattern.includes("://*"))?.replace(/\*$/u, "");
  return { url: at ?? start ?? host ?? "", tab: tab ?? null };
}

/** Whether there is any way to open it. */
export function isReachable(destination: Destination): boolean {
  const { url, tab } = placeOf(destination);
  return tab !== null || url !== "";
}

/**
 * Shows a CRM with the panel beside it, in its open tab or in a new one. Call it in the turn of the click.
 * Resolves to whether the browser opened the panel too.
 */
export async function openCrm(destination: Destination): Promise<boolean> {
  const { url, tab } = placeOf(destination);
  // Started, not awaited: whoever comes first uses the click up.
  const panel = openPanel(tab?.windowId);
  if (tab === null) {
    await browser.tabs.create({ url });
  } else {
    await Promise.all([
      browser.tabs.update(tab.tabId, { active: true }),
      browser.windows.update(tab.windowId, { focused: true }),
    ]);
  }
  return panel;
}
