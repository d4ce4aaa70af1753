import { signal, type ReadonlySignal } from "@preact/signals";
import { browser } from "wxt/browser";

const granted = signal<readonly string[] | null>(null);

/** The match patterns of the sites that the user opened to Powermap; null while that is not known. */
export const sites: ReadonlySignal<readonly string[] | null> = granted;

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
 * Whether the site of this address is open to us. A browser may tell us the address of a tab that is not: for
 * the moment, after a click on our button or menu (`activeTab`). While it is not known, nothing is held closed.
 */
export function isOpen(url: string): boolean {
  return granted.value === null || granted.value.some((site) => covers(site, url));
}

/** Whether a granted match pattern (`https://*.acme.example/*`) is about the site of this URL. */
export function covers(pattern: string, url: string): boolean {
  const parts = /^(\*|https?):\/\/(\*|(?:\*\.)?[^/*]+)\//u.exec(pattern);
  if (!parts || !URL.canParse(url)) return false;
  const [, scheme, host = ""] = parts;
  const { protocol, hostname } = new URL(url);
  if (scheme !== "*" && `${scheme}:` !== protocol) return false;
  if (host === "*") return true;
  if (!host.startsWith("*.")) return host === hostname;
  return hostname === host.slice(2) || hostname.endsWith(host.slice(1));
}
