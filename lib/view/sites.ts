import { signal, type ReadonlySignal } from "@preact/signals";
import { browser } from "wxt/browser";

const granted = signal<readonly string[]>([]);

/** The match patterns of the sites that the user opened to Powermap. */
export const sites: ReadonlySignal<readonly string[]> = granted;

/** Follows what is granted. */
export async function followSites(): Promise<void> {
  const refresh = async () => {
    const { origins = [] } = await browser.permissions.getAll();
    granted.value = origins.filter((origin) => /^https?:/u.test(origin)).toSorted();
  };
  browser.permissions.onAdded.addListener(() => void refresh());
  browser.permissions.onRemoved.addListener(() => void refresh());
  await refresh();
}

/**
 * Asks for access to sites. Call it in the turn of the click, before anything is awaited: browsers
 * refuse later. Resolves to whether the user agreed.
 */
export function askFor(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
}

/** Gives access back. */
export function giveBack(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.remove({ origins: [...origins] });
}

/**
 * The match pattern of a self-hosted CRM's address, whatever the user typed of it: "crm.acme.example",
 * "https://crm.acme.example:8443/app". Null when it is no web address.
 */
export function patternOf(address: string): string | null {
  const typed = address.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//iu.test(typed) ? typed : `https://${typed}`;
  if (!URL.canParse(full)) return null;
  const { protocol, hostname } = new URL(full);
  if ((protocol !== "https:" && protocol !== "http:") || hostname === "") return null;
  // Match patterns know no port: access to a host covers all of its ports.
  return `${protocol}//${hostname}/*`;
}
